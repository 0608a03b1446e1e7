"""What a machine works on: the product's database layer in memory, a clock that stands, and how far to search."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, run_state_machine_as_test

from models.database import Transaction, Work, read, write
from models.database.sqlite import sqlite_connection
from tests.simulation.memory_database import in_memory
from tests.simulation.run import make_shop
from tests.simulation.simulated_world import START_MS, Clock

T = TypeVar("T")
USUAL = settings(
    max_examples=100,
    stateful_step_count=40,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
# a planted bug is to be found, not explained
PLANTED = settings(USUAL, max_examples=300, phases=[Phase.generate])


class Bench:
    """The open database.

    Attributes:
        products: public ids of products with four units each.
    """

    def __init__(self, runner: asyncio.Runner, connection: Any, clock: Clock, products: list[str]) -> None:
        self._runner, self._connection, self.clock = runner, connection, clock
        self.products = products

    def start_over(self) -> None:
        """As at first."""
        self._connection.start_over()
        self.clock.now_ms = START_MS

    def do(self, work: Awaitable[T]) -> T:
        """Run something of the product to its end."""

        async def run() -> T:
            return await work

        return self._runner.run(run())

    def write(self, work: Work[T]) -> T:
        return self.do(write(work))

    def read(self, work: Work[T]) -> T:
        return self.do(read(work))

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """What a query finds."""

        async def fetch(tx: Transaction) -> list[dict[str, Any]]:
            return [dict(row) for row in await tx.fetch(sql, *values)]

        return self.read(fetch)


class ShopMachine(RuleBasedStateMachine):
    """A machine on the bench, which starts over for each example."""

    bench: ClassVar[Bench]

    @initialize()
    def start_over(self) -> None:
        self.bench.start_over()
        self.begin()

    def begin(self) -> None:
        """What else is needed at first."""


@contextmanager
def bench_of(folder: Path) -> Iterator[Bench]:
    """Open a shop in memory, with its own clock."""
    file, clock = folder / "shop.db", Clock()
    products = asyncio.run(make_shop(file))
    with asyncio.Runner() as runner, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite_connection, "time", clock)
        database = in_memory(file)
        connection = runner.run(_entered(database))
        try:
            yield Bench(runner, connection, clock, products)
        finally:
            runner.run(_left(database))


async def _entered(database: Any) -> Any:
    return await database.__aenter__()


async def _left(database: Any) -> None:
    await database.__aexit__(None, None, None)


def search(machine: type[ShopMachine], bench: Bench, *, how: settings = USUAL) -> None:
    """Look for an example that breaks the machine; the same ones each time."""
    machine.bench = bench
    run_state_machine_as_test(machine, settings=how)


def finds(machine: type[ShopMachine], bench: Bench, plant: Callable[[pytest.MonkeyPatch], None]) -> bool:
    """Whether the machine breaks on what is planted."""
    with pytest.MonkeyPatch.context() as patch:
        plant(patch)
        try:
            search(machine, bench, how=PLANTED)
        except AssertionError:
            return True
    return False
