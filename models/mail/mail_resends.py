"""Sending a stored mail again, to its address or to a mended one.

One that nobody took keeps its Message-ID; one that a server took is written anew, as a message of its own.
"""

from dataclasses import dataclass

from models.accounts.accounts import clean_email
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction, from_row
from models.jobs.admin import job_requeue
from models.jobs.ledger.job_kinds import KINDS, MAIL_AGAIN
from models.jobs.ledger.jobs import enqueue
from models.mail import mail_dead_letters, mail_outbox
from models.mail.mail_outbox import MailDraft, MailState
from models.shared.errors import IllegalTransition, NotFound
from models.shared.public_ids import new_public_id

NOT_AGAIN = "The mail cannot be sent again"
RESENDABLE = ("undeliverable", "dead", "recorded", "held", "sent")
WITH_SECRET = ("password.reset", "email.verify", "email.change", "order.lookup")  # a link for its recipient alone
OF_ITS_MOMENT = ("security.notice",)  # what happened then is not news again


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail as it was written, and the product or receiver it tells of, if that is there still."""

    draft: MailDraft
    product_id: int | None
    endpoint_id: int | None


def can_resend(kind: str, state: str, text: str) -> bool:
    """Whether a mail of this kind, in this state and with these words can be handed over once more."""
    return bool(text) and state in RESENDABLE and kind not in WITH_SECRET + OF_ITS_MOMENT


async def resend(tx: Transaction, public_id: str, *, actor: Actor, recipient: str = "") -> None:
    """Hand a mail over once more, as far as it is still true: by the job that died of it, else by one of its own.

    Raises:
        NotFound: there is no such mail.
        Invalid: the new address is none.
        IllegalTransition: it waits, is being sent, or was withdrawn; or it holds a link for its recipient alone.
    """
    mail = await tx.fetch_one(
        "SELECT id, kind, state, text, recipient, message_id, order_id FROM email_message WHERE public_id = ?",
        public_id,
    )
    if mail is None:
        raise NotFound("There is no such mail.")
    if mail["kind"] in WITH_SECRET:
        words = "This mail holds a link for its recipient alone. Ask for a new one."
        raise IllegalTransition(words, title=NOT_AGAIN, state=mail["state"])
    if mail["kind"] in OF_ITS_MOMENT:
        words = "This mail told of what had just happened. It is not sent again."
        raise IllegalTransition(words, title=NOT_AGAIN, state=mail["state"])
    address = clean_email(recipient) if recipient.strip() else mail["recipient"]
    if mail["state"] == MailState.SENT and mail["text"]:
        await _again(tx, await mail_outbox.copy(tx, mail["message_id"], address))
    else:
        await _reopen(tx, mail, address, actor)
    before, after = {"recipient": mail["recipient"], "state": mail["state"]}, {"recipient": address}
    await audit_log.record(tx, actor, "mail.resend", ("mail", public_id), before=before, after=after)


async def _reopen(tx: Transaction, mail: Row, address: str, actor: Actor) -> None:
    moved = await tx.execute(
        "UPDATE email_message SET state = 'queued', recipient = ?, last_error = '', updated_at = ?,"
        " is_readdressed = CASE WHEN recipient = ? THEN is_readdressed ELSE 1 END"
        " WHERE id = ? AND state IN ('undeliverable', 'dead', 'recorded', 'held') AND text <> ''",
        *(address, tx.now, address, mail["id"]),
    )
    if not moved and not mail["text"]:
        raise IllegalTransition("The words of this mail were deleted after their time.", state=mail["state"])
    if not moved:
        words = f"Only a mail whose sending came to an end can be sent again; this one is {mail['state']}."
        raise IllegalTransition(words, title=NOT_AGAIN, state=mail["state"])
    dead = await mail_dead_letters.dead_job_of(tx, mail)
    if dead is None or not await job_requeue.requeue(tx, dead["id"], KINDS[dead["kind"]], f"by {actor.name}"):
        await _again(tx, mail["id"])


async def _again(tx: Transaction, mail_id: int) -> None:
    await enqueue(tx, MAIL_AGAIN, f"{mail_id}:{new_public_id()}", subject=("mail", mail_id))


async def stored(tx: Transaction, row_id: int) -> StoredMail:
    """What the job of a repeated hand-over needs to know. Raises NotFound."""
    row = await tx.fetch_one(
        "SELECT m.message_id, m.kind, m.subject_type, m.subject, m.text, m.html, m.packed, m.order_id, m.recipient,"
        " m.subject_id, p.id AS product_id, w.id AS endpoint_id"
        " FROM email_message m LEFT JOIN product p ON p.public_id = m.subject_id"
        " LEFT JOIN webhook_endpoint w ON w.public_id = m.subject_id WHERE m.id = ?",
        row_id,
    )
    if row is None:
        raise NotFound("The mail is not there any more.")
    words = from_row(MailDraft, row, html=mail_outbox.html_of(row))
    return StoredMail(words, row["product_id"], row["endpoint_id"])
