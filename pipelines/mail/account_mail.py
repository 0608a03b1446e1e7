"""Mails to people with an account: links that are good once, and notes. The body of `mail.reset` and `mail.address`.

A link's secret is made here and stands in the message alone: the database keeps its hash. Once a server has the
message or nobody hands it over any more, the link is struck out of our copy, and a job that is tried again all the same
makes a new one. Without a mail server the copy is all there is, and the admin reads it.
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
from models.mail.mail_outbox import SECRET, MailDraft, MailState, NotSent, OutboxMessage
from models.shared.secret_tokens import new_secret
from pipelines.mail import mail_texts
from pipelines.mail.delivery import Delivery, Letter, NotTaken, deliver, settle
from pipelines.mail.mail_sender import Outbox

RESET, VERIFY, CHANGE, NOTICE = "password_reset", "email_verify", "email_change", "email_change_notice"
SECURITY = "security_notice"
WITHOUT_SECRET = (NOTICE, SECURITY)
PAGES = {
    RESET: "/auth/reset-password",
    VERIFY: "/auth/verify-email",
    CHANGE: "/auth/verify-email",
    NOTICE: "/auth/forgot-password",  # the links without a secret
    SECURITY: "/auth/forgot-password",
}
LIVES_MS = {
    RESET: password_resets.LIFE_MS,
    VERIFY: email_links.LIFE_MS,
    CHANGE: email_links.LIFE_MS,
    NOTICE: 0,
    SECURITY: 0,
}
REPLACED = "Its link was struck out of this copy; a newer mail with a new link takes its place."
ENDED = "Its link was used, has ended, or belongs to an account or an address that changed."


class Request(NamedTuple):
    """Which message goes to which address, and about whose account."""

    message: str
    email: str
    account: Account
    change: str = ""  # of a security notice
    words: str = ""
    at: int = 0  # when the change was made that it tells of, in epoch milliseconds

    @property
    def kind(self) -> str:
        return self.message.replace("_", ".")


async def mail_account(claim: Claim) -> None:
    """Compose once, hand over, write down what became of it; nothing where there is no such account any more."""
    message = str(claim.arguments().get("message", RESET))
    first_id = Outbox.message_id(message.replace("_", "-"), str(claim.id))
    message_id, is_written = await read(lambda tx: _newest(tx, message, first_id))
    if not is_written and not await _compose(claim, message_id):
        return
    letter = await read(partial(_letter, claim=claim, message_id=message_id))
    delivery = await deliver(claim, letter)
    await write(partial(_settle, claim=claim, letter=letter, delivery=delivery))
    if delivery.outcome.state == "again":
        raise NotTaken(delivery.outcome.words)


async def _newest(tx: Transaction, message: str, message_id: str) -> tuple[str, bool]:
    """The Message-ID to go on with, and whether it is written: one without its link gives way to the next."""
    while (kept := await mail_outbox.find(tx, message_id)) is not None:
        has_link = message in WITHOUT_SECRET or SECRET.search(kept.text)
        if has_link or kept.state not in (MailState.QUEUED, MailState.SENDING, MailState.WITHDRAWN):
            return message_id, True
        message_id = mail_outbox.next_number(message_id)
    return message_id, False


async def _compose(claim: Claim, message_id: str) -> bool:
    """Write the message and its link down together; False, with the job done, if nobody is to get one."""
    request, secret = await read(partial(_request, claim=claim)), new_secret()

    async def work(tx: Transaction) -> bool:
        if request and await _may_write(tx, request) and await _issue(tx, request, secret):
            await completion.renew_lease(tx, claim)
            before = mail_outbox.number_before(message_id)
            if before:
                await mail_outbox.withdraw(tx, before, REPLACED)
            await mail_outbox.write_once(tx, await _draft(tx, request, message_id, secret))
            return True
        await completion.succeed(tx, claim)
        return False

    return await write(work)


async def _may_write(tx: Transaction, request: Request) -> bool:
    """A stranger causes so many messages of a kind; what changed in an account is told each time."""
    return request.message == SECURITY or await mail_caps.take(tx, request.kind, request.email)


async def _request(tx: Transaction, claim: Claim) -> Request | None:
    """A forgotten password names an address alone; all else names the account that asked.

    The note of a change is owed to the address it was, also when the change was quicker.
    """
    its = claim.arguments()
    message, email = str(its.get("message", RESET)), str(its["email"])
    account = await find_by_email(tx, email) if message == RESET else await find_by_id(tx, str(its["account"]))
    if account is None or not account.is_active or (message == VERIFY and account.email != email):
        return None
    return Request(message, email, account, str(its.get("change", "")), str(its.get("words", "")), claim.created_at)


async def _letter(tx: Transaction, claim: Claim, message_id: str) -> Letter:
    """What stands there while its link is good; the note of a change as far as that has come."""
    kept, request = await mail_outbox.find(tx, message_id), await _request(tx, claim)
    if kept is None or request is None:
        return Letter(message_id, NotSent(ENDED))
    if request.message == NOTICE:
        return Letter(message_id, await _draft(tx, request, message_id, ""))
    if request.message == SECURITY:
        return Letter(message_id, _as_written(request, kept))
    is_good = await _is_good(tx, request, kept)
    return Letter(message_id, _as_written(request, kept) if is_good else NotSent(ENDED))


async def notice_letter(tx: Transaction, account_id: str, message_id: str, email: str) -> Letter:
    """The note of a change of address, for whom it is sent again to."""
    account = await find_by_id(tx, account_id)
    if account is None or not account.is_active:
        return Letter(message_id, NotSent(ENDED))
    return Letter(message_id, await _draft(tx, Request(NOTICE, email, account), message_id, ""))


async def _is_good(tx: Transaction, request: Request, kept: OutboxMessage) -> bool:
    """Whether the link in this message still does what the message says."""
    found = SECRET.search(kept.text)
    if found is None:
        return False
    if request.message == RESET:
        account = await password_resets.find(tx, found[2])
        return account is not None and account.email == kept.recipient
    if request.message == CHANGE and await find_by_email(tx, request.email):
        return False  # somebody has the address by now
    return await email_links.is_good(tx, request.account, found[2])


async def _issue(tx: Transaction, request: Request, secret: str) -> bool:
    """Make the secret good for what the message says it is."""
    if request.message == RESET:
        return await password_resets.issue(tx, request.account, secret)
    if request.message in WITHOUT_SECRET:
        return True
    purpose = email_links.CHANGE if request.message == CHANGE else email_links.VERIFY
    return await email_links.issue(tx, request.account, purpose, request.email, secret)


async def _draft(tx: Transaction, request: Request, message_id: str, secret: str) -> MailDraft:
    """The message with this secret in its link."""
    message, account = request.message, request.account
    page = f"{Outbox.public_url}{PAGES[message]}"
    words = mail_texts.render(
        message,
        {},
        url=page if message in WITHOUT_SECRET else f"{page}?token={secret}",
        contact=Outbox.contact(),
        email=request.email,
        until=tx.now + LIVES_MS[message],
        state=await email_links.change_state(tx, account, request.email) if message == NOTICE else "",
        change=request.change,
        words=request.words,
        at=request.at,
    )
    return MailDraft(message_id, request.kind, "account", account.public_id, None, request.email, *words)


def _as_written(request: Request, kept: OutboxMessage) -> MailDraft:
    words = (kept.subject, kept.text, kept.html)
    return MailDraft(kept.message_id, request.kind, "account", request.account.public_id, None, kept.recipient, *words)


async def _settle(tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery) -> None:
    await settle(tx, claim, letter, delivery)
    await (completion.renew_lease if delivery.outcome.state == "again" else completion.succeed)(tx, claim)
