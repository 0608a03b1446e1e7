"""The probes: alive always, ready only when the database and its schema are, and not while stopping."""

import sqlite3
from typing import Any

import pytest
from quart import Quart

from models.database import write
from tests.stack import sqlite_only
from web.http.shutdown import stopping

pytestmark = pytest.mark.asyncio


async def test_a_shop_that_works_says_so(client: Any) -> None:
    for path in ("/livez", "/readyz"):
        assert await (await client.get(path)).get_json() == {"status": "ok"}
    document = await (await client.get("/api/v1/health")).get_json()
    assert document["status"] == "ok"
    assert document["queue"] == {"queued": 0, "running": 0}
    assert (document["workers"], document["oldest_job_age_seconds"]) == (0, 0.0)


@pytest.mark.parametrize(
    ("damage", "part"),
    [("DELETE FROM aerich", "migrations"), ("UPDATE aerich SET version = 'later'", "migrations"),
     ("DROP TABLE aerich", "database")],
)  # fmt: skip
async def test_the_failing_part_is_named(client: Any, damage: str, part: str) -> None:
    await write(lambda tx: tx.execute(damage))
    for path in ("/readyz", "/api/v1/health"):
        answer = await client.get(path)
        assert (answer.status_code, (await answer.get_json())["failing"]) == (503, [part])
    assert (await client.get("/livez")).status_code == 200


async def test_a_stopping_server_is_not_ready(app: Quart, client: Any) -> None:
    stopping(app).set()
    answer = await client.get("/readyz")
    assert (answer.status_code, (await answer.get_json())["failing"]) == (503, ["stopping"])
    assert (await client.get("/livez")).status_code == 200


@sqlite_only("its readers and its one writer do not wait for each other")
async def test_ready_does_not_write(client: Any, shop: str) -> None:
    file = shop.removeprefix("sqlite:///")
    await client.get("/readyz")
    with sqlite3.connect(file) as connection:
        connection.execute("BEGIN IMMEDIATE")  # a writer elsewhere does not make us unready
        assert (await client.get("/readyz")).status_code == 200
        connection.rollback()
