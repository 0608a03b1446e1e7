"""Two thousand simulated lives of the shop end well, can be repeated to the letter, and find planted bugs."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import pytest_asyncio

from tests.faults.processes import ROOT
from tests.simulation.memory_database import in_memory
from tests.simulation.run import make_shop, run_seeds
from tests.simulation.simulation import Simulation, refuse_the_dead
from tests.stack import sqlite_only

pytestmark = [sqlite_only("the simulation is on SQLite in memory"), pytest.mark.timeout(900)]
SEEDS, PART = 2_000, 500

# the bug, and the words it is found with
PLANTED = {
    "fence_not_checked": "I12",
    "charge_key_changes": "2 charges",
    "stock_checked_before": "undecided",
    "stock_clamped": "oversold",
    "job_enqueued_after_commit": "undecided",
    "live_leases_stolen": "I13",
    "expiry_ignores_payment": "I9",
    "key_not_looked_up": "2 orders of 1 checkouts",
    "failed_commit_answered": "lost",
}
LARGEST_SEED = 300  # a bug shows within so many
# what has to happen in some of a hundred lives, or they prove little
EVENTS = (
    "is dead",
    "rescues",
    "has lost job",
    "lost",
    "refused",
    "jumps",
    "cancelled by its buyer",
    "refund",
    "sold out",
)


@pytest_asyncio.fixture
async def shop_file(tmp_path: Path) -> tuple[Path, list[str]]:
    """A stocked database to copy from, and its products."""
    file = tmp_path / "shop.db"
    return file, await make_shop(file)


@pytest.mark.asyncio
@pytest.mark.parametrize("first", range(0, SEEDS, PART))
async def test_every_life_ends_well(shop_file: tuple[Path, list[str]], first: int) -> None:
    outcome = await run_seeds(*shop_file, range(first, first + PART))
    assert outcome.failed == {}


@pytest.mark.asyncio
async def test_a_seed_gives_the_same_trace_again_and_another_seed_another(shop_file: tuple[Path, list[str]]) -> None:
    file, products = shop_file
    traces = []
    async with in_memory(file, refuse_the_dead) as connection:
        for seed in (*range(20), *range(20)):
            simulation = Simulation(seed, connection, products)
            await simulation.run()
            traces.append(simulation.trace)
    assert traces[:20] == traces[20:]
    assert len({tuple(trace) for trace in traces}) == 20


def test_a_seed_gives_the_same_trace_in_another_process() -> None:
    said = {run("0", "40", hash_seed=seed)[1].splitlines()[-1] for seed in ("1", "2")}
    assert len(said) == 1
    assert "digest" in said.pop()


@pytest.mark.asyncio
async def test_the_lives_are_eventful(shop_file: tuple[Path, list[str]]) -> None:
    file, products = shop_file
    seen: Counter[str] = Counter()
    async with in_memory(file, refuse_the_dead) as connection:
        for seed in range(300):
            simulation = Simulation(seed, connection, products)
            await simulation.run()
            seen.update(event for event in EVENTS if any(event in line for line in simulation.trace))
    assert set(seen) == set(EVENTS), seen


@pytest.mark.parametrize(("bug", "words"), PLANTED.items())
def test_a_planted_bug_is_found(bug: str, words: str) -> None:
    code, said = run("0", str(LARGEST_SEED), bug)
    assert code == 1, said
    assert words in said


def run(*words: str, hash_seed: str = "0") -> tuple[int, str]:
    """Run seeds in a process of their own, which a planted bug changes for good."""
    command = [sys.executable, "-m", "tests.simulation.run", *words]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, done.stdout
