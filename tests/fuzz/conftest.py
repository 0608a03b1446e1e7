"""A whole running shop, web and worker, for programs that know nothing of it but its document."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from core.settings import Settings
from models.catalog.seed import seed_development
from models.database import close_database, open_database
from models.database.upgrade import upgrade
from tests.fuzz.programs import node_modules, programs
from tests.servers.throwaway import free_port
from tests.web.clients import PASSWORD, make_user
from web.api.description.openapi import document
from web.app import create_app

__all__ = ["node_modules", "programs"]

SECONDS_TO_START = 120
ENDS_THE_CALLER = ("/api/v1/auth/logout", "/api/v1/auth/password")


class Shop(NamedTuple):
    """Where it is, and what is known of it."""

    url: str
    document: Path  # what clients are generated from
    spec: Path  # the same, held to its word: of the API alone, and what is not named is not allowed

    def access_token(self, email: str) -> str:
        """A login's, good for ten minutes."""
        return str(self.call("POST", "/auth/login", {"email": email, "password": PASSWORD})["access_token"])

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The document that the API answers with."""
        answer = httpx.request(method, f"{self.url}/api/v1{path}", json=body, headers=headers, timeout=100)
        return answer.raise_for_status().json()


@pytest.fixture(scope="module")
def running_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The demo shop with a customer, ann@example.com, and an admin, boss@example.com.

    A fresh one for each file: an admin who asks at random pauses queues, and then no order is worked.
    """
    folder = tmp_path_factory.mktemp("running")
    database = f"sqlite:///{folder}/shop.db"
    asyncio.run(upgrade(database))
    asyncio.run(_fill(database))
    shop = Shop(f"http://127.0.0.1:{free_port()}", folder / "openapi.json", folder / "strict.json")
    described = document(create_app(Settings(env="development", secret_key="k" * 48)))
    shop.document.write_text(json.dumps(described))
    shop.spec.write_text(json.dumps(_strict(described)))
    given = {"ENV": "development", "PORT": shop.url.rpartition(":")[2], "DATA_DIR": str(folder), "RATE_LIMIT": "off"}
    environment = {**os.environ, **{f"CARTWRIGHT_{name}": value for name, value in given.items()}}
    log = (folder / "shop.log").open("wb")
    process = subprocess.Popen([sys.executable, "-m", "cli", "up"], env=environment, stdout=log, stderr=log)
    try:
        _wait_for(f"{shop.url}/readyz")
        yield shop
    finally:
        process.terminate()
        process.wait(60)
        log.close()


def _strict(described: dict[str, Any]) -> dict[str, Any]:
    """The operations of the API without their `default` answer, which would allow any; nor those that end the login."""
    strict: dict[str, Any] = json.loads(json.dumps(described))
    strict["paths"] = {
        path: methods
        for path, methods in strict["paths"].items()
        if path.startswith("/api/") and path not in ENDS_THE_CALLER
    }
    for methods in strict["paths"].values():
        for operation in methods.values():
            operation["responses"].pop("default")
    return strict


async def _fill(url: str) -> None:
    await open_database(url)
    try:
        await seed_development()
        await make_user("ann@example.com")
        await make_user("boss@example.com", role="admin")
    finally:
        await close_database()


def _wait_for(url: str) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(url).status_code == 200:
                return
        time.sleep(0.1)
    raise AssertionError("the shop does not start")
