"""Mail as rows: written with a Message-ID and a body, and handed over as those bytes until a server takes it.

When it turns out before a hand-over that a message is not true any more, it is withdrawn; what is true instead is a
message of its own, under the next number of the Message-ID (docs/decisions/0034).
"""

import re
import zlib
from dataclasses import dataclass, replace
from enum import StrEnum

from models.database import Row, Transaction, from_row
from models.shared.public_ids import new_public_id


class MailState(StrEnum):
    """The state of a message. `RECORDED`: no mail server is set; `WITHDRAWN`: it is not true any more."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    RECORDED = "recorded"
    UNDELIVERABLE = "undeliverable"
    DEAD = "dead"
    WITHDRAWN = "withdrawn"
    HELD = "held"


SECRET = re.compile(r"\b(token|key)=([\w-]{20,})")
NUMBER = re.compile(r"\.(\d+)@(?=[^@]*$)")  # which message about the subject it is
OVER = (MailState.SENT, MailState.RECORDED, MailState.UNDELIVERABLE, MailState.WITHDRAWN, MailState.HELD)


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A message as it would be written now."""

    message_id: str
    kind: str
    subject_type: str
    subject_id: str
    order_id: int | None
    recipient: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """Why there is nothing to be told any more."""

    why: str


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message as it is kept. Times are epoch milliseconds; `placed_at` is when its order was, if it is about one."""

    id: int
    message_id: str
    recipient: str
    subject: str
    text: str
    html: str
    state: MailState
    attempts: int
    is_readdressed: bool  # by an admin
    created_at: int
    placed_at: int | None


def pack(html: str) -> bytes:
    """HTML as it is kept: a third of its size."""
    return zlib.compress(html.encode())


def html_of(row: Row) -> str:
    """The HTML of a message, from its columns `packed` and `html`."""
    return zlib.decompress(row["packed"]).decode() if row["packed"] else str(row["html"])


async def find(tx: Transaction, message_id: str) -> OutboxMessage | None:
    """The message with this Message-ID."""
    row = await tx.fetch_one(
        "SELECT m.id, m.message_id, m.recipient, m.subject, m.text, m.html, m.packed, m.state, m.created_at,"
        " m.attempts, m.is_readdressed, o.created_at AS placed_at"
        " FROM email_message m LEFT JOIN orders o ON o.id = m.order_id WHERE m.message_id = ?",
        message_id,
    )
    return None if row is None else from_row(OutboxMessage, row, html=html_of(row))


async def prepare(tx: Transaction, draft: MailDraft) -> OutboxMessage:
    """The message to hand over for this draft; in a state of `OVER` there is nothing to do.

    One that says the same is the one that stands there, byte for byte. One that says something else and was tried
    before is withdrawn, and the draft takes the next number. One that nobody was asked to take is written anew.
    """
    while kept := await find(tx, draft.message_id):
        if kept.is_readdressed:
            draft = replace(draft, recipient=kept.recipient)
        if kept.state == MailState.WITHDRAWN:
            draft = replace(draft, message_id=next_number(draft.message_id))
        elif kept.state in OVER or not kept.text or _is_same(kept, draft):
            return kept
        elif _is_same(kept, _without_secrets(draft)):
            await _restore(tx, draft)
        elif kept.attempts or kept.state == MailState.SENDING:
            await withdraw(tx, draft.message_id, "What it said is not true any more; a newer mail takes its place.")
            draft = replace(draft, message_id=next_number(draft.message_id))
        else:
            await _rewrite(tx, draft)
    await write_once(tx, draft)
    written = await find(tx, draft.message_id)
    assert written is not None
    return written


def next_number(message_id: str) -> str:
    """The Message-ID of the next message about the same."""
    return NUMBER.sub(lambda found: f".{int(found[1]) + 1}@", message_id)


def number_before(message_id: str) -> str:
    """The Message-ID of the message before this one about the same; empty for the first."""
    found = NUMBER.search(message_id)
    number = int(found[1]) - 1 if found else 0
    return NUMBER.sub(f".{number}@", message_id) if number else ""


def first_number(message_id: str) -> str:
    """The Message-ID of the first message about the same."""
    return NUMBER.sub(".1@", message_id)


async def withdraw(tx: Transaction, message_id: str, why: str) -> None:
    """The message is not sent (again), unless its end is known already."""
    withdrawn = await tx.execute(
        "UPDATE email_message SET state = 'withdrawn', last_error = ?, updated_at = ? WHERE message_id = ?"
        " AND state IN ('queued', 'sending', 'dead')",
        *(why, tx.now, message_id),
    )
    if withdrawn:
        await strike_out(tx, message_id)


async def withdraw_last(tx: Transaction, message_id: str, why: str) -> MailState:
    """Withdraw what was written under this Message-ID or a later number of it, if anything; its state now."""
    state = MailState.WITHDRAWN
    while kept := await find(tx, message_id):
        await withdraw(tx, message_id, why)
        state, message_id = kept.state, next_number(message_id)
    return state if state in OVER else MailState.WITHDRAWN


async def copy(tx: Transaction, message_id: str, recipient: str) -> int:
    """A message of the next free number with the words of this one, to be sent to `recipient`; its row id."""
    new_id = next_number(message_id)
    while await find(tx, new_id):
        new_id = next_number(new_id)
    row = await tx.fetch_one(
        "INSERT INTO email_message (public_id, message_id, kind, subject_type, subject_id, order_id, recipient,"
        " subject, text, html, packed, state, is_readdressed, created_at, updated_at) SELECT CAST(? AS VARCHAR(26)),"
        " CAST(? AS VARCHAR(200)), kind, subject_type, subject_id, order_id, CAST(? AS VARCHAR(254)), subject, text,"
        " html, packed, 'queued', 1, CAST(? AS BIGINT), CAST(? AS BIGINT) FROM email_message WHERE message_id = ?"
        " RETURNING id",
        *(new_public_id(), new_id, recipient, tx.now, tx.now, message_id),
    )
    assert row is not None
    return int(row["id"])


async def hold(tx: Transaction, message_id: str, why: str) -> None:
    """Keep a message until a person lets it go."""
    await tx.execute(
        "UPDATE email_message SET state = 'held', last_error = ?, updated_at = ? WHERE message_id = ?",
        *(why, tx.now, message_id),
    )
    await strike_out(tx, message_id)


async def _restore(tx: Transaction, draft: MailDraft) -> None:
    """Put the secrets of links back into a message that is handed over after all: it is the same, byte for byte."""
    await tx.execute(
        "UPDATE email_message SET text = ?, html = '', packed = ? WHERE message_id = ?",
        *(draft.text, pack(draft.html), draft.message_id),
    )


async def _rewrite(tx: Transaction, draft: MailDraft) -> None:
    await tx.execute(
        "UPDATE email_message SET kind = ?, recipient = ?, subject = ?, text = ?, html = '', packed = ?,"
        " created_at = ?, updated_at = ? WHERE message_id = ?",
        *(draft.kind, draft.recipient, draft.subject, draft.text, pack(draft.html), tx.now, tx.now, draft.message_id),
    )


def _is_same(kept: OutboxMessage, draft: MailDraft) -> bool:
    return all(getattr(kept, name) == getattr(draft, name) for name in ("recipient", "subject", "text", "html"))


async def write_once(tx: Transaction, draft: MailDraft) -> None:
    """Keep the message unless it is there: what stands there is what is sent."""
    await tx.execute(
        "INSERT INTO email_message (public_id, message_id, kind, subject_type, subject_id, order_id, recipient,"
        " subject, text, html, packed, state, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, 'queued', ?, ?)"
        " ON CONFLICT (message_id) DO NOTHING",
        *(new_public_id(), draft.message_id, draft.kind, draft.subject_type, draft.subject_id, draft.order_id),
        *(draft.recipient, draft.subject, draft.text, pack(draft.html), tx.now, tx.now),
    )


async def mark(
    tx: Transaction,
    message_id: str,
    state: str,
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
        " WHERE message_id = ? AND state NOT IN ('sent', 'recorded', 'undeliverable', 'withdrawn')",
        *(state, error[:2000], int(is_attempt), tx.now, int(maybe_duplicate)),
        *(tx.now if state in (MailState.SENT, MailState.RECORDED) else None, message_id),
    )


async def strike_out(tx: Transaction, message_id: str) -> None:
    """Take the secrets of links out of our copy of a message that has gone out, or that nobody hands over now."""
    row = await tx.fetch_one("SELECT text, html, packed FROM email_message WHERE message_id = ?", message_id)
    if row is None or not SECRET.search(row["text"]):
        return
    text, html = _struck(row["text"]), _struck(html_of(row))
    await tx.execute(
        "UPDATE email_message SET text = ?, html = '', packed = ? WHERE message_id = ?", text, pack(html), message_id
    )


def _without_secrets(draft: MailDraft) -> MailDraft:
    """The draft as its copy is kept once the secrets of its links are struck out."""
    return replace(draft, text=_struck(draft.text), html=_struck(draft.html))


def _struck(words: str) -> str:
    return SECRET.sub(r"\1=(struck out of this copy)", words)
