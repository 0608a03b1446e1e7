"""Reports the metrics of all queues from one worker at a time: the one that has been alive longest.

The worker registry says which one that is, so no lease is needed. Two workers may report at once for some seconds while
one is considered lost; an outdated snapshot is no longer reported.
"""

import asyncio
import logging

import telemetry
from models.database import read
from models.operations import queue_snapshot

SECONDS_BETWEEN = 5.0

log = logging.getLogger(__name__)


async def report(worker: str) -> None:
    """Report a snapshot every few seconds until cancelled; return at once without telemetry."""
    recorder = telemetry.active()
    if recorder is None:
        return
    while True:
        try:
            recorder.gauges.report(await read(lambda tx: queue_snapshot.read_snapshot(tx, worker)))
        except Exception as error:
            recorder.gauges.report(None)
            log.warning("the queues could not be read: %s", error)
        await asyncio.sleep(SECONDS_BETWEEN)
