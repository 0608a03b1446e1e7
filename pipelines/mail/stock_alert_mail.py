"""Tells the admins that stock is low or gone: the body of the `stock.alert` job."""

from functools import partial

from models.database import Transaction, read, write
from models.inventory import inventory, stock_alert_facts
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import MailDraft
from pipelines.gateways.smtp import Handover
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.order_mail import NotTaken, deliver, state_after


async def stock_alert(claim: Claim) -> None:
    """One message to each admin, each written once and handed over until it is taken."""
    assert claim.subject_id is not None
    if "crossing" in claim.arguments():
        await write(partial(_after_recount, claim=claim))
        return
    template = f"stock_{claim.arguments()['level']}"
    product = await read(lambda tx: stock_alert_facts.stock_of(tx, claim.subject_id or 0))
    url = f"{Outbox.public_url}/products/{product.public_id}"
    words = mail_texts.render(
        template, {"name": product.name, "available": product.available}, product=product, url=url
    )
    await mail_admins(claim, template, ("product", product.public_id), words)


async def _after_recount(tx: Transaction, claim: Claim) -> None:
    told = claim.arguments()
    await inventory.alert_of_recount(tx, claim.subject_id or 0, told["level"], told["crossing"])
    await completion.succeed(tx, claim)


async def mail_admins(claim: Claim, template: str, about: tuple[str, str], words: mail_texts.Text) -> None:
    """Hand these words to each admin and settle the job. Raises NotTaken when somebody's server refused for now."""
    admins = await read(stock_alert_facts.admin_addresses)
    untaken = ""
    for address in admins:
        draft = _draft(claim, template, about, address, words)
        outcome = await deliver(claim, draft.message_id, draft)
        await write(partial(_mark, claim=claim, draft=draft, outcome=outcome))
        untaken = untaken or (outcome.words if outcome.state == "again" else "")
    if untaken:
        raise NotTaken(untaken)
    await write(partial(completion.succeed, claim=claim))


def _draft(claim: Claim, template: str, about: tuple[str, str], address: str, words: mail_texts.Text) -> MailDraft:
    message_id = Outbox.message_id(template.replace("_", "-"), f"{claim.id}.{address.replace('@', '-at-')}")
    return MailDraft(message_id, template.replace("_", "."), *about, None, address, *words)


async def _mark(tx: Transaction, claim: Claim, draft: MailDraft, outcome: Handover) -> None:
    await completion.renew_lease(tx, claim)
    await mail_outbox.write_once(tx, draft)
    state = state_after(claim, outcome)
    await mail_outbox.mark(tx, draft.message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
