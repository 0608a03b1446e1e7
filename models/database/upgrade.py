"""Bring the database to the schema this program needs: one process does it, the others wait and find it done."""

import asyncio
import contextlib
import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

from aerich import Command
from aerich.models import Aerich
from tortoise.context import TortoiseContext
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from models.database.configuration import APP, Terms, tortoise_config
from models.database.connection_check import check_connection
from models.database.schema_versions import (
    APPLIED,
    MIGRATIONS,
    SchemaMismatch,
    dropped_by,
    known_migrations,
    migration_facts,
    migration_module,
    mismatch,
    number_of_migration,
)
from models.database.transaction import INSUFFICIENT_PRIVILEGE, ConnectionFailed, sqlstate

HAS_TABLE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE name = '{table}'",
    "postgres": "SELECT to_regclass('{table}') AS name",
}
ADVISORY_LOCK = 0x43415254  # any number, the same in every process


async def upgrade(url: str, *, prepared_statements: bool = True) -> list[str]:
    """Apply the migrations that are missing; their names. Raises ConnectionFailed."""
    await check_connection(url, prepared_statements=prepared_statements)
    if url.startswith("sqlite:"):
        _prepare_file(Path(url.removeprefix("sqlite:///")))
    async with _alone(url), _command(url) as (command, context):
        done: list[str] = await command.upgrade(run_in_transaction=True)
        if done and url.startswith("sqlite:"):
            broken = await context.db("default").execute_query_dict("PRAGMA foreign_key_check")
            if broken:
                raise RuntimeError(f"foreign keys broken by {done}: {broken[:5]}")
        if done:
            await _record_support()
        if not url.startswith("sqlite:"):
            for statement in (each for name in known_migrations() for each in migration_facts(name).concurrently):
                await context.db("default").execute_script(statement)
        return done


async def _record_support() -> None:
    """Keep what each applied migration says of itself; older programs read it."""
    async with in_transaction("default") as transaction:
        await transaction.execute_script("DELETE FROM schema_support")
        applied = [row.version for row in await Aerich.filter(app=APP)]
        known = [migration_facts(name) for name in known_migrations() if name in applied]
        values = ", ".join(f"('{each.name}', {each.suits})" for each in known)
        await transaction.execute_script(f"INSERT INTO schema_support (migration, suits) VALUES {values}")  # noqa: S608


async def downgrade(url: str, *, prepared_statements: bool = True) -> list[str]:
    """Take the last migration back; its name, or nothing if none is applied. Raises ConnectionFailed."""
    if not await applied_migrations(url, prepared_statements=prepared_statements):
        return []
    async with _alone(url), _command(url) as (command, _):
        undone: list[str] = await command.downgrade(version=-1, delete=False)
        return undone


async def lost_by_downgrade(url: str, *, prepared_statements: bool = True) -> list[str]:
    """What of the last migration's tables and columns holds data that taking it back would delete."""
    applied = await applied_migrations(url, prepared_statements=prepared_statements)
    if not applied or applied[-1] not in known_migrations():
        return []
    async with _command(url) as (_, context):
        database = context.db("default")
        sql = await migration_module(applied[-1]).downgrade(database)
        found = []
        for table, column in dropped_by(sql):
            condition = f'"{column}" IS NOT NULL' if column else "TRUE"
            query = f'SELECT count(*) AS rows FROM "{table}" WHERE {condition}'  # noqa: S608  of our own migrations
            if rows := (await database.execute_query_dict(query))[0]["rows"]:
                found.append(f"{rows:,} rows of {table}" if column is None else f"{column} in {rows:,} rows of {table}")
        return found


async def check_schema(url: str, *, prepared_statements: bool = True) -> None:
    """Do nothing if this program can work on the schema.

    Raises:
        SchemaMismatch: it cannot.
        ConnectionFailed: nobody can tell.
    """
    applied = await _applied(url, prepared_statements=prepared_statements)
    if words := mismatch(applied):
        raise SchemaMismatch(words)


async def applied_migrations(url: str, *, prepared_statements: bool = True) -> list[str]:
    """The names the database says it has had, in order; none if it is empty. Raises ConnectionFailed."""
    return sorted(await _applied(url, prepared_statements=prepared_statements), key=number_of_migration)


async def _applied(url: str, *, prepared_statements: bool) -> dict[str, int | None]:
    """Each applied migration with what it said it suits; None where nothing is kept about it."""
    await check_connection(url, prepared_statements=prepared_statements)
    if url.startswith("sqlite:") and not os.path.exists(url.removeprefix("sqlite:///")):  # noqa: ASYNC240
        return {}
    async with _command(url), in_transaction("default") as transaction:  # a pooler may change servers outside of one
        probe = HAS_TABLE["sqlite" if url.startswith("sqlite:") else "postgres"]

        async def has(table: str) -> bool:
            found = await transaction.execute_query_dict(probe.format(table=table))
            return bool(found) and found[0]["name"] is not None

        if not await has("aerich"):
            return {}
        if not await has("schema_support"):
            return dict.fromkeys([row.version for row in await Aerich.filter(app=APP).using_db(transaction)])
        rows = await transaction.execute_query_dict(APPLIED)
        return {row["version"]: row["suits"] for row in rows}


@contextlib.asynccontextmanager
async def _command(url: str) -> AsyncIterator[tuple[Command, TortoiseContext]]:
    config = tortoise_config(url, Terms(is_migration=True))
    async with TortoiseContext() as context:
        command = Command(tortoise_config=config, app=APP, location=str(MIGRATIONS))
        await command.init()
        try:
            yield command, context
        except OperationalError as error:
            if sqlstate(error) != INSUFFICIENT_PRIVILEGE:
                raise
            raise ConnectionFailed(f"the role of this URL may not do that: {error}", is_passing=False) from error


def _prepare_file(path: Path) -> None:
    """The journal mode is a property of the file, set here and nowhere else."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(path, timeout=60)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    except (OSError, sqlite3.OperationalError) as error:
        raise ConnectionFailed(f"the file cannot be made: {error}", is_passing=False) from error


@contextlib.asynccontextmanager
async def _alone(url: str) -> AsyncIterator[None]:
    """One process at a time; the lock goes with the process."""
    if url.startswith("sqlite:"):
        descriptor = os.open(url.removeprefix("sqlite:///") + ".migrate", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            await asyncio.to_thread(fcntl.flock, descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
        return
    from models.database.postgres.postgres_pool import alone

    async with alone(url, ADVISORY_LOCK):
        yield
