"""The programs that ask the API at random and make clients of its document.

Where they cannot be installed their tests are skipped by name; CI wants them to run, those in TypeScript where Node is.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.servers.kept import NotInstalled, kept, kept_python, run

HERE = Path(__file__).parent
PACKAGE, PACKAGE_LOCK = HERE / "package.json", HERE / "package-lock.json"


@pytest.fixture(scope="session")
def programs() -> Path:
    """The folder with `schemathesis`, `openapi-python-client` and a `python` that runs what the latter makes."""
    return _required(lambda: kept_python("fuzz", HERE / "requirements.lock"))


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder with the packages that make and compile a client in TypeScript."""
    if shutil.which("node") is None:
        pytest.skip("Node is not installed, which generates and runs the client in TypeScript")
    return _required(lambda: kept("fuzz-node", [PACKAGE, PACKAGE_LOCK], _install_node)) / "node_modules"


def _install_node(folder: Path) -> None:
    for file in (PACKAGE, PACKAGE_LOCK):
        shutil.copy(file, folder)
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", folder=folder)


def _required(find: Callable[[], Path]) -> Path:
    try:
        return find()
    except NotInstalled as missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(missing))
