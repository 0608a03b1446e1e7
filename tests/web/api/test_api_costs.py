"""What requests cost the database: statements and hops, which stay few whatever is added."""

from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from models.database.sqlite.sqlite_connection import SqliteConnection
from tests.stack import sqlite_only
from tests.web.clients import Api, make_user
from tests.web.placing import api_body, place_by_api, product_id

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def ann(app: Quart) -> Api:
    await write(seed_demo)
    await make_user()
    return await Api(app).log_in("ann@example.com")


@pytest.fixture
def hops(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The trips to the database's thread from here on: read or write."""
    made: list[str] = []
    for name in ("read", "write_group"):
        real = getattr(SqliteConnection, name)

        def spy(self: Any, *values: Any, _real: Any = real, _name: str = name, **more: Any) -> Any:
            made.append(_name)
            return _real(self, *values, **more)

        monkeypatch.setattr(SqliteConnection, name, spy)
    return made


@sqlite_only("it counts hops to SQLite's threads")
async def test_polling_an_unchanged_order_is_one_indexed_read(ann: Api, statements: list[str], hops: list[str]) -> None:
    order = await (await place_by_api(ann)).get_json()
    statements.clear()
    hops.clear()
    answer = await ann.call("GET", f"/orders/{order['id']}", **{"If-None-Match": '"v1"'})
    assert answer.status_code == 304
    mine = [sql for sql in statements if "users" not in sql]
    assert len(mine) == 1
    assert set(hops) == {"read"}
    plan = await write(lambda tx: tx.fetch(f"EXPLAIN QUERY PLAN {mine[0]}", *[None] * mine[0].count("?")))
    assert all("USING INDEX" in row["detail"] or "PRIMARY KEY" in row["detail"] for row in plan)
    assert not any(row["detail"].startswith("SCAN") for row in plan)


@sqlite_only("elsewhere it cannot be told cheaply whether anything was committed")
async def test_waiting_for_news_asks_the_database_once_while_nothing_is_committed(
    ann: Api, statements: list[str]
) -> None:
    order = await (await place_by_api(ann)).get_json()
    statements.clear()
    answer = await ann.call("GET", f"/orders/{order['id']}", **{"If-None-Match": '"v1"', "Prefer": "wait=1"})
    assert (answer.status_code, answer.headers["Preference-Applied"]) == (304, "wait=1")
    assert len([sql for sql in statements if "o.version" in sql]) == 2  # at the start, and for the answer


@sqlite_only("it counts hops to SQLite's threads")
async def test_placing_an_order_is_at_most_three_hops(ann: Api, hops: list[str]) -> None:
    await ann.call("POST", "/cart/items", {"product_id": await product_id()})
    hops.clear()
    answer = await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "k"})
    assert answer.status_code == 202
    assert hops.count("write_group") == 1
    assert len(hops) <= 3


async def test_listeners_cost_an_order_nothing_when_there_are_none(ann: Api, statements: list[str]) -> None:
    await ann.call("POST", "/cart/items", {"product_id": await product_id()})
    statements.clear()
    await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "k"})
    assert not [sql for sql in statements if "webhook_delivery" in sql]
    assert not [
        sql for sql in statements if sql.lstrip().startswith("SELECT") and "webhook" in sql and "FROM cart c" not in sql
    ]
