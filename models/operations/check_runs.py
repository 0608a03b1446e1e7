"""The last result of each integrity check, and since when it has been violated."""

import json
from dataclasses import dataclass

from core.redaction import redact
from models.database import Transaction
from models.jobs.admin import job_requeue
from models.jobs.ledger.job_kinds import BOOKS_CHECK, INTEGRITY_ALERT
from models.jobs.ledger.job_states import JobEventType
from models.jobs.ledger.jobs import enqueue

BOOKS = "books"
MOST_KEPT = 200  # violations
RECORD = """
INSERT INTO check_run (name, ran_at, lasted_ms, violations, found, since, told_at) VALUES (?, ?, ?, ?, ?, ?, NULL)
ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at, lasted_ms = excluded.lasted_ms,
    violations = excluded.violations, found = excluded.found,
    since = CASE WHEN excluded.since IS NULL THEN NULL ELSE coalesce(check_run.since, excluded.since) END
RETURNING since
"""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check's last run. `since` is when it was first violated without a clean run in between; None: it is clean."""

    ran_at: int
    lasted_ms: int
    violations: int
    found: list[str]
    since: int | None


async def record(tx: Transaction, name: str, found: list[str], *, lasted_ms: int) -> None:
    """Keep a result; the first one that is not clean has the admins told by mail."""
    texts = json.dumps([redact(words) for words in found[:MOST_KEPT]])
    since = tx.now if found else None
    row = await tx.fetch_one(RECORD, name, tx.now, lasted_ms, len(found), texts, since)
    if row is not None and row["since"] == tx.now:
        await enqueue(tx, INTEGRITY_ALERT, f"{name}@{tx.now}")


async def last_run(tx: Transaction, name: str) -> CheckResult | None:
    """The last result; None if the check never ran."""
    row = await tx.fetch_one("SELECT ran_at, lasted_ms, violations, found, since FROM check_run WHERE name = ?", name)
    if row is None:
        return None
    return CheckResult(row["ran_at"], row["lasted_ms"], row["violations"], json.loads(row["found"]), row["since"])


async def end_earlier_failures(tx: Transaction, job_id: int) -> None:
    """Show only the last of several failed checks as dead, so that a violation is one entry however long it lasts."""
    rows = await tx.fetch(
        "SELECT id FROM job WHERE kind = ? AND state = 'dead' AND id < ? ORDER BY id", BOOKS_CHECK.name, job_id
    )
    for row in rows:
        await tx.execute("UPDATE job SET state = 'cancelled' WHERE id = ?", row["id"])
        await job_requeue.note(tx, row["id"], JobEventType.DISCARDED, 0, "a later check has looked at the books again")
