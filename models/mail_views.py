"""Mail as the admins see it."""

from models.database import Row, Transaction
from models.paging import Page
from models.refusals import NotFound

COLUMNS = """public_id AS id, message_id, kind, recipient, subject, state, attempts, maybe_duplicate, created_at,
    sent_at, last_error"""


async def list_mail(tx: Transaction, *, page: int = 1, per_page: int = 50) -> Page[Row]:
    """All mail, newest first."""
    total = await tx.fetch_one("SELECT count(*) AS messages FROM email_message")
    rows = await tx.fetch(
        f"SELECT {COLUMNS} FROM email_message ORDER BY email_message.id DESC LIMIT ? OFFSET ?",  # noqa: S608
        *(per_page, (page - 1) * per_page),
    )
    return Page([dict(row) for row in rows], page, per_page, total["messages"] if total else 0)


async def find_mail(tx: Transaction, public_id: str) -> Row:
    """One message with its words. Raises NotFound."""
    row = await tx.fetch_one(f"SELECT {COLUMNS}, text, html FROM email_message WHERE public_id = ?", public_id)  # noqa: S608
    if row is None:
        raise NotFound("There is no such mail.")
    return dict(row)
