"""Notices from a thread of its own that this process's event loop is blocked, and ends the process when it stays so.

A call that blocks the loop holds up every job or request of the process, while its threads, the heartbeat among them,
go on as if all were well.
"""

import asyncio
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable

from core.process_alarms import here
from core.settings import EXIT_TRY_AGAIN
from core.supervised_threads import SupervisedThread

TICK_SECONDS = 1.0
STALLED_SECONDS = 15.0  # the process is shown as stalled, and what blocks it is logged
BLOCKED_SECONDS = 45.0  # the process gives up what it holds, and ends to be started again
ABSENT_SECONDS = 5.0  # a longer gap between two looks: the whole process was suspended, not the loop alone
LAST_SECONDS = 5.0  # for giving up

log = logging.getLogger(__name__)


def _nothing() -> None:
    """A process that holds nothing gives up nothing."""


class LoopWatch:
    """Made on the loop's thread; `tick` runs on the loop, the rest on a thread of its own.

    `give_up` is called, once, before a process whose loop stays blocked ends with EXIT_TRY_AGAIN. The alarm with the
    code `alarm` is on while the loop is blocked, and `on_stalled` is called, once, when it begins; it may block.
    """

    def __init__(
        self, give_up: Callable[[], None] = _nothing, *, alarm: str, on_stalled: Callable[[], None] = _nothing
    ) -> None:
        self._give_up, self._alarm, self._on_stalled = give_up, alarm, on_stalled
        self._loop_thread = threading.get_ident()
        self._ticked = time.monotonic()
        self._thread = SupervisedThread(self._watch, name="loop-watch")

    @property
    def lag_seconds(self) -> float:
        """For how long the loop has been blocked; 0 if it is not."""
        return max(0.0, time.monotonic() - self._ticked - TICK_SECONDS)

    @property
    def is_stalled(self) -> bool:
        """Whether the loop has been blocked for so long that others should know."""
        return self.lag_seconds >= STALLED_SECONDS

    def start(self) -> None:
        """Begin to watch; `tick` has to run."""
        self._ticked = time.monotonic()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._thread.is_stopping.set()

    async def tick(self) -> None:
        """Show that the loop runs, until cancelled."""
        while True:
            self._ticked = time.monotonic()
            await asyncio.sleep(TICK_SECONDS)

    def _watch(self) -> None:
        looked, is_told = time.monotonic(), False
        while not self._thread.is_stopping.wait(TICK_SECONDS):
            now = time.monotonic()
            if now - looked > ABSENT_SECONDS:
                self._ticked = now
            looked = now
            if not self.is_stalled:
                if is_told:
                    here.turn_off(self._alarm)
                is_told = False
            elif not is_told:
                is_told = True
                self._tell()
            if self.lag_seconds >= BLOCKED_SECONDS:
                self._end()

    def _tell(self) -> None:
        lag_seconds = self.lag_seconds
        log.error("the event loop has been blocked for %.0f s, by:\n%s", lag_seconds, self._stack())
        here.turn_on(self._alarm, f"A call has blocked the event loop for {lag_seconds:.0f} s; the log says which one")
        threading.Thread(target=self._on_stalled, name="stalled", daemon=True).start()

    def _stack(self) -> str:
        frame = sys._current_frames().get(self._loop_thread)
        return "".join(traceback.format_stack(frame)) if frame is not None else "unknown: its thread has ended"

    def _end(self) -> None:
        log.critical("the event loop stays blocked: this process gives up what it holds and ends")
        giving_up = threading.Thread(target=self._give_up, name="give-up", daemon=True)
        giving_up.start()
        giving_up.join(LAST_SECONDS)
        os._exit(EXIT_TRY_AGAIN)
