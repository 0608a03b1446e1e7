"""What the shop sees of the world in a simulation: the clock, the payment provider, and the end of its processes."""

import asyncio
import contextvars
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from models.jobs.ledger.jobs import Claim
from pipelines.gateways.payment_provider import BookEntry, Captured, Declined, ProviderRefused

START_MS = 1_790_000_000_000


class Crash(BaseException):
    """The process that is running ends here, as by kill -9."""


@dataclass(eq=False)
class SimulatedWorker:
    """A worker process with the attempts it runs. `beat_ms` is the time of its last heartbeat."""

    name: str
    beat_ms: int
    is_dead: bool = False
    running: dict["asyncio.Task[None]", Claim] = field(default_factory=dict)


running_as: contextvars.ContextVar[SimulatedWorker | None] = contextvars.ContextVar("running_as", default=None)


class Clock:
    """In the place of the module `time` where transactions and heartbeats read it."""

    def __init__(self) -> None:
        self.now_ms = START_MS
        self._jumped_ms = 0

    def jump(self, seconds: int) -> None:
        """The wall clock moves, and no time passes."""
        self.now_ms += seconds * 1000
        self._jumped_ms += seconds * 1000

    def time_ns(self) -> int:
        return self.now_ms * 1_000_000

    def time(self) -> float:
        return self.now_ms / 1000

    def monotonic(self) -> float:
        return (self.now_ms - self._jumped_ms) / 1000


class Killer:
    """In the place of the module `os` where failpoints use it: kills the simulated process, not this one."""

    def getpid(self) -> int:
        return 0

    def kill(self, _pid: int, _number: int) -> None:
        worker = running_as.get()
        if worker is not None:
            worker.is_dead = True
            raise Crash


@dataclass(eq=False)
class Call:
    """A call to the outside that waits for the simulation: to reach the provider, or for its answer to arrive."""

    worker: SimulatedWorker | None
    words: str
    future: "asyncio.Future[str]"


class SimulatedProvider:
    """Implements `PaymentProvider`. Its book is what happened, whatever becomes of those who asked."""

    def __init__(self, calls: list[Call], name: Callable[[str], str]) -> None:
        self.book: dict[str, tuple[str, int]] = {}
        self._calls, self._name = calls, name

    async def charge(
        self, key: str, *, amount_cents: int, currency: str, token: str, number: str = ""
    ) -> Captured | Declined:
        await self._on_the_way(f"charge {self._name(key)}")
        state = "declined" if token == "tok_declined" else "captured"
        booked = self.book.setdefault(key, (state, amount_cents))
        await self._on_the_way(f"answer to charge {self._name(key)}")
        return Declined("declined") if booked[0] == "declined" else Captured("reference")

    async def refund(self, key: str, *, charge_key: str, amount_cents: int) -> str:
        await self._on_the_way(f"refund {self._name(key)}")
        self.book.setdefault(key, ("refunded", amount_cents))
        await self._on_the_way(f"answer to refund {self._name(key)}")
        return "reference"

    async def lookup(self, key: str) -> BookEntry | None:
        found = self.book.get(key)
        return BookEntry(*found) if found else None

    def net_cents(self, public_id: str) -> tuple[int, int]:
        """What it holds of an order, and in how many charges."""
        entries = [entry for key, entry in self.book.items() if key.partition(":")[0] == public_id]
        charged = [cents for state, cents in entries if state == "captured"]
        return sum(charged) - sum(cents for state, cents in entries if state == "refunded"), len(charged)

    async def _on_the_way(self, words: str) -> None:
        call = Call(running_as.get(), words, asyncio.get_running_loop().create_future())
        self._calls.append(call)
        try:
            said = await call.future
        finally:
            if call in self._calls:
                self._calls.remove(call)
        if said == "refused":
            raise ProviderRefused("simulated")
        if said == "lost":
            raise ConnectionError("simulated")


def seeded_bits(draw: random.Random) -> Any:
    """In the place of the module `secrets` where public ids are drawn."""

    class Drawn:
        randbits = staticmethod(draw.getrandbits)

    return Drawn
