"""The circuit breaker of the payment provider: one row that all workers share.

While it is closed, payments are made. After `FAILURES_TO_OPEN` calls in a row without an answer it opens: payments
wait, and no attempt is used. From time to time one payment may try; the first answer closes the circuit, and every
payment that waits is due at once.
"""

import logging
from dataclasses import dataclass

from models.database import Notification, Transaction, unchanged
from models.jobs.ledger.job_kinds import ORDER_PROCESS, ORDERS, PAYMENT_ALERT, PAYMENT_REFUND, PAYMENT_RETURN
from models.jobs.ledger.jobs import enqueue

log = logging.getLogger(__name__)

NAME = "payments"
FAILURES_TO_OPEN = 5
FIRST_PROBE_SECONDS, LONGEST_PROBE_SECONDS = 5.0, 60.0
PROBE_LASTS_SECONDS = 30.0  # a probe without an outcome is followed by another one after this and its wait
SILENT_MS = 3_600_000  # an outage that returns within an hour is not mailed again
MOST_NOTIFICATIONS = 16
OPEN = "SELECT opened_at, probe_at, detail FROM circuit WHERE name = ? AND opened_at IS NOT NULL"
# on PostgreSQL nobody waits for this row who may hold what its holder needs
PROBE = {
    "sqlite": "SELECT probes FROM circuit WHERE name = ? AND opened_at IS NOT NULL AND probe_at <= ?",
    "postgres": "SELECT probes FROM circuit WHERE name = ? AND opened_at IS NOT NULL AND probe_at <= ?"
    " FOR UPDATE SKIP LOCKED",
}
FAILED = """
INSERT INTO circuit (name, failures, opened_at, probe_at, probes, detail, told_at) VALUES (?, 1, NULL, 0, 0, ?, 0)
ON CONFLICT (name) DO UPDATE SET failures = circuit.failures + 1, detail = excluded.detail,
    opened_at = CASE WHEN circuit.failures + 1 >= ? THEN coalesce(circuit.opened_at, CAST(? AS BIGINT))
        ELSE circuit.opened_at END
RETURNING failures, opened_at, probes, told_at
"""
ANSWERED = """
UPDATE circuit SET failures = 0, opened_at = NULL, probes = 0
WHERE name = ? AND (failures > 0 OR opened_at IS NOT NULL) RETURNING probe_at
"""
WAITING = "queue = ? AND kind IN (?, ?, ?) AND state = 'queued'"
OF_PAYMENTS = (ORDERS.name, ORDER_PROCESS.name, PAYMENT_REFUND.name, PAYMENT_RETURN.name)


@dataclass(frozen=True, slots=True)
class Outage:
    """The provider does not answer. `since` and `probe_at` are epoch milliseconds."""

    since: int
    probe_at: int
    detail: str


async def outage(tx: Transaction) -> Outage | None:
    """The outage that lasts, or None while payments are made."""
    row = await tx.fetch_one(OPEN, NAME)
    return Outage(row["opened_at"], row["probe_at"], row["detail"]) if row else None


async def admit(tx: Transaction) -> Outage | None:
    """None if the provider may be asked now, by this transaction's caller; else the outage to wait for.

    The circuit cannot close before this transaction has ended, so that closing it finds the caller's job waiting.
    """
    row = await tx.fetch_one(OPEN + unchanged(tx.dialect), NAME)
    now_out = Outage(row["opened_at"], row["probe_at"], row["detail"]) if row else None
    if now_out is None or (now_out.probe_at <= tx.now and await _take_probe(tx)):
        return None
    return now_out


async def has_failures(tx: Transaction) -> bool:
    """Whether the last call had no answer, so that an answer has to be recorded."""
    sql = "SELECT 1 FROM circuit WHERE name = ? AND (failures > 0 OR opened_at IS NOT NULL)"
    return await tx.fetch_one(sql, NAME) is not None


