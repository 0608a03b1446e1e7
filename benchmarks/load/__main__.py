"""`make load URL=…`: runs the shoppers for a while, and prints what each kind of request took.

It ends with 1 if a request failed, so that it can be a check; the figures are for reading.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

SCRIPT = Path(__file__).with_name("shoppers.py")
COLUMNS = ("what", "requests", "failed", "per second", "p50 ms", "p95 ms", "p99 ms")


class Figures(NamedTuple):
    """Of one kind of request; times in milliseconds."""

    what: str
    requests: int
    failed: int
    per_second: float
    p50: float
    p95: float
    p99: float


def main() -> int:
    parser = argparse.ArgumentParser(prog="make load", description=__doc__)
    parser.add_argument("url", nargs="?", default="http://localhost:5566", help="where the shop is")
    parser.add_argument("--shoppers", type=int, default=32, help="how many at once (%(default)s)")
    parser.add_argument("--seconds", type=int, default=30, help="for how long (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    figures = run(arguments.url, shoppers=arguments.shoppers, seconds=arguments.seconds)
    if not figures:
        print(f"no answer from {arguments.url}", file=sys.stderr)
        return 2
    if arguments.json:
        print(json.dumps([each._asdict() for each in figures]))
    else:
        print(as_table(figures))
    return 1 if any(each.failed for each in figures) else 0


def run(url: str, *, shoppers: int, seconds: int) -> list[Figures]:
    """What Locust measured, without the requests that shoppers begin with; the sum comes last."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "locust", "-f", str(SCRIPT), "--headless", "--host", url, "--only-summary"]
        command += ["--users", str(shoppers), "--spawn-rate", str(max(1, shoppers // 4)), "--run-time", f"{seconds}s"]
        command += ["--csv", f"{folder}/load", "--stop-timeout", "70", "--loglevel", "ERROR"]
        subprocess.run(command, check=False, stdout=sys.stderr, stderr=subprocess.DEVNULL)
        file = Path(folder) / "load_stats.csv"
        rows = list(csv.DictReader(file.open())) if file.exists() else []
    kept = [row for row in rows if not row["Name"].startswith("(start)") and int(row["Request Count"])]
    return [] if len(kept) < 2 else [_figures(row) for row in kept]


def as_table(figures: list[Figures]) -> str:
    """Aligned columns."""
    rows = [COLUMNS, *((each.what, *(f"{value:,.0f}" for value in each[1:])) for each in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    lines = []
    for what, *rest in rows:
        cells = [what.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        lines.append("  ".join(cells))
    return "\n".join(lines)


def _figures(row: dict[str, str]) -> Figures:
    def number(name: str) -> float:
        return float(row[name]) if row[name] not in ("", "N/A") else 0.0

    name = "all" if row["Name"] == "Aggregated" else row["Name"]
    counts = int(row["Request Count"]), int(row["Failure Count"])
    return Figures(name, *counts, number("Requests/s"), number("50%"), number("95%"), number("99%"))


if __name__ == "__main__":
    sys.exit(main())
