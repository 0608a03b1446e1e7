"""The base of all tables."""

from typing import Any

from tortoise.models import Model


class Record(Model):
    """A row. It has no save signals: awaiting them needs an event loop, and units of work run without one."""

    async def _wait_for_listeners(self, *_: Any) -> None:
        return

    class Meta:
        abstract = True
