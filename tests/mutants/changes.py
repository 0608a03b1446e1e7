"""Finds the places of a module where a small change makes another program, and makes it.

The list of a file is always the same: a mutant is known by its number, and to people by its function and its words.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
STATEMENT = re.compile(r"\b(?:SELECT|UPDATE|INSERT|DELETE)\b")
CONDITION = re.compile(
    r"\b(?:WHERE|AND)\s+(?P<it>[\w.]+\s*(?:=|<>|<=|>=|<|>)\s*(?:\?|'[^']*'|\d+|[\w.]+)|[\w.]+ IS (?:NOT )?NULL)"
)
TOLD = ("log.", "logging.", "failpoint(")  # what is logged carries no promise, nor do the places for fault tests
LONGEST_WORDS = 90


@dataclass(frozen=True)
class Mutant:
    """One change. `function` is empty for a constant of the module."""

    path: str
    number: int
    function: str
    words: str

    @property
    def key(self) -> str:
        """Its name in the list of survivors; lines of code may move."""
        return f"{self.path} {self.function or 'module'}: {self.words}"


@dataclass
class Site:
    """A place to change: `apply` changes the tree that it was found in."""

    function: str
    words: str
    apply: Callable[[], None]


def mutants(path: str, text: str) -> list[Mutant]:
    """All mutants of a file."""
    found = sites(ast.parse(text))
    return [Mutant(path, number, site.function, site.words) for number, site in enumerate(found)]


def changed(text: str, number: int) -> ast.Module:
    """The file with one of its mutants."""
    tree = ast.parse(text)
    sites(tree)[number].apply()
    return ast.fix_missing_locations(tree)


def sites(tree: ast.Module) -> list[Site]:
    """The places of a tree, in the order of the file."""
    return [site for node in tree.body for site in _inside(node, "")]


def _inside(node: ast.AST, function: str) -> Iterator[Site]:
    if isinstance(node, ast.Import | ast.ImportFrom) or _is_told(node):
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        function = f"{function}.{node.name}".strip(".")
    for words, apply in _changes(node):
        yield Site(function, words, apply)
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "args") or not isinstance(value, ast.AST | list):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.stmt) and function and isinstance(value, list):
                for words, apply in _dropped(value, each):
                    yield Site(function, words, apply)
            if isinstance(each, ast.AST):
                yield from _inside(each, function)


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[], None]]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        other = COMPARED[type(node.ops[0])]
        yield f"`{_text(node)}` is {other.__name__}", lambda: node.ops.__setitem__(0, other())
    elif isinstance(node, ast.BoolOp):
        for place, value in enumerate(node.values):
            yield f"`{_text(value)}` left out of `{_text(node)}`", _without(node, place)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"`{_text(node)}` without not", lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} is {not node.value}", lambda: setattr(node, "value", not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.search(node.value):
        text = node.value
        for match in CONDITION.finditer(text):
            new = f"{text[: match.start('it')]}({match['it']} OR 1=1){text[match.end('it') :]}"
            yield f"`{match['it']}` always true", _set(node, new)


def _dropped(block: list[ast.stmt], statement: ast.stmt) -> Iterator[tuple[str, Callable[[], None]]]:
    """A statement that does something, left out."""
    is_call = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Await | ast.Call)
    is_set = isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Attribute | ast.Subscript)
    if (is_call and not _is_told(statement)) or is_set or isinstance(statement, ast.AugAssign | ast.Raise):

        def drop() -> None:
            block[block.index(statement)] = ast.copy_location(ast.Pass(), statement)

        yield f"without `{_text(statement)}`", drop


def _without(node: ast.BoolOp, place: int) -> Callable[[], None]:
    def apply() -> None:
        del node.values[place]
        if len(node.values) == 1:
            node.values *= 2

    return apply


def _set(node: ast.Constant, value: str) -> Callable[[], None]:
    return lambda: setattr(node, "value", value)


def _is_told(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and ast.unparse(node).startswith(TOLD)


def _text(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST_WORDS else f"{text[: LONGEST_WORDS - 1]}…"
