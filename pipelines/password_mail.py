"""Mails the link to choose a new password: the body of the `mail.reset` job.

The link's secret is made here and stands in the message alone: the database keeps its hash. Once a server has the
message, the link is struck out of our copy; without a mail server the copy is all there is, and the admin reads it.
"""

import logging
from functools import partial

from models import mail, password_resets, settlements
from models.accounts import Account, find_by_email
from models.database import Transaction, read, write
from models.jobs import Claim
from models.mail import Draft
from models.secret_tokens import new_secret
from pipelines import mail_texts
from pipelines.gateways.smtp import Handover
from pipelines.mail import NotTaken, deliver, state_after
from pipelines.outbox import Outbox

PAGE = "/auth/reset-password"
STRUCK_OUT = "(the link is struck out of this copy)"

log = logging.getLogger(__name__)


async def mail_reset(claim: Claim) -> None:
    """Compose once, hand over, write down what became of it; nothing for an address without an account."""
    message_id = Outbox.message_id("password-reset", str(claim.id))
    written = await read(lambda tx: mail.find(tx, message_id)) is not None
    if not written and not await _compose(claim, message_id):
        return
    outcome = await deliver(claim, message_id, None)
    await write(partial(_settle, claim=claim, message_id=message_id, outcome=outcome))
    if outcome.state == "again":
        raise NotTaken(outcome.words)


async def _compose(claim: Claim, message_id: str) -> bool:
    """Write the message and its link down together; False, with the job done, if nobody is to get one."""
    email, secret = str(claim.arguments()["email"]), new_secret()
    account = await read(lambda tx: find_by_email(tx, email))
    draft = _draft(account, message_id, f"{Outbox.public_url}{PAGE}?token={secret}") if account else None

    async def work(tx: Transaction) -> bool:
        if account and draft and account.is_active and await password_resets.issue(tx, account.id, secret):
            await settlements.keep(tx, claim)
            await mail.write_once(tx, draft)
            return True
        await settlements.succeed(tx, claim)
        return False

    return await write(work)


def _draft(account: Account, message_id: str, link: str) -> Draft:
    words = mail_texts.render("password_reset", {}, account=account, link=link)
    return Draft(message_id, "password.reset", "account", account.public_id, None, account.email, *words)


async def _settle(tx: Transaction, claim: Claim, message_id: str, outcome: Handover) -> None:
    state = state_after(claim, outcome)
    await mail.mark(tx, message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
    if state not in ("queued", "recorded"):
        account = await find_by_email(tx, str(claim.arguments()["email"]))
        if account is not None:
            await mail.rewrite(tx, _draft(account, message_id, STRUCK_OUT))
    await (settlements.keep if outcome.state == "again" else settlements.succeed)(tx, claim)
