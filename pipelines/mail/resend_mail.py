"""Hands a stored mail over once more: the body of the `mail.again` job."""

from functools import partial

from models.database import Row, Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox, mail_resends
from models.mail.mail_outbox import MailState
from models.orders import orders
from models.orders.event_types import EventType
from pipelines.gateways.smtp import Handover, HandoverState
from pipelines.mail.order_mail import NotTaken, deliver, state_after


async def mail_again(claim: Claim) -> None:
    """As it stands, under the Message-ID it has."""
    stored = await read(lambda tx: mail_resends.stored(tx, claim.subject_id or 0))
    outcome = await deliver(claim, stored["message_id"], None)
    await write(partial(_settle, claim=claim, stored=stored, outcome=outcome))
    if outcome.state is HandoverState.AGAIN:
        raise NotTaken(outcome.words)


async def _settle(tx: Transaction, claim: Claim, stored: Row, outcome: Handover) -> None:
    """What became of it stands in the order's history, as the first time."""
    state = state_after(claim, outcome)
    await mail_outbox.mark(
        tx, stored["message_id"], state, error=outcome.words, maybe_duplicate=outcome.maybe_duplicate
    )
    if state == MailState.SENT:
        await mail_outbox.strike_out(tx, stored["message_id"])
    if state != MailState.QUEUED and stored["order_id"] is not None:
        order = await orders.load(tx, stored["order_id"])
        kind = EventType(f"mail.{stored['kind'].removeprefix('order.')}.{state}")
        await orders.note(tx, order, kind, actor="worker", detail=outcome.words[:500], claim=claim)
    await (completion.renew_lease if outcome.state is HandoverState.AGAIN else completion.succeed)(tx, claim)
