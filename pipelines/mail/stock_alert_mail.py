"""Tells the admins that stock is low or gone: the body of the `stock.alert` job."""

from functools import partial

from models.accounts import mail_caps
from models.database import Transaction, read, write
from models.inventory import inventory, stock_alerts
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail.mail_outbox import NotSent
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.mail_to_admins import AdminLetter, mail_admins


async def stock_alert(claim: Claim) -> None:
    """One message to each admin about the stock as it is by now, handed over until it is taken."""
    assert claim.subject_id is not None
    if "crossing" in claim.arguments():
        await write(partial(_after_recount, claim=claim))
        return
    level = str(claim.arguments()["level"])
    product_id = claim.subject_id
    letter = await read(lambda tx: stock_letter(tx, product_id, level))
    await mail_admins(claim, f"stock_{level}", letter)


async def _after_recount(tx: Transaction, claim: Claim) -> None:
    told = claim.arguments()
    await inventory.alert_of_recount(tx, claim.subject_id or 0, str(told["level"]), int(str(told["crossing"])))
    await completion.succeed(tx, claim)


async def stock_letter(tx: Transaction, product_id: int, level: str) -> AdminLetter | NotSent:
    """What is to be told of a product whose stock fell to `level`, low or depleted."""
    product = await stock_alerts.stock_of(tx, product_id)
    if not product.is_sold:
        return NotSent("The product is not sold any more.")
    if product.available > product.low_stock_threshold:
        return NotSent("The product was restocked.")
    if level == "low" and product.available <= 0:
        return NotSent("The product has sold out since, which is told by a mail of its own.")
    template = "stock_depleted" if product.available <= 0 else "stock_low"
    words = mail_texts.render(
        template,
        {"name": product.name, "available": product.available},
        url=f"{Outbox.public_url}/admin/inventory/{product.public_id}",
        product=product,
    )
    about, caps = ("product", product.public_id), mail_caps.of_stock(product.public_id)
    return AdminLetter(template.replace("_", "."), about, words, caps)
