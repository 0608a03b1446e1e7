"""`make mutants`: change the code that carries the promise, one small change at a time, and see whether a test fails.

A sample by seed. Survivors that are not in survivors.txt, each with its reason there, are a failure, and so are fewer
than 92 of a hundred killed. `--seed`, `--each` (mutants of a module) and `--only` (part of a module's path) choose.
"""

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.house.product import ROOT
from tests.mutants.changes import Mutant, mutants
from tests.mutants.forked_tests import ForkedTests
from tests.mutants.plan import MODULES, Module

LEAST_KILLED = 0.92
KNOWN = Path(__file__).with_name("survivors.txt")


def main() -> int:
    """Run each module in a process of its own, and add up."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=8)
    parser.add_argument("--only", default="")
    parser.add_argument("--module", default="")  # this process runs the one named
    given = parser.parse_args()
    if given.module:
        (module,) = (each for each in MODULES if each.path == given.module)
        return _run(module, _sample(module, given.seed, given.each))
    began = time.monotonic()
    outcomes: dict[str, str] = {}
    for module in MODULES:
        if given.only in module.path:
            words = ("--module", module.path, "--seed", str(given.seed), "--each", str(given.each))
            done = subprocess.run(
                [sys.executable, "-m", "tests.mutants", *words],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
                check=False,
            )
            outcomes |= dict(line.split("\t", 1)[::-1] for line in done.stdout.splitlines() if "\t" in line)
    return _judge(outcomes, seconds=time.monotonic() - began)


def known_survivors() -> dict[str, str]:
    """The reason of each known survivor, by its key. A reason that begins with `open` is a sentence that is missing."""
    lines = [line for line in KNOWN.read_text().splitlines() if line and not line.startswith("#")]
    return dict(line.split(" -- ", 1) for line in lines)


def _sample(module: Module, seed: int, each: int) -> list[Mutant]:
    found = mutants(module.path, (ROOT / module.path).read_text())
    return random.Random(f"{seed} {module.path}").sample(found, min(each, len(found)))


def _run(module: Module, wanted: list[Mutant]) -> int:
    tests = ForkedTests(wanted, in_processes=module.in_processes)
    there = [each for each in module.tests if (ROOT / each).exists()]
    pytest.main([*there, "-q", "-p", "no:cacheprovider", "--no-header"], plugins=[tests])
    for key, outcome in tests.outcomes.items():
        print(f"{outcome}\t{key}")
    return 0


def _judge(outcomes: dict[str, str], *, seconds: float) -> int:
    known = known_survivors()
    counted = {key: outcome for key, outcome in outcomes.items() if outcome != "not applied"}
    survived = [key for key, outcome in counted.items() if outcome == "survived"]
    matter = [key for key in survived if known.get(key, "open").startswith("open")]
    new = [key for key in survived if key not in known]
    of = len(counted) - len(survived) + len(matter)
    share = (of - len(matter)) / of if of else 0.0
    print(f"\n{len(counted)} mutants in {seconds:.0f} s; {share:.1%} of the {of} that matter are killed")
    for key in new:
        print(f"  survived, without a reason in {KNOWN.name}: {key}")
    return 0 if not new and share >= LEAST_KILLED else 1


if __name__ == "__main__":
    sys.exit(main())
