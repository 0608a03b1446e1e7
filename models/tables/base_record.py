"""The base of all tables."""

from collections.abc import Iterable
from typing import Any

from tortoise.models import Model


class Record(Model):
    """A row as an object; `rows.from_row` takes its columns as it takes those of a SELECT.

    It has no save signals: awaiting them needs an event loop, and units of work run without one.
    """

    def __getitem__(self, column: str, /) -> Any:
        return getattr(self, column)

    def keys(self) -> Iterable[str]:
        """The names of the columns."""
        return self._meta.fields_db_projection

    async def _wait_for_listeners(self, *_: object) -> None:
        return

    class Meta:
        abstract = True
