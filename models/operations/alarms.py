"""Alarms: what is wrong now and needs a person, for the red bar of the admin, the metrics and the log."""

from dataclasses import dataclass

from core.redaction import redact
from models.database import Transaction
from models.payments import payment_circuit


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm. `since` is epoch milliseconds; `href` is the page that shows more."""

    code: str
    words: str
    since: int
    href: str


async def alarms(tx: Transaction) -> list[Alarm]:
    """All alarms at this moment; empty if nothing is wrong."""
    found = []
    if outage := await payment_circuit.outage(tx):
        count = await payment_circuit.waiting(tx)
        waits = "1 payment waits" if count == 1 else f"{count:,} payments wait"
        words = f"The payment provider does not answer ({redact(outage.detail)}): payments are paused. {waits}"
        found.append(Alarm("payments_paused", words, outage.since, "/admin/jobs?q=kind:order.process"))
    return found
