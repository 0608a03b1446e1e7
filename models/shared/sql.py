"""Pieces of SQL that several statements need, written one way."""

from collections.abc import Collection


def marks(values: Collection[object]) -> str:
    """A `?` for each of the values, for `IN (…)`; NULL, which nothing equals, for none."""
    return ", ".join("?" * len(values)) or "NULL"


LIKE = "LIKE ? ESCAPE '!'"  # with `containing` as its value


def containing(text: str) -> str:
    """The value of `LIKE` for texts that contain this one, whatever characters it has; empty for an empty text."""
    return "%" + "".join(f"!{each}" if each in "!%_" else each for each in text) + "%" if text else ""
