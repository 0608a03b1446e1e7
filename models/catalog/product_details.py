"""What more there is to say of a product: rich text, cut to the few elements that are safe before it is kept."""

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog.product_rows import find_row
from models.database import Transaction
from models.shared.errors import Invalid
from models.shared.rich_text import LONGEST_TEXT, clean


async def find(tx: Transaction, public_id: str) -> str:
    """The rich text of a product, retired ones included. Raises ProductNotFound."""
    return (await find_row(public_id, lock=False)).details


async def change(tx: Transaction, actor: Actor, public_id: str, html: str) -> None:
    """Keep what is safe of the text. Raises ProductNotFound, and Invalid for a text that is too long."""
    if len(html) > LONGEST_TEXT:
        words = f"Use at most {LONGEST_TEXT:,} characters."
        raise Invalid.field("details", "too_long", words)
    product = await find_row(public_id)
    before, after = product.details, clean(html.strip())
    if before == after:
        return
    product.details, product.updated_at, product.version = after, tx.now, product.version + 1
    await product.save(update_fields=["details", "updated_at", "version"])
    subject = ("product", public_id)
    await audit_log.record(tx, actor, "product.details", subject, before={"details": before}, after={"details": after})
