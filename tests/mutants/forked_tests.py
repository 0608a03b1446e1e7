"""A plugin of pytest that runs the tests of one module for each mutant, in a fork of a process that has read all of it.

First all tests run unchanged: which functions each calls, and how long it takes. About a mutant those are asked that
call its function, the quick ones first, until one fails.
"""

import ast
import gc
import os
import signal
import sys
import threading
import time
import types
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pytest

from tests.house.product import ROOT
from tests.mutants.changes import Mutant, changed

LEAST_SECONDS = 30.0  # before a mutant that hangs is ended
IN_PROCESSES = "MUTANT"  # the variable that names the mutant to processes of the shop: path, colon, number


class ForkedTests:
    """Asks the tests about mutants of one module. `outcomes`, by the mutant's key: killed, survived or not applied."""

    def __init__(self, wanted: Sequence[Mutant], *, in_processes: bool) -> None:
        self._wanted, self._in_processes = wanted, in_processes
        self._callers: dict[str, set[str]] = defaultdict(set)  # tests by the function they call
        self._seconds: dict[str, float] = {}
        self.outcomes: dict[str, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        gc.unfreeze()
        items = [item for item in session.items if not item.get_closest_marker("skip")]
        steady = [item for item in items if self._passes(item)]
        print(f"{len(steady)} of {len(session.items)} tests pass unchanged", file=sys.__stderr__, flush=True)
        for mutant in self._wanted:
            asked = self._asked(mutant, steady)
            began = time.monotonic()
            self.outcomes[mutant.key] = self._outcome(session, mutant, asked) if asked else "survived"
            said = (
                f"{self.outcomes[mutant.key]:11} {time.monotonic() - began:5.1f} s  {len(asked):3} tests  {mutant.key}"
            )
            print(said, file=sys.__stderr__, flush=True)
        return True

    def _passes(self, item: pytest.Item) -> bool:
        """Run one test unchanged, and note which functions it calls; what all share stays open afterwards."""
        heard: set[str] = set()
        folder = str(ROOT)

        def note(frame: types.FrameType, event: str, _: Any) -> None:
            if event == "call" and frame.f_code.co_filename.startswith(folder):
                heard.add(f"{frame.f_code.co_filename[len(folder) + 1 :]} {_plain(frame.f_code.co_qualname)}")

        began = time.monotonic()
        threading.setprofile(note)
        sys.setprofile(note)
        try:
            is_fine = not _failed(item)
        finally:
            sys.setprofile(None)
            threading.setprofile(None)  # type: ignore[arg-type]
        self._seconds[item.nodeid] = time.monotonic() - began
        for name in heard:
            self._callers[name].add(item.nodeid)
        return is_fine

    def _asked(self, mutant: Mutant, steady: list[pytest.Item]) -> list[pytest.Item]:
        if not mutant.function or self._in_processes:
            chosen = steady
        else:
            callers = self._callers[f"{mutant.path} {_plain(mutant.function)}"]
            chosen = [item for item in steady if item.nodeid in callers]
        return sorted(chosen, key=lambda item: self._seconds[item.nodeid])

    def _outcome(self, session: pytest.Session, mutant: Mutant, asked: list[pytest.Item]) -> str:
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            os.setpgid(0, 0)
            os.close(read)
            os.write(write, _ask(mutant, asked, in_processes=self._in_processes).encode())
            os._exit(0)
        os.close(write)
        limit = LEAST_SECONDS + 4 * sum(self._seconds[item.nodeid] for item in asked)
        timer = threading.Timer(limit, lambda: os.killpg(pid, signal.SIGKILL))
        timer.start()
        with open(read) as told:
            outcome = told.read() or "killed"  # it hung, or took its process down
        timer.cancel()
        os.waitpid(pid, 0)
        return outcome


def _ask(mutant: Mutant, asked: list[pytest.Item], *, in_processes: bool) -> str:
    if in_processes:
        os.environ[IN_PROCESSES] = f"{mutant.path}:{mutant.number}"
    elif not apply(mutant.path, mutant.number):
        return "not applied"
    try:
        return "killed" if any(_failed(item) for item in asked) else "survived"
    except BaseException:
        return "killed"


class _SharedRemains:
    """Stands for the next test: what a whole session shares is kept, all else is put away."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session

    def listchain(self) -> list[pytest.Session]:
        """What the next test needs."""
        return [self._session]


def _failed(item: pytest.Item) -> bool:
    from _pytest.runner import runtestprotocol

    reports = runtestprotocol(item, log=False, nextitem=_SharedRemains(item.session))  # type: ignore[arg-type]
    return any(report.failed for report in reports)


def apply_named() -> None:
    """Change this process as the environment says; processes of the shop call it when they start."""
    if named := os.environ.get(IN_PROCESSES):
        path, _, number = named.partition(":")
        apply(path, int(number))


def apply(path: str, number: int) -> bool:
    """Change the running program; whether anything changed."""
    text = (ROOT / path).read_text()
    file = str(ROOT / path)
    old, new = (_codes(compile(tree, file, "exec")) for tree in (ast.parse(text), changed(text, number)))
    functions = [each for each in gc.get_objects() if isinstance(each, types.FunctionType)]
    count = 0
    for function in functions:
        code = function.__code__
        place = (code.co_qualname, code.co_firstlineno)
        is_ours = code.co_filename == file and place in new and new[place] != old[place]
        if is_ours and len(new[place].co_freevars) == len(code.co_freevars):
            function.__code__ = new[place]
            count += 1
    return count > 0 or _apply_constants(path, text, number)


def _apply_constants(path: str, text: str, number: int) -> bool:
    """Give the module, and whoever took a constant from it, the values of the changed one."""
    name = path.removesuffix(".py").replace("/", ".")
    module = sys.modules[name]
    values, count = {"__name__": name, "__file__": str(ROOT / path)}, 0
    exec(compile(changed(text, number), str(ROOT / path), "exec"), values)
    for key, value in values.items():
        before = vars(module).get(key)
        if (
            key.startswith("__")
            or not isinstance(value, str | int | float | tuple | dict | frozenset)
            or value == before
        ):
            continue
        for other in [each for each in sys.modules.values() if isinstance(each, types.ModuleType)]:
            if vars(other).get(key) is before:
                vars(other)[key] = value
                count += 1
    return count > 0


def _codes(top: types.CodeType) -> dict[tuple[str, int], types.CodeType]:
    found: dict[tuple[str, int], types.CodeType] = {}
    for each in top.co_consts:
        if isinstance(each, types.CodeType):
            found[each.co_qualname, each.co_firstlineno] = each
            found |= _codes(each)
    return found


def _plain(qualified: str) -> str:
    """A function's name without its class and without where it was made."""
    return qualified.replace("<locals>.", "").rpartition(".")[2]