async def failed(tx: Transaction, detail: str) -> None:
    """Record a call without an answer, in a transaction of its own.

    The last of several in a row opens the circuit and has the admins told.
    """
    row = await tx.fetch_one(FAILED, NAME, detail[:300], FAILURES_TO_OPEN, tx.now)
    assert row is not None
    if row["opened_at"] is None:
        return
    probe_at = tx.now + int(probe_wait_seconds(row["probes"]) * 1000)
    await tx.execute("UPDATE circuit SET probe_at = ? WHERE name = ?", probe_at, NAME)
    if row["failures"] == FAILURES_TO_OPEN:
        log.error("payments are paused: the provider did not answer %d times in a row: %s", FAILURES_TO_OPEN, detail)
        if row["told_at"] < tx.now - SILENT_MS:
            await tx.execute("UPDATE circuit SET told_at = ? WHERE name = ?", tx.now, NAME)
            await enqueue(tx, PAYMENT_ALERT, f"{NAME}@{tx.now}")


async def answered(tx: Transaction) -> None:
    """Record that the provider answered, in a transaction of its own; an open circuit is closed, and payments that wait
    are due."""
    row = await tx.fetch_one(ANSWERED, NAME)
    if row is None or not row["probe_at"]:
        return
    await tx.execute("UPDATE circuit SET probe_at = 0 WHERE name = ?", NAME)
    due = await tx.fetch(
        f"UPDATE job SET run_at = ? WHERE {WAITING} AND run_at > ? RETURNING id",  # noqa: S608  a constant
        *(tx.now, *OF_PAYMENTS, tx.now),
    )
    tx.notifications += [Notification(each["id"], ORDERS.name) for each in due[:MOST_NOTIFICATIONS]]
    log.warning("payments go on: the provider answers again; %d payments waited", len(due))


async def is_probe_due(tx: Transaction) -> bool:
    """Whether the circuit is open and one payment may try."""
    now_out = await outage(tx)
    return now_out is not None and now_out.probe_at <= tx.now


async def send_probe(tx: Transaction) -> None:
    """Make a payment due that tried least often. Without one that waits, the circuit is closed on trial."""
    row = await tx.fetch_one(
        f"SELECT id FROM job WHERE {WAITING} ORDER BY deferrals + attempt, id LIMIT 1",  # noqa: S608  a constant
        *OF_PAYMENTS,
    )
    if row is None:
        await tx.execute(
            "UPDATE circuit SET opened_at = NULL, probe_at = 0, probes = 0, failures = ? WHERE name = ?",
            *(FAILURES_TO_OPEN - 1, NAME),
        )
        log.warning("no payment waits for the provider any more; the next one finds out whether it answers")
        return
    await tx.execute(
        "UPDATE job SET run_at = ? WHERE id = ? AND state = 'queued' AND run_at > ?", tx.now, row["id"], tx.now
    )
    tx.notifications.append(Notification(row["id"], ORDERS.name))


async def waiting(tx: Transaction) -> int:
    """The number of payments and refunds that wait."""
    row = await tx.fetch_one(f"SELECT count(*) AS jobs FROM job WHERE {WAITING}", *OF_PAYMENTS)  # noqa: S608
    return int(row["jobs"]) if row else 0


def probe_wait_seconds(probes: int) -> float:
    """Seconds until the next payment may try, after so many tries in this outage."""
    return float(min(LONGEST_PROBE_SECONDS, FIRST_PROBE_SECONDS * 2.0 ** min(probes, 20)))


async def _take_probe(tx: Transaction) -> bool:
    """Take the turn to try; False if another transaction has it."""
    row = await tx.fetch_one(PROBE[tx.dialect], NAME, tx.now)
    if row is None:
        return False
    wait_seconds = PROBE_LASTS_SECONDS + probe_wait_seconds(row["probes"])
    return (
        await tx.execute(
            "UPDATE circuit SET probes = probes + 1, probe_at = ? WHERE name = ? AND opened_at IS NOT NULL",
            *(tx.now + int(wait_seconds * 1000), NAME),
        )
        == 1
    )
