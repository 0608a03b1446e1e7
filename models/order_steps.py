"""The receipt's steps: accepted, stock held, paid, confirmed, mailed, each with its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.order_states import Status

LABELS = {"accepted": "Accepted", "held": "Stock held", "paid": "Paid", "confirmed": "Confirmed", "mailed": "Mailed"}


@dataclass(slots=True)
class StepView:
    """One line of the receipt: where this part of the order stands."""

    key: str
    label: str
    state: str  # done | now | todo | failed
    at: int | None = None
    note: str = ""


def steps_of(status: str, events: Sequence[Any], cancel_text: str) -> list[StepView]:
    """The receipt: accepted, stock held, paid, confirmed, mailed, each with its time."""
    at = {event["type"]: event["at"] for event in events}
    times = {
        "accepted": at.get("order.placed"),
        "held": at.get("order.reserved"),
        "paid": at.get("order.confirmed"),
        "confirmed": at.get("order.confirmed"),
        "mailed": at.get("mail.confirmed.sent", at.get("mail.confirmed.recorded")),
    }
    steps = [StepView(key, LABELS[key], "done" if times[key] else "todo", times[key]) for key in LABELS]
    first_open = next((step for step in steps if step.state == "todo"), None)
    if status == Status.CANCELLED:
        _mark_cancelled(steps, at, cancel_text)
    elif first_open is not None:
        untold = {"mail.confirmed.undeliverable", "mail.confirmed.dead"} & at.keys()
        first_open.state = "failed" if untold else "now"
    return steps


def _mark_cancelled(steps: list[StepView], at: dict[str, int], cancel_text: str) -> None:
    """A cancelled order shows where it ended, and whether the buyer was told."""
    ended = next((step for step in steps if step.state == "todo"), steps[3])
    ended.state, ended.at, ended.note = "failed", at["order.cancelled"], cancel_text
