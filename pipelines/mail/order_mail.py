"""Tells the buyer about an order: the body of the `mail.order` job, and of `mail.again` for such mail."""

from dataclasses import replace
from functools import partial

from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail.mail_outbox import MailState
from models.orders import orders
from models.orders.event_types import EventType
from models.shared.public_ids import number_of
from pipelines.mail.delivery import Delivery, Letter, NotTaken, Outdated, deliver, settle
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.order_letters import order_letter

MOST_MOVES = 10  # of the order while one message is composed; then the job is tried again


async def mail_order(claim: Claim) -> None:
    """Compose what is true now, hand it over, write down what became of it."""
    assert claim.subject_id is not None
    arguments = claim.arguments()
    message, given = str(arguments["message"]), arguments.get("number")
    number = None if given is None else int(str(given))
    which = f"order-{message}" + (f"-{number}" if number is not None else "")
    message_id = Outbox.message_id(which, number_of(claim.subject_id).lower())
    await tell_buyer(claim, claim.subject_id, message, message_id, number)


async def tell_buyer(
    claim: Claim, order_id: int, message: str, message_id: str, number: int | None, *, is_capped: bool = True
) -> None:
    """Hand over the message of this kind; `is_capped` unless somebody of the shop asked for it. Raises NotTaken."""
    for _ in range(MOST_MOVES):
        letter = await read(
            partial(
                order_letter,
                order_id=order_id,
                message=message,
                message_id=message_id,
                number=number,
                is_on_purpose=not is_capped,
            )
        )
        letter = letter if is_capped else replace(letter, caps=())
        try:
            delivery = await deliver(claim, letter)
            work = partial(_settle, claim=claim, letter=letter, delivery=delivery, order_id=order_id, message=message)
            await write(work)
        except Outdated:
            continue
        if delivery.outcome.state == "again":
            raise NotTaken(delivery.outcome.words)
        return
    raise NotTaken("the order kept changing while its mail was composed")


async def _settle(
    tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery, order_id: int, message: str
) -> None:
    """Every end of the message ends the job and stands in the order's history; so does the last attempt's end."""
    if delivery.message_id is None and letter.check is not None:
        await letter.check(tx)
    told = await settle(tx, claim, letter, delivery)
    if told.state != MailState.QUEUED:
        order = await orders.load(tx, order_id)
        detail = told.words[:500]
        if told.state in (MailState.UNDELIVERABLE, MailState.DEAD):
            detail = f"We could not reach {order.email}: {told.words}"[:500]
        await orders.note(
            tx, order, EventType(f"mail.{message}.{told.state}"), actor="worker", detail=detail, claim=claim
        )
    await (completion.renew_lease if delivery.outcome.state == "again" else completion.succeed)(tx, claim)
