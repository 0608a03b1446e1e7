"""Alarms: what is wrong now and needs a person, for the red bar of the admin, the metrics and the log."""

import json
from dataclasses import dataclass

from core.redaction import redact
from models.database import Transaction
from models.payments import payment_circuit

ON = """
SELECT 'integrity' AS code, since, found AS detail FROM check_run WHERE name = 'books' AND since IS NOT NULL
UNION ALL SELECT 'payments_paused', opened_at, detail FROM circuit WHERE name = 'payments' AND opened_at IS NOT NULL
"""
CODES = ("integrity", "payments_paused")


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm. `since` is epoch milliseconds; `href` is the page that shows more."""

    code: str
    words: str
    since: int
    href: str


async def alarms(tx: Transaction) -> list[Alarm]:
    """All alarms at this moment, in one statement while nothing is wrong; empty then."""
    found = []
    for row in await tx.fetch(ON):
        if row["code"] == "integrity":
            wrong = json.loads(row["detail"])
            count = "1 thing is wrong" if len(wrong) == 1 else f"{len(wrong):,} things are wrong"
            found.append(Alarm("integrity", f"{count} with the books: {wrong[0]}", row["since"], "/admin/doctor"))
        else:
            waiting = await payment_circuit.waiting(tx)
            waits = "1 payment waits" if waiting == 1 else f"{waiting:,} payments wait"
            words = f"The payment provider does not answer ({redact(row['detail'])}): payments are paused. {waits}"
            found.append(Alarm("payments_paused", words, row["since"], "/admin/jobs?q=kind:order.process"))
    return found
