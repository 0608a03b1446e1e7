"""One attempt at one job: run its handler within its time limit, and settle whatever it did not settle itself."""

import asyncio
import logging
import random
import traceback
from functools import partial

import telemetry
from core.redaction import redact_within
from models.database import DatabaseBusy, Work, write
from models.jobs.ledger import completion
from models.jobs.ledger.completion import Fault
from models.jobs.ledger.job_kinds import Kind, find_kind
from models.jobs.ledger.jobs import Claim, LateWrite
from models.shared.errors import NotFound
from pipelines.job_outcomes import Discard, Retry, Snooze
from pipelines.orders.order_runner import LeaseInDoubt
from pipelines.registry import HANDLERS
from telemetry.log_lines import about
from workers.job_claims import order_number

log = logging.getLogger(__name__)

BUSY_WAIT_SECONDS = 2.0
# A kind that this program does not know may be of a newer release that is being rolled out: an hour, then it is dead.
RELEASE_WAIT_SECONDS, RELEASE_WAITS = 30.0, 120
NEWER = "this worker's release does not know this kind of job: it waits for a worker of a newer one"
_draw = random.Random()  # noqa: S311  jitter


async def attempt(claim: Claim) -> None:
    """Run the job. Raises only CancelledError, after releasing the job."""
    with telemetry.attempt(claim.watched) as watched, about(job_id=claim.id, order_id=order_number(claim)):
        try:
            await _run(claim, watched)
        except LateWrite as late:
            watched.end_as("late")
            _refuse_late_write(late)
        except asyncio.CancelledError:
            await asyncio.shield(_settle(partial(completion.release, claim=claim)))
            raise


async def _run(claim: Claim, watched: telemetry.Call) -> None:
    kind = find_kind(claim.kind)
    if kind is None and claim.deferrals < RELEASE_WAITS:
        await _settle(partial(completion.defer, claim=claim, reason=NEWER, wait_seconds=RELEASE_WAIT_SECONDS))
        watched.end_as("deferred")
        return
    if kind is None or kind.name not in HANDLERS or not _is_readable(claim, kind):
        await _dead_letter_unreadable(claim)
        watched.end_as("dead")
        return
    try:
        async with asyncio.timeout(kind.time_limit_seconds):
            await HANDLERS[kind.name](claim)
        if not claim.is_settled:
            raise RuntimeError(f"the handler of {claim.kind} ended without settling its job")
        outcome = "succeeded"
    except LateWrite:
        raise
    except LeaseInDoubt as doubt:  # if the lease is still ours, the job need not wait for its end
        outcome = "deferred"
        log.warning("%s", doubt)
        await _settle(partial(completion.defer, claim=claim, reason=str(doubt), wait_seconds=BUSY_WAIT_SECONDS))
    except Snooze as early:
        outcome = "deferred"
        put_off = partial(completion.defer, claim=claim, reason=early.detail, cause=early.cause)
        await _settle(partial(put_off, wait_seconds=early.wait_seconds))
    except DatabaseBusy as busy:
        outcome = "deferred"
        await _settle(partial(completion.defer, claim=claim, reason=str(busy), wait_seconds=BUSY_WAIT_SECONDS))
    except Exception as error:
        watched.fail(type(error).__name__)
        asked = error.wait_seconds if isinstance(error, Retry) else None
        wait_seconds = kind.backoff_seconds(claim.attempt, _draw) if asked is None else asked
        log.warning("job %d (%s) attempt %d failed: %r", claim.id, claim.kind, claim.attempt, error)
        permanent = isinstance(error, (NotFound, Discard))
        settle = partial(completion.fail, claim=claim, fault=_fault(error), permanent=permanent)
        outcome = await _settle(partial(settle, wait_seconds=wait_seconds)) or ""
    watched.end_as(outcome)


async def _settle(work: Work[str | None]) -> str | None:
    """Settle the job; retry while the database is busy, because an unsettled job waits for its lease to expire."""
    for _ in range(3):
        try:
            return await write(work)
        except DatabaseBusy as busy:
            log.warning("the database is busy: %s", busy)
            await asyncio.sleep(BUSY_WAIT_SECONDS)
        except LateWrite as late:
            _refuse_late_write(late)
            return "late"
    return "busy"


def _refuse_late_write(late: LateWrite) -> None:
    log.warning("late_write_refused: %s", late)


def _is_readable(claim: Claim, kind: Kind) -> bool:
    try:
        claim.arguments()
    except ValueError:
        return False
    return claim.subject_id is not None or not kind.concerns_order


async def _dead_letter_unreadable(claim: Claim) -> None:
    fault = Fault("Unreadable", "unreadable: the kind is unknown, the payload is no JSON object, or it names no order")
    await _settle(partial(completion.fail, claim=claim, fault=fault, wait_seconds=0, permanent=True))


def _fault(error: Exception) -> Fault:
    trace = "".join(traceback.format_exception(error))
    message = redact_within(str(error), completion.LONGEST_MESSAGE)
    return Fault(type(error).__name__, message, redact_within(trace, completion.LONGEST_TRACE))
