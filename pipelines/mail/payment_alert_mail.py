"""Tells the admins that the payment provider does not answer: the body of the `payment.alert` job."""

from functools import partial

from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.payments import payment_circuit
from models.payments.payment_circuit import Outage
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.stock_alert_mail import mail_admins


async def payment_alert(claim: Claim) -> None:
    """One message to each admin, each written once; none if the outage is over already."""
    outage, waiting = await read(_facts)
    if outage is None:
        await write(partial(completion.succeed, claim=claim))
        return
    url = f"{Outbox.public_url}/admin/jobs"
    words = mail_texts.render("payments_paused", {}, outage=outage, waiting=waiting, url=url)
    await mail_admins(claim, "payments_paused", ("circuit", payment_circuit.NAME), words)


async def _facts(tx: Transaction) -> tuple[Outage | None, int]:
    return await payment_circuit.outage(tx), await payment_circuit.waiting(tx)
