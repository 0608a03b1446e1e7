"""The typed edges: no `Any` in the signatures of models/ and pipelines/, and no row unpacked by position."""

import ast
from collections.abc import Iterable

from tests.house.product import Source, sources

FLOORS = ("models/", "pipelines/")
# A column's type is known to the database alone: whoever reads one by name says what it is.
ALLOWED = {
    ("models/database/transaction.py", "__getitem__"),
    ("models/tables/base_record.py", "__getitem__"),
    *(("pipelines/gateways/test_provider_book.py", name) for name in ("_entry", "append", "find")),  # lines of JSON
    ("pipelines/gateways/test_provider.py", "_said"),  # any of its answers
    ("pipelines/gateways/provider_calls.py", "_ask"),
}


def signatures_with_any(files: Iterable[Source]) -> set[tuple[str, str]]:
    """Functions with `Any` in an annotation, or with a name that stands for a type that has it."""
    return {
        (file.name, function.name)
        for file in files
        if file.name.startswith(FLOORS)
        for function in file.functions()
        if {"Any", *_aliases(file)} & {name for each in _annotations(function) for name in _names(each)}
    }


def _aliases(file: Source) -> set[str]:
    return {
        target.id
        for node in file.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp)
        for target in node.targets
        if isinstance(target, ast.Name) and "Any" in _names(node.value)
    }


def _annotations(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, [given.vararg, given.kwarg])]
    return [each for each in (*(argument.annotation for argument in named), function.returns) if each is not None]


def _names(node: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def test_signatures_of_models_and_pipelines_say_their_types() -> None:
    assert signatures_with_any(sources()) == ALLOWED


def test_any_is_found_wherever_it_hides() -> None:
    text = "Change = dict[str, Any]\ndef f(*, x: list[Any]): ...\ndef g() -> Change: ...\ndef h(x: int) -> object: ..."
    assert signatures_with_any([Source("models/x.py", text)]) == {("models/x.py", "f"), ("models/x.py", "g")}
