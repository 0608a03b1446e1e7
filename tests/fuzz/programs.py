"""The programs that ask the API at random and make clients of its document, installed once and kept between runs.

They lie outside the tree, in an environment of their own: what they pin never meets what the shop pins. What lies there
is named after the lock it was installed from. Where it cannot be installed its tests are skipped by name; CI wants them
to run, those in TypeScript where Node is installed.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REQUIREMENTS, PACKAGE, PACKAGE_LOCK = (
    HERE / name for name in ("requirements.lock", "package.json", "package-lock.json")
)
INSTALL_SECONDS = 600
COMPLETE = "complete"  # a file that is there when the rest is


@pytest.fixture(scope="session")
def programs() -> Path:
    """The folder with `schemathesis`, `openapi-python-client` and a `python` that runs what the latter makes."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return _kept(f"fuzz-python{version}", [REQUIREMENTS], _install_python) / "bin"


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder with the packages that make and compile a client in TypeScript."""
    if shutil.which("node") is None:
        pytest.skip("Node is not installed, which generates and runs the client in TypeScript")
    return _kept("fuzz-node", [PACKAGE, PACKAGE_LOCK], _install_node) / "node_modules"


def _install_python(folder: Path) -> None:
    venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*pip, "--require-hashes", "-r", REQUIREMENTS, folder=folder)


def _install_node(folder: Path) -> None:
    for file in (PACKAGE, PACKAGE_LOCK):
        shutil.copy(file, folder)
    _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", folder=folder)


def _kept(name: str, locks: list[Path], install: Callable[[Path], None]) -> Path:
    """The folder that `install` filled from these locks, now or in an earlier run. One process at a time fills it."""
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()[:12]
    folder = _cache() / f"{name}-{digest}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not (folder / COMPLETE).exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            try:
                install(folder)
            except (OSError, subprocess.SubprocessError) as error:
                said = str(getattr(error, "stderr", "") or error).strip()[-500:]
                words = f"{name} could not be installed: {said}"
                (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(words)
            (folder / COMPLETE).touch()
    return folder


def _run(*command: str | Path, folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=INSTALL_SECONDS)


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "cartwright-tests"
