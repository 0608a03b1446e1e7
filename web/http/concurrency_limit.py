"""Queues that let so many through at once under each name, and share the places to wait in among the names."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from models.shared.errors import Busy

MOST_WAITING = 200  # in all queues of a kind: at 25 ms for a password the last one waits a few seconds


@dataclass(slots=True)
class _Queue:
    inside: int = 0
    waiting: deque[asyncio.Future[bool]] = field(default_factory=deque)


class FairQueues:
    """`async with queues.turn(name)` lets `at_once` through for each name.

    When all places are taken, the newcomer gets one from the longest queue, if that is longer than its own: whoever
    sends much keeps only themselves waiting.
    """

    def __init__(self, at_once: int, places: int = MOST_WAITING) -> None:
        self._at_once = at_once
        self._places = places
        self._queues: dict[str, _Queue] = {}
        self._taken = 0

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait for one's turn. Raises Busy when there is no place, or it was given to a shorter queue meanwhile."""
        queue = self._queues.setdefault(name, _Queue())
        await self._enter(name, queue)
        try:
            yield
        finally:
            self._leave(name, queue)

    async def _enter(self, name: str, queue: _Queue) -> None:
        if queue.inside < self._at_once:
            queue.inside += 1
            return
        if self._taken >= self._places:
            self._take_place_for(queue)
        place: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        queue.waiting.append(place)
        self._taken += 1
        try:
            is_let_in = await place
        except asyncio.CancelledError:
            if place in queue.waiting:
                queue.waiting.remove(place)
                self._taken -= 1
            elif not place.cancelled() and place.result():  # its turn came in the same moment
                self._leave(name, queue)
            raise
        if not is_let_in:
            raise _busy()

    def _take_place_for(self, queue: _Queue) -> None:
        longest = max(self._queues.values(), key=lambda each: len(each.waiting))
        if len(longest.waiting) <= len(queue.waiting) + 1:
            raise _busy()
        self._answer(longest.waiting.pop(), is_let_in=False)

    def _leave(self, name: str, queue: _Queue) -> None:
        """Let the next one in; the queue goes when nobody is left."""
        while queue.waiting:
            if self._answer(queue.waiting.popleft(), is_let_in=True):
                return
        queue.inside -= 1
        if not queue.inside:
            del self._queues[name]

    def _answer(self, place: asyncio.Future[bool], *, is_let_in: bool) -> bool:
        """Free the place; whether somebody still waited in it."""
        self._taken -= 1
        if place.done():
            return False
        place.set_result(is_let_in)
        return True


def _busy() -> Busy:
    return Busy("Many people are signing in just now. Please try again in a moment.", retry_after=2)
