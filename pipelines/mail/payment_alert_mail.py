"""Tells the admins that the payment provider does not answer: the body of the `payment.alert` job."""

from models.database import Transaction, read
from models.jobs.ledger.jobs import Claim
from models.mail.mail_outbox import NotSent
from models.payments import payment_circuit
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.mail_to_admins import AdminLetter, mail_admins


async def payment_alert(claim: Claim) -> None:
    """One message to each admin while the outage lasts."""
    await mail_admins(claim, "payments_paused", await read(outage_letter))


async def outage_letter(tx: Transaction) -> AdminLetter | NotSent:
    """What is to be told of the outage."""
    outage = await payment_circuit.outage(tx)
    if outage is None:
        return NotSent("The payment provider answers again.")
    url, waiting = f"{Outbox.public_url}/admin/jobs", await payment_circuit.waiting(tx)
    words = mail_texts.render("payments_paused", {}, url=url, outage=outage, waiting=waiting)
    return AdminLetter("payments.paused", ("circuit", payment_circuit.NAME), words)
