"""The admin banner: alarms of the shop and of its processes, pauses, and held mail."""

from core.process_alarms import here
from models.alarms import alarms
from models.alarms.alarm_watch import web_process_name
from models.alarms.alarms import Alarm
from models.database import Transaction, storage_warning, write_lock_holder
from models.jobs.admin.queue_pauses import PAUSES

MAIL = "mail"
PAUSES_AND_HELD_MAIL = f"""{PAUSES}
UNION ALL SELECT '{MAIL}', CAST(count(*) AS VARCHAR(10)), '', '', CAST(NULL AS BIGINT)
    FROM (SELECT 1 FROM email_message WHERE state = 'held' LIMIT 100) AS held ORDER BY 1, 2
"""  # noqa: S608  constants


def storage_facts() -> dict[str, str]:
    """What keeps SQLite from being written, or will; for outside of a transaction."""
    return {"storage_warning": storage_warning(), "write_lock_holder": write_lock_holder()}


def of_this_process(storage: dict[str, str]) -> list[Alarm]:
    """What is wrong with the process that is asked."""
    held, grows = storage["write_lock_holder"], storage["storage_warning"]
    found = [Alarm("write_lock", f"Nobody can save anything: the write lock is held by {held}.")] if held else []
    found += [Alarm("wal_grows", f"{grows[0].upper()}{grows[1:]}.")] if grows else []
    return alarms.merged(found, alarms.in_words(here.on()))


async def facts(tx: Transaction) -> dict[str, object]:
    """The alarms of the shop, what other processes report, pauses, and held mail."""
    rows = [dict(row) for row in await tx.fetch(PAUSES_AND_HELD_MAIL)]
    return {
        "alarms": await alarms.alarms(tx, besides=web_process_name()),
        "paused": [row for row in rows if row["what"] != MAIL],
        "held_mail": sum(int(row["name"]) for row in rows if row["what"] == MAIL),
    }
