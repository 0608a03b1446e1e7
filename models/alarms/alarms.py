"""Alarms: what is wrong now and needs a person, for the red bar of the admin, the metrics and the log."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from core.process_alarms import RaisedAlarm, here
from core.redaction import redact
from models.alarms import queue_alarms
from models.alarms.alarm_kinds import KINDS, AlarmKind, row_of
from models.database import Row, Transaction
from models.jobs.admin import worker_registry
from models.payments import payment_circuit
from models.shared.times import WORKER_LOST_MS

LOOKED_AT = 200  # of the oldest messages that wait
ON = f"""
SELECT 'integrity' AS code, since, found AS detail, 0 AS times, '' AS process FROM check_run
    WHERE name = 'books' AND since IS NOT NULL
UNION ALL SELECT 'payments_paused', opened_at, detail, 0, '' FROM circuit
    WHERE name = 'payments' AND opened_at IS NOT NULL
UNION ALL SELECT 'reconciliation', since, words, times, '' FROM (
    SELECT min(found_at) AS since, min(words) AS words, count(*) AS times FROM payment_discrepancy WHERE state = 'open'
) AS differences WHERE times > 0
UNION ALL SELECT 'poison', since, kind, times, '' FROM (
    SELECT min(finished_at) AS since, min(kind) AS kind, count(*) AS times FROM job
    WHERE state = 'dead' AND crashes >= 3
) AS deadly WHERE times > 0
UNION ALL SELECT 'mail_away', since, words, times, '' FROM (
    SELECT min(created_at) AS since, min(last_error) AS words, count(*) AS times FROM (
        SELECT created_at, last_error FROM email_message WHERE state = 'queued' ORDER BY id LIMIT {LOOKED_AT}
    ) AS oldest WHERE last_error <> '' AND substr(last_error, 1, 1) NOT BETWEEN '0' AND '9'
) AS unsent WHERE times > 0
UNION ALL SELECT code, since, words, 0, process FROM process_alarm WHERE seen_at > ? AND process <> ?
"""  # noqa: S608  a constant
# While nobody can write, workers that live cannot record their heartbeats, and seem lost.
UNWRITABLE = ("database", "database_file", "disk_full", "read_only", "disk", "rights", "write_lock")
REPORTED_MS = 30_000  # a process that is well takes its report back; what a dead one reported ends by itself


@dataclass(frozen=True, slots=True)
class AlarmLink:
    """A page that shows more."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm. `since` is epoch milliseconds, None if nobody knows; `process` said so of itself, empty: all know."""

    code: str
    words: str
    since: int | None = None
    links: tuple[AlarmLink, ...] = ()
    process: str = ""

    @property
    def kind(self) -> AlarmKind:
        """Its row in the table of alarms."""
        return KINDS[self.code]

    @property
    def runbook(self) -> str:
        """The address of its row in the runbook."""
        return row_of(self.code)


async def alarms(tx: Transaction, *, besides: str = "") -> list[Alarm]:
    """What is wrong with the shop at this moment, and what processes say of themselves, except the one named."""
    rows = await tx.fetch(ON, tx.now - REPORTED_MS, besides)
    found = [await _described(tx, row) for row in rows if row["code"] in KINDS]
    if not here.was_on(*UNWRITABLE, within_seconds=WORKER_LOST_MS / 1000):
        found += _of_workers(await worker_registry.warnings(tx))
    found += [
        Alarm(each.code, each.words, None, (AlarmLink(each.cause, each.href),))
        for each in await queue_alarms.alarms(tx)
    ]
    return _by_weight(found)


def in_words(raised: Iterable[RaisedAlarm]) -> list[Alarm]:
    """What is wrong with this process."""
    return [Alarm(each.code, f"{each.words.rstrip('.')}.", each.since) for each in raised if each.code in KINDS]


def merged(*lists: Iterable[Alarm]) -> list[Alarm]:
    """All of them, those that several processes raise once, the critical ones first."""
    found: dict[tuple[str, str], Alarm] = {}
    known: set[str] = set()
    for each in lists:
        new = [alarm for alarm in each if alarm.code not in known]
        found |= {(alarm.code, alarm.words): alarm for alarm in new}
        known |= {alarm.code for alarm in new}
    return _by_weight(found.values())


def _by_weight(found: Iterable[Alarm]) -> list[Alarm]:
    return sorted(found, key=lambda alarm: not alarm.kind.is_critical)


async def _described(tx: Transaction, row: Row) -> Alarm:
    code, times, detail = row["code"], int(row["times"]), row["detail"]
    if row["process"]:
        words = f"{detail.rstrip('.')} ({row['process']})."
        return Alarm(code, words, row["since"], process=row["process"])
    if code == "integrity":
        wrong = json.loads(detail)
        words = f"{_counted(len(wrong), 'thing is', 'things are')} wrong with the books: {wrong[0]}."
        return Alarm(code, words, row["since"], (AlarmLink("See it", "/admin/doctor"),))
    if code == "payments_paused":
        waits = _counted(await payment_circuit.waiting(tx), "payment waits", "payments wait")
        words = f"The payment provider does not answer ({redact(detail)}): payments are paused. {waits}."
        return Alarm(code, words, row["since"], (AlarmLink("See it", "/admin/jobs?q=kind:order.process"),))
    if code == "reconciliation":
        differ = _counted(times, "payment differs", "payments differ")
        words = f"{differ} from the provider's book: {redact(detail)}."
        return Alarm(code, words, row["since"], (AlarmLink("See it", "/admin/doctor#provider"),))
    if code == "poison":
        words = f"{_counted(times, 'job', 'jobs')} took three workers down: {detail}."
        return Alarm(code, words, row["since"], (AlarmLink("See it", "/admin/jobs?state=dead"),))
    waits = _counted(times, "message waits", "messages wait")
    words = f"The mail server does not take messages ({redact(detail)[:200]}). {waits}."
    return Alarm(code, words, row["since"], (AlarmLink("See it", "/admin/emails?state=queued"),))


def _of_workers(seen: worker_registry.WorkerWarnings) -> list[Alarm]:
    who = AlarmLink("The workers", "/admin/jobs#workers")
    waits = AlarmLink("What waits", "/admin/jobs?state=queued")
    found = []
    if seen.no_worker:
        found.append(Alarm("no_worker", seen.no_worker, None, (waits, who)))
    if seen.stalled:
        found.append(Alarm("worker_stalled", seen.stalled, None, (who,)))
    if seen.lost:
        found.append(Alarm("worker_lost", seen.lost, None, (who,)))
    return found


def _counted(times: int, one: str, several: str) -> str:
    return f"1 {one}" if times == 1 else f"{times:,} {several}"
