"""Gates that let so many through at once, one gate for each name, and none for names nobody waits for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from models.shared.errors import Busy

MOST_WAITING = 200  # in all gates of a kind: at 25 ms for a password the last one waits a few seconds


@dataclass(slots=True)
class _NamedLimit:
    free: asyncio.Semaphore
    inside_and_waiting: int = field(default=0)


class Turnstiles:
    """`async with turnstiles.turn(name)` lets `at_once` through for each name."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._gates: dict[str, _NamedLimit] = {}
        self._people = 0

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait for one's turn. Raises Busy when too many wait already."""
        if self._people >= MOST_WAITING:
            raise Busy("Many people are signing in just now. Please try again in a moment.", retry_after=2)
        gate = self._gates.setdefault(name, _NamedLimit(asyncio.Semaphore(self._at_once)))
        gate.inside_and_waiting += 1
        self._people += 1
        try:
            async with gate.free:
                yield
        finally:
            self._people -= 1
            gate.inside_and_waiting -= 1
            if not gate.inside_and_waiting:
                del self._gates[name]
