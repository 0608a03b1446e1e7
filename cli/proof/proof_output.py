"""What a proof says: its course on standard error, its result on standard output. Colours on a terminal only."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from cli.proof.fault_plan import PlannedFault
from cli.proof.verdict import ProofVerdict

REFRESH_SECONDS = 0.5
MOST_FINDINGS = 40


class Narrator:
    """Tells the course of a proof: each fault a line, and a bar where somebody looks."""

    def __init__(self, *, is_quiet: bool = False) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True, quiet=is_quiet)

    def say(self, words: str) -> None:
        """One line."""
        self._console.print(words, markup=False)

    def begin(self, number: int, planned: Sequence[PlannedFault]) -> None:
        """A round begins."""
        self.say(f"round {number}: {len(planned)} faults")

    def tell(self, at_seconds: float, words: str) -> None:
        """A fault happens."""
        self.say(f"{at_seconds:7.1f} s  {words}")

    @contextlib.contextmanager
    def following(self, what: str, seconds: float, orders: Callable[[], int]) -> Iterator[None]:
        """A bar of the time until `seconds` are over, with the number of orders; nothing where nobody looks."""
        if not self._console.is_terminal:
            yield
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[words]}"),
        )
        ended = threading.Event()
        with Progress(*columns, console=self._console, transient=True) as drawn:
            task = drawn.add_task(what, total=seconds, words="")

            def refresh() -> None:
                while not ended.wait(REFRESH_SECONDS):
                    drawn.update(task, completed=drawn.tasks[0].elapsed, words=f"{orders()} orders accepted")

            refreshing = threading.Thread(target=refresh, name="progress", daemon=True)
            refreshing.start()
            try:
                yield
            finally:
                ended.set()
                refreshing.join()


def print_verdict(verdict: ProofVerdict, facts: dict[str, object], *, as_json: bool) -> None:
    """The four numbers and the figures beside them; `facts` describe the run."""
    if as_json:
        print(json.dumps(as_document(verdict, facts), indent=2))
        return
    console = Console(highlight=False, soft_wrap=True)
    for words in verdict.findings[:MOST_FINDINGS]:
        console.print(words, markup=False)
    if len(verdict.findings) > MOST_FINDINGS:
        console.print(f"and {len(verdict.findings) - MOST_FINDINGS} more")
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="left")
    table.add_column(justify="right")
    for name, number in verdict.numbers.items():
        words = "undecided after 90 s" if name == "undecided" else name
        table.add_row(words, f"[{'bold red' if number else 'green'}]{number}[/]")
    table.add_row("other violations", f"[{'bold red' if verdict.others else 'green'}]{len(verdict.others)}[/]")
    table.add_row("longest time nobody could order", f"{verdict.longest_closed_seconds:.1f} s")
    table.add_row("slowest decision", f"{verdict.slowest_decision_seconds:.1f} s")
    table.add_row("orders accepted", str(verdict.accepted))
    table.add_row("confirmed, cancelled", f"{verdict.confirmed}, {verdict.cancelled}")
    table.add_row("jobs started again by a person", str(verdict.run_again))
    for name, value in facts.items():
        table.add_row(name.replace("_", " "), _plain(value))
    console.print(table)


def as_document(verdict: ProofVerdict, facts: dict[str, object]) -> dict[str, object]:
    """The same for programs."""
    return {
        **verdict.numbers,
        "others": len(verdict.others),
        "longest_closed_seconds": round(verdict.longest_closed_seconds, 3),
        "slowest_decision_seconds": round(verdict.slowest_decision_seconds, 3),
        "accepted": verdict.accepted,
        "confirmed": verdict.confirmed,
        "cancelled": verdict.cancelled,
        "run_again": verdict.run_again,
        **facts,
        "findings": verdict.findings,
    }


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {why}" for name, why in value.items()) or "nothing"
    return str(value)
