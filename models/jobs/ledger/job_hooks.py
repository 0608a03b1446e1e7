"""Hooks by which orders, mail and webhooks react, in the same transaction, when a job dies, is retried or cancelled.

Those packages import the ledger, so the ledger cannot import them: `models` installs the hooks. Without hooks the
ledger raises an error, because an order could be forgotten otherwise.
"""

from dataclasses import dataclass
from typing import Protocol

from models.database import Transaction


@dataclass(frozen=True, slots=True)
class JobSubject:
    """The job and its subject."""

    id: int
    kind: str
    subject_id: int | None
    payload: str


class JobHooks(Protocol):
    """Called after the job's row was changed, in the same transaction."""

    async def died(self, tx: Transaction, job: JobSubject, error_type: str, error_message: str) -> None:
        """The job became a dead letter."""

    async def retried(self, tx: Transaction, job: JobSubject) -> None:
        """An admin retries the job. May raise a refusal, which rolls the retry back."""

    async def cancelled(self, tx: Transaction, job: JobSubject) -> None:
        """An admin cancelled the job before a worker claimed it."""


_installed: list[JobHooks] = []


def install_hooks(hooks: JobHooks) -> None:
    """Install the hooks of this process."""
    _installed[:] = [hooks]


def hooks() -> JobHooks:
    """The installed hooks. Raises RuntimeError if the package `models` was not imported."""
    if not _installed:
        raise RuntimeError("no job hooks are installed")
    return _installed[0]
