"""The end of mail whose job died without saying so: killed with its worker too often, stuck, or broken.

A hand-over that ends in order marks its message by itself; then there is nothing left to do here. When the job is tried
again, its messages wait again.
"""

import json
import re

from models.database import Row, Transaction
from models.jobs.ledger.job_kinds import MAIL_ORDER
from models.mail import mail_outbox
from models.orders import orders
from models.orders.event_types import EventType
from models.shared.public_ids import number_of

MARK_UNDELIVERABLE = """
UPDATE email_message SET state = 'dead', last_error = ?, updated_at = ?, attempts = attempts + 1,
    maybe_duplicate = maybe_duplicate + CASE WHEN state = 'sending' THEN 1 ELSE 0 END
WHERE state IN ('queued', 'sending') AND {its} RETURNING kind, order_id, message_id
"""
REOPEN = "UPDATE email_message SET state = 'queued', updated_at = ? WHERE state = 'dead' AND {its}"
BY_ID = "id = ?"
BY_MESSAGE = "message_id LIKE ?"

# Which messages are a job's: those whose Message-ID names it. That of an order's mail names the order instead.
NAMES_JOB = {
    "stock.alert": ("<stock-low.{job}.%", "<stock-depleted.{job}.%"),
    "mail.lookup": ("<order-lookup.{job}.%",),
    "mail.reset": ("<password-reset.{job}.%",),
    "mail.address": ("<email-verify.{job}.%", "<email-change.{job}.%", "<email-change-notice.{job}.%"),
    "integrity.alert": ("<integrity-violated.{job}.%",),
    "payment.alert": ("<payments-paused.{job}.%",),
    "webhook.alert": ("<webhook-disabled.{job}.%",),
}
NAMED_JOB = re.compile(
    r"<(?:stock-low|stock-depleted|email-change-notice|integrity-violated|payments-paused|webhook-disabled)\.(\d{1,18})\."
)


async def mark_undeliverable(
    tx: Transaction, job_id: int, kind: str, subject_id: int | None, payload: str, reason: str
) -> None:
    """Nobody tries the messages of this job any more; what is owed to an order's buyer is in its history."""
    if kind == MAIL_ORDER.name and subject_id is not None:
        its = _arguments(payload)
        its_own = MARK_UNDELIVERABLE.format(its=BY_MESSAGE)
        for row in await tx.fetch(its_own, reason, tx.now, _of_order(subject_id, its)):
            await mail_outbox.strike_out(tx, row["message_id"])
        await _note_on_order(tx, subject_id, str(its.get("message", "unreadable")), reason)
    elif kind == "mail.again":
        for row in await tx.fetch(MARK_UNDELIVERABLE.format(its=BY_ID), reason, tx.now, subject_id):
            if row["order_id"] is not None:
                await mail_outbox.strike_out(tx, row["message_id"])
                await _note_on_order(tx, row["order_id"], row["kind"].removeprefix("order."), reason)
    for pattern in NAMES_JOB.get(kind, ()):
        its_own = MARK_UNDELIVERABLE.format(its=BY_MESSAGE)
        for row in await tx.fetch(its_own, reason, tx.now, pattern.format(job=job_id)):
            await mail_outbox.strike_out(tx, row["message_id"])


async def reopen_messages(tx: Transaction, job_id: int, kind: str, subject_id: int | None, payload: str) -> None:
    """The job is tried again: its messages that were given up wait for it."""
    if kind == MAIL_ORDER.name and subject_id is not None:
        await tx.execute(REOPEN.format(its=BY_MESSAGE), tx.now, _of_order(subject_id, _arguments(payload)))
    elif kind == "mail.again":
        await tx.execute(REOPEN.format(its=BY_ID), tx.now, subject_id)
    for pattern in NAMES_JOB.get(kind, ()):
        await tx.execute(REOPEN.format(its=BY_MESSAGE), tx.now, pattern.format(job=job_id))


async def waiting_of_job(tx: Transaction, name: str, job_id: int) -> list[tuple[str, bool]]:
    """Messages of this job that wait: the Message-ID of each, and whether an admin mended its address."""
    rows = await tx.fetch(
        "SELECT message_id, is_readdressed FROM email_message WHERE state IN ('queued', 'sending')"
        " AND message_id LIKE ?",
        f"<{name}.{job_id}.%",
    )
    return [(row["message_id"], bool(row["is_readdressed"])) for row in rows]


async def dead_job_of(tx: Transaction, mail: Row) -> Row | None:
    """The dead job that would hand this message over if it were tried again; `mail` has id, message_id, order_id."""
    named = NAMED_JOB.match(mail["message_id"])
    jobs = await tx.fetch(
        "SELECT id, kind, subject_id, payload FROM job WHERE state = 'dead' AND subject_type = 'mail'"
        " AND subject_id = ? UNION ALL SELECT id, kind, subject_id, payload FROM job WHERE state = 'dead'"
        " AND subject_type = 'order' AND subject_id = ? AND kind = 'mail.order'"
        " UNION ALL SELECT id, kind, subject_id, payload FROM job WHERE state = 'dead' AND id = ? ORDER BY 1 DESC",
        *(mail["id"], mail["order_id"], int(named[1]) if named else None),
    )
    for job in jobs:
        pattern = _of_order(job["subject_id"], _arguments(job["payload"])) if job["kind"] == MAIL_ORDER.name else "%"
        if mail["message_id"].startswith(pattern.removesuffix("%")):
            return job
    return None


def _of_order(order_id: int, arguments: dict[str, object]) -> str:
    number = f"-{arguments['number']}" if "number" in arguments else ""
    return f"<order-{arguments.get('message')}{number}.{number_of(order_id).lower()}.%"


async def _note_on_order(tx: Transaction, order_id: int, message: str, reason: str) -> None:
    """Add it to the history, unless it is the newest event of this message there already."""
    last = await tx.fetch_one(
        "SELECT type FROM order_event WHERE order_id = ? AND type LIKE ? ORDER BY sequence DESC LIMIT 1",
        *(order_id, f"mail.{message}.%"),
    )
    dead = EventType(f"mail.{message}.dead")
    if last is None or last["type"] != dead:
        order = await orders.load(tx, order_id)
        detail = f"We could not reach {order.email}: {reason}"
        await orders.note(tx, order, dead, actor="worker", detail=detail)


def _arguments(payload: str) -> dict[str, object]:
    try:
        arguments = json.loads(payload)
    except ValueError:
        return {}
    return arguments if isinstance(arguments, dict) else {}
