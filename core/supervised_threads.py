"""Threads and tasks that a process cannot do without: what fails goes on after a pause, and nothing ends in silence."""

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable

from core.settings import EXIT_TRY_AGAIN

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0

log = logging.getLogger(__name__)


class SupervisedThread(threading.Thread):
    """Runs `work` until that returns; whatever it raises is logged, and it begins again.

    A thread that cannot even do that ends the process, with the code that asks to be started again.

    Attributes:
        is_stopping: set by who wants no new beginning.
    """

    def __init__(self, work: Callable[[], None], *, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self._work = work
        self.is_stopping = threading.Event()

    def run(self) -> None:
        try:
            self._keep_working()
        except BaseException:
            os._exit(EXIT_TRY_AGAIN)

    def _keep_working(self) -> None:
        pause_seconds = FIRST_PAUSE_SECONDS
        while True:
            try:
                self._work()
                return
            except BaseException as error:
                if self.is_stopping.is_set():
                    return
                log.error("the thread %s failed and goes on in %.1f s", self.name, pause_seconds, exc_info=error)
            self.is_stopping.wait(pause_seconds)
            pause_seconds = min(2 * pause_seconds, LONGEST_PAUSE_SECONDS)


async def supervised(work: Callable[[], Awaitable[None]], *, name: str) -> None:
    """Await `work()` until it returns or this task is cancelled; after an error it begins again."""
    pause_seconds = FIRST_PAUSE_SECONDS
    while True:
        try:
            await work()
            return
        except (Exception, asyncio.CancelledError) as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():  # by us; anything else that was cancelled is only an error
                raise
            log.error("the task %s failed and goes on in %.1f s", name, pause_seconds, exc_info=error)
        await asyncio.sleep(pause_seconds)
        pause_seconds = min(2 * pause_seconds, LONGEST_PAUSE_SECONDS)
