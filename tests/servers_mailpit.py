"""Mailpit, a mail server with an inbox that programs can read: one on the path, or built from its source once and kept.

Where there is neither a Mailpit nor Go its tests are skipped by name; where there is one, CI wants them to run.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers.throwaway import free_port

MODULE, VERSION = "github.com/axllent/mailpit", "v1.30.5"
BUILD_SECONDS = 900
READY_SECONDS = 60


class Mailpit:
    """One server with its inbox. It may be killed and started again on the same ports."""

    def __init__(self, binary: Path, folder: Path) -> None:
        self._binary, self._folder = binary, folder
        self.smtp_port, self.web_port = free_port(), free_port()
        self.smtp_url = f"smtp://127.0.0.1:{self.smtp_port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._client = httpx.Client(base_url=f"http://127.0.0.1:{self.web_port}", timeout=60)

    def start(self) -> None:
        """Run, and wait until it answers."""
        environment = os.environ | {
            "MP_SMTP_BIND_ADDR": f"127.0.0.1:{self.smtp_port}",
            "MP_UI_BIND_ADDR": f"127.0.0.1:{self.web_port}",
            "MP_DATABASE": str(self._folder / "mailpit.db"),
            "MP_ENABLE_CHAOS": "true",
            "MP_DISABLE_VERSION_CHECK": "true",
            "MP_SMTP_DISABLE_RDNS": "true",
        }
        with (self._folder / "mailpit.log").open("ab") as log:
            self._process = subprocess.Popen([self._binary], env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + READY_SECONDS
        while not self._answers():
            assert time.monotonic() < deadline, (self._folder / "mailpit.log").read_text()[-2000:]
            time.sleep(0.05)

    def kill(self) -> None:
        """At once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def close(self) -> None:
        self.kill()
        self._client.close()

    def messages(self, *, to: str) -> list[dict[str, Any]]:
        """What arrived for this address, the oldest first, with its text, HTML and headers."""
        found = self._get("/api/v1/search", query=f'to:"{to}"', limit="100")["messages"]
        whole = [self._get(f"/api/v1/message/{each['ID']}") for each in reversed(found)]
        return [each | {"Headers": self._get(f"/api/v1/message/{each['ID']}/headers")} for each in whole]

    def count(self) -> int:
        return int(self._get("/api/v1/messages")["total"])

    def empty(self) -> None:
        self._client.delete("/api/v1/messages").raise_for_status()

    def misbehave(self, **triggers: int) -> None:
        """Answer these commands (`Sender`, `Recipient`) with these codes; without any, behave again."""
        chaos = {name: {"ErrorCode": code, "Probability": 100} for name, code in triggers.items()}
        self._client.put("/api/v1/chaos", json=chaos).raise_for_status()

    def _get(self, path: str, **query: str) -> Any:
        answer = self._client.get(path, params=query)
        answer.raise_for_status()
        return answer.json()

    def _answers(self) -> bool:
        try:
            return self._client.get("/readyz").status_code == 200
        except httpx.TransportError:
            return False


@pytest.fixture(scope="session")
def mailpit_binary() -> Path:
    """The program: on the path, from the cache, or built now."""
    if installed := shutil.which("mailpit"):
        return Path(installed)
    go = shutil.which("go") or shutil.which("go", path="/usr/local/go/bin")
    kept = _cache() / f"mailpit-{VERSION}"
    if not kept.exists():
        if go is None:
            pytest.skip("Mailpit is not installed, and neither is Go to build it")
        _build(go, kept)
    return kept


@pytest.fixture
def mailpit(mailpit_binary: Path) -> Iterator[Mailpit]:
    """A server of the test's own, with an empty inbox."""
    folder = Path(tempfile.mkdtemp(prefix="cartwright-mailpit-"))
    server = Mailpit(mailpit_binary, folder)
    try:
        server.start()
        yield server
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)


def _build(go: str, kept: Path) -> None:
    """Download the one version and build it in its own folder, with the versions and checksums its authors locked.

    `go install` would first ask for the list of all its versions, which not every proxy gives.
    """
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory() as empty:
            _run([go, "mod", "download", f"{MODULE}@{VERSION}"], cwd=empty)
            where = _run([go, "env", "GOMODCACHE"], cwd=empty).strip()
        _run([go, "build", "-trimpath", "-o", str(draft), "."], cwd=f"{where}/{MODULE}@{VERSION}")
        draft.replace(kept)
    except subprocess.SubprocessError as error:
        said = str(getattr(error, "stderr", "") or error).strip()[-500:]
        words = f"Mailpit could not be built: {said}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(words)
    finally:
        draft.unlink(missing_ok=True)


def _run(command: list[str], *, cwd: str) -> str:
    done = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, timeout=BUILD_SECONDS)
    return done.stdout


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "cartwright-tests"
