"""What a process is made of: steps that lead from one status to another, and what follows when it gets there.

A step inside our own database is one function. A step that asks somebody outside has three parts: `begin` commits the
intent, `ask` makes the call without a transaction, `finish` commits the answer. It may be entered again after a crash
anywhere in between, so its call must carry a key that stays the same.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from models.database import Transaction
from models.orders.order_states import CancelReason, Status
from models.orders.orders import OrderRecord


class StepRefused(Exception):
    """The step's answer is no: the order is cancelled for this reason. Nothing of the step was written."""

    def __init__(self, reason: CancelReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Snooze(Exception):
    """The answer is not known yet: come again, under the same key."""

    def __init__(self, detail: str, *, wait_seconds: float) -> None:
        super().__init__(detail)
        self.detail = detail
        self.wait_seconds = wait_seconds


class Retry(Exception):
    """This attempt failed. `wait_seconds` is what the other side asked for, None: as the kind's own table says."""

    def __init__(self, detail: str, *, wait_seconds: float | None = None) -> None:
        super().__init__(detail)
        self.wait_seconds = wait_seconds


class Discard(Exception):
    """This attempt failed, and so will every other."""


Action = Callable[[Transaction, OrderRecord], Awaitable[None]]


@dataclass(frozen=True)
class ExternalStep:
    """A step that asks somebody outside.

    Attributes:
        begin: commits that the question is about to be asked.
        ask: asks it, with no transaction open; its value goes to `finish`.
        finish: commits the answer; raises StepRefused for a no, TooEarly when there is none yet.
        is_open: whether the question was asked for this order and the answer is not booked.
        must_undo: whether the answer, once booked, has to be undone if the order went elsewhere meanwhile.
    """

    name: str
    begin: Action
    ask: Callable[[OrderRecord], Awaitable[Any]]
    finish: Callable[[Transaction, OrderRecord, Any], Awaitable[None]]
    is_open: Callable[[OrderRecord], bool]
    must_undo: Callable[[OrderRecord], bool]


@dataclass(frozen=True)
class Step:
    """An order that is `at` has `action` done to it and becomes `then`, or `else_` when refused."""

    at: Status
    action: Action | ExternalStep
    then: Status
    else_: Status
    undo: Action | None = None  # when the answer came too late

    @property
    def name(self) -> str:
        return self.action.name if isinstance(self.action, ExternalStep) else self.action.__name__


@dataclass(frozen=True)
class After:
    """What is done, in the same transaction, when an order gets to `at`."""

    at: Status
    actions: tuple[Action, ...]

    def __init__(self, at: Status, *actions: Action) -> None:
        object.__setattr__(self, "at", at)
        object.__setattr__(self, "actions", actions)


class Pipeline:
    """The rows of one process, and the two questions its runner asks of them."""

    def __init__(self, *rows: Step | After) -> None:
        self.rows = rows
        self._steps = {row.at: row for row in rows if isinstance(row, Step)}
        self._after = {row.at: row.actions for row in rows if isinstance(row, After)}

    def next_step(self, order: OrderRecord) -> Step | None:
        """What to do to the order now: chosen from its state, so that a step can be entered again after a crash.

        A question still open outside comes first, wherever the order went meanwhile.
        """
        for step in self._steps.values():
            if isinstance(step.action, ExternalStep) and step.action.is_open(order):
                return step
        return self._steps.get(order.status)

    def after(self, status: Status) -> tuple[Action, ...]:
        """What follows when an order gets there."""
        return self._after.get(status, ())

    def table(self) -> Iterator[tuple[str, str, str, str, str]]:
        """The rows in words: status, what is done, becomes, when refused, undone by."""
        for row in self.rows:
            if isinstance(row, Step):
                undo = row.undo.__name__ if row.undo else ""
                yield row.at.value, row.name, row.then.value, row.else_.value, undo
            else:
                yield f"on {row.at.value}", ", ".join(action.__name__ for action in row.actions), "", "", ""
