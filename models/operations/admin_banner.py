"""What every admin page says on top: nobody works, workers were lost, something is paused."""

from typing import Any

from models.database import Transaction
from models.jobs.admin.queue_pauses import paused
from models.jobs.admin.worker_registry import warnings


async def facts(tx: Transaction) -> dict[str, Any]:
    """The sentence of the red bar and the one about lost workers, or None, and what is paused."""
    nobody, lost = await warnings(tx)
    return {"no_worker_warning": nobody, "lost_worker_warning": lost, "paused": await paused(tx)}
