"""What the file, the system or the server refuses is a 503 that says so, on every surface, and never a 500."""

import subprocess
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.database import close_database, open_database
from tests.servers.postgres import Postgres
from tests.stack import uses_postgres
from web.app import create_app

pytestmark = pytest.mark.asyncio

SURFACES = ("/", "/products", "/api/v1/products", "/readyz", "/api/v1/health")
OVERWRITE = """
import os, sys
for path in (sys.argv[1], sys.argv[1] + "-wal"):
    if os.path.exists(path):
        with open(path, "r+b") as file:
            file.write(os.urandom(os.path.getsize(path)))
"""


@pytest_asyncio.fixture
async def powerless(postgres: Postgres, settings: Settings) -> AsyncIterator[Quart]:
    """The application on PostgreSQL, as a role from which all rights were taken away."""
    async for url in postgres.copy():
        await postgres.run(
            "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'powerless')"
            " THEN CREATE ROLE powerless; END IF; END $$"
        )
        await open_database(f"{url}{'&' if '?' in url else '?'}options=-c%20role%3Dpowerless", busy_seconds=5)
        yield create_app(settings)
        await close_database()


@pytest.mark.skipif(uses_postgres(), reason="SQLite only: a file")
@pytest.mark.parametrize("path", SURFACES)
async def test_a_file_that_cannot_be_read_is_a_503(app: Quart, database_url: str, path: str) -> None:
    file = database_url.removeprefix("sqlite:///")
    subprocess.run([sys.executable, "-c", OVERWRITE, file], check=True)  # noqa: ASYNC221  our locks stay ours
    answer = await app.test_client().get(path)
    assert answer.status_code == 503, await answer.get_data(as_text=True)


@pytest.mark.parametrize("path", SURFACES)
async def test_rights_that_were_taken_away_are_a_503(powerless: Quart, path: str) -> None:
    answer = await powerless.test_client().get(path)
    assert answer.status_code == 503, await answer.get_data(as_text=True)


async def test_the_probe_names_the_rights(powerless: Quart) -> None:
    answer = await powerless.test_client().get("/readyz")
    assert (await answer.get_json())["failing"] == ["database", "rights"]
