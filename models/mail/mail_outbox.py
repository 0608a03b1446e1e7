"""Mail as rows: written once with a fixed Message-ID and body, then handed over until a server takes it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.database import Row, Transaction
from models.shared.public_ids import new_public_id
from models.shared.times import DAY_MS


class MailState(StrEnum):
    """The state of a message. `RECORDED`: no mail server is set, so it is only kept."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    RECORDED = "recorded"
    UNDELIVERABLE = "undeliverable"
    DEAD = "dead"


FINAL = (MailState.SENT, MailState.RECORDED, MailState.UNDELIVERABLE)
SECRET = re.compile(r"\b(token|key)=[\w-]{20,}")


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A message as it is going to be for ever."""

    message_id: str
    kind: str
    subject_type: str
    subject_id: str
    order_id: int | None
    recipient: str
    subject: str
    text: str
    html: str


async def find(tx: Transaction, message_id: str) -> Row | None:
    """The message with this Message-ID; `placed_at` is when its order was, if it is about one."""
    return await tx.fetch_one(
        "SELECT m.id, m.message_id, m.recipient, m.subject, m.text, m.html, m.state, m.created_at,"
        " o.created_at AS placed_at"
        " FROM email_message m LEFT JOIN orders o ON o.id = m.order_id WHERE m.message_id = ?",
        message_id,
    )


async def write_once(tx: Transaction, draft: MailDraft) -> None:
    """Keep the message unless it is there: what stands there is what is sent."""
    await tx.execute(
        "INSERT INTO email_message (public_id, message_id, kind, subject_type, subject_id, order_id, recipient,"
        " subject, text, html, state, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)"
        " ON CONFLICT (message_id) DO NOTHING",
        *(new_public_id(), draft.message_id, draft.kind, draft.subject_type, draft.subject_id, draft.order_id),
        *(draft.recipient, draft.subject, draft.text, draft.html, tx.now, tx.now),
    )


async def mark(
    tx: Transaction,
    message_id: str,
    state: MailState,
    *,
    error: str = "",
    maybe_duplicate: bool = False,
    is_attempt: bool = True,
) -> None:
    """Write down what became of a hand-over; once it came to its end, that stands.

    `maybe_duplicate`: the server may have it, its answer was lost.
    """
    await tx.execute(
        "UPDATE email_message SET state = ?, last_error = ?, attempts = attempts + ?, updated_at = ?,"
        " maybe_duplicate = maybe_duplicate + ?, sent_at = coalesce(?, sent_at)"
        " WHERE message_id = ? AND state NOT IN ('sent', 'recorded', 'undeliverable')",
        *(state, error[:2000], int(is_attempt), tx.now, int(maybe_duplicate)),
        *(tx.now if state in (MailState.SENT, MailState.RECORDED) else None, message_id),
    )


async def purge_words(tx: Transaction, days: int, most: int = 500) -> int:
    """Delete what messages older than this said, a batch at a time; how many. That they were sent, and to whom, stays.

    One that waits to be sent keeps its words.
    """
    return await tx.execute(
        "UPDATE email_message SET text = '', html = '' WHERE id IN (SELECT id FROM email_message WHERE text <> ''"
        " AND created_at < ? AND state NOT IN ('queued', 'sending') ORDER BY created_at LIMIT ?)",
        *(tx.now - days * DAY_MS, most),
    )


async def strike_out(tx: Transaction, message_id: str) -> None:
    """Take the secrets of links out of our copy of a message that has gone out."""
    row = await tx.fetch_one("SELECT text, html FROM email_message WHERE message_id = ?", message_id)
    if row is not None:
        copies = (SECRET.sub(r"\1=(struck out of this copy)", row[part]) for part in ("text", "html"))
        await tx.execute("UPDATE email_message SET text = ?, html = ? WHERE message_id = ?", *copies, message_id)
