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
from models.database.transaction import INSUFFICIENT_PRIVILEGE, ConnectionFailed, sqlstate

MIGRATIONS = Path(__file__).parents[2] / "migrations"
HAS_TABLE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE name = 'aerich'",
    "postgres": "SELECT to_regclass('aerich') AS name",
}
ADVISORY_LOCK = 0x43415254  # any number, the same in every process


class SchemaMismatch(Exception):
    """The schema is older or newer than the program, or cannot be seen; the message says what to do."""


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
        return done


async def downgrade(url: str, *, prepared_statements: bool = True) -> list[str]:
    """Take the last migration back; its name. Raises ConnectionFailed."""
    await check_connection(url, prepared_statements=prepared_statements)
    async with _alone(url), _command(url) as (command, _):
        undone: list[str] = await command.downgrade(version=-1, delete=False)
        return undone


async def check_schema(url: str, *, prepared_statements: bool = True) -> None:
    """Do nothing if the schema is the one this program needs.

    Raises:
        SchemaMismatch: it is not.
        ConnectionFailed: nobody can tell.
    """
    applied = set(await applied_migrations(url, prepared_statements=prepared_statements))
    known = set(known_migrations())
    if missing := known - applied:
        raise SchemaMismatch(f"the database lacks {len(missing)} migration(s): run `cartwright migrate`")
    if extra := applied - known:
        raise SchemaMismatch(
            f"the database is newer than this program (it has {min(extra)}): install the newer release"
        )


def known_migrations() -> list[str]:
    """The names of the files in the migrations folder, in order."""
    names = [file.name for file in (MIGRATIONS / APP).glob("[0-9]*.py")]
    return sorted(names, key=lambda name: int(name.split("_")[0]))


async def applied_migrations(url: str, *, prepared_statements: bool = True) -> list[str]:
    """The names the database says it has had; none if it is empty. Raises ConnectionFailed."""
    await check_connection(url, prepared_statements=prepared_statements)
    if url.startswith("sqlite:") and not os.path.exists(url.removeprefix("sqlite:///")):  # noqa: ASYNC240
        return []
    async with _command(url), in_transaction("default") as transaction:  # a pooler may change servers outside of one
        found = await transaction.execute_query_dict(HAS_TABLE["sqlite" if url.startswith("sqlite:") else "postgres"])
        if not found or found[0]["name"] is None:
            return []
        return [row.version for row in await Aerich.filter(app=APP).using_db(transaction).order_by("id")]


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
