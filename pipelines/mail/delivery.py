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
from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import OVER, MailDraft, MailState, NotSent, OutboxMessage
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
    message = await write(partial(_begin, claim=claim, letter=letter))
    if message.state in OVER:
        return Delivery(message.message_id, _known(message))
    if not message.text:
        gone = Handover(HandoverState.UNDELIVERABLE, "the words of this mail were deleted after their time")
        return Delivery(message.message_id, gone)
    failpoint("before_smtp")
    outcome = await _hand_over(mailer, claim, message)
    failpoint("after_smtp")
    if outcome.state == MailState.SENT and message.placed_at is not None:
        telemetry.accepted(claim.kind, time.time() - message.placed_at / 1000)
    return Delivery(message.message_id, outcome)


def _known(message: OutboxMessage) -> Handover:
    """What became of a message that is over."""
    return Handover(message.state, HELD if message.state == MailState.HELD else "")


async def settle(tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery) -> Handover:
    """Write down what became of a letter; its outcome, whose state is now the message's. Raises Outdated.

    Once a server has the message or nobody hands it over now, the secrets of its links are struck out of our copy.
    """
    message_id, outcome = delivery
    if isinstance(letter.content, NotSent):
        last = await mail_outbox.withdraw_last(tx, letter.first_id, letter.content.why)
        event_log.record("mail.withdrawn", message_id=letter.first_id, why=letter.content.why)
        return Handover(last, letter.content.why if last == MailState.WITHDRAWN else "")
    if message_id is None:  # no server: the copy is all there is
        message = await _prepare(tx, letter)
        message_id = message.message_id
        if message.state in OVER:
            outcome = _known(message)
    state = state_after(claim, outcome)
    if outcome.state not in (MailState.HELD, MailState.WITHDRAWN):
        await mail_outbox.mark(tx, message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
    if state in (MailState.SENT, MailState.UNDELIVERABLE, MailState.DEAD):
        await mail_outbox.strike_out(tx, message_id)
    return Handover(state, outcome.words)


async def _prepare(tx: Transaction, letter: Letter) -> OutboxMessage:
    """The message to hand over; held where its recipient got enough that a stranger may have caused."""
    assert isinstance(letter.content, MailDraft)
    if letter.check is not None:
        await letter.check(tx)
    caps = letter.caps if letter.caps and await mail_outbox.find(tx, letter.first_id) is None else ()
    message = await mail_outbox.prepare(tx, letter.content)
    if not all([await mail_caps.take(tx, cap, message.recipient) for cap in caps]):
        await mail_outbox.hold(tx, message.message_id, HELD)
        message = await mail_outbox.find(tx, message.message_id) or message
    return message


async def _begin(tx: Transaction, claim: Claim, letter: Letter) -> OutboxMessage:
    """Commit the message and that it is about to be handed over; the message as it was before."""
    await completion.renew_lease(tx, claim)
    message = await _prepare(tx, letter)
    if message.state not in OVER:  # one that is being sent: the worker that did so was lost
        lost = message.state == MailState.SENDING
        await mail_outbox.mark(tx, message.message_id, "sending", maybe_duplicate=lost, is_attempt=lost)
    return message


async def _hand_over(mailer: smtp.Mailer, claim: Claim, message: OutboxMessage) -> Handover:
    put_back = partial(_put_back, claim=claim, message_id=message.message_id)
    try:
        return await mailer.hand_over(_email(message))
    except smtp.Resting as rest:
        await write(partial(put_back, words=str(rest)))
        raise Snooze(str(rest), wait_seconds=rest.seconds, cause="MailServerRests") from rest
    except (Exception, asyncio.CancelledError):  # broken, or out of time: the server may have it or not
        await write(partial(put_back, words="the hand-over was broken off", maybe_duplicate=True))
        raise


def _email(message: OutboxMessage) -> EmailMessage:
    return smtp.compose(
        sender=Outbox.sender,
        recipient=message.recipient,
        subject=message.subject,
        text=message.text,
        html=message.html,
        message_id=message.message_id,
        written_at=message.created_at,
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
