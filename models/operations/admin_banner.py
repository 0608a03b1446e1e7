"""The admin banner: nothing can be written, no worker is alive, workers were lost, queues or kinds are paused."""

from typing import Any

from models.database import Transaction, storage_warning, write_lock_holder
from models.jobs.admin.queue_pauses import paused
from models.jobs.admin.worker_registry import warnings


def storage_facts() -> dict[str, Any]:
    """What keeps SQLite from being written, or will; for outside of a transaction."""
    return {"storage_warning": storage_warning(), "write_lock_holder": write_lock_holder()}


async def facts(tx: Transaction) -> dict[str, Any]:
    """The two warnings about workers, each a sentence or None, and what is paused."""
    no_worker, lost = await warnings(tx)
    return {"no_worker_warning": no_worker, "lost_worker_warning": lost, "paused": await paused(tx)}
