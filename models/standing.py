"""What every admin page says on top: nobody works, workers were lost, something is paused."""

from typing import Any

from models.database import Transaction
from models.job_pauses import paused
from models.workforce import warning


async def facts(tx: Transaction) -> dict[str, Any]:
    """The sentence of the red bar, or None, and what is paused."""
    return {"no_worker_warning": await warning(tx), "paused": await paused(tx)}
