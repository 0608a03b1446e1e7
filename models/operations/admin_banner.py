"""The admin banner: nothing can be written, alarms, lost workers, queues in trouble, pauses, and held mail."""

from models.database import Transaction, storage_warning, write_lock_holder
from models.jobs.admin.queue_pauses import PAUSES
from models.jobs.admin.worker_registry import warnings
from models.operations import queue_alarms
from models.operations.alarms import alarms

MAIL = "mail"
PAUSES_AND_HELD_MAIL = f"""{PAUSES}
UNION ALL SELECT '{MAIL}', CAST(count(*) AS VARCHAR(10)), '', '', CAST(NULL AS BIGINT)
    FROM (SELECT 1 FROM email_message WHERE state = 'held' LIMIT 100) AS held ORDER BY 1, 2
"""  # noqa: S608  constants


def storage_facts() -> dict[str, object]:
    """What keeps SQLite from being written, or will; for outside of a transaction."""
    return {"storage_warning": storage_warning(), "write_lock_holder": write_lock_holder()}


async def facts(tx: Transaction) -> dict[str, object]:
    """The alarms, two warnings about workers (each a sentence or None), queues in trouble, pauses, and held mail."""
    no_worker, lost = await warnings(tx)
    rows = [dict(row) for row in await tx.fetch(PAUSES_AND_HELD_MAIL)]
    return {
        "alarms": await alarms(tx),
        "no_worker_warning": no_worker,
        "lost_worker_warning": lost,
        "queue_alarms": await queue_alarms.alarms(tx),
        "paused": [row for row in rows if row["what"] != MAIL],
        "held_mail": sum(int(row["name"]) for row in rows if row["what"] == MAIL),
    }
