"""`make audit` is red on a vulnerable version, and when it could look at nothing. The databases are our own."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.house.product import ROOT
from tests.linters import tools

__all__ = ["tools"]
OSV = {"id": "GHSA-planted-0001", "modified": "2026-01-01T00:00:00Z", "summary": "planted", "affected": []}


class Advisories(ThreadingHTTPServer):
    """OSV for Python and npm's advisories, which know these packages to be vulnerable at every version."""

    def __init__(self, *vulnerable: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.vulnerable = vulnerable
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Advisories

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            import gzip

            content = gzip.decompress(content)
        asked = json.loads(content)
        if self.path == "/osv":
            found = asked["package"]["name"] in self.server.vulnerable
            self._say({"vulns": [OSV]} if found else {})
            return
        advisory = {"id": 1, "url": "https://example.com/1", "title": "planted", "severity": "high"}
        advisory["vulnerable_versions"] = "*"
        self._say({name: [advisory] for name in asked if name in self.server.vulnerable})

    def _say(self, document: object) -> None:
        content = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The tools and one lock each, so that the audit of it takes seconds."""
    (tmp_path / "assets").mkdir()
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("*.lock"))
    (tmp_path / "requirements.lock").write_text(f"idna==3.10 \\\n    --hash=sha256:{'a' * 64}\n")
    lock = {"name": "assets", "lockfileVersion": 3, "packages": {"": {"dependencies": {"htmx.org": "2.0.0"}}}}
    lock["packages"]["node_modules/htmx.org"] = {"version": "2.0.0"}
    (tmp_path / "assets" / "package-lock.json").write_text(json.dumps(lock))
    (tmp_path / "assets" / "package.json").write_text('{"name": "assets", "dependencies": {"htmx.org": "2.0.0"}}')
    return tmp_path


@pytest.fixture
def quiet() -> Iterator[Advisories]:
    """Databases that know the versions every audit begins with, and nothing of what is locked."""
    with Advisories("jinja2", "lodash") as server:
        yield server
        server.shutdown()


def audit(tree: Path, tools: Path, databases: str, *only: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PIP_AUDIT_VULNERABILITY_SERVICE": "osv",
        "PIP_AUDIT_OSV_URL": f"{databases}/osv",
        "npm_config_registry": databases,
        "npm_config_cache": str(tree / "npm-cache"),
        "npm_config_fetch_retries": "0",
    }
    command = [tools / "python", "-m", "tools.audit", *only]
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def needs_npm() -> None:
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")


@pytest.mark.usefixtures("needs_npm")
def test_nothing_known_is_green(tree: Path, tools: Path, quiet: Advisories) -> None:
    done = audit(tree, tools, quiet.url, "python", "npm")
    assert (done.returncode, done.stdout) == (0, "python: nothing known\nnpm: nothing known\n"), done.stderr


@pytest.mark.usefixtures("needs_npm")
@pytest.mark.parametrize(
    ("planted", "words"),
    [
        ("idna", "python: VULNERABLE: idna 3.10: GHSA-planted-0001 in requirements.lock"),
        ("htmx.org", "npm: VULNERABLE: htmx.org : high in assets/package-lock.json"),
    ],
)
def test_a_planted_vulnerable_version_is_red(tree: Path, tools: Path, planted: str, words: str) -> None:
    with Advisories("jinja2", "lodash", planted) as databases:
        done = audit(tree, tools, databases.url, "python", "npm")
        databases.shutdown()
    assert (done.returncode, words in done.stdout) == (1, True), done.stdout + done.stderr


@pytest.mark.usefixtures("needs_npm")
def test_databases_that_know_nothing_have_looked_at_nothing(tree: Path, tools: Path) -> None:
    with Advisories() as empty:
        done = audit(tree, tools, empty.url, "python", "npm")
        empty.shutdown()
    assert done.returncode == 2
    assert "python: COULD NOT LOOK: the database knows nothing of jinja2==2.4.1, which is vulnerable" in done.stdout
    assert "npm: COULD NOT LOOK: the database knows nothing of lodash 4.17.0, which is vulnerable" in done.stdout


@pytest.mark.usefixtures("needs_npm")
def test_databases_that_are_away_have_looked_at_nothing(tree: Path, tools: Path) -> None:
    done = audit(tree, tools, "http://127.0.0.1:9", "python", "npm")
    assert done.returncode == 2
    assert done.stdout.count("COULD NOT LOOK") == 2


def test_a_tree_without_a_lock_was_not_looked_at(tree: Path, tools: Path, quiet: Advisories) -> None:
    (tree / "requirements.lock").unlink()
    done = audit(tree, tools, quiet.url, "python")
    assert (done.returncode, "there is no requirements*.lock" in done.stdout) == (2, True)


def test_without_the_sdk_nuget_was_not_looked_at(tree: Path, tools: Path) -> None:
    command = [tools / "python", "-m", "tools.audit", "nuget"]
    environment = {"PATH": str(tools)}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "nuget: COULD NOT LOOK: dotnet is not installed\n")
