"""How many statements a page costs whoever asks: counted where they reach the database, sessions included."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import write
from models.database.sqlite import sqlite_connection
from tests.stack import sqlite_only
from tests.web.clients import Browser, make_user
from tests.web.placing import place_by_page, product_id, product_page
from web.app import create_app

pytestmark = [pytest.mark.asyncio, sqlite_only("it counts what SQLite's thread is given")]
MOST = {"/": 3, "/products": 3, "/products?q=oak&in_stock=1&sort=price": 4, "PRODUCT": 3, "/cart": 3, "ORDER": 4}


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement from now on."""
    seen: list[str] = []
    for name in ("execute", "fetch", "fetch_one", "execute_many"):
        real = getattr(sqlite_connection.SqliteTransaction, name)

        async def noted(self: Any, sql: str, *values: Any, real: Any = real) -> Any:
            seen.append(sql)
            return await real(self, sql, *values)

        monkeypatch.setattr(sqlite_connection.SqliteTransaction, name, noted)
    return seen


@pytest_asyncio.fixture
async def visitors(app: Quart, settings: Settings) -> AsyncIterator[dict[str, Browser]]:
    """A stranger, a guest with a cart, and a customer with one."""
    await write(seed_demo)
    await make_user()
    unlimited = create_app(replace(settings, rate_limit=False))
    found = {name: Browser(unlimited) for name in ("stranger", "guest", "customer")}
    await found["customer"].log_in("ann@example.com")
    for name in ("guest", "customer"):
        await found[name].post("/cart/items", product_id=await product_id())
    yield found


async def test_pages_cost_few_statements_whoever_asks(visitors: dict[str, Browser], statements: list[str]) -> None:
    orders = {who: await place(visitors[who]) for who in ("guest", "customer")}
    for who in orders:
        await visitors[who].post("/cart/items", product_id=await product_id())
    costs: dict[tuple[str, str], int] = {}
    for who, browser in visitors.items():
        paths = {"PRODUCT": await product_page(), "ORDER": orders.get(who, "/orders")}
        for page in MOST:
            if page == "ORDER" and who not in orders:
                continue
            statements.clear()
            answer = await browser.get(paths.get(page, page))
            assert answer.status_code == 200
            costs[who, page] = len(statements)
    assert {key: cost for key, cost in costs.items() if cost > MOST[key[1]]} == {}
    assert costs["customer", "/cart"] > 0, "nothing was counted"
    assert {who for who, page in costs if page == "ORDER"} == {"guest", "customer"}


@pytest.mark.parametrize("who", ["guest", "customer"])
async def test_a_poll_without_news_costs_one_statement(
    visitors: dict[str, Browser], statements: list[str], who: str
) -> None:
    order = await place(visitors[who])
    statements.clear()
    asks = {"HX-Request": "true"}
    answer = await visitors[who].get(f"{order}/status?v=1", headers=asks)
    text = await answer.get_data(as_text=True)
    assert 'id="order-line"' in text
    assert 'id="order-status"' not in text
    assert len(statements) == 1
    statements.clear()
    news = await visitors[who].get(f"{order}/status?v=0", headers=asks)
    assert 'id="order-status"' in await news.get_data(as_text=True)
    assert len(statements) <= 4


async def place(browser: Browser) -> str:
    """An order; a guest has to say where mail goes."""
    return await place_by_page(browser, **({} if browser.session else {"email": "guest@example.com"}))
