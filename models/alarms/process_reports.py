"""What processes report of themselves, so that every admin page shows it: the rows of `process_alarm`."""

from collections.abc import Sequence

from core.process_alarms import RaisedAlarm
from core.redaction import redact
from models.database import Transaction

LONGEST_WORDS = 500
KEPT_MS = 24 * 3_600_000
REPORT = """
INSERT INTO process_alarm (name, process, code, words, since, seen_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET words = excluded.words, since = excluded.since, seen_at = excluded.seen_at
"""


async def report(tx: Transaction, process: str, raised: Sequence[RaisedAlarm]) -> None:
    """Replace what this process said before; nothing remains if nothing is wrong."""
    await tx.execute("DELETE FROM process_alarm WHERE process = ? OR seen_at < ?", process, tx.now - KEPT_MS)
    for each in raised:
        words = redact(each.words)[:LONGEST_WORDS]
        await tx.execute(REPORT, f"{process}/{each.code}", process, each.code, words, each.since, tx.now)
