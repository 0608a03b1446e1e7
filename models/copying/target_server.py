"""The PostgreSQL database that is filled: rows by COPY, changes by upsert, and how far each table is.

How far it is stands in a table of its own there, written with the rows themselves, so that a copy that is broken off
goes on where it was.
"""

import json
from collections.abc import Callable, Sequence

import asyncpg

from models.backups.sqlite_copy import CopyFailed
from models.copying.source_file import Key, SourceTable

PROGRESS = "copy_progress"
CONVERSIONS: dict[str, Callable[[object], object]] = {"boolean": bool}
APPEND_ONLY = ("stock_ledger", "order_event")  # triggers refuse to change their rows; nothing changes them in the file


class TargetServer:
    """A connection to the target, outside of the pool and its time limits."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection
        self._types: dict[str, dict[str, str]] = {}

    @classmethod
    async def connect(cls, url: str) -> "TargetServer":
        """Raises CopyFailed."""
        try:
            return cls(await asyncpg.connect(url))
        except (OSError, asyncpg.PostgresError, ValueError) as error:
            raise CopyFailed(f"the target cannot be reached: {error}") from error

    async def close(self) -> None:
        await self._connection.close()

    async def begin(self, source: str, tables: Sequence[SourceTable]) -> None:
        """Make the list of how far each table is, in an empty shop, or take up that of the same source.

        Raises:
            CopyFailed: there is another shop already.
        """
        await self._learn_types(tables)
        if await self._connection.fetchval("SELECT to_regclass($1)", PROGRESS) is not None:
            known = await self._connection.fetchval(f"SELECT max(source) FROM {PROGRESS}")
            if known != source:
                raise CopyFailed(f"the target holds a part of {known}: empty it before another file is copied")
            return
        for table in ("orders", "users", "product"):
            if await self._connection.fetchval(f"SELECT 1 FROM {table} LIMIT 1"):
                raise CopyFailed("the target is not empty: name an empty database")
        async with self._connection.transaction():
            for each in reversed(tables):
                await self._connection.execute(f'DELETE FROM "{each.name}"')  # what a migration put there
            await self._connection.execute(
                f"CREATE TABLE {PROGRESS} (name TEXT PRIMARY KEY, source TEXT NOT NULL, last_key TEXT,"
                " is_whole BOOLEAN NOT NULL DEFAULT FALSE, seq BIGINT NOT NULL DEFAULT 0)"
            )
            await self._connection.executemany(
                f"INSERT INTO {PROGRESS} (name, source) VALUES ($1, $2)", [(each.name, source) for each in tables]
            )

    async def _learn_types(self, tables: Sequence[SourceTable]) -> None:
        rows = await self._connection.fetch(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = current_schema()"
        )
        for row in rows:
            self._types.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]
        for table in tables:
            if set(table.columns) != set(self._types.get(table.name, {})):
                raise CopyFailed(f"the table {table.name} has other columns in the target")

    async def progress(self, table: SourceTable) -> tuple[Key | None, bool, int]:
        """The last key that was copied, whether all rows were, and the place in the list of changes."""
        row = await self._connection.fetchrow(
            f"SELECT last_key, is_whole, seq FROM {PROGRESS} WHERE name = $1", table.name
        )
        assert row is not None
        return tuple(json.loads(row["last_key"])) if row["last_key"] else None, row["is_whole"], row["seq"]

    async def append(self, table: SourceTable, rows: Sequence[Key], *, is_whole: bool) -> None:
        """Write rows that are not there yet, and how far the table is, in one transaction."""
        async with self._connection.transaction():
            if rows:
                await self._connection.copy_records_to_table(
                    table.name, records=self._converted(table, rows), columns=table.columns
                )
                places = [table.columns.index(name) for name in table.key]
                last = json.dumps([rows[-1][place] for place in places])
                await self._connection.execute(f"UPDATE {PROGRESS} SET last_key = $2 WHERE name = $1", table.name, last)
            await self._connection.execute(f"UPDATE {PROGRESS} SET is_whole = $2 WHERE name = $1", table.name, is_whole)

    async def change(self, changes: "Sequence[RowChanges]") -> None:
        """Delete and upsert what has changed, children deleted first and parents written first, in one transaction."""
        async with self._connection.transaction():
            for each in reversed(changes):
                if each.gone:
                    await self._connection.executemany(_delete(each.table), self._converted_keys(each.table, each.gone))
            for each in changes:
                if each.rows:
                    await self._connection.executemany(_upsert(each.table), self._converted(each.table, each.rows))
                await self._connection.execute(
                    f"UPDATE {PROGRESS} SET seq = $2 WHERE name = $1", each.table.name, each.seq
                )

    async def sums(self, table: SourceTable) -> tuple[int, ...]:
        """How many rows there are, and the sums of amounts and quantities."""
        sums = "".join(f', coalesce(sum("{name}"), 0)' for name in table.summed)
        row = await self._connection.fetchrow(f'SELECT count(*){sums} FROM "{table.name}"')
        return tuple(int(value) for value in row or ())

    async def set_number(self, table: str, last: int) -> None:
        """Let the next row have the number after this one; nothing where numbers are not given by the server."""
        if not last or self._types[table].get("id") not in ("bigint", "integer"):
            return
        sequence = await self._connection.fetchval("SELECT pg_get_serial_sequence($1, 'id')", table)
        if sequence:
            await self._connection.execute("SELECT setval($1::regclass, $2)", sequence, last)

    async def finish(self) -> None:
        """Forget how far it is: it is complete. The planner learns what there is."""
        await self._connection.execute(f"DROP TABLE {PROGRESS}")
        await self._connection.execute("ANALYZE")

    def _converted(self, table: SourceTable, rows: Sequence[Key]) -> list[Key]:
        types = self._types[table.name]
        return _convert([CONVERSIONS.get(types[name]) for name in table.columns], rows)

    def _converted_keys(self, table: SourceTable, keys: Sequence[Key]) -> list[Key]:
        types = self._types[table.name]
        return _convert([CONVERSIONS.get(types[name]) for name in table.key], keys)


class RowChanges:
    """What has changed in one table: keys of rows that are gone, rows as they are now, the place in the list."""

    __slots__ = ("gone", "rows", "seq", "table")

    def __init__(self, table: SourceTable, gone: Sequence[Key], rows: Sequence[Key], seq: int) -> None:
        self.table, self.gone, self.rows, self.seq = table, gone, rows, seq


def _convert(conversions: list[Callable[[object], object] | None], rows: Sequence[Key]) -> list[Key]:
    if not any(conversions):
        return list(rows)
    return [
        tuple(
            value if convert is None or value is None else convert(value)
            for convert, value in zip(conversions, row, strict=True)
        )
        for row in rows
    ]


def _delete(table: SourceTable) -> str:
    where = " AND ".join(f'"{name}" = ${place}' for place, name in enumerate(table.key, 1))
    return f'DELETE FROM "{table.name}" WHERE {where}'


def _upsert(table: SourceTable) -> str:
    names = ", ".join(f'"{name}"' for name in table.columns)
    values = ", ".join(f"${place}" for place in range(1, len(table.columns) + 1))
    rest = [name for name in table.columns if name not in table.key]
    update = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
    is_kept = table.name in APPEND_ONLY or not rest
    then = "NOTHING" if is_kept else f"UPDATE SET {update}"
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({values}) ON CONFLICT ({key}) DO {then}'
