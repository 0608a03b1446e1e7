"""Tells the metrics of the whole queue, from one worker at a time: the one that has been alive for longest.

Which one that is stands in the table of workers, so it needs no lease of its own. Two of them may overlap for the
moments in which one is thought dead; a look that is old is not told any more.
"""

import asyncio
import logging

import telemetry
from models.database import read
from models.operations import queue_snapshot

SECONDS_BETWEEN = 5.0

log = logging.getLogger(__name__)


async def report(worker: str) -> None:
    """Look and tell, for ever; nothing at all if nobody watches."""
    recorder = telemetry.active()
    if recorder is None:
        return
    while True:
        try:
            recorder.gauges.show(await read(lambda tx: queue_snapshot.read_snapshot(tx, worker)))
        except Exception as error:
            recorder.gauges.show(None)
            log.warning("the queue could not be looked at: %s", error)
        await asyncio.sleep(SECONDS_BETWEEN)
