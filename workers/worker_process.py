"""A worker process: dispatcher, queue engine, heartbeat and maintenance loop around one event loop.

SIGTERM, SIGINT and SIGHUP drain for at most `drain_seconds`, then release the remaining jobs. A second signal exits at
once; the jobs are then rescued when their leases expire.
"""

import asyncio
import logging
import os
import signal
import socket
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from core import liveness
from core.loop_watch import LoopWatch
from core.settings import VERSION, Settings
from core.supervised_threads import supervised
from models.alarms.alarm_watch import AlarmWatch
from models.database import DatabaseBusy, Notification, close_database, install_notify, open_database, write
from models.jobs.admin import worker_heartbeats
from models.jobs.admin.worker_heartbeats import WorkerStatus
from models.jobs.ledger.job_kinds import BACKUP_MAKE, QUEUES, TIMETABLE, Kind
from models.jobs.ledger.job_states import WorkerState
from models.jobs.ledger.jobs import Claim
from pipelines.orders import lock_waits
from workers.dispatcher import Dispatcher
from workers.engines.engine_choice import open_engine
from workers.engines.queue_engine import Notifier, QueueEngine
from workers.heartbeat import Heartbeat, HeartbeatSource, resident_bytes
from workers.maintenance_loop import MaintenanceLoop
from workers.metrics_reporter import report
from workers.ops_port import Ops
from workers.worker_readiness import Readiness

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0
GOODBYE_SECONDS = 3.0
REGISTER_AGAIN_SECONDS = 1.0
NO_LIMIT_SECONDS = 24 * 3600.0


