"""`cartwright prove` on a small scale: a good shop passes, and each of the four numbers finds a bug of its own."""

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.processes import PATIENCE_SECONDS, ROOT
from tests.stack import sqlite_only, stack, uses_postgres

UNPLANTED = "any_run_is_good"  # a condition without a meaning in this process
PROVING = "proved_shop_planted,short_decision_time,few_units"
LONG_SECONDS, SHORT_SECONDS = 20, 12
SEEDS = ("1", "2", "3")
NUMBERS = ("lost", "doubled", "oversold", "undecided")
_numbers = itertools.count()

# the bug, and the number that is not 0 because of it
PLANTED = {
    "failed_commit_answered": "lost",
    "charge_key_changes": "doubled",
    "stock_clamped,orders_not_refused": "oversold",
    "circuit_never_closes": "undecided",
}


def prove(folder: Path, *words: str, conditions: str = PROVING, bug: str = "") -> tuple[int, dict[str, Any], str]:
    """Run the command; its exit code, its result, and what it said meanwhile."""
    environment = os.environ | {"TMPDIR": str(folder), "PLANTED_IN_CHILDREN": bug}
    command = [sys.executable, "-m", "tests.faults.planted", conditions, "prove", "--json", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout or "{}"), done.stderr


@pytest.fixture
def given(request: pytest.FixtureRequest) -> Iterator[Callable[[], list[str]]]:
    """Makes the options for the stack of this run: where they are servers, an empty database and the broker."""
    if not uses_postgres():
        yield list
        return
    server, queue_url = request.getfixturevalue("postgres"), request.getfixturevalue(stack()).url
    made: list[str] = []

    def make() -> list[str]:
        made.append(f"proof_{next(_numbers)}")
        server.say(f"CREATE DATABASE {made[-1]}")
        return ["--database-url", server.url(made[-1]), "--queue-url", queue_url]

    yield make
    for name in made:
        server.say(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_good_shop_loses_doubles_and_oversells_nothing(tmp_path: Path, given: Callable[[], list[str]]) -> None:
    code, found, said = prove(tmp_path, "--seed", "5", "--seconds", f"{LONG_SECONDS}", *given(), conditions=UNPLANTED)
    assert {name: found.get(name) for name in NUMBERS} == dict.fromkeys(NUMBERS, 0), (found, said)
    assert (code, found["findings"]) == (0, [])
    assert found["accepted"] > 5
    assert not list(tmp_path.glob("cartwright-prove-*")), "nothing is left of a good run"


@sqlite_only("the numbers are judged alike on every stack")
@pytest.mark.parametrize(("bug", "number"), PLANTED.items())
def test_each_number_finds_its_bug(tmp_path: Path, bug: str, number: str) -> None:
    heard = []
    for seed in SEEDS:  # whether a bug shows is a matter of moments: found once is found
        heard.append(prove(tmp_path, "--seed", seed, "--seconds", f"{SHORT_SECONDS}", bug=bug)[:2])
        if heard[-1][1].get(number):
            break
    code, found = heard[-1]
    assert code == 1, heard
    assert found[number] > 0, heard
    assert list(tmp_path.glob("cartwright-prove-*/shoppers.jsonl")), "the record is kept"


@sqlite_only("which of two disks is filled is a matter of its file")
def test_without_a_file_system_of_its_own_files_are_limited(tmp_path: Path) -> None:
    code, found, said = prove(tmp_path, "--seconds", f"{SHORT_SECONDS}", "--disk", "limit", conditions=UNPLANTED)
    assert "RLIMIT_FSIZE" in found["disk"], said
    assert "disk full" in said
    assert (code, found["findings"]) == (0, []), (found, said)


@sqlite_only("what is left of it is on this machine")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_of_an_interrupted_run(tmp_path: Path, number: signal.Signals) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "cli", "prove"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as proving:
        assert proving.stderr is not None
        for line in proving.stderr:
            if "round 1" in line:
                break
        running = [pid for pid, words in processes() if str(tmp_path) in words]
        assert running, "the shop runs"
        proving.send_signal(number)
        assert proving.wait(PATIENCE_SECONDS) == 130
    assert [pid for pid, words in processes() if str(tmp_path) in words] == []
    assert str(tmp_path) not in Path("/proc/mounts").read_text()
    assert list(tmp_path.iterdir()) == []


def processes() -> list[tuple[int, str]]:
    """The pid of each process, with the folder in which it works."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            found.append((int(place.parent.name), os.readlink(place)))
    return found


@sqlite_only("on PostgreSQL the other tests give it a database each")
def test_a_database_with_anything_in_it_is_refused(tmp_path: Path, migrated: Path) -> None:
    before = migrated.read_bytes()
    code, found, said = prove(tmp_path, "--database-url", f"sqlite:///{migrated}", conditions=UNPLANTED)
    assert (code, found) == (2, {})
    assert "the database is not empty" in said
    assert migrated.read_bytes() == before
