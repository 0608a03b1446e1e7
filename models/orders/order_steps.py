"""The steps shown on the receipt: accepted, reserved, paid, confirmed, mailed; or what a cancellation undid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.database import Row
from models.orders.event_types import latest_attempt
from models.orders.order_states import Status

LABELS = {
    "accepted": "Accepted",
    "held": "Stock held",
    "paid": "Paid",
    "confirmed": "Confirmed",
    "mailed": "Email sent",
}
UNTOLD = ("undeliverable", "dead", "held", "withdrawn")
LATER = {"shipped": "Shipped", "delivered": "Delivered"}


@dataclass(slots=True)
class StepView:
    """One step on the receipt, with its state."""

    key: str
    label: str
    state: str  # done | now | todo | failed
    at: int | None = None
    note: str = ""


def steps_of(status: str, events: Sequence[Row], cancel_text: str, *, is_refund_owed: bool = False) -> list[StepView]:
    """The steps of the receipt, each with its time."""
    events = latest_attempt(events)
    at = {event["type"]: event["at"] for event in events}
    times = {
        "accepted": at.get("order.placed"),
        "held": at.get("order.reserved"),
        "paid": at.get("order.confirmed"),
        "confirmed": at.get("order.confirmed"),
        "mailed": at.get("mail.confirmed.sent", at.get("mail.confirmed.recorded")),
    }
    steps = [StepView(key, LABELS[key], "done" if times[key] else "todo", times[key]) for key in LABELS]
    if status == Status.CANCELLED:
        return _cancelled(steps, at, cancel_text, is_refund_owed)
    steps += [_later(key, event) for event in events for key in LATER if event["type"] == f"order.{key}"]
    first_open = next((step for step in steps if step.state == "todo"), None)
    if first_open is not None:
        undeliverable = {f"mail.confirmed.{state}" for state in UNTOLD} & at.keys()
        first_open.state = "failed" if undeliverable else "now"
    return steps


def _later(key: str, event: Row) -> StepView:
    return StepView(key, LATER[key], "done", event["at"], event["detail"])


def _cancelled(steps: list[StepView], at: Mapping[str, int], text: str, is_refund_owed: bool) -> list[StepView]:
    """The finished steps, the cancellation with its reason, and what was undone."""
    ended = at["order.cancelled"]
    shown = [step for step in steps if step.state == "done"]
    shown.append(StepView("cancelled", "Cancelled", "failed", ended, text))
    if "order.reserved" in at:
        shown.append(StepView("freed", "Items back on sale", "done", ended))
    if "payment.refunded" in at or is_refund_owed:
        given = at.get("payment.refunded")
        shown.append(StepView("refunded", "Payment refunded", "done" if given else "now", given))
    mailed = at.get("mail.cancelled.sent", at.get("mail.cancelled.recorded"))
    undeliverable = {f"mail.cancelled.{state}" for state in UNTOLD} & at.keys()
    shown.append(StepView("told", "Email sent", "failed" if undeliverable else "done" if mailed else "now", mailed))
    return shown
