"""Queues by name: in turn, bounded, and nobody's crowd closes them for others."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from models.shared.errors import Busy
from web.http.concurrency_limit import FairQueues

pytestmark = pytest.mark.asyncio


class Crowd:
    """Callers that stay inside until the door is opened."""

    def __init__(self, queues: FairQueues) -> None:
        self.queues, self.door = queues, asyncio.Event()
        self.inside: Counter[str] = Counter()
        self.most: Counter[str] = Counter()

    async def call(self, name: str) -> str:
        try:
            async with self.queues.turn(name):
                self.inside[name] += 1
                self.most[name] = max(self.most[name], self.inside[name])
                await self.door.wait()
                self.inside[name] -= 1
        except Busy:
            return "busy"
        return "served"

    def send(self, name: str, callers: int) -> list["asyncio.Task[str]"]:
        return [asyncio.create_task(self.call(name)) for _ in range(callers)]


@contextmanager
def opened_later(crowd: Crowd) -> Iterator[None]:
    yield
    crowd.door.set()


async def settle() -> None:
    """Let every task run until it waits."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_four_addresses_cannot_close_the_queue_for_a_fifth() -> None:
    crowd = Crowd(FairQueues(at_once=2, places=20))
    with opened_later(crowd):
        attackers = [task for n in range(4) for task in crowd.send(f"attacker {n}", 50)]
        await settle()
        owner = crowd.send("owner", 5)
        await settle()
    assert await asyncio.gather(*owner) == ["served"] * 5
    fates = Counter(await asyncio.gather(*attackers))
    assert fates == {"served": 4 * 2 + 20 - 3, "busy": 200 - (4 * 2 + 20 - 3)}
    assert set(crowd.most.values()) == {2}


async def test_who_sends_most_gets_no_place_from_others() -> None:
    crowd = Crowd(FairQueues(at_once=1, places=4))
    with opened_later(crowd):
        few, many = crowd.send("few", 3), crowd.send("many", 50)
        await settle()
    assert await asyncio.gather(*few) == ["served"] * 3
    assert Counter(await asyncio.gather(*many)) == {"served": 3, "busy": 47}


async def test_who_leaves_the_queue_gives_the_place_back_and_stops_nobody() -> None:
    queues = FairQueues(at_once=1, places=3)
    crowd = Crowd(queues)
    first, *rest = crowd.send("a", 4)
    await settle()
    rest[0].cancel()
    first.cancel()
    await settle()
    rest[1].cancel()  # its turn has come
    await settle()
    crowd.door.set()
    assert await rest[2] == "served"
    assert [task.cancelled() for task in (first, *rest)] == [True, True, True, False]
    assert await asyncio.gather(*crowd.send("b", 4)) == ["served"] * 4


async def test_a_turn_that_comes_while_its_owner_leaves_is_passed_on() -> None:
    queues = FairQueues(at_once=1)
    crowd = Crowd(queues)
    inside = queues.turn("a")
    await inside.__aenter__()
    leaving, next_one = crowd.send("a", 2)
    await settle()
    await inside.__aexit__(None, None, None)  # lets `leaving` in, which has not run yet
    leaving.cancel()
    crowd.door.set()
    assert await asyncio.wait_for(next_one, 5) == "served"
