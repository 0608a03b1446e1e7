"""The SQLite file that is copied: its tables in the order of their references, its rows, and what changes meanwhile.

While a copy is under way, triggers write the key of each row that is inserted, updated or deleted into a table of their
own, whoever changes it. When the copy is complete, other triggers refuse every further change: the shop is elsewhere.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.backups.sqlite_copy import CopyFailed
from models.database.sqlite.sqlite_errors import MOVED

CHANGES = "copy_change"
NOT_COPIED = (
    "aerich",
    "schema_support",
    "product_search",
    "search_word",
    "catalog_change",
    CHANGES,
)  # the target has its own
WAIT_SECONDS = 60.0
SUMMED = ("_cents", "quantity", "on_hand", "reserved")  # columns that end so are added up and compared
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table with its columns, and those of its primary key."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def summed(self) -> tuple[str, ...]:
        """Columns of which the sums are compared."""
        return tuple(each for each in self.columns if each.endswith(SUMMED))


class SourceFile:
    """One file. Reads happen in a snapshot that `snapshot` opens; `closed_to_writers` holds all writers off."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise CopyFailed(f"{path} is not there: there is nothing to copy")
        self._path = path
        try:
            self.tables = self._tables()
        except sqlite3.Error as error:
            raise CopyFailed(f"{path} cannot be read: {error}") from error

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)

    @contextmanager
    def snapshot(self) -> Iterator["FileSnapshot"]:
        """What the file holds now, for as long as it takes; writers go on."""
        with closing(self._connect()) as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield FileSnapshot(connection)

    @contextmanager
    def closed_to_writers(self) -> Iterator["FileSnapshot"]:
        """The same while nobody else can write; what was done with it is committed at the end, or undone."""
        with closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield FileSnapshot(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def migrations(self) -> dict[str, int | None]:
        """What was applied, with what each says it suits."""
        sql = (
            "SELECT a.version, s.suits FROM aerich a LEFT JOIN schema_support s ON s.migration = a.version"
            " WHERE a.app = 'cartwright'"
        )
        with closing(self._connect()) as connection:
            return dict(connection.execute(sql).fetchall())

    def fingerprint(self, table: str) -> tuple[int, int]:
        """How many rows there are and when the last one was changed, of a table that says when."""
        with closing(self._connect()) as connection:
            found = connection.execute(f'SELECT count(*), coalesce(max(updated_at), 0) FROM "{table}"').fetchone()
            return int(found[0]), int(found[1])

    def watch_changes(self) -> None:
        """Note every change from now on; again after a copy that was broken off, nothing changes."""
        with self.closed_to_writers() as held:
            held.run(
                f"CREATE TABLE IF NOT EXISTS {CHANGES} (seq INTEGER PRIMARY KEY AUTOINCREMENT, tbl TEXT, key TEXT)"
            )
            for table in self.tables:
                for verb, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
                    values = ", ".join(f'{row}."{name}"' for name in table.key)
                    held.run(
                        f'CREATE TRIGGER IF NOT EXISTS "copy_{verb}_{table.name}" AFTER {verb} ON "{table.name}" BEGIN'
                        f" INSERT INTO {CHANGES} (tbl, key) VALUES ('{table.name}', json_array({values})); END"
                    )

    def reopen(self) -> None:
        """Take all triggers back: a copy is given up, or what was moved comes back to the file."""
        with self.closed_to_writers() as held:
            held.stop_watching(self.tables)
            held.reopen(self.tables)

    def _tables(self) -> list[SourceTable]:
        with closing(self._connect()) as connection:
            names = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE 'product_search_%'"
            ).fetchall()
            wanted = [name for (name,) in names if name not in NOT_COPIED]
            parents = {
                name: {row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')} - {name}
                for name in wanted
            }
            return [_described(connection, name) for name in _in_order(parents)]


class FileSnapshot:
    """Reads of one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, sql: str) -> None:
        self._connection.execute(sql)

    def count(self, table: SourceTable) -> int:
        return int(self._connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])

    def sums(self, table: SourceTable) -> tuple[int, ...]:
        """How many rows there are, and the sums of amounts and quantities."""
        sums = "".join(f', coalesce(sum("{name}"), 0)' for name in table.summed)
        return tuple(self._connection.execute(f'SELECT count(*){sums} FROM "{table.name}"').fetchone())

    def last_number(self, table: str) -> int:
        """The highest number that was ever given in a table that numbers its rows; 0 for others."""
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return int(row[0]) if row else 0

    def rows_after(self, table: SourceTable, last: Key | None, most: int) -> list[Key]:
        """The next rows by key."""
        columns, key = _names(table.columns), _names(table.key)
        where = f"WHERE ({key}) > ({', '.join('?' * len(table.key))})" if last else ""
        sql = f'SELECT {columns} FROM "{table.name}" {where} ORDER BY {key} LIMIT {most}'
        return self._connection.execute(sql, last or ()).fetchall()

    def rows_of(self, table: SourceTable, keys: Sequence[Key]) -> list[Key]:
        """The rows with these keys that are there."""
        where = " AND ".join(f'"{name}" = ?' for name in table.key)
        sql = f'SELECT {_names(table.columns)} FROM "{table.name}" WHERE {where}'
        return [row for key in keys for row in self._connection.execute(sql, key).fetchall()]

    def changed_since(self, table: SourceTable, seq: int) -> tuple[list[Key], int]:
        """The keys that have changed after a place in the list of changes, each once; and the new place."""
        rows = self._connection.execute(
            f"SELECT seq, key FROM {CHANGES} WHERE tbl = ? AND seq > ? ORDER BY seq", (table.name, seq)
        ).fetchall()
        return list(dict.fromkeys(tuple(json.loads(key)) for _, key in rows)), rows[-1][0] if rows else seq

    def stop_watching(self, tables: Sequence[SourceTable]) -> None:
        for table in tables:
            for verb in ("INSERT", "UPDATE", "DELETE"):
                self.run(f'DROP TRIGGER IF EXISTS "copy_{verb}_{table.name}"')
        self.run(f"DROP TABLE IF EXISTS {CHANGES}")

    def reopen(self, tables: Sequence[SourceTable]) -> None:
        for table in tables:
            for verb in ("INSERT", "UPDATE", "DELETE"):
                self.run(f'DROP TRIGGER IF EXISTS "moved_{verb}_{table.name}"')

    def close_for_good(self, tables: Sequence[SourceTable]) -> None:
        """Refuse every change from now on."""
        self.stop_watching(tables)
        for table in tables:
            for verb in ("INSERT", "UPDATE", "DELETE"):
                self.run(
                    f'CREATE TRIGGER "moved_{verb}_{table.name}" BEFORE {verb} ON "{table.name}" BEGIN'
                    f" SELECT RAISE(ABORT, '{MOVED}'); END"
                )


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _described(connection: sqlite3.Connection, name: str) -> SourceTable:
    info = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    key = tuple(row[1] for row in sorted((row for row in info if row[5]), key=lambda row: row[5]))
    return SourceTable(name, tuple(row[1] for row in info), key)


def _in_order(parents: dict[str, set[str]]) -> list[str]:
    """Each table after those that its rows point to."""
    ordered: list[str] = []
    left = dict(sorted(parents.items()))
    while left:
        ready = [name for name, wanted in left.items() if wanted <= set(ordered)]
        if not ready:
            raise CopyFailed(f"the tables {', '.join(left)} point to each other")
        ordered += ready
        left = {name: wanted for name, wanted in left.items() if name not in ready}
    return ordered
