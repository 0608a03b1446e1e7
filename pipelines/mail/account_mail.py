"""Mails to people with an account: links that are good once, and notes. The body of `mail.reset` and `mail.address`.

A link's secret is made here and stands in the message alone: the database keeps its hash. Once a server has the
message, the link is struck out of our copy; without a mail server the copy is all there is, and the admin reads it.
No message holds what somebody typed, a name least of all: it may go to an address that is not theirs.
"""

from functools import partial
from typing import NamedTuple

from models.accounts import email_links, mail_caps, password_resets
from models.accounts.account_record import Account
from models.accounts.accounts import find_by_email, find_by_id
from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.mail.mail_outbox import MailDraft, MailState
from models.shared.secret_tokens import new_secret
from pipelines.gateways.smtp import Handover, HandoverState
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.order_mail import NotTaken, deliver, state_after

RESET, VERIFY, CHANGE, NOTICE = "password_reset", "email_verify", "email_change", "email_change_notice"
PAGES = {
    RESET: "/auth/reset-password",
    VERIFY: "/auth/verify-email",
    CHANGE: "/auth/verify-email",
    NOTICE: "/auth/forgot-password",  # the one link without a secret
}


class Letter(NamedTuple):
    """Which message goes to which address, and about whose account."""

    message: str
    email: str
    account: Account

    @property
    def kind(self) -> str:
        return self.message.replace("_", ".")


async def mail_account(claim: Claim) -> None:
    """Compose once, hand over, write down what became of it; nothing where there is no such account any more."""
    message = str(claim.arguments().get("message", RESET))
    message_id = Outbox.message_id(message.replace("_", "-"), str(claim.id))
    written = await read(lambda tx: mail_outbox.find(tx, message_id)) is not None
    if not written and not await _compose(claim, message_id):
        return
    outcome = await deliver(claim, message_id, None)
    await write(partial(_settle, claim=claim, message_id=message_id, outcome=outcome))
    if outcome.state is HandoverState.AGAIN:
        raise NotTaken(outcome.words)


async def _compose(claim: Claim, message_id: str) -> bool:
    """Write the message and its link down together; False, with the job done, if nobody is to get one."""
    letter, secret = await read(partial(_letter, claim=claim)), new_secret()
    draft = _draft(letter, message_id, secret) if letter else None

    async def work(tx: Transaction) -> bool:
        if (
            letter
            and draft
            and await mail_caps.take(tx, letter.kind, letter.email)
            and await _issue(tx, letter, secret)
        ):
            await completion.renew_lease(tx, claim)
            await mail_outbox.write_once(tx, draft)
            return True
        await completion.succeed(tx, claim)
        return False

    return await write(work)


async def _letter(tx: Transaction, claim: Claim) -> Letter | None:
    """A forgotten password names an address alone; all else names the account that asked.

    The note of a change is owed to the address it was, also when the change was quicker.
    """
    its = claim.arguments()
    message, email = str(its.get("message", RESET)), str(its["email"])
    account = await find_by_email(tx, email) if message == RESET else await find_by_id(tx, str(its["account"]))
    if account is None or not account.is_active or (message == VERIFY and account.email != email):
        return None
    return Letter(message, email, account)


async def _issue(tx: Transaction, letter: Letter, secret: str) -> bool:
    """Make the secret good for what the message says it is."""
    if letter.message == RESET:
        return await password_resets.issue(tx, letter.account, secret)
    if letter.message == NOTICE:
        return True
    purpose = email_links.CHANGE if letter.message == CHANGE else email_links.VERIFY
    return await email_links.issue(tx, letter.account, purpose, letter.email, secret)


def _draft(letter: Letter, message_id: str, secret: str) -> MailDraft:
    """The message with this secret in its link."""
    page = f"{Outbox.public_url}{PAGES[letter.message]}"
    link = page if letter.message == NOTICE else f"{page}?token={secret}"
    words = mail_texts.render(letter.message, {}, email=letter.email, link=link)
    return MailDraft(message_id, letter.kind, "account", letter.account.public_id, None, letter.email, *words)


async def _settle(tx: Transaction, claim: Claim, message_id: str, outcome: Handover) -> None:
    state = state_after(claim, outcome)
    await mail_outbox.mark(tx, message_id, state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate)
    if state not in (MailState.QUEUED, MailState.RECORDED):
        await mail_outbox.strike_out(tx, message_id)
    await (completion.renew_lease if outcome.state is HandoverState.AGAIN else completion.succeed)(tx, claim)
