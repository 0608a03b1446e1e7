"""Schemathesis sends what the document allows, and what it does not, to a running shop: no 5xx, nothing undocumented.

Its cases are many and cheap ones: about a minute for each caller. It brings a plugin of its own for pytest, which no
other test wants; so it is a program of its own here (`uv tool install schemathesis`).
"""

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
from tests.web.clients import PASSWORD, make_user
from web.api.openapi import document
from web.app import create_app

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(600)]
PROGRAM = shutil.which("schemathesis") or shutil.which("st")
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,ignored_auth"
ENDS_THE_CALLER = "auth/(logout|password)$"
SECONDS_TO_START = 30
EXAMPLES = 2  # of each operation, beside the cases that cover its schema
CALLERS = {"anonymous": "", "customer": "ann@example.com", "admin": "boss@example.com"}


class Shop(NamedTuple):
    url: str
    spec: Path


async def prepare(url: str) -> None:
    await open_database(url)
    try:
        await seed_development()
        await make_user("ann@example.com")
        await make_user("boss@example.com", role="admin")
    finally:
        await close_database()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A web process on a filled database, without workers; its document in a file."""
    if PROGRAM is None:
        reason = "schemathesis is not installed"
        pytest.fail(reason) if os.environ.get("FUZZ") else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("fuzz")
    database = f"sqlite:///{folder}/shop.db"
    asyncio.run(upgrade(database))
    asyncio.run(prepare(database))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = {"ENV": "development", "PORT": str(port), "DATA_DIR": str(folder), "RATE_LIMIT": "off"}
    environment = {**os.environ, **{f"CARTWRIGHT_{name}": value for name, value in given.items()}}
    process = subprocess.Popen([sys.executable, "-m", "cli", "web"], env=environment, stderr=subprocess.DEVNULL)
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document(create_app(Settings(env="development", secret_key="k" * 48)))))
    try:
        wait_for(f"http://127.0.0.1:{port}/readyz")
        yield Shop(f"http://127.0.0.1:{port}", spec)
    finally:
        process.terminate()
        process.wait(20)


def wait_for(url: str) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        with contextlib.suppress(URLError, ConnectionError), urlopen(url) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise AssertionError("the shop does not start")


@pytest.mark.parametrize("caller", CALLERS)
def test_no_request_breaks_the_api(shop: Shop, caller: str) -> None:
    auth = ["--auth", f"{CALLERS[caller]}:{PASSWORD}"] if CALLERS[caller] else []
    command = [
        *(str(PROGRAM), "run", str(shop.spec), "--url", shop.url, *auth),
        *("--include-path-regex", "^/api/", "--exclude-path-regex", ENDS_THE_CALLER),
        *("--phases", "coverage,fuzzing", "--max-examples", str(EXAMPLES), "--checks", CHECKS, "--no-color"),
        *("--request-timeout", "20", "--seed", "1"),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=shop.spec.parent)
    assert ran.returncode == 0, ran.stdout[-6000:]
