"""Rows by name: what a SELECT returns becomes dataclasses, whose fields the type checker knows."""

from collections.abc import Callable, Hashable, Iterable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_type_hints

from models.database.transaction import Row, Transaction

Shape = TypeVar("Shape")
Plain = TypeVar("Plain", int, str)


@cache
def _columns(shape: type[object]) -> tuple[tuple[str, Callable[[object], object] | None], ...]:
    """The columns that a shape takes, and what makes their values: SQLite has no booleans, no database our enums."""
    hints = get_type_hints(shape)
    names = getattr(shape, "__dataclass_fields__", None) or hints
    kinds = {name: hints[name] for name in names}
    made = {name for name, kind in kinds.items() if isinstance(kind, type) and issubclass(kind, bool | Enum)}
    return tuple((name, kinds[name] if name in made else None) for name in names)


def from_row(shape: type[Shape], row: Row, **more: object) -> Shape:
    """A row as a dataclass or NamedTuple: each field from the column of its name, or from `more`.

    Raises:
        KeyError, IndexError: the row has no such column.
    """
    values = {
        name: row[name] if make is None else make(row[name])
        for name, make in _columns(cast(Hashable, shape))
        if name not in more
    }
    return shape(**values, **more)


async def fetch_all(tx: Transaction, shape: type[Shape], sql: str, *values: object) -> list[Shape]:
    """All rows of a SELECT or of a RETURNING clause, each as `from_row` makes it."""
    return [from_row(shape, row) for row in await tx.fetch(sql, *values)]


async def fetch_first(tx: Transaction, shape: type[Shape], sql: str, *values: object) -> Shape | None:
    """The first row as `from_row` makes it; None without one."""
    row = await tx.fetch_one(sql, *values)
    return None if row is None else from_row(shape, row)


async def fetch_column(tx: Transaction, plain: type[Plain], sql: str, *values: object) -> list[Plain]:
    """The values of a SELECT of one column."""
    return [plain(cast(Any, _first(row))) for row in await tx.fetch(sql, *values)]


async def fetch_value(tx: Transaction, plain: type[Plain], sql: str, *values: object) -> Plain | None:
    """The one value of a SELECT or RETURNING; None without a row, or if it is NULL."""
    row = await tx.fetch_one(sql, *values)
    value = None if row is None else _first(row)
    return None if value is None else plain(cast(Any, value))


async def fetch_count(tx: Transaction, sql: str, *values: object) -> int:
    """What a SELECT of one number says; 0 for NULL."""
    return await fetch_value(tx, int, sql, *values) or 0


def _first(row: Row) -> object:
    return next(iter(cast(Iterable[object], row)))
