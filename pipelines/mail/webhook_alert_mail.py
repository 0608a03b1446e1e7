"""Tells the admins that an endpoint was disabled: the body of the `webhook.alert` job."""

from models.database import Transaction, read
from models.jobs.ledger.jobs import Claim
from models.mail.mail_outbox import NotSent
from models.webhooks import webhook_deliveries
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.mail_to_admins import AdminLetter, mail_admins


async def webhook_alert(claim: Claim) -> None:
    """One message to each admin while the endpoint is disabled, handed over until it is taken."""
    assert claim.subject_id is not None
    endpoint_id = claim.subject_id
    await mail_admins(claim, "webhook_disabled", await read(lambda tx: webhook_letter(tx, endpoint_id)))


async def webhook_letter(tx: Transaction, endpoint_id: int) -> AdminLetter | NotSent:
    """What is to be told of an endpoint that was disabled."""
    endpoint = await webhook_deliveries.disabled_endpoint(tx, endpoint_id)
    if endpoint is None:
        return NotSent("The webhook was enabled again, or deleted.")
    words = mail_texts.render(
        "webhook_disabled",
        {"url": endpoint.url},
        url=f"{Outbox.public_url}/admin/webhooks/{endpoint.public_id}",
        endpoint=endpoint,
    )
    return AdminLetter("webhook.disabled", ("webhook", endpoint.public_id), words)
