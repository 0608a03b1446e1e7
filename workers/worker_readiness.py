"""Whether a worker is ready: it is not draining, the database takes writes, and the schema matches the program."""

import asyncio
import logging

from models.database import read
from models.operations import health

ANSWER_SECONDS = 2.0  # a database that takes longer counts as gone

log = logging.getLogger(__name__)


class Readiness:
    """Called on the operations port's thread; checks on the worker's event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, stopping: asyncio.Event) -> None:
        self._loop, self._stopping = loop, stopping
        self._write_check = health.WriteCheck()

    def failing(self) -> list[str]:
        """Why it is not ready: `stopping`, or parts as `health` names them; empty if it is."""
        if self._stopping.is_set():
            return ["stopping"]
        asked = asyncio.run_coroutine_threadsafe(self._failing(), self._loop)
        try:
            failing = asked.result(ANSWER_SECONDS + 1)  # an event loop that is stuck does not answer
            return ["stopping"] if self._stopping.is_set() else failing
        except TimeoutError:
            asked.cancel()
            return ["worker"]

    async def _failing(self) -> list[str]:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._write_check.require_writable()
                is_wrong = await read(health.schema_mismatch)
        except Exception as error:
            log.warning("the database does not answer: %s", error)
            return health.failing_parts(error)
        return ["migrations"] if is_wrong else []