class WorkerProcess:
    """The parts of one worker process, from start to stop."""

    def __init__(self, settings: Settings, queues: Sequence[str], concurrency: int) -> None:
        self._settings = settings
        self._drain_seconds = DRAIN_SECONDS if settings.drain_seconds is None else settings.drain_seconds
        self._started_at = int(time.time() * 1000)
        self._stopping = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        source = HeartbeatSource(claims=lambda: self.dispatcher.claims, status=self._status, on_lost=self._on_lost)
        self.heartbeat = Heartbeat(source, settings.lease_seconds)
        self._watch = LoopWatch(self.heartbeat.give_leases_up, alarm="worker_stalled")
        self.dispatcher = Dispatcher(
            queues,
            concurrency,
            worker=settings.worker_name,
            lease_seconds=settings.lease_seconds,
            is_safe=self.heartbeat.is_safe,
        )
        lock_waits.waits.most = max(1, concurrency // 4)
        self.engine: QueueEngine = open_engine(settings)
        self._notifier = Notifier(self.engine)
        self.maintenance = MaintenanceLoop(
            self._notify, self.dispatcher.wake, settings.lease_seconds, _timetable(settings)
        )
        self._ops = Ops(settings, failing=Readiness(self._loop, self._stopping).failing, drain=self._drain_for_long)

    async def run(self) -> None:
        """Run jobs until a signal arrives."""
        self._on_signals()
        install_notify(self._notify)
        self._watch.start()
        alarms = AlarmWatch(worker=self._settings.worker_name, makes_backups=self._settings.backup_dir is not None)
        tasks = _started({"liveness": liveness.beat, "loop watch": self._watch.tick, "alarms": alarms.run})
        await self._register()
        self.engine.listen(self.dispatcher.queues, self.dispatcher.on_notification)
        self.heartbeat.start()
        tasks += _started(
            {
                "dispatcher": self.dispatcher.run,
                "maintenance loop": self.maintenance.run,
                "metrics": partial(report, self._settings.worker_name),
            }
        )
        log.info(
            "worker %s takes %s, %d at once",
            self._settings.worker_name,
            self.dispatcher.queues,
            self.dispatcher.concurrency,
        )
        await self._stopping.wait()
        await self._stop(tasks)

    async def _register(self) -> None:
        """Be known before the first claim: whoever is killed right after it is shown as lost."""
        while not self._stopping.is_set():
            try:
                await write(lambda tx: worker_heartbeats.record_heartbeat(tx, self._status()))
                return
            except DatabaseBusy as error:
                log.warning("waiting for the database: this worker cannot be registered: %s", error)
                await asyncio.sleep(REGISTER_AGAIN_SECONDS)

    async def _stop(self, tasks: list[asyncio.Task[None]]) -> None:
        log.info("worker %s drains: %d jobs run", self._settings.worker_name, len(self.dispatcher.running))
        self.engine.stop_listening()
        await self.dispatcher.drain(self._drain_seconds)
        self._watch.stop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(self.heartbeat.stop)
        await self._record_stop()
        self._notifier.close()
        self.engine.close()
        self._ops.close()

    async def _record_stop(self) -> None:
        """Without a database nothing is recorded; other workers notice the missing heartbeats."""
        try:
            async with asyncio.timeout(GOODBYE_SECONDS):
                await write(lambda tx: worker_heartbeats.sign_off(tx, self._settings.worker_name))
        except (DatabaseBusy, TimeoutError) as error:
            log.warning("the stop of this worker could not be recorded: %s", error)

    def _notify(self, notifications: Sequence[Notification]) -> None:
        """Run our own jobs here while slots are free; notify other workers of the rest."""
        room = 0 if self._stopping.is_set() else self.dispatcher.concurrency - len(self.dispatcher.running)
        own = [notification for notification in notifications if notification.queue in self.dispatcher.queues]
        if own:
            self.dispatcher.wake()
        others = [notification for notification in notifications if notification.queue not in self.dispatcher.queues]
        if others or len(own) > room:
            self._notifier([*others, *own[max(room, 0) :]])

    def _status(self) -> WorkerStatus:
        settings = self._settings
        return WorkerStatus(
            name=settings.worker_name,
            host=socket.gethostname(),
            pid=os.getpid(),
            queues=",".join(self.dispatcher.queues),
            concurrency=self.dispatcher.concurrency,
            running=len(self.dispatcher.running),
            state=self._state(),
            started_at=self._started_at,
            rss_bytes=resident_bytes(),
            version=VERSION,
            loop_lag_ms=int(self._watch.lag_seconds * 1000),
        )

    def _state(self) -> WorkerState:
        if self._watch.is_stalled:
            return WorkerState.STALLED
        return WorkerState.DRAINING if self._stopping.is_set() else WorkerState.ALIVE

    def _on_lost(self, claim: Claim) -> None:
        """Called on the heartbeat thread. The fence refuses the job's writes; cancelling saves the remaining work."""
        log.warning("job %d is not ours any more (fence %d)", claim.id, claim.fence)
        claim.is_settled = True
        self._loop.call_soon_threadsafe(self._cancel, claim)

    def _cancel(self, claim: Claim) -> None:
        for task, running in list(self.dispatcher.running.items()):
            if running is claim:
                task.cancel()

    def _drain_for_long(self) -> None:
        """Called on the operations port's thread: an operator's drain lets running jobs finish without a limit."""
        self._drain_seconds = NO_LIMIT_SECONDS
        self._loop.call_soon_threadsafe(self._stopping.set)

    def _on_signals(self) -> None:
        for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(signum) is not signal.SIG_IGN:  # nohup ignores SIGHUP
                self._loop.add_signal_handler(signum, self._on_signal)

    def _on_signal(self) -> None:
        if self._stopping.is_set():
            log.warning("a second signal: this worker exits at once")
            os._exit(1)
        self._stopping.set()


def _started(needed: Mapping[str, Callable[[], Awaitable[None]]]) -> list[asyncio.Task[None]]:
    """A task for each; whatever fails begins again."""
    return [asyncio.create_task(supervised(work, name=name)) for name, work in needed.items()]


def queues_of(names: str | None) -> list[str]:
    """The queues named in a comma-separated list, in the order of their priority; all queues without a list.

    Raises:
        ValueError: a name is not a queue.
    """
    known = [queue.name for queue in QUEUES]
    if not names:
        return known
    wanted = {name.strip() for name in names.split(",") if name.strip()}
    if unknown := wanted - set(known):
        raise ValueError(f"there is no queue {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    return [name for name in known if name in wanted]


async def run_worker(settings: Settings, queues: Sequence[str], concurrency: int) -> None:
    """Open the database, run jobs until a signal arrives, close it."""
    await open_database(
        settings.database_url,
        busy_seconds=10.0,
        connections=settings.database_connections,
        prepared_statements=settings.database_prepared,
    )
    try:
        await WorkerProcess(settings, queues, concurrency).run()
    finally:
        await close_database()


def _timetable(settings: Settings) -> tuple[Kind, ...]:
    """Backups are made by themselves only where somebody said in which folder."""
    return tuple(kind for kind in TIMETABLE if kind is not BACKUP_MAKE or settings.backup_dir)
