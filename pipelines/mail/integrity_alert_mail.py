"""Tells the admins that the books are wrong: the body of the `integrity.alert` job."""

from functools import partial

from models.database import read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.operations import check_runs
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.stock_alert_mail import mail_admins


async def integrity_alert(claim: Claim) -> None:
    """One message to each admin, each written once; none if the books are right again."""
    books = await read(lambda tx: check_runs.last_run(tx, check_runs.BOOKS))
    if books is None or books.since is None:
        await write(partial(completion.succeed, claim=claim))
        return
    url = f"{Outbox.public_url}/admin/doctor"
    count = "1 violation" if books.violations == 1 else f"{books.violations} violations"
    words = mail_texts.render("integrity_violated", {"count": count}, books=books, count=count, url=url)
    await mail_admins(claim, "integrity_violated", ("check", check_runs.BOOKS), words)
