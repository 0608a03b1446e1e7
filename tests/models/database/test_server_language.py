"""A server that speaks German: what an error leads to hangs on its code alone, and is the same in every language."""

import asyncio
from collections.abc import AsyncIterator, Callable

import asyncpg
import pytest
import pytest_asyncio

from models.database import ConnectionFailed, Transaction, close_database, open_database, read, write
from models.database.schema_versions import SchemaMismatch
from models.database.upgrade import check_schema, upgrade
from tests.servers.postgres import Postgres
from tests.servers.wire import Wire, wire_to
from tests.stack import uses_postgres

# The ORM keeps its statements by the name of a connection: a process upgrades databases of one kind.
pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.skipif(not uses_postgres(), reason="PostgreSQL only: it upgrades databases of that kind"),
]

REFUSED, UNFIT = "ConstraintViolated", "ValueRefused"
BUSY, STORAGE = "DatabaseBusy", "StorageFailed"
NO_NAME = "INSERT INTO queue (paused_at) VALUES (1)"
TWICE = "INSERT INTO queue (name) VALUES ('a'), ('a')"
NOBODYS = "INSERT INTO cart_item (cart_id, product_id, quantity) VALUES (1, 1, 1)"
TOO_LARGE = "SELECT 1 / (SELECT count(*) FROM queue)"
UNKNOWN = "SELECT * FROM nothing"
# how it comes about, or the code that the server gives it -> the error that the program raises, after so many tries
OUTCOMES = {
    TWICE: (REFUSED, 2),
    NO_NAME: (REFUSED, 1),
    TOO_LARGE: (UNFIT, 1),
    UNKNOWN: ("UndefinedTableError", 1),
    "23503": (REFUSED, 1),  # a foreign key
    "23514": (REFUSED, 1),  # a check
    "P0001": (REFUSED, 1),  # a trigger
    "22021": (UNFIT, 1),  # characters that the encoding does not have
    "40001": (BUSY, 3),  # could not be serialised
    "40P01": (BUSY, 3),  # a deadlock
    "55P03": ("RowLocked", 1),  # a lock was not had in time
    "57014": (BUSY, 1),  # a statement took too long
    "57P01": (BUSY, 2),  # the server is stopped
    "57P02": (BUSY, 2),  # it has crashed
    "57P03": (BUSY, 1),  # it is starting
    "08006": (BUSY, 2),  # the connection is lost
    "25P03": (BUSY, 2),  # the transaction was idle for too long
    "53300": (BUSY, 1),  # it has no room for more connections
    "53100": (STORAGE, 1),  # its disk is full
    "25006": (STORAGE, 2),  # it takes no writes
    "42501": (STORAGE, 1),  # rights were taken away
    "58030": (BUSY, 1),  # its disk fails
    "42601": ("PostgresSyntaxError", 1),
}
RAISED = "DO $$ BEGIN RAISE EXCEPTION 'words' USING ERRCODE = '{}'; END $$"


@pytest_asyncio.fixture(params=[True, False], ids=["German", "English"])
async def wire(postgres: Postgres, request: pytest.FixtureRequest) -> AsyncIterator[Wire]:
    async with wire_to(postgres.port) as line:
        line.speaks_german = request.param
        yield line


@pytest_asyncio.fixture
async def url(postgres: Postgres, wire: Wire) -> AsyncIterator[str]:
    """An empty shop behind the wire."""
    async for each in postgres.copy():
        yield through(wire, each)


def through(wire: Wire, url: str) -> str:
    return url.replace(f":{wire.server_port}/", f":{wire.port}/") + "?sslmode=disable"


@pytest.mark.parametrize("cause", OUTCOMES)
async def test_an_error_leads_to_the_same_in_every_language(wire: Wire, url: str, cause: str) -> None:
    tries = 0

    async def work(tx: Transaction) -> None:
        nonlocal tries
        tries += 1
        await tx.execute(RAISED.format(cause) if len(cause) == 5 else cause)

    await open_database(url, busy_seconds=30, connections=2)
    try:
        with pytest.raises(Exception) as raised:  # noqa: PT011  its name is looked at below
            await write(work)
        assert (type(raised.value).__name__, tries) == OUTCOMES[cause]
        assert await read(lambda tx: tx.fetch("SELECT name FROM queue")) == []
    finally:
        await close_database()
    assert bool(wire.translated) == wire.speaks_german


async def test_an_empty_database_is_told_to_be_migrated_and_is(postgres: Postgres, wire: Wire) -> None:
    async for empty in postgres.copy("template1"):
        there = through(wire, empty)
        with pytest.raises(SchemaMismatch, match="run `cartwright migrate`"):
            await check_schema(there)
        assert await upgrade(there) != []
        await check_schema(there)


@pytest.mark.parametrize(
    "spoil", [lambda url: url.replace("?", "_of_nobody?"), lambda url: url.replace("cartwright@", "nobody@")]
)
async def test_what_time_does_not_mend_is_told_apart(wire: Wire, url: str, spoil: Callable[[str], str]) -> None:
    for work in (check_schema, upgrade):
        with pytest.raises(ConnectionFailed, match="no way into the database by this URL") as kept_out:
            await work(spoil(url))
        assert not kept_out.value.is_passing
    assert bool(wire.translated) == wire.speaks_german


async def test_a_role_without_rights_is_not_told_to_migrate_nor_to_wait(
    postgres: Postgres, wire: Wire, url: str
) -> None:
    postgres.say("CREATE ROLE powerless LOGIN")
    try:
        for work in (check_schema, upgrade):
            with pytest.raises(ConnectionFailed, match="the role of this URL may not do that") as kept_out:
                await work(url.replace("cartwright@", "powerless@"))
            assert not kept_out.value.is_passing
    finally:
        postgres.say("DROP ROLE powerless")


async def test_a_server_with_no_room_is_waited_for(postgres: Postgres, wire: Wire, url: str) -> None:
    postgres.say("CREATE ROLE crowded LOGIN CONNECTION LIMIT 1")
    try:
        mine = url.replace("cartwright@", "crowded@")
        other = await asyncpg.connect(mine)
        with pytest.raises(ConnectionFailed, match="cannot be reached") as kept_out:
            await check_schema(mine)
        assert kept_out.value.is_passing
        await open_database(mine, busy_seconds=60, connections=4)
        refused_before = wire.refused
        waiting = asyncio.create_task(read(lambda tx: tx.fetch_one("SELECT 1")))
        while wire.refused == refused_before:
            await asyncio.sleep(0.01)
        await other.close()
        assert await waiting is not None
    finally:
        await close_database()
        postgres.say("DROP ROLE crowded")
