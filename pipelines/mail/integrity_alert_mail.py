"""Tells the admins that the books are wrong: the body of the `integrity.alert` job."""

from models.database import Transaction, read
from models.jobs.ledger.jobs import Claim
from models.mail.mail_outbox import NotSent
from models.operations import check_runs
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.mail_to_admins import AdminLetter, mail_admins


async def integrity_alert(claim: Claim) -> None:
    """One message to each admin until the books are right again."""
    await mail_admins(claim, "integrity_violated", await read(violation_letter))


async def violation_letter(tx: Transaction) -> AdminLetter | NotSent:
    """What is to be told of the violations."""
    books = await check_runs.last_run(tx, check_runs.BOOKS)
    if books is None or books.since is None:
        return NotSent("The books are right again.")
    url = f"{Outbox.public_url}/admin/doctor"
    count = "1 violation" if books.violations == 1 else f"{books.violations} violations"
    words = mail_texts.render("integrity_violated", {"count": count}, url=url, books=books, count=count)
    return AdminLetter("integrity.violated", ("check", check_runs.BOOKS), words)
