"""Every regular expression of the product, how it is applied, and whether it takes more than linear time.

The texts it is tried on are made from its own literals and from the characters that patterns treat differently,
repeated many times, with and without an end that cannot match.
"""

import ast
import importlib
import itertools
import re
import time
from collections.abc import Iterable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from tests.house.product import Source

APPLIED = ("match", "fullmatch", "search", "sub", "subn", "findall", "finditer", "split")
CHARACTERS = "aZé1 \n-_.,:;/@=\"'\\(){}[]<>$%+*|!~^`"
PAIRS = tuple("".join(pair) for mark in "-_.,:/@= \"'\\" for pair in (("a", mark), ("1", mark)))
ENDS = ("", "\x00a")
TINY, SHORT = 15, 30  # characters: what is exponential shows there, and would never end on more
SMALL, LARGE = 500, 4_000
SUSPECT = 3.0  # times as slow as its size explains: a quadratic pattern is LARGE / SMALL times as slow
SETTLED_SIZES = (2_000, 4_000, 8_000)
SHORTEST = 1e-6  # seconds: what takes less says nothing of growth
MOST_TIMES_SLOWER = 3.0  # for twice the text; a quadratic pattern needs four times as long


class Use(NamedTuple):
    """A pattern, and a method by which the product applies it."""

    place: str
    pattern: "re.Pattern[Any]"
    method: str


def uses(files: Iterable[Source]) -> list[Use]:
    """All uses of patterns. Those that are reached by a loop or from a table count as `sub`, which looks everywhere."""
    given = list(files)
    applied = set(itertools.chain.from_iterable(_applied(file) for file in given))
    found = []
    for file in given:
        found += [Use(file.name, pattern, method) for pattern, method in _inline(file)]
        for name, pattern in _compiled(file):
            methods = sorted(method for each, method in applied if each == name) or ["sub"]
            found += [Use(f"{file.name}:{name or 'in a table'}", pattern, method) for method in methods]
    return found


def _applied(file: Source) -> Iterator[tuple[str, str]]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Attribute) and node.attr in APPLIED:
            yield ast.unparse(node.value).rpartition(".")[2], node.attr


def _calls(file: Source, names: tuple[str, ...]) -> list[ast.Call]:
    called = [node for node in ast.walk(file.tree) if isinstance(node, ast.Call)]
    return [call for call in called if ast.unparse(call.func) in {f"re.{name}" for name in names}]


def _inline(file: Source) -> Iterator[tuple["re.Pattern[str]", str]]:
    for call in _calls(file, APPLIED):
        given = [ast.unparse(each) for each in [*call.args[1:], *(word.value for word in call.keywords)]]
        flags = sum({getattr(re, each[3:]) for each in given if each.startswith("re.")})
        pattern = ast.literal_eval(call.args[0])  # ValueError: compile it at the top of the module
        yield re.compile(pattern, flags), ast.unparse(call.func)[3:]


def _compiled(file: Source) -> list[tuple[str, "re.Pattern[Any]"]]:
    """What `re.compile` made, by name, or without one where it stands in a table. Raises if one is out of reach."""
    calls = _calls(file, ("compile",))
    if not calls:
        return []
    module = importlib.import_module(file.name.removesuffix(".py").replace("/", "."))
    named = {node.targets[0].id for node in file.tree.body  # type: ignore[attr-defined]
             if isinstance(node, ast.Assign) and node.value in calls}  # fmt: skip
    values = {name: value for name, value in vars(module).items() if not name.startswith("__")}
    own = [(name, values[name]) for name in sorted(named)]
    assigned = {target.id for node in file.tree.body if isinstance(node, ast.Assign)
                for target in node.targets if isinstance(target, ast.Name)} - named  # fmt: skip
    own += [("", pattern) for name in sorted(assigned) for pattern in _held_by(values.get(name))]
    assert len(own) == len(calls), f"{file.name}: a pattern is compiled where no test can find it"
    return own


def _held_by(value: Any) -> Iterator["re.Pattern[Any]"]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _held_by(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _held_by(each)


def slow_text(use: Use) -> str | None:
    """The beginning of a text for which the time grows faster than its size; None if there is none."""
    for text in _texts(use.pattern):
        is_exponential = _growth(use, text, TINY, SHORT, times=2) > 50
        if is_exponential or (
            _growth(use, text, SMALL, LARGE, times=1) > SUSPECT * LARGE / SMALL and _is_slow(use, text)
        ):
            return str(text(60))
    return None


def _growth(use: Use, text: Any, small: int, large: int, times: int) -> float:
    return _seconds(use, text(large), times) / _seconds(use, text(small), times)


def _is_slow(use: Use, text: Any) -> bool:
    sizes = itertools.pairwise(SETTLED_SIZES)
    return all(_growth(use, text, small, large, times=5) > MOST_TIMES_SLOWER for small, large in sizes)


def _seconds(use: Use, text: str, times: int) -> float:
    """The shortest time of several, of this thread alone."""
    given: Any = text if isinstance(use.pattern.pattern, str) else text.encode()
    apply = getattr(use.pattern, use.method)
    arguments = (given[:0], given) if use.method in ("sub", "subn") else (given,)
    taken = []
    for _ in range(times):
        began = time.thread_time()
        done = apply(*arguments)
        if use.method == "finditer":
            list(done)
        taken.append(time.thread_time() - began)
    return max(min(taken), SHORTEST)


def _texts(pattern: "re.Pattern[Any]") -> Iterator[Any]:
    """Texts of any size: a beginning, something repeated, an end."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = sorted(
        set(_words(parser.parse(source, pattern.flags & ~re.DEBUG if isinstance(pattern.pattern, str) else 0)))
    )
    repeated = [*CHARACTERS, *PAIRS, *words, *("".join(pair) for pair in itertools.product(words, "a1 -=:\"'(/"))]
    beginnings = ["", "a", *(word for word in words if len(word) > 1)]
    for beginning, part, end in itertools.product(beginnings, repeated, ENDS):
        if not beginning or len(part) == 1:
            yield lambda size, it=(beginning, part, end): it[0] + it[1] * (size // len(it[1])) + it[2]


def _words(parsed: Any) -> Iterator[str]:
    """The literal texts in a pattern."""
    word = ""
    for kind, value in parsed:
        if kind is kinds.LITERAL:
            word += chr(value)
            continue
        if word:
            yield word
        word = ""
        for inner in _inside(kind, value):
            yield from _words(inner)
    if word:
        yield word


def _inside(kind: Any, value: Any) -> list[Any]:
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is kinds.SUBPATTERN:
        return [value[3]]
    if kind is kinds.BRANCH:
        return list(value[1])
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is kinds.ATOMIC_GROUP else []
