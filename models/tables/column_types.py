"""Columns that many tables share. All times are epoch milliseconds in UTC; all money is whole minor units.

They are annotated with what a row holds in them, since that is what the type checker sees of a row.
"""

from typing import Any, Literal, cast, overload

from tortoise import fields

from models.shared.public_ids import new_public_id


def public_id() -> str:
    """The id the outside sees: random and unguessable."""
    return cast(str, fields.CharField(26, unique=True, default=new_public_id))


@overload
def moment(*, null: Literal[True], db_index: bool = False) -> int | None: ...


@overload
def moment(*, db_index: bool = False, default: int | None = None) -> int: ...


def moment(*, null: bool = False, db_index: bool = False, default: int | None = None) -> int | None:
    """A point in time, in epoch milliseconds."""
    options: dict[str, Any] = {"db_index": db_index} if default is None else {"db_index": db_index, "default": default}
    if null:
        return cast(int | None, fields.BigIntField(null=True, **options))
    return cast(int, fields.BigIntField(**options))


@overload
def short(length: int = 40, *, null: Literal[True], unique: bool = False) -> str | None: ...


@overload
def short(
    length: int = 40, *, unique: bool = False, db_index: bool = False, primary_key: bool = False, default: str = ...
) -> str: ...


def short(length: int = 40, **options: object) -> str | None:
    """A short text."""
    return cast(str, fields.CharField(length, **cast(dict[str, Any], options)))


@overload
def cents(*, null: Literal[True]) -> int | None: ...


@overload
def cents(*, default: int = ...) -> int: ...


def cents(**options: object) -> int | None:
    """An amount in whole minor units of the shop's one currency."""
    return cast(int, fields.BigIntField(**cast(dict[str, Any], options)))
