"""Previews an action on many jobs: how many, the money of their orders, external effects so far, what is unsafe.

Discarding is safe: it changes only the job, and a retry reverses it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.database import Row, Transaction
from models.jobs.admin.job_query import Fit
from models.jobs.ledger.failure_groups import ORDER_TOUCHED
from models.jobs.ledger.job_kinds import KINDS, MAIL_ORDER, find_kind
from models.shared.payment_states import ChargeState, RefundState
from models.shared.public_ids import number_of
from models.shared.sql import marks

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
FITS = {  # the jobs that each action applies to
    "retry": Fit(("dead", "cancelled"), " AND NOT EXISTS (SELECT 1 FROM job c WHERE c.parent_id = j.id)"),
    "cancel": Fit(("queued",)),
    "discard": Fit(("dead",)),
}
AT_ONCE = 500
MAY_COME_TWICE = "The mail server may have taken this message already: the buyer could get it twice."
STAYS_UNDECIDED = "Its order stays as it is, undecided or unpaid back, and goes under review."


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A job that an admin has to approve by itself."""

    id: str
    label: str
    why: str


@dataclass(slots=True)
class Preview:
    """What the action would do. `outside` counts the jobs by each external effect that has happened already."""

    action: str
    ids: list[str] = field(default_factory=list)  # public ids of the jobs that the action applies to
    unfit: int = 0
    orders: int = 0
    cents: int = 0
    outside: dict[str, int] = field(default_factory=dict)
    unsafe: list[Unsafe] = field(default_factory=list)
    unsafe_later: int = 0  # unsafe jobs of later slices, which will be refused
    undecided: int = 0  # jobs that decide an order
    kinds: dict[str, int] = field(default_factory=dict)


async def preview(tx: Transaction, action: str, ids: Sequence[int]) -> Preview:
    """What `action` (retry, cancel or discard) would do to these jobs."""
    rows: list[Row] = []
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        rows += await tx.fetch(
            FACTS.format(marks=marks(part), fits=FITS[action].sql, touched=ORDER_TOUCHED.format(job="j")),
            *part,
            *part,
        )
    fitting = [row for row in rows if row["is_fit"]]
    summary = Preview(action, [row["public_id"] for row in fitting], len(rows) - len(fitting))
    summary.kinds = dict(Counter(row["kind"] for row in fitting))
    orders = {row["order_id"]: row["total_cents"] for row in fitting if row["order_id"] is not None}
    summary.orders, summary.cents = len(orders), sum(orders.values())
    summary.undecided = sum(row["kind"] in KINDS and KINDS[row["kind"]].concerns_order for row in fitting)
    summary.outside = dict(Counter(words for row in fitting for words in _outside(row)))
    summary.unsafe = [Unsafe(row["public_id"], _label(row), why) for row in fitting if (why := _risk(action, row))]
    return summary


def _outside(row: Row) -> list[str]:
    """The external effects that the job's order has had."""
    happened = {
        "charged": row["charge"] == ChargeState.CAPTURED,
        "asked the payment provider, answer unknown": row["charge"] in (ChargeState.SUBMITTED, ChargeState.UNKNOWN),
        "refunded": row["refund"] == RefundState.REFUNDED,
        "mailed": bool(row["sent"]),
    }
    return [words for words, is_so in happened.items() if is_so]


def _risk(action: str, row: Row) -> str:
    """Why the action is not safe for this job; empty if it is. Charges and refunds are idempotent by their keys."""
    kind = find_kind(row["kind"])
    if action == "cancel":
        return STAYS_UNDECIDED if kind is not None and kind.concerns_order else ""
    if action == "discard":
        return ""
    is_doubtful = row["kind"] == MAIL_ORDER.name and bool(row["open"] or row["doubtful"])
    return MAY_COME_TWICE if is_doubtful else ""


def _label(row: Row) -> str:
    return f"{row['kind']} of {number_of(row['order_id'])}" if row["order_id"] is not None else str(row["kind"])
