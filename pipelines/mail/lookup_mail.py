"""Mails the link to an order that somebody looks for: the body of the `mail.lookup` job."""

from functools import partial

from models.accounts import mail_caps
from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import MailDraft
from models.orders import guest_access
from models.orders.guest_access import FoundOrder
from pipelines.gateways.smtp import Handover
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.order_mail import NotTaken, deliver, state_after

KIND = "order.lookup"


async def mail_lookup(claim: Claim) -> None:
    """Compose once, hand over, write down what became of it; nothing where there is no such order."""
    message_id = Outbox.message_id("order-lookup", str(claim.id))
    written = await read(lambda tx: mail_outbox.find(tx, message_id)) is not None
    if not written and not await write(partial(_compose, claim=claim, message_id=message_id)):
        return
    outcome = await deliver(claim, message_id, None)
    await write(partial(_settle, claim=claim, message_id=message_id, outcome=outcome))
    if outcome.state == "again":
        raise NotTaken(outcome.words)


async def _compose(tx: Transaction, claim: Claim, message_id: str) -> bool:
    """Write the message down; False, with the job done, if nobody is to get one."""
    its = claim.arguments()
    found = await guest_access.find_by_number(tx, str(its["number"]), str(its["email"]))
    if found is None or not await mail_caps.take(tx, KIND, found.email):
        await completion.succeed(tx, claim)
        return False
    await completion.renew_lease(tx, claim)
    await mail_outbox.write_once(tx, _draft(found, message_id))
    return True


def _draft(found: FoundOrder, message_id: str) -> MailDraft:
    """The message. A guest's link that no longer opens gives way to how the order is seen all the same."""
    url = Outbox.order_url(found.public_id, found.access_token_hash) if found.is_link_good else ""
    account_url = f"{Outbox.public_url}/auth/register"
    words = mail_texts.render(
        "order_lookup", {"number": found.number}, number=found.number, url=url, account_url=account_url
    )
    return MailDraft(message_id, KIND, "order", found.public_id, None, found.email, *words)


async def _settle(tx: Transaction, claim: Claim, message_id: str, outcome: Handover) -> None:
    state = state_after(claim, outcome)
    await mail_outbox.mark(tx, message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
    if state not in ("queued", "recorded"):
        await mail_outbox.strike_out(tx, message_id)
    await (completion.renew_lease if outcome.state == "again" else completion.succeed)(tx, claim)
