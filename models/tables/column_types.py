"""Columns that many tables share. All times are epoch milliseconds in UTC; all money is whole minor units."""

from typing import Any

from tortoise import fields

from models.shared.public_ids import new_public_id


def public_id() -> Any:
    """The id the outside sees: random and unguessable."""
    return fields.CharField(26, unique=True, default=new_public_id)


def moment(*, null: bool = False, **options: Any) -> Any:
    """A point in time, in epoch milliseconds."""
    return fields.BigIntField(null=True, **options) if null else fields.BigIntField(**options)


def short(length: int = 40, **options: Any) -> Any:
    """A short text."""
    return fields.CharField(length, **options)


def cents(**options: Any) -> Any:
    """An amount in whole minor units of the shop's one currency."""
    return fields.BigIntField(**options)
