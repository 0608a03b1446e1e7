"""Runs seeds: `python -m tests.simulation.run 0 2000`, with a planted bug as the third word."""

import asyncio
import hashlib
import logging
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import models  # noqa: F401  it chooses the SQLite library

# isort: split
from models.audit.audit_log import command
from models.catalog.seed import seed_demo
from models.database import Transaction, close_database, open_database, write
from models.database.upgrade import upgrade
from models.inventory import stock_adjustments
from models.operations.order_outcomes import products_to_sell
from tests.simulation.memory_database import in_memory
from tests.simulation.simulation import UNITS, Simulation, refuse_the_dead

PRODUCTS = 2


@dataclass
class Outcome:
    """Of many seeds: which failed and how, and a digest of all traces."""

    failed: dict[int, list[str]] = field(default_factory=dict)
    digest: str = ""


async def make_shop(file: Path) -> list[str]:
    """A database with few units of few products; the products' public ids."""
    await upgrade(f"sqlite:///{file}")
    await open_database(f"sqlite:///{file}", synchronous="OFF")
    try:
        await write(seed_demo)
        return await write(_stock)
    finally:
        await close_database()


async def _stock(tx: Transaction) -> list[str]:
    products = await products_to_sell(tx, PRODUCTS)
    for product in products:
        await stock_adjustments.adjust(tx, command("test"), product, on_hand=UNITS)
    return products


async def run_seeds(file: Path, products: list[str], seeds: Iterable[int], *, first_only: bool = False) -> Outcome:
    """Run each seed; with `first_only` until one fails."""
    outcome, digest = Outcome(), hashlib.sha256()
    async with in_memory(file, refuse_the_dead) as connection:
        for seed in seeds:
            simulation = Simulation(seed, connection, products)
            await simulation.run()
            digest.update(simulation.digest.encode())
            if simulation.wrong:
                outcome.failed[seed] = simulation.wrong
                if first_only:
                    break
    outcome.digest = digest.hexdigest()
    return outcome


async def _main(words: list[str]) -> int:
    first, last = int(words[0]), int(words[1])
    if len(words) > 2:
        from tests.faults.planted import plant

        plant(words[2])
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shop.db"
        products = await make_shop(file)
        outcome = await run_seeds(file, products, range(first, last), first_only=len(words) > 2)
    for seed, wrong in outcome.failed.items():
        print(f"seed {seed}: {'; '.join(wrong)}")
    print(f"{len(outcome.failed)} of {last - first} failed, digest {outcome.digest}")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(_main(sys.argv[1:])))
