"""The admin banner: no worker is alive, workers were lost, queues or kinds are paused, mail is held back."""

from typing import Any

from models.database import Transaction
from models.jobs.admin.queue_pauses import PAUSES
from models.jobs.admin.worker_registry import warnings

MAIL = "mail"
PAUSES_AND_HELD_MAIL = f"""{PAUSES}
UNION ALL SELECT '{MAIL}', CAST(count(*) AS VARCHAR(10)), '', '', CAST(NULL AS BIGINT)
    FROM (SELECT 1 FROM email_message WHERE state = 'held' LIMIT 100) AS held ORDER BY 1, 2
"""  # noqa: S608  constants


async def facts(tx: Transaction) -> dict[str, Any]:
    """The two warnings about workers, each a sentence or None, what is paused, and how much mail is held back."""
    no_worker, lost = await warnings(tx)
    rows = [dict(row) for row in await tx.fetch(PAUSES_AND_HELD_MAIL)]
    return {
        "no_worker_warning": no_worker,
        "lost_worker_warning": lost,
        "paused": [row for row in rows if row["what"] != MAIL],
        "held_mail": sum(int(row["name"]) for row in rows if row["what"] == MAIL),
    }
