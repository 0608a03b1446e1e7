"""Mails the link to an order that somebody looks for: the body of the `mail.lookup` job."""

from functools import partial

from models.accounts import mail_caps
from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import MailDraft, NotSent
from models.orders import guest_access
from models.orders.guest_access import FoundOrder
from pipelines.mail import mail_texts
from pipelines.mail.delivery import Delivery, Letter, NotTaken, deliver, settle
from pipelines.mail.mail_sender import Outbox

KIND = "order.lookup"
GONE = "The order is not kept under this address any more."


async def mail_lookup(claim: Claim) -> None:
    """Compose what is true now, hand it over, write down what became of it; nothing where there is no such order."""
    message_id = Outbox.message_id("order-lookup", str(claim.id))
    written = await read(lambda tx: mail_outbox.find(tx, message_id)) is not None
    if not written and not await write(partial(_compose, claim=claim, message_id=message_id)):
        return
    letter = await read(partial(_letter, claim=claim, message_id=message_id))
    delivery = await deliver(claim, letter)
    await write(partial(_settle, claim=claim, letter=letter, delivery=delivery))
    if delivery.outcome.state == "again":
        raise NotTaken(delivery.outcome.words)


async def _compose(tx: Transaction, claim: Claim, message_id: str) -> bool:
    """Write the message down; False, with the job done, if nobody is to get one."""
    found = await _found(tx, claim)
    if found is None or not await mail_caps.take(tx, KIND, found.email):
        await completion.succeed(tx, claim)
        return False
    await completion.renew_lease(tx, claim)
    await mail_outbox.write_once(tx, _draft(found, message_id))
    return True


async def _letter(tx: Transaction, claim: Claim, message_id: str) -> Letter:
    found = await _found(tx, claim)
    return Letter(message_id, NotSent(GONE) if found is None else _draft(found, message_id))


async def _found(tx: Transaction, claim: Claim) -> FoundOrder | None:
    its = claim.arguments()
    return await guest_access.find_by_number(tx, str(its["number"]), str(its["email"]))


def _draft(found: FoundOrder, message_id: str) -> MailDraft:
    """The message. A guest's link that no longer opens gives way to how the order is seen all the same."""
    order_url = Outbox.order_url(found.public_id, found.access_token_hash)
    words = mail_texts.render(
        "order_lookup",
        {"number": found.number},
        url=order_url if found.is_link_good else f"{Outbox.public_url}/auth/register",
        action="" if found.is_link_good else "Create account",
        contact=Outbox.contact(),
        number=found.number,
        is_link_good=found.is_link_good,
    )
    return MailDraft(message_id, KIND, "order", found.public_id, None, found.email, *words)


async def _settle(tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery) -> None:
    await settle(tx, claim, letter, delivery)
    await (completion.renew_lease if delivery.outcome.state == "again" else completion.succeed)(tx, claim)
