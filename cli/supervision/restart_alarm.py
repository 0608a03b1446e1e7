"""The alarm of children that are started again and again in vain, told in the log and to the other processes."""

import contextlib
import logging
import os
import socket
import time
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from cli.startup import run_with_database
from core.process_alarms import here
from core.settings import Settings
from core.supervised_threads import SupervisedThread
from models.alarms import process_reports
from models.database import write

MOST_SHORT_RUNS = 3  # in a row, before it is an alarm
LOOK_SECONDS = 5.0
AGAIN_SECONDS = 60.0  # between two lines in the log

log = logging.getLogger(__name__)


class Restarted(Protocol):
    """A child of the supervisor."""

    @property
    def name(self) -> str:
        """Its command."""

    @property
    def short_runs(self) -> int:
        """How often in a row it ended soon after its start."""


class RestartAlarm:
    """Knows which children do not stay. A thread of its own tells: the supervisor must not wait for a database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process = f"supervisor {socket.gethostname()}:{os.getpid()}"
        self._has_reported = False
        self._told_at: float | None = None
        self._thread = SupervisedThread(self._work, name="restart-alarm")
        self._thread.start()

    def check(self, children: Sequence[Restarted]) -> None:
        """Turn the alarm on or off."""
        worst = max(children, key=lambda child: child.short_runs)
        if worst.short_runs >= MOST_SHORT_RUNS:
            words = f"{worst.name} was started {worst.short_runs} times in vain; its last lines in the log say why"
            here.turn_on("restarts", words)
        else:
            here.turn_off("restarts")

    def _work(self) -> None:
        while not self._thread.is_stopping.wait(LOOK_SECONDS):
            raised = here.on()
            for alarm in raised:
                if self._told_at is None or time.monotonic() - self._told_at >= AGAIN_SECONDS:
                    self._told_at = time.monotonic()
                    log.error("alarm %s: %s", alarm.code, alarm.words)
            if not raised:
                self._told_at = None
            if raised or self._has_reported:
                self._report()

    def _report(self) -> None:
        raised = here.on()
        work = partial(process_reports.report, process=self._process, raised=raised)
        with contextlib.suppress(Exception):  # what cannot be written stands in the log
            run_with_database(self._settings, lambda: write(work))
            self._has_reported = bool(raised)
