"""Mail as the admins see it."""

from core.redaction import redact
from models.database import Row, Transaction
from models.mail.mail_outbox import MailState, html_of
from models.shared.errors import Invalid, NotFound
from models.shared.paging import Page
from models.shared.public_ids import FIRST_NUMBER, number_of

STATES = tuple(MailState)
COLUMNS = """m.public_id AS id, m.message_id, m.kind, m.recipient, m.subject, m.state, m.attempts, m.maybe_duplicate,
    m.created_at, m.sent_at, m.last_error, m.order_id AS order_row, o.public_id AS order_id"""
TABLES = "FROM email_message m LEFT JOIN orders o ON o.id = m.order_id"


async def list_mail(
    tx: Transaction, state: str = "", kind: str = "", order: str = "", *, page: int = 1, per_page: int = 50
) -> Page[Row]:
    """Mail of a state, of a kind and about an order by its number; newest first. Raises Invalid."""
    where, values = _where(state, kind, order)
    total = await tx.fetch_one(f"SELECT count(*) AS messages FROM email_message m {where}", *values)  # noqa: S608
    rows = await tx.fetch(
        f"SELECT {COLUMNS} {TABLES} {where} ORDER BY m.id DESC LIMIT ? OFFSET ?",
        *(*values, per_page, (page - 1) * per_page),
    )
    return Page([_mail(row) for row in rows], page, per_page, total["messages"] if total else 0)


async def find_mail(tx: Transaction, public_id: str) -> dict[str, object]:
    """One message with its words. Raises NotFound."""
    row = await tx.fetch_one(f"SELECT {COLUMNS}, m.text, m.html, m.packed {TABLES} WHERE m.public_id = ?", public_id)
    if row is None:
        raise NotFound("There is no such mail.")
    mail = _mail(row)
    mail.pop("packed")
    return {**mail, "html": html_of(row)}


def _mail(row: Row) -> dict[str, object]:
    mail = dict(row)
    order_row = mail.pop("order_row")
    mail["last_error"] = redact(mail["last_error"])  # what a mail server says may hold anything
    return {**mail, "order_number": number_of(order_row) if order_row is not None else ""}


def _where(state: str, kind: str, order: str) -> tuple[str, list[object]]:
    if state and state not in STATES:
        raise _invalid("state", f"There is no state {state[:20]!r}; there are {', '.join(STATES)}.")
    digits = order.strip().upper().removeprefix("CW-")
    if order.strip() and not (digits.isascii() and digits.isdigit() and len(digits) < 13):
        raise _invalid("order", "An order number looks like CW-10023.")
    asked = (
        ("m.state = ?", state or None),
        ("m.kind = ?", kind or None),
        ("m.order_id = ?", int(digits) - FIRST_NUMBER if digits else None),
    )
    conditions = [(condition, value) for condition, value in asked if value is not None]
    where = "WHERE " + " AND ".join(condition for condition, _ in conditions) if conditions else ""
    return where, [value for _, value in conditions]


def _invalid(field: str, words: str) -> Invalid:
    return Invalid.field(field, "unknown", words)
