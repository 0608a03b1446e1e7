"""How figures are told: one table with the target beside each, the machine, the versions and the commit."""

import os
import platform
import statistics
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

from models.database import bundled_sqlite

QUIET_LOAD = 2.0


class Figure(NamedTuple):
    """One measured thing. `ratio` is to the limit or baseline of the same run, where there is one."""

    id: str
    measure: str
    words: str
    ratio: float | None
    target: str
    is_reached: bool
    load: float = 0.0  # the machine's average of the minute before

    @property
    def verdict(self) -> str:
        """Whether the target was reached; not judged where the machine had other things to do."""
        if not self.is_reached:
            return "**not reached**"
        return "reached" if self.load <= QUIET_LOAD else "not judged"


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(percent / 100 * len(ordered)) - 1))]


def table(figures: Sequence[Figure]) -> str:
    """Markdown, to be kept beside the code."""
    lines = ["| id | measure | measured | ratio | target | load | |", "|---|---|---|---|---|---|---|"]
    for figure in figures:
        ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
        words = [figure.id, figure.measure, figure.words, ratio, figure.target, f"{figure.load:.1f}", figure.verdict]
        lines.append(f"| {' | '.join(words)} |")
    return "\n".join([*lines, "", circumstances()])


def circumstances() -> str:
    """Where and with what it was measured."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    sqlite = ".".join(map(str, bundled_sqlite.version()))
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, SQLite {sqlite},"
        f" commit {commit.stdout.strip() or 'unknown'}."
    )
