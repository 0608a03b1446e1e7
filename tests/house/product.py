"""The product's own files, for the rules to look at. Tests, benchmarks and migrations are not part of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("core", "telemetry", "models", "pipelines", "workers", "web", "cli")
TEMPLATES = ROOT / "templates"


@dataclass(frozen=True)
class Source:
    """One file of Python: its name from the root of the repository, and its text."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, at any depth."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def sources() -> list[Source]:
    """All Python of the product."""
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")]
    assert len(files) > 100, "the product is not where it was"
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text()) for file in sorted(files)]


def templates() -> dict[str, str]:
    """Every template by its name, with its text."""
    found = {file.relative_to(TEMPLATES).as_posix(): file.read_text() for file in sorted(TEMPLATES.rglob("*.*"))}
    assert len(found) > 30, "the templates are not where they were"
    return found
