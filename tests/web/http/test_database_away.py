"""The shop while its database is away: 503 and a word on trying again, on every surface, and never a 500."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.database import close_database, open_database
from tests.web.clients import Browser
from web.app import create_app

pytestmark = pytest.mark.asyncio

NOWHERE = "postgresql://shop:qwzx71@127.0.0.1:9/shop"  # the port of the discard service, which nobody runs


@pytest_asyncio.fixture
async def app(settings: Settings) -> AsyncIterator[Quart]:
    await open_database(NOWHERE, busy_seconds=1)
    yield create_app(settings)
    await close_database()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/products"),
        ("GET", "/products/search?q=mug"),
        ("GET", "/cart"),
        ("GET", "/api/v1/products"),
        ("GET", "/api/v1/cart"),
        ("POST", "/api/v1/auth/login"),
        ("GET", "/readyz"),
    ],
)
async def test_what_needs_the_database_is_a_503(app: Quart, method: str, path: str) -> None:
    body = {"email": "ann@example.com", "password": "x"} if method == "POST" else None
    client = app.test_client()
    client.set_cookie("localhost", "cart", "k" * 22)
    answer = await client.open(path, method=method, json=body)
    assert answer.status_code == 503, await answer.get_data(as_text=True)
    assert "qwzx71" not in await answer.get_data(as_text=True)


async def test_somebody_who_was_signed_in_is_told_as_well(app: Quart) -> None:
    browser = Browser(app)
    browser.client.set_cookie("localhost", "session", "x" * 40)
    assert (await browser.get("/")).status_code == 503


async def test_the_process_is_alive_and_its_files_are_served(app: Quart) -> None:
    client = app.test_client()
    assert (await client.get("/livez")).status_code == 200
