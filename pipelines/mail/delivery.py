"""Hands one message over: what is true at that moment, under a Message-ID that was committed before.

A message that is tried again is the identical one as long as it says what is true; see `mail_outbox.prepare`.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.message import EmailMessage
from functools import partial
from typing import NamedTuple

import telemetry
from core.failpoints import failpoint
from models.accounts import mail_caps
from models.database import Row, Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import OVER, MailDraft, MailState, NotSent
from models.shared import event_log
from pipelines.gateways import smtp
from pipelines.gateways.smtp import Handover, HandoverState
from pipelines.job_outcomes import Snooze
from pipelines.mail.mail_sender import Outbox

HELD = "Many mails went to this address of late, so this one waits for somebody of the shop."


class NotTaken(Exception):
    """The server did not take the message this time."""


class Outdated(Exception):
    """What the message was composed from has changed in the same moment: compose it again."""


@dataclass(frozen=True)
class Letter:
    """A message as it is true now, or why there is none any more.

    `first_id` is its Message-ID, `check` raises Outdated in the transaction that writes it down, and `caps` are what it
    counts under at its recipient, as a stranger may have caused it.
    """

    first_id: str
    content: MailDraft | NotSent
    check: Callable[[Transaction], Awaitable[None]] | None = None
    caps: tuple[str, ...] = ()


class Delivery(NamedTuple):
    """What became of a letter, and under which Message-ID; None: it has yet to be written down (see `settle`)."""

    message_id: str | None
    outcome: Handover


async def deliver(claim: Claim, letter: Letter) -> Delivery:
    """Write the message down and hand it over, unless it was before. Raises TooEarly, Outdated."""
    mailer = smtp.mailer()
    if mailer is None or isinstance(letter.content, NotSent):
        return Delivery(None, Handover(HandoverState.RECORDED))
    row = await write(partial(_begin, claim=claim, letter=letter))
    if row["state"] in OVER:
        return Delivery(row["message_id"], Handover(row["state"], HELD if row["state"] == MailState.HELD else ""))
    if not row["text"]:
        gone = Handover(HandoverState.UNDELIVERABLE, "the words of this mail were deleted after their time")
        return Delivery(row["message_id"], gone)
    failpoint("before_smtp")
    outcome = await _hand_over(mailer, claim, row)
    failpoint("after_smtp")
    if outcome.state == MailState.SENT and row["placed_at"] is not None:
        telemetry.accepted(claim.kind, time.time() - row["placed_at"] / 1000)
    return Delivery(row["message_id"], outcome)


async def settle(tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery) -> Handover:
    """Write down what became of a letter; its outcome, whose state is now the message's. Raises Outdated.

    Once a server has the message or nobody hands it over now, the secrets of its links are struck out of our copy.
    """
    message_id, outcome = delivery
    if isinstance(letter.content, NotSent):
        state = await mail_outbox.withdraw_last(tx, letter.first_id, letter.content.why)
        event_log.record("mail.withdrawn", message_id=letter.first_id, why=letter.content.why)
        return Handover(state, letter.content.why if state == MailState.WITHDRAWN else "")
    if message_id is None:  # no server: the copy is all there is
        row = await _prepare(tx, letter)
        message_id = row["message_id"]
        if row["state"] in OVER:
            outcome = Handover(row["state"], HELD if row["state"] == MailState.HELD else "")
    state = state_after(claim, outcome)
    if outcome.state not in (MailState.HELD, MailState.WITHDRAWN):
        await mail_outbox.mark(tx, message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
    if state in (MailState.SENT, MailState.UNDELIVERABLE, MailState.DEAD):
        await mail_outbox.strike_out(tx, message_id)
    return Handover(state, outcome.words)


async def _prepare(tx: Transaction, letter: Letter) -> Row:
    """The row to hand over; held where its recipient got enough that a stranger may have caused."""
    assert isinstance(letter.content, MailDraft)
    if letter.check is not None:
        await letter.check(tx)
    caps = letter.caps if letter.caps and await mail_outbox.find(tx, letter.first_id) is None else ()
    row = await mail_outbox.prepare(tx, letter.content)
    if not all([await mail_caps.take(tx, cap, row["recipient"]) for cap in caps]):
        await mail_outbox.hold(tx, row["message_id"], HELD)
        row = await mail_outbox.find(tx, row["message_id"]) or row
    return row


async def _begin(tx: Transaction, claim: Claim, letter: Letter) -> Row:
    """Commit the message and that it is about to be handed over; the row as it was before."""
    await completion.renew_lease(tx, claim)
    row = await _prepare(tx, letter)
    if row["state"] not in OVER:  # one that is being sent: the worker that did so was lost
        lost = row["state"] == MailState.SENDING
        await mail_outbox.mark(tx, row["message_id"], "sending", maybe_duplicate=lost, is_attempt=lost)
    return row


async def _hand_over(mailer: smtp.Mailer, claim: Claim, row: Row) -> Handover:
    put_back = partial(_put_back, claim=claim, message_id=row["message_id"])
    try:
        return await mailer.hand_over(_message(row))
    except smtp.Resting as rest:
        await write(partial(put_back, words=str(rest)))
        raise Snooze(str(rest), wait_seconds=rest.seconds, cause="MailServerRests") from rest
    except (Exception, asyncio.CancelledError):  # broken, or out of time: the server may have it or not
        await write(partial(put_back, words="the hand-over was broken off", maybe_duplicate=True))
        raise


def _message(row: Row) -> EmailMessage:
    return smtp.compose(
        sender=Outbox.sender,
        recipient=row["recipient"],
        subject=row["subject"],
        text=row["text"],
        html=mail_outbox.html_of(row),
        message_id=row["message_id"],
        written_at=row["created_at"],
    )


def state_after(claim: Claim, outcome: Handover) -> str:
    """What the message is now: one that is tried again waits, unless this was the last attempt."""
    if outcome.state != "again":
        return outcome.state
    return "queued" if claim.attempt < claim.max_attempts else "dead"


async def _put_back(
    tx: Transaction, claim: Claim, message_id: str, *, words: str, maybe_duplicate: bool = False
) -> None:
    """The hand-over came to nothing, or nobody knows to what: the message waits again."""
    await completion.renew_lease(tx, claim)
    await mail_outbox.mark(
        tx, message_id, "queued", error=words, maybe_duplicate=maybe_duplicate, is_attempt=maybe_duplicate
    )
