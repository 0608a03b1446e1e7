"""Every kind of mail as it would look, about a sample or about a real order; and one of them sent to whoever asks."""

from types import SimpleNamespace
from typing import Any

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.jobs.ledger.job_kinds import MAIL_AGAIN
from models.jobs.ledger.jobs import enqueue
from models.mail import mail_outbox
from models.mail.mail_outbox import MailDraft
from models.mail.order_mail_facts import order_mail_facts
from models.orders.order_states import Status
from models.shared.errors import Invalid, NotFound
from models.shared.public_ids import new_public_id
from models.shared.times import DAY_MS
from models.sign_in.security_notices import SecurityChange
from pipelines.mail import mail_texts
from pipelines.mail.mail_sender import Outbox
from pipelines.mail.mail_texts import KINDS, LetterRow, Text
from pipelines.mail.order_letters import order_draft

SAMPLE = "sample"  # what such a message is about
SHIPMENT = SimpleNamespace(carrier="UPS", tracking="1Z999AA10123456784", at=0)
ORDER = {
    "id": "sample",
    "number": "CW-10023",
    "status": Status.CONFIRMED,
    "total_cents": 5495,
    "cancel_text": "The payment was declined.",
    "is_charge_in_flight": False,
    "can_retry_payment": True,
    "payment": {"status": "declined"},
}
ROWS = [
    LetterRow("line", "2 x Stoneware Mug", 3600),
    LetterRow("line", "1 x Walnut Tray", 1895),
    LetterRow("part", "Subtotal", 5495),
    LetterRow("line", "Shipping, Standard", 0, "Free"),
    LetterRow("sum", "Total", 5495),
]
ADDRESS = ["Ann Lee", "1 Main Street", "Springfield, IL 62701", "United States"]
NO_REFUND = "This order has no refund of its own."
NOT_SHIPPED = "This order has not been shipped."
NOT_CANCELLED = "This order is not cancelled."
NOT_DELIVERED = "This order has not been delivered."


async def sample(tx: Transaction, kind: str, order_number: int | None = None) -> Text:
    """A message of this kind; about the order of this number, if one is given.

    Raises:
        NotFound: there is no such kind.
        Invalid: there is no such order, or nothing of the kind can be told of it.
    """
    if kind not in KINDS:
        raise NotFound("There is no such kind of mail.")
    if order_number is not None and kind.startswith("order.") and kind != "order.lookup":
        return await _of_order(tx, kind.removeprefix("order."), order_number)
    return _made_up(kind.replace(".", "_"), tx.now)


async def send_sample(tx: Transaction, actor: Actor, kind: str, words: Text) -> None:
    """Send it to the address of whoever asks, marked as a test."""
    message_id = Outbox.message_id(f"sample-{kind.replace('.', '-')}", new_public_id())
    subject = f"[Test] {words.subject}"
    draft = MailDraft(message_id, kind, SAMPLE, kind, None, actor.name, subject, words.text, words.html)
    await mail_outbox.write_once(tx, draft)
    written = await mail_outbox.find(tx, message_id)
    assert written is not None
    await enqueue(tx, MAIL_AGAIN, f"{written.id}:{new_public_id()}", subject=("mail", written.id))
    await audit_log.record(tx, actor, "mail.test", ("mail_kind", kind), after={"recipient": actor.name})


async def _of_order(tx: Transaction, message: str, row_id: int) -> Text:
    try:
        facts = await order_mail_facts(tx, row_id)
    except NotFound:
        raise _unfit("There is no order with this number.") from None
    status = facts.order.status
    if message == "refunded" and not facts.refunds:
        raise _unfit(NO_REFUND)
    if message == "shipped" and not facts.order.shipment:
        raise _unfit(NOT_SHIPPED)
    if message == "cancelled" and status != Status.CANCELLED:
        raise _unfit(NOT_CANCELLED)
    if message == "delivered" and status != Status.DELIVERED:
        raise _unfit(NOT_DELIVERED)
    draft = order_draft(facts, row_id, message, "", None)
    return Text(draft.subject, draft.text, draft.html)


def _made_up(template: str, now: int) -> Text:
    """The message about things that do not exist."""
    shipment = SimpleNamespace(carrier=SHIPMENT.carrier, tracking=SHIPMENT.tracking, at=now)
    product = SimpleNamespace(name="Stoneware Mug", sku="MUG-1", available=3, low_stock_threshold=5)
    context: dict[str, Any] = {
        "order": SimpleNamespace(**ORDER, shipment=shipment),
        "number": ORDER["number"],
        "is_link_good": True,
        "rest": 5495,
        "refunded_before": 0,
        "cents": 1895,
        "is_refunded": True,
        "delivered_at": now,
        "email": "ann@example.com",
        "until": now + DAY_MS,
        "state": "",
        "at": now,
        "change": SecurityChange.NEW_DEVICE,
        "words": "Firefox on Linux",
        "product": product,
        "endpoint": {"url": "https://receiver.example.com/hook", "failing_since": now - DAY_MS, "disabled_reason": ""},
        "outage": {"since": now - 600_000, "detail": "no answer within 10 s"},
        "waiting": 12,
        "count": "1 violation",
        "books": SimpleNamespace(ran_at=now, found=["I2: the stock ledger of MUG-1 adds up to 3, not to 4"]),
    }
    names = {"number": ORDER["number"], "name": product.name, "available": 3, "count": "1 violation"}
    is_order, has_address = template.startswith("order_"), template in ("order_confirmed", "order_shipped")
    return mail_texts.render(
        template,
        {**names, "url": context["endpoint"]["url"]},
        url=Outbox.public_url,
        contact=Outbox.contact(),
        rows=ROWS if is_order and template not in ("order_delivered", "order_refunded", "order_lookup") else (),
        address=ADDRESS if has_address else (),
        **context,
    )


def _unfit(words: str) -> Invalid:
    return Invalid.field("order", "unfit", words)
