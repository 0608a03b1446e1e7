"""What doing something to many jobs would mean: how many, whose money, what has happened outside, what is unsafe.

Discarding is safe: it changes the job alone, and a retry takes it back.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.database import Row, Transaction
from models.jobs.admin.job_query import Fit
from models.jobs.ledger.failure_groups import ORDER_TOUCHED
from models.jobs.ledger.job_kinds import KINDS, MAIL_ORDER
from models.shared.public_ids import number_of

FACTS = """
SELECT j.id, j.public_id, j.kind, CASE WHEN {fits} THEN 1 ELSE 0 END AS is_fit,
    o.id AS order_id, o.total_cents, c.state AS charge, r.state AS refund, m.sent, m.open, m.doubtful
FROM job j
LEFT JOIN orders o ON o.id = {touched}
LEFT JOIN payment c ON c.order_id = o.id AND c.purpose = 'charge'
LEFT JOIN payment r ON r.order_id = o.id AND r.purpose = 'refund'
LEFT JOIN (SELECT order_id, sum(CASE WHEN state IN ('sent', 'recorded') THEN 1 ELSE 0 END) AS sent,
    sum(CASE WHEN state = 'sending' THEN 1 ELSE 0 END) AS open, sum(maybe_duplicate) AS doubtful
    FROM email_message WHERE order_id IN (SELECT subject_id FROM job WHERE id IN ({marks}) AND subject_type = 'order')
    GROUP BY order_id) AS m ON m.order_id = o.id
WHERE j.id IN ({marks}) ORDER BY j.id
"""
FITS = {  # which jobs something can be done to
    "retry": Fit(("dead", "cancelled"), " AND NOT EXISTS (SELECT 1 FROM job c WHERE c.parent_id = j.id)"),
    "cancel": Fit(("queued",)),
    "discard": Fit(("dead",)),
}
AT_ONCE = 500
MAY_COME_TWICE = "The mail server may have taken this message already: the buyer could get it twice."
STAYS_UNDECIDED = "Its order stays as it is, undecided or unpaid back, and goes under review."


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A job that wants a decision of its own."""

    id: str
    label: str
    why: str


@dataclass(slots=True)
class Preview:
    """What is about to happen. `outside` says in words what has left the house for how many jobs."""

    action: str
    ids: list[str] = field(default_factory=list)  # public ones, of jobs that are in a state for it
    unfit: int = 0
    orders: int = 0
    cents: int = 0
    outside: dict[str, int] = field(default_factory=dict)
    unsafe: list[Unsafe] = field(default_factory=list)
    unsafe_later: int = 0  # those of later slices, which are left out
    undecided: int = 0  # jobs that an order waits for
    kinds: dict[str, int] = field(default_factory=dict)


async def preview(tx: Transaction, action: str, ids: Sequence[int]) -> Preview:
    """What `action` (retry, cancel or discard) means for these jobs."""
    rows: list[Row] = []
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        rows += await tx.fetch(
            FACTS.format(
                marks=", ".join("?" * len(part)), fits=FITS[action].sql, touched=ORDER_TOUCHED.format(job="j")
            ),
            *part,
            *part,
        )
    fit = [row for row in rows if row["is_fit"]]
    seen = Preview(action, [row["public_id"] for row in fit], len(rows) - len(fit))
    seen.kinds = dict(Counter(row["kind"] for row in fit))
    orders = {row["order_id"]: row["total_cents"] for row in fit if row["order_id"] is not None}
    seen.orders, seen.cents = len(orders), sum(orders.values())
    seen.undecided = sum(row["kind"] in KINDS and KINDS[row["kind"]].concerns_order for row in fit)
    seen.outside = dict(Counter(words for row in fit for words in _outside(row)))
    seen.unsafe = [Unsafe(row["public_id"], _label(row), why) for row in fit if (why := _danger(action, row))]
    return seen


def _outside(row: Row) -> list[str]:
    """What has happened outside for the order of a job."""
    happened = {
        "charged": row["charge"] == "captured",
        "asked the payment provider, answer unknown": row["charge"] in ("submitted", "unknown"),
        "refunded": row["refund"] == "refunded",
        "mailed": bool(row["sent"]),
    }
    return [words for words, is_so in happened.items() if is_so]


def _danger(action: str, row: Row) -> str:
    """Why doing this to the job is not safe; empty if it is. Charges and refunds repeat under their own keys."""
    kind = KINDS.get(row["kind"])
    if action == "cancel":
        return STAYS_UNDECIDED if kind is not None and kind.concerns_order else ""
    if action == "discard":
        return ""
    is_doubtful = row["kind"] == MAIL_ORDER.name and bool(row["open"] or row["doubtful"])
    return MAY_COME_TWICE if is_doubtful else ""


def _label(row: Row) -> str:
    return f"{row['kind']} of {number_of(row['order_id'])}" if row["order_id"] is not None else str(row["kind"])
