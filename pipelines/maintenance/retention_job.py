"""Deletes what is past its published age: the handler of the `retention.purge` job."""

import logging
import time
from functools import partial
from typing import NamedTuple

from models.database import Transaction, read_long, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.operations import retention
from models.operations.retention import AGES, Age
from pipelines.job_outcomes import Snooze
from pipelines.mail.mail_sender import Outbox

log = logging.getLogger(__name__)

FIRST_SLICE = 50  # rows
TURN_SECONDS = 20.0  # well below the time limit of one attempt


class _Slice(NamedTuple):
    """What one transaction did: rows deleted, keys it got to, and how many milliseconds it held the writer."""

    rows: int
    tried: int
    lasted_ms: float


async def purge_expired(claim: Claim) -> None:
    """Go through all ages, in slices. Snooze: there is more than one turn takes, and other jobs should get theirs."""
    until = time.monotonic() + TURN_SECONDS
    for age in AGES:
        deleted = await _purge(claim, age, until)
        if deleted:
            log.info("retention: %d %s", deleted, age.what)
    await write(partial(completion.succeed, claim=claim))


async def _purge(claim: Claim, age: Age, until: float) -> int:
    deleted, size, slices = 0, FIRST_SLICE, 0
    while keys := await read_long(partial(retention.too_old, age=age, mail_days=Outbox.keep_days)):
        before = deleted
        while keys:
            some, keys = keys[:size], keys[size:]
            done = await write(partial(_delete, claim=claim, age=age, keys=some))
            keys = some[done.tried :] + keys
            deleted, slices, size = deleted + done.rows, slices + 1, retention.next_slice(done.tried, done.lasted_ms)
            if time.monotonic() > until:
                raise Snooze(f"{age.what}: more are to be deleted", wait_seconds=0.0)
        if deleted == before:  # somebody renewed them all
            break
    return deleted


async def _delete(tx: Transaction, claim: Claim, age: Age, keys: list[str | int]) -> _Slice:
    """Delete these rows until they are gone or the time of a slice is over.

    The first statement has a few; each after it has as many as fit the time that is left, as fast as they went so far.
    """
    began = time.perf_counter()
    await completion.renew_lease(tx, claim)
    rows, tried, lasted_ms, number = 0, 0, 0.0, retention.FIRST_STATEMENT
    while tried < len(keys) and lasted_ms < retention.AIM_MS:
        few = keys[tried : tried + number]
        rows += await retention.delete_slice(tx, age, few, Outbox.keep_days)
        tried += len(few)
        lasted_ms = (time.perf_counter() - began) * 1000
        number = retention.next_statement(tried, lasted_ms)
    return _Slice(rows, tried, lasted_ms)
