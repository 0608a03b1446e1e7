"""Tells the buyer about an order: the body of the `mail.order` job.

The message is written down with its Message-ID and its words before anybody is asked to take it, and every attempt
hands over that same message.
"""

import asyncio
import time
from email.message import EmailMessage
from functools import partial

import telemetry
from core.failpoints import failpoint
from models.database import Row, Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import MailDraft
from models.orders import order_views, orders
from models.orders.event_types import EventType
from models.orders.order_states import Status
from models.shared.public_ids import number_of
from pipelines.gateways import smtp
from pipelines.gateways.smtp import Handover
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.orders.step_table import Snooze

FINAL = ("sent", "recorded", "undeliverable")


class NotTaken(Exception):
    """The server did not take the message this time."""


async def mail_order(claim: Claim) -> None:
    """Compose once, hand over, write down what became of it."""
    assert claim.subject_id is not None
    order_id, message = claim.subject_id, str(claim.arguments()["message"])
    which = f"order-{message}" + (f"-{claim.arguments()['number']}" if "number" in claim.arguments() else "")
    message_id = Outbox.message_id(which, number_of(order_id).lower())
    written = await read(lambda tx: mail_outbox.find(tx, message_id))
    draft = None if written else await _draft(order_id, message, message_id)
    if draft is None and not written:
        await write(partial(completion.succeed, claim=claim))
        return
    outcome = await deliver(claim, message_id, draft)
    await write(partial(_settle, claim=claim, message_id=message_id, draft=draft, outcome=outcome))
    if outcome.state == "again":
        raise NotTaken(outcome.words)


async def deliver(claim: Claim, message_id: str, draft: MailDraft | None) -> Handover:
    """Hand a message over, written down first: `draft`, unless it stands there already.

    Raises:
        TooEarly: the server is not to be asked now.
    """
    mailer = smtp.mailer()
    if mailer is None:
        return Handover("recorded")
    row = await write(partial(_begin, claim=claim, message_id=message_id, draft=draft))
    if row["state"] in FINAL:
        return Handover(row["state"])
    if not row["text"]:
        return Handover("undeliverable", "the words of this mail were deleted after their time")
    failpoint("before_smtp")
    outcome = await _hand_over(mailer, claim, row)
    failpoint("after_smtp")
    if outcome.state == "sent" and row["placed_at"] is not None:
        telemetry.accepted(claim.kind, time.time() - row["placed_at"] / 1000)
    return outcome


async def _hand_over(mailer: smtp.Mailer, claim: Claim, row: Row) -> Handover:
    put_back = partial(_put_back, claim=claim, message_id=row["message_id"])
    try:
        return await mailer.hand_over(_letter(row))
    except smtp.Resting as rest:
        await write(partial(put_back, words=str(rest)))
        raise Snooze(str(rest), wait_seconds=rest.seconds) from rest
    except (Exception, asyncio.CancelledError):  # broken, or out of time: the server may have it or not
        await write(partial(put_back, words="the hand-over was broken off", maybe_duplicate=True))
        raise


def _letter(row: Row) -> EmailMessage:
    return smtp.compose(
        sender=Outbox.sender,
        recipient=row["recipient"],
        subject=row["subject"],
        text=row["text"],
        html=row["html"],
        message_id=row["message_id"],
        written_at=row["created_at"],
    )


def state_after(claim: Claim, outcome: Handover) -> str:
    """What the message is now: one that is tried again waits, unless this was the last attempt."""
    if outcome.state != "again":
        return outcome.state
    return "queued" if claim.attempt < claim.max_attempts else "dead"


async def _begin(tx: Transaction, claim: Claim, message_id: str, draft: MailDraft | None) -> Row:
    """Commit the message and that it is about to be handed over; the row as it was before."""
    await completion.renew_lease(tx, claim)
    if draft is not None:
        await mail_outbox.write_once(tx, draft)
    row = await mail_outbox.find(tx, message_id)
    assert row is not None, "a message to send that nobody wrote"
    if row["state"] not in FINAL:  # one that is being sent: the worker that did so was lost
        lost = row["state"] == "sending"
        await mail_outbox.mark(tx, message_id, "sending", maybe_duplicate=lost, is_attempt=lost)
    return row


async def _put_back(
    tx: Transaction, claim: Claim, message_id: str, *, words: str, maybe_duplicate: bool = False
) -> None:
    """The hand-over came to nothing, or nobody knows to what: the message waits again."""
    await completion.renew_lease(tx, claim)
    await mail_outbox.mark(
        tx, message_id, "queued", error=words, maybe_duplicate=maybe_duplicate, is_attempt=maybe_duplicate
    )


async def _draft(order_id: int, message: str, message_id: str) -> MailDraft | None:
    """The message; None for a cancellation that no longer stands, because another card is being tried."""
    order = await read(lambda tx: order_views.view(tx, "o.id = ?", order_id))
    if message == "cancelled" and order.status != Status.CANCELLED:
        return None
    url = Outbox.order_url(order.id, order.access_token_hash)
    words = mail_texts.render(
        f"order_{message}", {"number": order.number}, order=order, url=url, public_url=Outbox.public_url
    )
    return MailDraft(message_id, f"order.{message}", "order", order.id, order_id, order.email, *words)


async def _settle(tx: Transaction, claim: Claim, message_id: str, draft: MailDraft | None, outcome: Handover) -> None:
    """Sent, recorded and undeliverable end the job and stand in the order's diary; so does the last attempt's end."""
    if draft is not None:
        await mail_outbox.write_once(tx, draft)
    assert claim.subject_id is not None
    state = state_after(claim, outcome)
    await mail_outbox.mark(tx, message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
    if state == "sent":  # one that was not can be sent again, with the guest's key in its link
        await mail_outbox.strike_out(tx, message_id)
    if state != "queued":
        order = await orders.load(tx, claim.subject_id)
        detail = f"We could not reach {order.email}: {outcome.words}" if state in ("undeliverable", "dead") else ""
        kind = EventType(f"mail.{claim.arguments()['message']}.{state}")
        await orders.note(tx, order, kind, actor="worker", detail=detail, claim=claim)
    await (completion.renew_lease if outcome.state == "again" else completion.succeed)(tx, claim)
