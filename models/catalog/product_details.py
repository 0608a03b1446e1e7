"""What more there is to say of a product: rich text, cut to the few elements that are safe before it is kept."""

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.shared.errors import Invalid, ProductNotFound
from models.shared.rich_text import LONGEST_TEXT, clean


async def find(tx: Transaction, public_id: str) -> str:
    """The rich text of a product, retired ones included. Raises ProductNotFound."""
    row = await tx.fetch_one("SELECT details FROM product WHERE public_id = ?", public_id)
    if row is None:
        raise ProductNotFound("There is no such product.")
    return str(row["details"])


async def change(tx: Transaction, actor: Actor, public_id: str, html: str) -> None:
    """Keep what is safe of the text. Raises ProductNotFound, and Invalid for a text that is too long."""
    if len(html) > LONGEST_TEXT:
        words = f"Use at most {LONGEST_TEXT:,} characters."
        raise Invalid.field("details", "too_long", words)
    before, after = await find(tx, public_id), clean(html.strip())
    if before == after:
        return
    await tx.execute(
        "UPDATE product SET details = ?, version = version + 1, updated_at = ? WHERE public_id = ?",
        *(after, tx.now, public_id),
    )
    subject = ("product", public_id)
    await audit_log.record(tx, actor, "product.details", subject, before={"details": before}, after={"details": after})
