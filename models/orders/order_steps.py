"""The receipt's steps: accepted, stock held, paid, confirmed, mailed; and of a cancelled order what was taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.orders.order_states import Status

LABELS = {"accepted": "Accepted", "held": "Stock held", "paid": "Paid", "confirmed": "Confirmed", "mailed": "Mailed"}
LATER = {"shipped": "Shipped", "delivered": "Delivered"}


@dataclass(slots=True)
class StepView:
    """One line of the receipt: where this part of the order stands."""

    key: str
    label: str
    state: str  # done | now | todo | failed
    at: int | None = None
    note: str = ""


def steps_of(status: str, events: Sequence[Any], cancel_text: str, *, is_refund_owed: bool = False) -> list[StepView]:
    """The receipt, each step with its time."""
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
        untold = {"mail.confirmed.undeliverable", "mail.confirmed.dead"} & at.keys()
        first_open.state = "failed" if untold else "now"
    return steps


def _later(key: str, event: Any) -> StepView:
    return StepView(key, LATER[key], "done", event["at"], event["detail"])


def _cancelled(steps: list[StepView], at: Mapping[str, int], text: str, is_refund_owed: bool) -> list[StepView]:
    """What had been done, where it ended and why, and what was taken back."""
    ended = at["order.cancelled"]
    shown = [step for step in steps if step.state == "done"]
    shown.append(StepView("cancelled", "Cancelled", "failed", ended, text))
    if "order.reserved" in at:
        shown.append(StepView("freed", "Stock back on the shelf", "done", ended))
    if "payment.refunded" in at or is_refund_owed:
        given = at.get("payment.refunded")
        shown.append(StepView("refunded", "Payment given back", "done" if given else "now", given))
    told = at.get("mail.cancelled.sent", at.get("mail.cancelled.recorded"))
    untold = {"mail.cancelled.undeliverable", "mail.cancelled.dead"} & at.keys()
    shown.append(StepView("told", "Mailed", "failed" if untold else "done" if told else "now", told))
    return shown
