"""The probes: alive always, ready only when the database and its schema are, and not while stopping."""

import dataclasses
import os
import sqlite3
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from models.database import read, write
from tests.stack import sqlite_only, uses_postgres
from tests.web.clients import Api, make_user
from web.app import create_app
from web.http.shutdown import stopping

pytestmark = pytest.mark.asyncio
TOKEN = "an-operators-token-0123456789"
REFUSE = """
CREATE TRIGGER refuse BEFORE INSERT ON rate_bucket WHEN new.key LIKE 'health check%'
BEGIN SELECT RAISE(ABORT, 'no'); END
"""


async def test_a_shop_that_works_says_so(client: Any) -> None:
    for path in ("/livez", "/readyz"):
        assert await (await client.get(path)).get_json() == {"status": "ok"}
    assert await (await client.get("/api/v1/health")).get_json() == {"status": "ok"}, "a stranger learns more"


async def test_admins_and_operators_are_told_how_busy_the_shop_is(shop: str, settings: Settings) -> None:
    app = create_app(dataclasses.replace(settings, ops_token=TOKEN))
    await make_user("boss@example.com", role="admin")
    await make_user("ann@example.com")
    boss, ann = await Api(app).log_in("boss@example.com"), await Api(app).log_in("ann@example.com")
    whole = {"status": "ok", "database": "ok", "queue": {"queued": 0, "running": 0}, "workers": 0,
             "oldest_job_age_seconds": 0.0}  # fmt: skip
    assert await (await boss.call("GET", "/health")).get_json() == whole
    assert await (await ann.call("GET", "/health")).get_json() == {"status": "ok"}
    for token, told in ((TOKEN, whole), (TOKEN[1:], {"status": "ok"}), ("", {"status": "ok"})):
        answer = await app.test_client().get("/api/v1/health", headers={"X-Ops-Token": token})
        assert await answer.get_json() == told


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


async def test_looking_leaves_nothing_behind(client: Any) -> None:
    assert (await client.get("/readyz")).status_code == 200
    rows = await read(lambda tx: tx.fetch("SELECT key FROM rate_bucket WHERE key LIKE 'health check%'"))
    assert not rows


async def test_a_database_that_refuses_writes_fails(client: Any) -> None:
    """Reading works all the same."""
    if uses_postgres():
        await write(lambda tx: tx.execute("ALTER TABLE rate_bucket ADD CHECK (key NOT LIKE 'health check%')"))
    else:
        await write(lambda tx: tx.execute(REFUSE))
    for path in ("/readyz", "/api/v1/health"):
        answer = await client.get(path)
        assert (answer.status_code, (await answer.get_json())["failing"]) == (503, ["database"])


@sqlite_only("the lock of its one writer")
async def test_a_stranger_who_keeps_the_lock_makes_it_fail(client: Any, shop: str) -> None:
    with sqlite3.connect(shop.removeprefix("sqlite:///")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        answer = await client.get("/readyz")
        assert (answer.status_code, (await answer.get_json())["failing"]) == (503, ["database"])
        connection.rollback()


@sqlite_only("its file")
async def test_a_file_that_was_removed_is_named_and_no_order_is_taken(client: Any, shop: str) -> None:
    os.unlink(shop.removeprefix("sqlite:///"))
    answer = await client.get("/readyz")
    assert (answer.status_code, (await answer.get_json())["failing"]) == (503, ["database", "database_file"])
    body = {"email": "ann@example.com", "password": "a long passphrase 93", "name": "Ann"}
    refused = await client.post("/api/v1/auth/register", json=body)
    document = await refused.get_json()
    assert (refused.status_code, document["detail"]) == (
        503, "The shop cannot save orders right now. Please try again later.",
    )  # fmt: skip
