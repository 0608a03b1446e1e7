"""Tells the admins that an endpoint was disabled: the body of the `webhook.alert` job."""

from models.database import read
from models.jobs.ledger.jobs import Claim
from models.webhooks import webhook_deliveries
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.stock_alert_mail import mail_admins


async def webhook_alert(claim: Claim) -> None:
    """One message to each admin, each written once and handed over until it is taken."""
    assert claim.subject_id is not None
    endpoint_id = claim.subject_id
    endpoint = await read(lambda tx: webhook_deliveries.disabled_endpoint(tx, endpoint_id))
    url = f"{Outbox.public_url}/admin/webhooks/{endpoint['public_id']}"
    words = mail_texts.render("webhook_disabled", {"url": endpoint["url"]}, endpoint=endpoint, url=url)
    await mail_admins(claim, "webhook_disabled", ("webhook", endpoint["public_id"]), words)
