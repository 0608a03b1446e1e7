"""The parts of a process: steps from one status to another, and the actions that follow on reaching a status.

A step inside our database is one function. An external step has three parts: `begin` commits the intent, `ask` makes
the call without a transaction, `finish` commits the answer. After a crash in between it runs again, so its call must
use an idempotency key that stays the same.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from models.database import Transaction
from models.orders.order_states import CancelReason, Status
from models.orders.orders import OrderRecord


class StepRefused(Exception):
    """The step refuses the order, which is cancelled for this reason. The step has written nothing."""

    def __init__(self, reason: CancelReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


Action = Callable[[Transaction, OrderRecord], Awaitable[None]]


@dataclass(frozen=True)
class ExternalStep:
    """A step with an external call.

    Attributes:
        begin: commits that the call is about to be made; raises Snooze if it may not be made now.
        ask: makes the call with no transaction open; its value is passed to `finish`.
        finish: commits the answer; raises StepRefused for a refusal, Snooze if there is none yet.
        is_open: whether the call was made for this order and its answer is not recorded.
        must_undo: whether the recorded answer has to be undone if the order's status has changed meanwhile.
    """

    name: str
    begin: Action
    ask: Callable[[OrderRecord], Awaitable[Any]]
    finish: Callable[[Transaction, OrderRecord, Any], Awaitable[None]]
    is_open: Callable[[OrderRecord], bool]
    must_undo: Callable[[OrderRecord], bool]


@dataclass(frozen=True)
class Step:
    """Runs `action` for an order with status `at`; the order moves to `then`, or to `else_` if refused."""

    at: Status
    action: Action | ExternalStep
    then: Status
    else_: Status
    undo: Action | None = None  # runs if the order was cancelled before the answer came

    @property
    def name(self) -> str:
        return self.action.name if isinstance(self.action, ExternalStep) else self.action.__name__


@dataclass(frozen=True)
class After:
    """Actions to run in the transaction that moves an order to `at`."""

    at: Status
    actions: tuple[Action, ...]

    def __init__(self, at: Status, *actions: Action) -> None:
        object.__setattr__(self, "at", at)
        object.__setattr__(self, "actions", actions)


class Pipeline:
    """The rows of one process, with lookups for its runner."""

    def __init__(self, *rows: Step | After) -> None:
        self.rows = rows
        self._steps = {row.at: row for row in rows if isinstance(row, Step)}
        self._after = {row.at: row.actions for row in rows if isinstance(row, After)}

    def next_step(self, order: OrderRecord) -> Step | None:
        """The order's next step, chosen from its state only, so that it can run again after a crash.

        An external call without a recorded answer comes first, whatever the order's status is.
        """
        for step in self._steps.values():
            if isinstance(step.action, ExternalStep) and step.action.is_open(order):
                return step
        return self._steps.get(order.status)

    def after(self, status: Status) -> tuple[Action, ...]:
        """The actions that follow when an order reaches this status."""
        return self._after.get(status, ())

    def as_objects(self) -> Iterator[dict[str, object]]:
        """The rows for programs: `status` is where the order is, `is_entered` that the steps follow on reaching it.

        `becomes`, `if_refused` and `undone_by` are None where there is nothing of the kind.
        """
        for row in self.rows:
            found: dict[str, object] = {"status": row.at.value, "is_entered": isinstance(row, After)}
            if isinstance(row, Step):
                undo = row.undo.__name__ if row.undo else None
                found |= {"steps": [row.name], "becomes": row.then.value, "if_refused": row.else_.value}
                yield found | {"undone_by": undo}
            else:
                names = [action.__name__ for action in row.actions]
                yield found | {"steps": names, "becomes": None, "if_refused": None, "undone_by": None}

    def table(self) -> Iterator[tuple[str, str, str, str, str]]:
        """The rows as text: status, action, next status, status if refused, undo."""
        for row in self.rows:
            if isinstance(row, Step):
                undo = row.undo.__name__ if row.undo else ""
                yield row.at.value, row.name, row.then.value, row.else_.value, undo
            else:
                yield f"on {row.at.value}", ", ".join(action.__name__ for action in row.actions), "", "", ""
