"""How SQLite goes about each statement of a test, and which of them walk over a whole table that grows."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from models.database.sqlite.sqlite_connection import SqliteTransaction

GROWING = re.compile(
    r"SCAN (job|j|e|job_event|orders|o|f|order_line|l|order_event|payment|refund|email_message|m|stock_ledger"
    r"|audit_entry|webhook_delivery|d|webhook_attempt|a|users|u|session|job_batch|b|job_batch_item|i|job_figure)\b"
)
LEDGER = re.compile(r"SCAN (job|j|job_event|e)\b")  # not even counted
COUNT = r"SELECT count\(\*\)( AS \w+)? FROM (\w+\)?( \w+)?|\(SELECT 1 FROM \w+ \w+ LIMIT \d+\))"
FEW = ("orders_under_review",)  # an index of some chosen rows alone
Plans = list[tuple[str, list[str]]]


def scans(plan: list[str]) -> list[str]:
    """The lines of a plan that walk over a whole table that grows; along an index of a few chosen rows they do not."""
    return [line for line in plan if GROWING.match(line) and not line.endswith(FEW)]


def reads_all(sql: str, plan: list[str]) -> list[str]:
    """The same, but for what is cheap at any size: the first rows in the order of ids, a bare or bounded count."""
    words = " ".join(sql.split())
    is_first_rows = re.search(r" FROM (?!.* WHERE )\S+( \w+)?( LEFT JOIN .+)? ORDER BY (\w\.)?id DESC LIMIT \?", words)
    if is_first_rows and not any("TEMP B-TREE" in line for line in plan):
        return []
    found = scans(plan)
    is_count = re.search(COUNT, words)
    return [line for line in found if LEDGER.match(line) or not (is_count and "USING COVERING INDEX" in line)]


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> Plans:
    """Each statement that is sent from here on, with the lines of its plan."""
    seen: Plans = []
    original = SqliteTransaction._run

    def spy(transaction: Any, sql: str, values: Sequence[Any]) -> Any:
        rows = transaction._connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        seen.append((sql, [row["detail"] for row in rows]))
        return original(transaction, sql, values)

    monkeypatch.setattr(SqliteTransaction, "_run", spy)
    return seen
