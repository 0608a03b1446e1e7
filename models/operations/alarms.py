"""Alarms: what is wrong now and needs a person, for the red bar of the admin, the metrics and the log."""

from dataclasses import dataclass

from core.redaction import redact
from models.database import Transaction
from models.operations import check_runs
from models.payments import payment_circuit

CODES = ("integrity", "payments_paused")


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
    if (books := await check_runs.last_run(tx, check_runs.BOOKS)) and books.since is not None:
        count = "1 thing is wrong" if len(books.found) == 1 else f"{len(books.found):,} things are wrong"
        words = f"{count} with the books: {books.found[0]}"
        found.append(Alarm("integrity", words, books.since, "/admin/doctor"))
    if outage := await payment_circuit.outage(tx):
        waiting = await payment_circuit.waiting(tx)
        waits = "1 payment waits" if waiting == 1 else f"{waiting:,} payments wait"
        words = f"The payment provider does not answer ({redact(outage.detail)}): payments are paused. {waits}"
        found.append(Alarm("payments_paused", words, outage.since, "/admin/jobs?q=kind:order.process"))
    return found
