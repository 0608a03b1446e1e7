"""The timetable: periodic jobs, how often they run, their last run and the next."""

from dataclasses import dataclass

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.jobs.ledger.job_kinds import TIMETABLE, Kind, find_kind
from models.jobs.ledger.job_states import JobState
from models.jobs.ledger.jobs import enqueue, pauses
from models.shared.errors import IllegalTransition, NotFound
from models.shared.public_ids import new_public_id

LAST = """
SELECT public_id, state, created_at, started_at, finished_at, error_type FROM job WHERE kind = ?
ORDER BY id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class TimetableEntry:
    """One line of the timetable; `last` is the newest job of its kind."""

    kind: str
    purpose: str
    rhythm: str
    next_at: int
    is_paused: bool
    last: Row | None


async def entries(tx: Transaction) -> list[TimetableEntry]:
    """The timetable with each entry's last job."""
    _, paused_kinds = await pauses(tx)
    return [
        TimetableEntry(
            kind.name,
            kind.purpose,
            rhythm(kind),
            _next(kind, tx.now),
            kind.name in paused_kinds,
            await tx.fetch_one(LAST, kind.name),
        )
        for kind in TIMETABLE
    ]


async def run_now(tx: Transaction, name: str, *, actor: Actor) -> None:
    """Enqueue the entry's job now.

    Raises:
        NotFound: there is no such entry.
        IllegalTransition: such a job is waiting or running already.
    """
    kind = find_kind(name)
    if kind is None or kind not in TIMETABLE:
        raise NotFound("There is no such entry in the timetable.")
    last = await tx.fetch_one(LAST, name)
    if last is not None and last["state"] in (JobState.QUEUED, JobState.RUNNING):
        words = f"{name} is {last['state']} already."
        raise IllegalTransition(words, title="The job is waiting or running already", state=last["state"])
    await enqueue(tx, kind, f"{name}@by-hand-{new_public_id()}")
    await audit_log.record(tx, actor, "timetable.run_now", ("job_kind", name))


def rhythm(kind: Kind) -> str:
    """How often the kind runs, as text."""
    seconds = kind.every_seconds or 0
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= length and seconds % length == 0:
            return f"every {unit}" if seconds == length else f"every {seconds // length} {unit}s"
    return f"every {seconds} seconds"


def _next(kind: Kind, now: int) -> int:
    every_ms = (kind.every_seconds or 1) * 1000
    return (now // every_ms + 1) * every_ms
