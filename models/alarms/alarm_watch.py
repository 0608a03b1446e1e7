"""Tells in the log, in the metrics and to the other processes what is wrong; one of these runs in each process.

What is wrong with the shop is logged by one process: the worker that reports the metrics, or the web processes while no
worker works. What is wrong with a process is logged by that process.
"""

import asyncio
import contextlib
import logging
import os
import resource
import socket
import time
from functools import partial

import telemetry
from core.process_alarms import here
from models.alarms import alarms, process_reports
from models.alarms.alarm_kinds import CODES
from models.alarms.alarms import Alarm
from models.database import DatabaseBusy, StorageFailed, Transaction, connect, read, read_long, write
from models.operations import backup_runs, queue_snapshot
from models.operations.health import WriteCheck
from models.shared.times import in_minutes

LOOK_SECONDS = 5.0
ANSWER_SECONDS = 3.0  # whatever does not answer by then must not keep the watch from telling it
AGAIN_SECONDS = 60.0  # between two lines about the same alarm
SURE_LOOKS = 2  # so many looks in a row that end without a known cause
STORAGE_PARTS = ("database_file", "disk_full", "read_only", "disk", "rights")
BACKUP_OLD_SECONDS = 3600.0
DESCRIPTORS = "/proc/self/fd"
MOST_DESCRIPTORS = 0.9  # of those that the system allows

log = logging.getLogger(__name__)


def web_process_name() -> str:
    """The name of a web process among those who report."""
    return f"web {socket.gethostname()}:{os.getpid()}"


def report_at_once() -> None:
    """Tell the other processes what is wrong with this web process, from a thread, while its event loop is blocked."""
    with contextlib.suppress(Exception), contextlib.closing(connect()) as connection:
        connection.write(partial(process_reports.report, process=web_process_name(), raised=here.on()))


class AlarmWatch:
    """Looks every few seconds.

    `worker` is the name of the worker that this process is, empty in a web process; `makes_backups`: recent backups are
    expected.
    """

    def __init__(self, *, worker: str = "", makes_backups: bool = False) -> None:
        self._worker, self._makes_backups = worker, makes_backups
        self.process = worker or web_process_name()
        self._began = time.monotonic()
        self._write_check = WriteCheck()
        self._failed_looks = 0
        self._has_reported = False
        self._told: dict[str, float] = {}  # when an alarm was last logged, by its code

    async def run(self) -> None:
        """Look until cancelled."""
        if not self._worker:
            await _open_for_the_bar()
        while True:
            await self.look()
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Look once, and tell what is found."""
        _check_descriptors()
        failed = await self._write_failure()
        if failed is not None:
            self._tell_database(failed)  # before the look at the workers, who cannot write either
        found: list[Alarm] = []
        is_teller, unread = False, None
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                found, is_teller = await read(self._read)
        except Exception as error:
            unread = error
        if failed is None:
            self._tell_database(unread)
        own = alarms.in_words(here.on())
        recorder = telemetry.active()
        if recorder is not None:
            known = {each.code for each in found}
            recorder.alarms.report({code: code in known for code in CODES})
        self._log([*own, *(each for each in found if not each.process)] if is_teller else own)
        await self._report()

    async def _read(self, tx: Transaction) -> tuple[list[Alarm], bool]:
        reporter = await queue_snapshot.reporter(tx)
        if self._makes_backups:
            await self._check_backups(tx)
        return await alarms.alarms(tx, besides=self.process), reporter == (self._worker or None)

    async def _write_failure(self) -> Exception | None:
        """What keeps the database from being written; None if nothing does."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._write_check.require_writable()
        except Exception as error:
            return error
        return None

    def _tell_database(self, failed: Exception | None) -> None:
        """Turn the alarms of the database on and off, by what a look at it ended with."""
        part = failed.part if isinstance(failed, StorageFailed) else None
        self._failed_looks = self._failed_looks + 1 if failed is not None and part is None else 0
        if part is not None or failed is None:
            here.turn_off("database", *(each for each in STORAGE_PARTS if each != part))
        if part in STORAGE_PARTS:  # whoever waits for the write lock says so
            here.turn_on(part, f"The shop cannot save orders: {failed}")
        elif self._failed_looks >= SURE_LOOKS:
            here.turn_on(
                "database", f"The database does not answer: {failed if str(failed) else type(failed).__name__}"
            )

    async def _check_backups(self, tx: Transaction) -> None:
        age_seconds = await backup_runs.age_seconds(tx)
        is_new = time.monotonic() - self._began < BACKUP_OLD_SECONDS
        if age_seconds is None and not is_new:
            here.turn_on("backup_old", "No backup that counts was ever made")
        elif age_seconds is not None and age_seconds > BACKUP_OLD_SECONDS:
            here.turn_on("backup_old", f"The newest backup that counts is {in_minutes(age_seconds)} old")
        else:
            here.turn_off("backup_old")

    def _log(self, on: list[Alarm]) -> None:
        """A line when an alarm begins, one a minute while it lasts, and one when it is over."""
        now = time.monotonic()
        for alarm in on:
            if now - self._told.get(alarm.code, -AGAIN_SECONDS) >= AGAIN_SECONDS:
                self._told[alarm.code] = now
                log.error("alarm %s: %s", alarm.code, alarm.words)
        for code in set(self._told) - {alarm.code for alarm in on}:
            del self._told[code]
            log.warning("the alarm %s is over", code)

    async def _report(self) -> None:
        """Tell the other processes; what cannot be written stands on the pages of this process at least."""
        raised = here.on()
        if not raised and not self._has_reported:
            return
        with contextlib.suppress(DatabaseBusy, TimeoutError):
            async with asyncio.timeout(ANSWER_SECONDS):
                await write(partial(process_reports.report, process=self.process, raised=raised))
                self._has_reported = bool(raised)


async def _open_for_the_bar() -> None:
    """Pages of the admin have connections of their own: once the database file is gone, none can be opened."""

    async def work(tx: Transaction) -> None:
        await tx.fetch_one("SELECT 1 AS opened")

    with contextlib.suppress(Exception):
        await read_long(work)


def _check_descriptors() -> None:
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        used = len(os.listdir(DESCRIPTORS))
    except FileNotFoundError:  # not on this system
        return
    except OSError:
        used = most
    if 0 < most * MOST_DESCRIPTORS < used:
        here.turn_on("descriptors", f"{used:,} of {most:,} file descriptors are open")
    else:
        here.turn_off("descriptors")
