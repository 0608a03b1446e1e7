"""What is to be told about an order now: a message of each kind, or why it has nothing to say any more."""

from functools import partial

from models.accounts import mail_caps
from models.database import Transaction
from models.mail import mail_switches
from models.mail.mail_outbox import MailDraft, NotSent
from models.mail.order_mail_facts import OrderMailFacts, order_mail_facts
from models.orders import orders
from models.orders.event_types import EventType
from models.orders.order_states import Status
from models.privacy.erasure import ERASED
from models.shared.payment_states import RefundState
from models.shipping.countries import address_lines
from pipelines.mail import mail_texts
from pipelines.mail.delivery import Letter, Outdated
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.mail_texts import LetterRow

CAUSED_BY_BUYERS = ("confirmed", "cancelled")  # who orders with a stranger's address causes these
WITH_RECEIPT = ("confirmed", "shipped", "cancelled")
NOBODY = "Who ordered was erased, and their address with them."
NOT_CANCELLED = "The order is not cancelled any more."
OVERTAKEN: dict[tuple[str, Status], str] = {
    ("confirmed", Status.CANCELLED): "The order was cancelled before the receipt left.",
    ("shipped", Status.DELIVERED): "The order was delivered before the shipping notice left.",
}


async def order_letter(
    tx: Transaction, order_id: int, message: str, message_id: str, number: int | None, *, is_on_purpose: bool = False
) -> Letter:
    """The letter as it is true in this transaction; `number` is the sequence of the event it tells of, if it counts.

    `is_on_purpose`: somebody of the shop asked for this one, so it does not matter whether its kind is switched off.

    Raises:
        NotFound: there is no such order.
    """
    facts = await order_mail_facts(tx, order_id)
    check = partial(_check, order_id=order_id, version=facts.order.version)
    why = _overtaken(facts, message, number)
    if not why and not is_on_purpose and await mail_switches.is_off(tx, f"order.{message}"):
        why = mail_switches.OFF
    if why:
        return Letter(message_id, NotSent(why), check)
    caps = (mail_caps.ORDERS,) if message in CAUSED_BY_BUYERS and not facts.is_proven else ()
    return Letter(message_id, order_draft(facts, order_id, message, message_id, number), check, caps)


def _overtaken(facts: OrderMailFacts, message: str, number: int | None) -> str:
    """Why the message has nothing to say any more, or nobody to say it to; "" while it has."""
    if facts.recipient == ERASED:
        return NOBODY
    if message == "cancelled" and (number or 0) < facts.last(EventType.PAYMENT_RETRIED):
        return "Another card was tried before the cancellation mail left."
    if message == "cancelled" and facts.order.status != Status.CANCELLED:
        return NOT_CANCELLED
    return OVERTAKEN.get((message, Status(facts.order.status)), "")


async def _check(tx: Transaction, order_id: int, version: int) -> None:
    if await orders.version_of(tx, order_id) != version:
        raise Outdated


def order_draft(facts: OrderMailFacts, order_id: int, message: str, message_id: str, number: int | None) -> MailDraft:
    order = facts.order
    context = {
        "order": order,
        "rest": order.total_cents - facts.refunded_before_cents,
        "refunded_before": facts.refunded_before_cents,
        "is_refunded": order.payment["status"] == RefundState.REFUNDED,
        "delivered_at": facts.at(EventType.ORDER_DELIVERED),
    }
    if message == "refunded":
        refund = next((each for each in facts.refunds if each.sequence == number), None)
        refund = refund or facts.refunds[-1]  # written by an earlier release
        context |= {"cents": refund.cents, "is_refunded": refund.is_done}
    words = mail_texts.render(
        f"order_{message}",
        {"number": order.number},
        url=Outbox.order_url(order.id, order.access_token_hash),
        action="Try another card" if message == "cancelled" and order.can_retry_payment else "",
        contact=Outbox.contact(),
        rows=_receipt(facts) if message in WITH_RECEIPT else (),
        address=_address(facts) if message in ("confirmed", "shipped") else (),
        **context,
    )
    return MailDraft(message_id, f"order.{message}", "order", order.id, order_id, facts.recipient, *words)


def _receipt(facts: OrderMailFacts) -> list[LetterRow]:
    order = facts.order
    rows = [LetterRow("line", f"{line['quantity']} x {line['name']}", line["line_total_cents"]) for line in order.lines]
    rows.append(LetterRow("part", "Subtotal", order.subtotal_cents))
    rows.append(LetterRow("line", f"Shipping, {facts.shipping_name}", order.shipping_cents, "Free"))
    rows.append(LetterRow("sum", "Total", order.total_cents))
    done = sum(refund.cents for refund in facts.refunds if refund.is_done)
    if done:
        rows.append(LetterRow("part", "Refunded", -done))
    if pending := facts.refunded_before_cents - done:
        rows.append(LetterRow("part", "Being refunded", -pending))
    return rows


def _address(facts: OrderMailFacts) -> list[str]:
    """The lines it ships to; who proved nothing may have typed anything there, so they stand on the order's page."""
    if not facts.is_proven:
        return ["The address shown with the order"]
    return address_lines(facts.order.shipping_address)
