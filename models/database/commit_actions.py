"""What a unit of work wants done once it is durable, such as a line in the log; never done when it was undone."""

from collections.abc import Callable
from contextvars import ContextVar, copy_context
from functools import partial

Action = Callable[[], None]
_waiting: ContextVar[list[Action] | None] = ContextVar("after_commit", default=None)


def after_commit(action: Action) -> None:
    """Do this when the transaction is committed; at once where nobody collects."""
    waiting = _waiting.get()
    if waiting is None:
        action()
    else:
        waiting.append(partial(copy_context().run, action))  # what it is about is known here, not there


def collect() -> list[Action]:
    """Begin to collect, for the unit of work about to run in this context; the list that fills."""
    actions: list[Action] = []
    _waiting.set(actions)
    return actions


def mark() -> int:
    """Where the list stands now, for `forget`."""
    return len(_waiting.get() or ())


def forget(since: int) -> None:
    """A part of the transaction was undone, and with it what it wanted done."""
    del (_waiting.get() or [])[since:]
