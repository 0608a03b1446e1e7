"""Reads a database of the reference application, whatever its release calls a table or a column."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from models.backups.sqlite_copy import CopyFailed

TABLES = {
    "users": ("users", "user"),
    "categories": ("categories", "category"),
    "products": ("products", "product"),
    "inventory": ("inventory", "inventories", "inventory_items", "stock"),
    "orders": ("orders", "order"),
    "lines": ("order_items", "order_item", "order_lines", "order_line"),
}
REQUIRED = ("users", "products", "orders", "lines")
MOST_CENTS = 10**12


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A row, read by any of several names of a column."""

    values: Mapping[str, object]

    def text(self, *names: str) -> str:
        """The first of these columns that has a value, as text; "" if none has."""
        value = self._first(names)
        return value.decode(errors="replace") if isinstance(value, bytes) else "" if value is None else str(value)

    def number(self, *names: str) -> int | None:
        """The first of these columns that has a whole number."""
        value = self._first(names)
        try:
            return None if value is None else int(Decimal(str(value)))
        except (InvalidOperation, ValueError, OverflowError):
            return None

    def truth(self, *names: str, otherwise: bool) -> bool:
        """The first of these columns that has a value, as yes or no."""
        value = self._first(names)
        return otherwise if value is None else str(value).lower() in ("1", "true", "t", "yes")

    def cents(self, name: str) -> int | None:
        """An amount: `…_cents` in whole cents, or the column itself in units, rounded to a cent."""
        whole = self.number(f"{name}_cents")
        value = self._first((name, f"{name}_amount", f"{name}_price"))
        try:
            cents = whole if whole is not None or value is None else round(Decimal(str(value)) * 100)
        except (InvalidOperation, ValueError, OverflowError):
            return None
        return cents if cents is not None and abs(cents) < MOST_CENTS else None

    def moment(self, *names: str, otherwise: int) -> int:
        """A time, in milliseconds; it is in UTC where it does not say."""
        value = self._first(names)
        try:
            if isinstance(value, int | float):
                return int(value * 1000)
            at = datetime.fromisoformat(str(value))
            return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)
        except (ValueError, OverflowError):
            return otherwise

    def address(self, *names: str) -> dict[str, str]:
        """An address that is JSON or plain text, as the parts an order keeps."""
        text = self.text(*names)
        try:
            parts = json.loads(text)
        except ValueError:
            parts = None
        found = parts if isinstance(parts, dict) else {"line1": " ".join(text.split())}
        return {key: str(value)[:200] for key, value in found.items() if value is not None}

    def _first(self, names: tuple[str, ...]) -> object:
        return next((self.values[name] for name in names if self.values.get(name) is not None), None)


class ReferenceFile:
    """One file, read only."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise CopyFailed(f"{path} is no file")
        self._path = path
        try:
            with closing(self._connect()) as connection:
                there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        except sqlite3.Error as error:
            raise CopyFailed(f"{path} is no SQLite database: {error}") from error
        self._tables = {what: next((name for name in names if name in there), "") for what, names in TABLES.items()}
        if missing := [what for what in REQUIRED if not self._tables[what]]:
            raise CopyFailed(f"{path} is no database of the reference application: it has no {', '.join(missing)}")

    def rows(self, what: str) -> Iterator[ReferenceRow]:
        """All rows of one of `TABLES`, the oldest first; none where the release has no such table."""
        if not self._tables[what]:
            return
        with closing(self._connect()) as connection:
            connection.row_factory = sqlite3.Row
            table = self._tables[what]
            for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):  # noqa: S608  one of TABLES
                yield ReferenceRow(dict(row))

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(f"file:{self._path.resolve()}?mode=ro", uri=True, timeout=60)
        connection.text_factory = lambda raw: raw.decode(errors="replace")
        return connection
