"""What orders, mail and webhooks do when a job dies, is retried or called off, in the transaction that says so.

They enqueue jobs, so the ledger cannot import them. What a job's end means for them is installed once, by `models`; a
ledger without hooks refuses to go on rather than forget an order.
"""

from dataclasses import dataclass
from typing import Protocol

from models.database import Transaction


@dataclass(frozen=True, slots=True)
class JobSubject:
    """Which job it is, and what it is about."""

    id: int
    kind: str
    subject_id: int | None
    payload: str


class JobHooks(Protocol):
    """Called with the job's row written already."""

    async def died(self, tx: Transaction, job: JobSubject, error_type: str, error_message: str) -> None:
        """Nobody tries the job any more."""

    async def retried(self, tx: Transaction, job: JobSubject) -> None:
        """A person lets it be tried again. May refuse: then nothing of the retry is kept."""

    async def cancelled(self, tx: Transaction, job: JobSubject) -> None:
        """A person called it off before anybody claimed it."""


_installed: list[JobHooks] = []


def install_hooks(hooks: JobHooks) -> None:
    """Use these from now on."""
    _installed[:] = [hooks]


def hooks() -> JobHooks:
    """The installed ones. Raises RuntimeError: `models` was not imported as a whole."""
    if not _installed:
        raise RuntimeError("no job hooks are installed")
    return _installed[0]
