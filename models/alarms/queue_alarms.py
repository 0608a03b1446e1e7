"""Which queues fail too often or keep jobs waiting too long, and the cause of each, for the admin banner."""

from collections import Counter
from typing import NamedTuple

from models.database import Row, Transaction
from models.jobs.ledger.failure_groups import FIGURE_MS
from models.jobs.ledger.job_kinds import KINDS, QUEUES
from models.shared.times import in_minutes

MINUTES = 10
LEAST_FAILURES = 3  # one bad job is no outage
OLDEST = """
SELECT * FROM (SELECT '{name}' AS queue, public_id, run_at FROM job WHERE queue = '{name}' AND state = 'queued'
    AND run_at <= ? AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.name = '{name}' AND q.is_paused)
    ORDER BY run_at, id LIMIT 1) AS oldest_{name}
"""
FAILED = """
SELECT f.id, f.kind, f.type, f.words, sum(n.times) AS times FROM failure_figure n JOIN failure f ON f.id = n.failure
WHERE n.at > ? GROUP BY f.id, f.kind, f.type, f.words ORDER BY 5 DESC
"""
SUCCEEDED = "SELECT kind, sum(succeeded) AS times FROM job_figure WHERE span = 'minute' AND at >= ? GROUP BY kind"


class QueueAlarm(NamedTuple):
    """What is wrong with a queue, and the page of its cause."""

    queue: str
    code: str  # queue_failing | queue_waiting
    words: str
    cause: str
    href: str


async def alarms(tx: Transaction) -> list[QueueAlarm]:
    """The queues over their thresholds, in the order of their importance."""
    failing, waiting = await _failing(tx), await _waiting(tx)
    return [alarm for queue in QUEUES for alarm in (failing.get(queue.name), waiting.get(queue.name)) if alarm]


async def _failing(tx: Transaction) -> dict[str, QueueAlarm]:
    failed = await tx.fetch(FAILED, tx.now - MINUTES * 60_000 - FIGURE_MS)
    if not failed:
        return {}
    done: Counter[str] = Counter()
    for row in await tx.fetch(SUCCEEDED, tx.now - MINUTES * 60_000):
        done[_queue_of(row)] += int(row["times"])
    bad: Counter[str] = Counter()
    worst: dict[str, Row] = {}
    for row in failed:
        bad[_queue_of(row)] += int(row["times"])
        worst.setdefault(_queue_of(row), row)
    found = {}
    for queue in QUEUES:
        failures = bad[queue.name]
        share = failures / (failures + done[queue.name]) if failures else 0.0
        if failures >= LEAST_FAILURES and share >= queue.failure_share:
            cause = worst[queue.name]
            words = (
                f"{failures:,} failures in the queue {queue.name} in {MINUTES} minutes, {share:.0%} of its attempts."
            )
            href = f"/admin/jobs/failures#failure-{cause['id']}"
            found[queue.name] = QueueAlarm(
                queue.name, "queue_failing", words, f"{cause['kind']}: {_in_words(cause)}", href
            )
    return found


def _in_words(cause: Row) -> str:
    """The message of a failure group, with the error's type if the message alone says nothing."""
    words = str(cause["words"])
    return words if " " in words else f"{cause['type']} {words}".strip()


def _queue_of(row: Row) -> str:
    return KINDS[row["kind"]].queue.name if row["kind"] in KINDS else ""


async def _waiting(tx: Transaction) -> dict[str, QueueAlarm]:
    sql = " UNION ALL ".join(OLDEST.format(name=queue.name) for queue in QUEUES)
    too_late = [tx.now - queue.oldest_seconds * 1000 for queue in QUEUES]
    return {
        row["queue"]: QueueAlarm(
            row["queue"],
            "queue_waiting",
            f"The oldest job in the queue {row['queue']} has waited {in_minutes((tx.now - row['run_at']) / 1000)}.",
            "Why it waits",
            f"/admin/jobs/{row['public_id']}",
        )
        for row in await tx.fetch(sql, *too_late)
    }
