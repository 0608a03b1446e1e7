"""The end of mail whose job died without saying so: killed with its worker too often, stuck, or broken.

A hand-over that ends in order marks its message by itself; then there is nothing left to do here.
"""

import json

from models import orders
from models.database import Transaction
from models.job_kinds import MAIL_ORDER, STOCK_ALERT

OF_ORDER = "order_id = ? AND kind = ?"
OF_JOB = "message_id LIKE ?"
BURY = """
UPDATE email_message SET state = 'dead', last_error = ?, updated_at = ?, attempts = attempts + 1,
    maybe_duplicate = maybe_duplicate + CASE WHEN state = 'sending' THEN 1 ELSE 0 END
WHERE state IN ('queued', 'sending') AND {its}
"""


async def bury(tx: Transaction, job_id: int, kind: str, subject_id: int | None, payload: str, reason: str) -> None:
    """Nobody tries the messages of this job any more; what is owed to an order's buyer stands in its diary."""
    if kind == MAIL_ORDER.name and subject_id is not None:
        message = _message(payload)
        buried = await tx.execute(BURY.format(its=OF_ORDER), reason, tx.now, subject_id, f"order.{message}")
        if buried or not await _is_told(tx, subject_id, message):
            order = await orders.load(tx, subject_id)
            detail = f"We could not reach {order.email}: {reason}"
            await orders.note(tx, order, f"mail.{message}.dead", actor="worker", detail=detail)
    elif kind == STOCK_ALERT.name:
        await tx.execute(BURY.format(its=OF_JOB), reason, tx.now, f"<stock-%.{job_id}.%")


async def _is_told(tx: Transaction, order_id: int, message: str) -> bool:
    """Whether the diary knows what became of the message."""
    row = await tx.fetch_one(
        "SELECT 1 FROM order_event WHERE order_id = ? AND type LIKE ?", order_id, f"mail.{message}.%"
    )
    return row is not None


def _message(payload: str) -> str:
    try:
        return str(json.loads(payload)["message"])
    except (ValueError, KeyError, TypeError):
        return "unreadable"
