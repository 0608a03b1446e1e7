"""The PostgreSQL engine: few round trips, and whoever goes away, deadlocks or loses the line leaves nothing behind."""

import asyncio
import random
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import asyncpg
import pytest
import pytest_asyncio

from models.database import (
    CommitInDoubt,
    ConstraintViolated,
    DatabaseBusy,
    Transaction,
    close_database,
    connect,
    open_database,
    read,
    read_long,
    write,
)
from models.database.postgres import postgres_clock, postgres_connection
from tests.servers.postgres import Postgres
from tests.servers.wire import Wire, wire_to

pytestmark = pytest.mark.asyncio
PATIENCE_SECONDS = 60  # for a machine that is busy with other tests


@pytest_asyncio.fixture
async def url(postgres: Postgres) -> AsyncIterator[str]:
    """The URL of an empty shop."""
    async for each in postgres.copy():
        yield each


@pytest_asyncio.fixture
async def shop(url: str) -> AsyncIterator[str]:
    """It is open. Its URL."""
    await open_database(url, busy_seconds=PATIENCE_SECONDS, connections=4)
    yield url
    await close_database()


@pytest_asyncio.fixture
async def wire(postgres: Postgres, url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
    """The shop is open over a wire that counts. The time, else asked for every ten seconds, is asked for once."""
    monkeypatch.setattr(postgres_clock, "FRESH_SECONDS", 3600.0)
    async with wire_to(postgres.port) as line:
        there = url.replace(f":{postgres.port}/", f":{line.port}/") + "?sslmode=disable"
        await open_database(there, busy_seconds=PATIENCE_SECONDS, connections=1)
        yield line
        await close_database()


async def put(tx: Transaction, name: str) -> None:
    assert await tx.execute("INSERT INTO queue (name) VALUES (?)", name) == 1


async def names() -> list[str]:
    rows = await read(lambda tx: tx.fetch("SELECT name FROM queue ORDER BY name"))
    return [row["name"] for row in rows]


async def ask(url: str, sql: str) -> Any:
    """The answer to somebody else's question."""
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
HANG_UP = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.mark.parametrize(
    ("statements", "sent", "trips"),
    [(0, 0, 0), (1, 0, 2), (2, 0, 3), (1, 3, 2), (0, 3, 1)],
)
async def test_a_write_waits_for_its_statements_and_its_commit_only(
    wire: Wire, statements: int, sent: int, trips: int
) -> None:
    async def work(tx: Transaction, run: int) -> None:
        for number in range(sent):
            await tx.send("INSERT INTO queue (name) VALUES (?)", f"s{run}.{number}")
        for number in range(statements):
            await put(tx, f"w{run}.{number}")

    await write(lambda tx: work(tx, 1))  # the statements are prepared
    await write(lambda tx: work(tx, 2))
    before = wire.round_trips
    await write(lambda tx: work(tx, 3))
    assert wire.round_trips - before == trips
    assert len(await names()) == 3 * (statements + sent)


@pytest.mark.parametrize("prepared", [True, False])
@pytest.mark.parametrize("unit", [write, read_long])
async def test_what_is_read_committed_does_not_hang_on_the_servers_default(
    url: str, unit: Any, *, prepared: bool
) -> None:
    name = url.rpartition("/")[2]
    await ask(url, f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")
    await open_database(url, busy_seconds=PATIENCE_SECONDS, prepared_statements=prepared)
    try:
        assert (await unit(lambda tx: tx.fetch_one("SHOW transaction_isolation"))) == ("read committed",)
        assert await ask(url, "SHOW transaction_isolation") == "serializable"  # who does not say is in it
    finally:
        await close_database()


async def test_a_read_is_one_round_trip(wire: Wire) -> None:
    await names()
    before = wire.round_trips
    await names()
    assert wire.round_trips - before == 1


async def test_what_is_sent_is_done_in_order_and_seen_by_what_follows(shop: str) -> None:
    async def work(tx: Transaction) -> int:
        await tx.send("INSERT INTO queue (name, paused_at) VALUES (?, ?)", "it's", 1)
        await tx.send("UPDATE queue SET paused_at = paused_at + ?, is_paused = ? WHERE name = ?", 41, True, "it's")
        await tx.send("UPDATE queue SET paused_by = ?, paused_at = ? WHERE FALSE", "naïve", None)
        row = await tx.fetch_one("SELECT paused_at FROM queue WHERE is_paused")
        assert row is not None
        return int(row["paused_at"])

    assert await write(work) == 42
    assert await names() == ["it's"]


@pytest.mark.parametrize("follows", [True, False])
async def test_a_sent_statement_that_is_refused_undoes_the_unit(shop: str, *, follows: bool) -> None:
    async def work(tx: Transaction) -> None:
        await put(tx, "a")
        await tx.send("INSERT INTO queue (name) VALUES ('a')")
        if follows:
            await put(tx, "b")

    with pytest.raises(ConstraintViolated):
        await write(work)
    assert await names() == []


async def test_a_part_that_sends_what_is_refused_is_undone_by_itself(shop: str) -> None:
    async def part(tx: Transaction) -> None:
        await put(tx, "part")
        await tx.send("INSERT INTO queue (name) VALUES ('part')")

    async def work(tx: Transaction) -> None:
        await tx.send("INSERT INTO queue (name) VALUES ('before')")
        with pytest.raises(ConstraintViolated):
            await tx.nested(part)
        await put(tx, "after")

    await write(work)
    assert await names() == ["after", "before"]


async def test_an_error_that_is_passed_over_is_not_committed_in_silence(shop: str) -> None:
    async def work(tx: Transaction) -> None:
        await put(tx, "a")
        with pytest.raises(ConstraintViolated):
            await put(tx, "a")

    with pytest.raises(RuntimeError, match="all of it was undone"):
        await write(work)
    assert await names() == []


async def test_callers_cancelled_at_any_point_leave_no_transaction_open(shop: str) -> None:
    from tortoise.connection import get_connection

    engine: Any = get_connection("default")
    draw = random.Random(7)

    async def work(tx: Transaction, number: int) -> None:
        await tx.send("INSERT INTO queue (name) VALUES (?)", f"a{number}")
        await put(tx, f"b{number}")
        await tx.nested(lambda tx: put(tx, f"c{number}"))

    for number in range(200):
        unit = lambda tx, n=number: work(tx, n)  # noqa: E731
        doing = (
            engine.write(unit, busy_seconds=PATIENCE_SECONDS)
            if number % 2
            else engine.read(lambda tx: tx.fetch("SELECT 1"))
        )
        task = asyncio.create_task(doing)
        for _ in range(draw.randrange(12)):
            await asyncio.sleep(0)
        await asyncio.sleep(draw.choice((0, 0, 0.001, 0.002)))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await asyncio.gather(*(write(partial(put, name=f"last{n}")) for n in range(8)))
    kept = [name for name in await names() if not name.startswith("last")]
    assert len(kept) % 3 == 0, "a unit was done by halves"
    assert await ask(shop, OPEN) == 0


async def test_units_that_deadlock_are_done_all_the_same(shop: str) -> None:
    await write(lambda tx: tx.execute("INSERT INTO queue (name, paused_at) VALUES ('a', 0), ('b', 0)"))
    both_hold = asyncio.Barrier(2)
    tries = 0

    async def work(tx: Transaction, first: str, second: str) -> None:
        nonlocal tries
        tries += 1
        await tx.execute("UPDATE queue SET paused_at = paused_at + 1 WHERE name = ?", first)
        if tries <= 2:
            await both_hold.wait()
        await tx.execute("UPDATE queue SET paused_at = paused_at + 1 WHERE name = ?", second)

    await asyncio.gather(write(lambda tx: work(tx, "a", "b")), write(lambda tx: work(tx, "b", "a")))
    assert tries == 3
    assert await ask(shop, "SELECT sum(paused_at) FROM queue") == 4


async def open_again(url: str, **options: Any) -> None:
    await close_database()
    await open_database(url, **options)


async def test_who_waits_too_long_for_a_row_or_a_connection_is_told_that_the_database_is_busy(shop: str) -> None:
    await write(lambda tx: put(tx, "a"))
    other = await asyncpg.connect(shop)
    async with other.transaction():
        await other.execute("UPDATE queue SET paused_at = 1")
        await open_again(shop, busy_seconds=1, connections=4)
        waiting = [write(lambda tx: tx.execute("UPDATE queue SET paused_at = 2")) for _ in range(6)]
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    await other.close()
    assert [isinstance(outcome, DatabaseBusy) for outcome in outcomes] == [True] * 6
    await open_again(shop, busy_seconds=PATIENCE_SECONDS)
    await write(lambda tx: put(tx, "b"))


async def test_a_server_with_no_room_for_more_connections_is_used_by_turns(postgres: Postgres, url: str) -> None:
    postgres.say("CREATE ROLE narrow LOGIN CONNECTION LIMIT 2")
    try:
        await open_database(url.replace("cartwright@", "narrow@"), busy_seconds=PATIENCE_SECONDS, connections=6)
        answers = [read(lambda tx: tx.fetch_one("SELECT pg_sleep(0.1)")) for _ in range(12)]
        await asyncio.gather(*answers)
    finally:
        await close_database()
        postgres.say("DROP ROLE narrow")


@pytest.mark.parametrize("is_prepared", [True, False])
async def test_a_server_that_says_nothing_is_left_alone_in_time(
    wire: Wire, monkeypatch: pytest.MonkeyPatch, *, is_prepared: bool
) -> None:
    monkeypatch.setattr("models.database.postgres.postgres_pool.COMMAND_SECONDS", 2.0)
    monkeypatch.setattr(postgres_connection, "END_SECONDS", 1000.0)
    if is_prepared:
        await write(partial(put, name="before"))
        await write(lambda tx: tx.execute("DELETE FROM queue"))
    wire.silent_at = b"" if is_prepared else b"INSERT"  # the words of what is prepared are not said again
    async with asyncio.timeout(PATIENCE_SECONDS):  # no rollback is sent that nobody would hear
        with pytest.raises(DatabaseBusy):
            await write(partial(put, name="unheard"))
    wire.silent_at = None
    await write(partial(put, name="heard"))
    assert await names() == ["heard"]


async def test_a_snapshot_has_more_time_than_a_page(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.postgres.postgres_pool.COMMAND_SECONDS", 1.5)
    await read_long(lambda tx: tx.fetch("SELECT pg_sleep(2)"), snapshot=True)
    with pytest.raises(DatabaseBusy):
        await read(lambda tx: tx.fetch("SELECT pg_sleep(2)"))


async def test_connections_that_the_server_closed_are_not_noticed(shop: str) -> None:
    await asyncio.gather(*(names() for _ in range(4)))
    for _ in range(3):
        assert await ask(shop, HANG_UP) > 0
        await asyncio.gather(names(), write(lambda tx: tx.execute("UPDATE queue SET paused_at = 1")), names())


async def test_a_unit_that_loses_its_connection_half_way_is_done_again_once(shop: str) -> None:
    tries = 0

    async def work(tx: Transaction) -> None:
        nonlocal tries
        tries += 1
        await put(tx, f"try{tries}")
        if tries == 1:
            await ask(shop, HANG_UP)
        await put(tx, "end")

    await write(work)
    assert await names() == ["end", "try2"]


async def test_a_line_that_dies_during_the_commit_leaves_its_outcome_in_doubt(wire: Wire) -> None:
    await write(lambda tx: put(tx, "a"))

    async def work(tx: Transaction) -> None:
        await put(tx, "b")
        wire.cut_after = b"E"  # the next statement is the COMMIT

    with pytest.raises(CommitInDoubt):
        await write(work)
    assert await names() == ["a", "b"]


async def test_a_server_that_is_away_is_a_busy_database(url: str) -> None:
    await open_database("postgresql://cartwright@127.0.0.1:9/shop", busy_seconds=1)
    try:
        with pytest.raises(DatabaseBusy, match="no connection"):
            await names()
        with pytest.raises(DatabaseBusy, match="no connection"):
            await write(lambda tx: put(tx, "a"))
    finally:
        await close_database()


async def test_a_server_that_was_restarted_is_found_again_at_once(postgres: Postgres, shop: str) -> None:
    await asyncio.gather(*(names() for _ in range(4)))
    await asyncio.to_thread(postgres.stop)
    try:
        with pytest.raises(DatabaseBusy):
            await write(lambda tx: put(tx, "away"))
    finally:
        await asyncio.to_thread(postgres.start)
    await write(lambda tx: put(tx, "back"))
    assert await names() == ["back"]


async def test_a_schema_that_changes_under_a_prepared_statement_is_not_noticed(shop: str) -> None:
    everything = "SELECT * FROM queue"
    await write(lambda tx: put(tx, "a"))
    for column in ("one", "two"):
        assert len(await read(lambda tx: tx.fetch(everything))) == 1
        await ask(shop, f"ALTER TABLE queue ADD COLUMN {column} INT")
    rows = await read(lambda tx: tx.fetch(everything))
    assert "two" in dict(rows[0])


async def test_a_pooler_that_keeps_no_statements_can_be_used(shop: str) -> None:
    await open_again(shop, busy_seconds=PATIENCE_SECONDS, connections=1, prepared_statements=False)

    async def work(tx: Transaction) -> tuple[int, str]:
        await tx.send("INSERT INTO queue (name) VALUES (?)", "sent")
        await put(tx, "put")
        await tx.nested(lambda tx: put(tx, "nested"))
        with pytest.raises(ConstraintViolated):
            await tx.nested(lambda tx: put(tx, "put"))
        kept = await tx.fetch_one("SELECT count(*) AS kept FROM pg_prepared_statements WHERE name <> ''")
        limit = await tx.fetch_one("SELECT current_setting('lock_timeout') AS lock_timeout")
        assert kept is not None
        assert limit is not None
        return kept["kept"], limit["lock_timeout"]

    assert await write(work) == (0, "1min")
    assert await names() == ["nested", "put", "sent"]


async def test_sessions_have_limits_and_durable_commits(shop: str) -> None:
    await ask(shop, f"ALTER DATABASE {shop.rsplit('/', 1)[1]} SET synchronous_commit = off")
    await ask(shop, HANG_UP)
    limits = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "synchronous_commit")

    async def work(tx: Transaction) -> list[str]:
        rows = [await tx.fetch_one("SELECT current_setting(?) AS value", name) for name in limits]
        return [row["value"] for row in rows if row is not None]

    assert await read(work) == ["1min", "10s", "15s", "on"]


async def test_a_snapshot_sees_one_state(shop: str) -> None:
    async def twice(tx: Transaction) -> list[int]:
        seen = []
        for name in ("a", "b"):
            row = await tx.fetch_one("SELECT count(*) AS n FROM queue")
            assert row is not None
            seen.append(row["n"])
            await ask(shop, f"INSERT INTO queue (name) VALUES ('{name}')")
        return seen

    assert await read_long(twice, snapshot=True) == [0, 0]
    assert await names() == ["a", "b"]


async def test_the_connection_of_a_thread_comes_back_after_it_was_lost(shop: str) -> None:
    def beat(connection: Any, name: str) -> None:
        connection.write(lambda tx: put(tx, name))

    connection = await asyncio.to_thread(connect)
    try:
        await asyncio.to_thread(beat, connection, "first")
        await ask(shop, HANG_UP)
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
            await asyncio.to_thread(beat, connection, "lost")
        await asyncio.to_thread(beat, connection, "second")
    finally:
        await asyncio.to_thread(connection.close)
    assert await names() == ["first", "second"]


async def test_long_work_leaves_connections_to_who_waits_and_runs_two_at_a_time(shop):
    sleepers = [asyncio.create_task(read_long(lambda tx: tx.fetch("SELECT pg_sleep(1)"))) for _ in range(5)]
    sleeping = "SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(1)%' AND state = 'active'"
    seen = []
    while not all(each.done() for each in sleepers):
        (row,) = await read(lambda tx: tx.fetch(sleeping))
        seen.append(row["n"])
    await asyncio.gather(*sleepers)
    assert max(seen) == 2
