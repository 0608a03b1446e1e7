"""How commands speak: tables or JSON on standard output, refusals on standard error, colours on a terminal only."""

import argparse
import io
import json
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from cli.exit_codes import EXIT_NOT_RUN

STYLES = {
    "applied": "green",
    "done": "green",
    "ok": "green",
    "missing": "yellow",
    "snoozed": "yellow",
    "warning": "yellow",
    "dead": "red",
    "failed": "red",
    "violation": "red",
}
Rows = Sequence[Mapping[str, object]]


def say(words: str, style: str = "") -> None:
    """Print a line; `style` is one of rich's, seen on a terminal where NO_COLOR is unset."""
    _console(sys.stdout).print(Text(words, style=style))


def list_rows(rows: Rows, arguments: argparse.Namespace, if_none: str = "") -> None:
    """Print rows as aligned columns, or with `--json` as a list of objects. Numbers are set to the right.

    Where there are none, `if_none` says so on standard error: what reads the list gets an empty one.
    """
    if arguments.json:
        print_json(list(rows))
        return
    if not rows:
        _console(sys.stderr).print(Text(if_none))
        return
    texts = [[_text(value) for value in row.values()] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row, cells in zip(rows, texts, strict=True):
        line = Text()
        for value, cell, width in zip(row.values(), cells, widths, strict=True):
            is_number = isinstance(value, int | float)
            line.append(cell.rjust(width) if is_number else cell.ljust(width), style=STYLES.get(cell, ""))
            line.append("  ")
        line.rstrip()
        _console(sys.stdout).print(line)


def print_json(content: object) -> None:
    """Print one JSON document on a line of its own."""
    print(json.dumps(content, ensure_ascii=False))


def refuse(words: str, code: int = EXIT_NOT_RUN) -> int:
    """Say on standard error why nothing was done; returns the exit code."""
    _console(sys.stderr).print(Text(words, style="red"))
    return code


def _text(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _console(stream: TextIO | None) -> Console:
    """Of this stream as it is now, which may be closed; it wraps no lines and knows no markup."""
    return Console(file=stream or io.StringIO(), soft_wrap=True, highlight=False, markup=False, emoji=False)
