"""A whole running shop, web and worker, for programs that know nothing of it but its document."""

import asyncio
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from models.database import close_database, open_database
from models.database.upgrade import upgrade
from models.seed import seed_development
from settings import Settings
from tests.web.clients import make_user
from web.api.openapi import document
from web.app import create_app

SECONDS_TO_START = 60


class Shop(NamedTuple):
    url: str
    spec: Path


@pytest.fixture(scope="session")
def running_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The demo shop with a customer, ann@example.com, and an admin, boss@example.com; its document in a file."""
    folder = tmp_path_factory.mktemp("running")
    database = f"sqlite:///{folder}/shop.db"
    asyncio.run(upgrade(database))
    asyncio.run(_fill(database))
    port = _free_port()
    given = {"ENV": "development", "PORT": str(port), "DATA_DIR": str(folder), "RATE_LIMIT": "off"}
    environment = {**os.environ, **{f"CARTWRIGHT_{name}": value for name, value in given.items()}}
    process = subprocess.Popen([sys.executable, "-m", "cli", "up"], env=environment, stderr=subprocess.DEVNULL)
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document(create_app(Settings(env="development", secret_key="k" * 48)))))
    try:
        _wait_for(f"http://127.0.0.1:{port}/readyz")
        yield Shop(f"http://127.0.0.1:{port}", spec)
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="session")
def schemathesis() -> str:
    return _required("schemathesis")


@pytest.fixture(scope="session")
def python_generator() -> str:
    return _required("openapi-python-client")


@pytest.fixture(scope="session")
def npm() -> str:
    """npm, when packages may be fetched."""
    if not os.environ.get("FUZZ"):
        pytest.skip("fetches packages from npm: set FUZZ to run it")
    return _required("npm")


def _required(name: str) -> str:
    """The program, or a skip that names it; with FUZZ set its absence is a failure. Asked for before a shop starts."""
    program = shutil.which(name)
    if program is None:
        reason = f"{name} is not installed"
        pytest.fail(reason) if os.environ.get("FUZZ") else pytest.skip(reason)
    return str(program)


async def _fill(url: str) -> None:
    await open_database(url)
    try:
        await seed_development()
        await make_user("ann@example.com")
        await make_user("boss@example.com", role="admin")
    finally:
        await close_database()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(url: str) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        with contextlib.suppress(URLError, ConnectionError), urlopen(url) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise AssertionError("the shop does not start")
