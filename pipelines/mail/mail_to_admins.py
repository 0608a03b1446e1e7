"""Mail to the people of the shop whose business it is when it leaves."""

from functools import partial
from typing import NamedTuple

from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_dead_letters, mail_outbox, mail_switches
from models.mail.mail_outbox import MailDraft, NotSent
from models.staff import staff_roles
from models.staff.staff_roles import Permission
from pipelines.mail import mail_texts
from pipelines.mail.delivery import Delivery, Letter, NotTaken, deliver, settle
from pipelines.mail.mail_sender import Outbox

NO_ADMIN = "Its recipient is no admin any more, or has another address."


class AdminLetter(NamedTuple):
    """What every admin is told, and about what."""

    kind: str
    about: tuple[str, str]
    words: mail_texts.Text
    caps: tuple[str, ...] = ()  # what it counts under at each of them; see `mail_caps`


async def mail_admins(claim: Claim, name: str, letter: AdminLetter | NotSent) -> None:
    """Hand it to each of them and settle the job; messages that wait and are not owed any more are withdrawn.

    Raises:
        NotTaken: somebody's server refused for now.
    """
    if isinstance(letter, AdminLetter) and await read(partial(mail_switches.is_off, kind=letter.kind)):
        letter = NotSent(mail_switches.OFF)
    admins = [] if isinstance(letter, NotSent) else await read(partial(_addresses, name=name))
    letters = [_for(claim, name, letter, address) for address in admins if isinstance(letter, AdminLetter)]
    why = letter.why if isinstance(letter, NotSent) else NO_ADMIN
    await write(partial(_withdraw_others, claim=claim, name=name, kept={each.first_id for each in letters}, why=why))
    untaken = ""
    for each in letters:
        delivery = await deliver(claim, each)
        await write(partial(_settle, claim=claim, letter=each, delivery=delivery))
        untaken = untaken or (delivery.outcome.words if delivery.outcome.state == "again" else "")
    if untaken:
        raise NotTaken(untaken)
    await write(partial(completion.succeed, claim=claim))


async def _addresses(tx: Transaction, name: str) -> list[str]:
    """Mail about stock goes to who keeps it, all else to the owners."""
    is_stock = name.startswith("stock_")
    return await staff_roles.addresses(tx, Permission.CHANGE_CATALOGUE if is_stock else Permission.CHANGE_SETTINGS)


def _for(claim: Claim, name: str, letter: AdminLetter, address: str) -> Letter:
    message_id = Outbox.message_id(name.replace("_", "-"), f"{claim.id}.{address.replace('@', '-at-')}")
    draft = MailDraft(message_id, letter.kind, *letter.about, None, address, *letter.words)
    return Letter(message_id, draft, caps=letter.caps)


async def _withdraw_others(tx: Transaction, claim: Claim, name: str, kept: set[str], why: str) -> None:
    if claim.attempt == 1:  # nothing was written yet
        return
    for message_id, is_readdressed in await mail_dead_letters.waiting_of_job(tx, name.replace("_", "-"), claim.id):
        if mail_outbox.first_number(message_id) not in kept and not is_readdressed:
            await mail_outbox.withdraw(tx, message_id, why)


async def _settle(tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery) -> None:
    await completion.renew_lease(tx, claim)
    await settle(tx, claim, letter, delivery)
