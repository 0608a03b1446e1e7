"""The product's database layer on SQLite in memory: its engine, its connection and its transactions, without threads.

Only two things differ from a shop: work runs where it is submitted instead of on the writer's thread, and no other
process has to be kept out.
"""

import contextlib
import contextvars
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from models import database
from models.database.sqlite.lock_watch import LockWatch
from models.database.sqlite.sqlite_connection import PRAGMAS, SqliteConnection, Unit, sqlite3  # type: ignore[attr-defined]


def loaded(file: Path) -> sqlite3.Connection:
    """A database in memory with everything in the file."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(sqlite3.connect(file)) as stored:
        stored.backup(memory)
    return memory


class MemoryConnection(SqliteConnection):
    """The product's connection, to a copy of a database that is in memory."""

    def __init__(self, file: Path) -> None:
        self._template = loaded(file)
        self._path, self.file = str(file), os.stat(file)
        self._locks = LockWatch(str(file))
        self._gate = None
        self.start_over()

    def start_over(self) -> None:
        """A new copy; what was written is gone."""
        self._raw = sqlite3.connect(":memory:", isolation_level=None, cached_statements=512)
        self._raw.row_factory = sqlite3.Row
        self._template.backup(self._raw)
        for name, value in PRAGMAS.items():
            self._raw.execute(f"PRAGMA {name} = {value}")

    @contextlib.contextmanager
    def _gate_held(self) -> Any:
        yield


class WriterAtOnce:
    """In the place of the engine's writer: runs a unit of work where it is submitted."""

    def __init__(self, connection: MemoryConnection, admit: Callable[[], None]) -> None:
        self._connection, self._admit = connection, admit

    def submit(self, work: Any) -> Unit:
        """Raises what `admit` raises."""
        self._admit()
        unit = Unit(work, contextvars.copy_context())
        self._connection.write_group([unit])
        return unit

    def stop(self) -> None:
        """Nothing runs."""


class ReadersAtOnce(WriterAtOnce):
    """The same in the place of its readers."""

    def submit(self, work: Any, *, snapshot: bool = False, seconds: float | None = None) -> Any:
        self._admit()
        unit = Unit(work, contextvars.copy_context())
        unit.future.set_running_or_notify_cancel()
        try:
            unit.future.set_result(unit.context.run(self._connection.read, work, snapshot=snapshot))
        except BaseException as error:
            unit.future.set_exception(error)
        return unit.future


@contextlib.asynccontextmanager
async def in_memory(file: Path, admit: Callable[[], None] = lambda: None) -> AsyncIterator[MemoryConnection]:
    """The product's `read` and `write` work on a copy of this database, in memory.

    `admit` is asked before each unit of work and raises to refuse it.
    """
    await database.open_database(f"sqlite:///{file}")
    engine: Any = database._engine()
    connection = MemoryConnection(file)
    engine._writer = WriterAtOnce(connection, admit)
    engine._readers = engine._long_readers = ReadersAtOnce(connection, admit)
    engine._watch = connection
    try:
        yield connection
    finally:
        await database.close_database()
