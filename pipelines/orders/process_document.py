"""Prints the order process for `cartwright pipeline` and docs/order.md, from the table that runs."""

from models.jobs.ledger.job_kinds import KINDS
from models.orders.order_states import MOVES
from pipelines.orders.order_process import ORDER

HEADER = ("an order that is", "has this done to it", "and becomes", "or, when refused", "undone if too late by")


def as_text() -> str:
    """The table as text with aligned columns."""
    rows = [HEADER, *ORDER.table()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines)


def as_markdown() -> str:
    """The table, the moves and the kinds of jobs as Markdown."""
    process = [_row(HEADER), _row(["---"] * len(HEADER)), *(_row(row) for row in ORDER.table())]
    moves = [_row(("from", "may become")), _row(("---", "---"))]
    moves += [
        _row((status.value, ", ".join(to.value for to in allowed) or "nothing")) for status, allowed in MOVES.items()
    ]
    titles = ("job", "queue", "what it does", "attempts", "first / longest wait", "time limit")
    kinds = [_row(titles), _row(["---"] * len(titles))]
    for kind in KINDS.values():
        waits = f"{kind.base_seconds:g} s / {kind.cap_seconds:g} s"
        limit = f"{kind.time_limit_seconds:g} s"
        kinds.append(_row((kind.name, kind.queue.name, kind.purpose, str(kind.max_attempts), waits, limit)))
    return "\n".join([*process, "", *moves, "", *kinds])


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"
