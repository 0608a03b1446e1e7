"""A worker process: one event loop, a bell, a heart, its rounds, and an end in good order.

SIGTERM, SIGINT and SIGHUP drain for at most `drain_seconds`, then hand the rest back; a second signal exits at once,
and leases do the rest.
"""

import asyncio
import logging
import os
import signal
import socket
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from core import liveness
from core.settings import VERSION, Settings
from core.supervised_threads import supervised
from models.database import DatabaseBusy, Notification, close_database, install_notify, open_database, write
from models.jobs.admin import worker_heartbeats
from models.jobs.admin.worker_heartbeats import WorkerStatus
from models.jobs.ledger.job_kinds import QUEUES
from models.jobs.ledger.jobs import Claim
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
NO_LIMIT_SECONDS = 24 * 3600.0


class WorkerProcess:
    """One worker process's parts, from start to stop."""

    def __init__(self, settings: Settings, lanes: Sequence[str], concurrency: int) -> None:
        self._settings = settings
        self._drain_seconds = DRAIN_SECONDS if settings.drain_seconds is None else settings.drain_seconds
        self._started_at = int(time.time() * 1000)
        self._stopping = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        pulse = HeartbeatSource(claims=lambda: self.pump.claims, sign=self._sign, lost=self._on_lost)
        self.heart = Heartbeat(pulse, settings.lease_seconds)
        self.pump = Dispatcher(
            lanes,
            concurrency,
            worker=settings.worker_name,
            lease_seconds=settings.lease_seconds,
            is_safe=self.heart.is_safe,
        )
        self.engine: QueueEngine = open_engine(settings)
        self._ringer = Notifier(self.engine)
        self.rounds = MaintenanceLoop(self._ring, self.pump.wake, settings.lease_seconds)
        self._ops = Ops(settings, failing=Readiness(self._loop, self._stopping).failing, drain=self._drain_for_long)

    async def run(self) -> None:
        """Work until a signal comes."""
        self._on_signals()
        install_notify(self._ring)
        self.engine.listen(self.pump.lanes, self.pump.heard)
        self.heart.start()
        needed: dict[str, Callable[[], Awaitable[None]]] = {
            "dispatcher": self.pump.run,
            "maintenance loop": self.rounds.run,
            "sign of life": liveness.beat,
            "metrics": partial(report, self._settings.worker_name),
        }
        tasks = [asyncio.create_task(supervised(work, name=name)) for name, work in needed.items()]
        log.info("worker %s takes %s, %d at once", self._settings.worker_name, self.pump.lanes, self.pump.concurrency)
        await self._stopping.wait()
        await self._stop(tasks)

    async def _stop(self, tasks: list[asyncio.Task[None]]) -> None:
        log.info("worker %s drains: %d jobs run", self._settings.worker_name, len(self.pump.running))
        self.engine.stop_listening()
        await self.pump.drain(self._drain_seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(self.heart.stop)
        await self._sign_off()
        self._ringer.close()
        self.engine.close()
        self._ops.close()

    async def _sign_off(self) -> None:
        """A database that is away cannot be told; the others see soon enough that this worker is gone."""
        try:
            async with asyncio.timeout(GOODBYE_SECONDS):
                await write(lambda tx: worker_heartbeats.sign_off(tx, self._settings.worker_name))
        except (DatabaseBusy, TimeoutError) as error:
            log.warning("the database could not be told that this worker ends: %s", error)

    def _ring(self, rings: Sequence[Notification]) -> None:
        """Our own jobs first: stir ourselves if there is room, and ring for what others have to do."""
        room = 0 if self._stopping.is_set() else self.pump.concurrency - len(self.pump.running)
        own = [ring for ring in rings if ring.queue in self.pump.lanes]
        if own:
            self.pump.wake()
        others = [ring for ring in rings if ring.queue not in self.pump.lanes]
        if others or len(own) > room:
            self._ringer([*others, *own[max(room, 0) :]])

    def _sign(self) -> WorkerStatus:
        settings = self._settings
        return WorkerStatus(
            name=settings.worker_name,
            host=socket.gethostname(),
            pid=os.getpid(),
            queues=",".join(self.pump.lanes),
            concurrency=self.pump.concurrency,
            running=len(self.pump.running),
            state="draining" if self._stopping.is_set() else "alive",
            started_at=self._started_at,
            rss_bytes=resident_bytes(),
            version=VERSION,
        )

    def _on_lost(self, claim: Claim) -> None:
        """On the heart's thread. The fence keeps the job's writes out; cancelling spares the rest of the work."""
        log.warning("job %d is not ours any more (fence %d)", claim.id, claim.fence)
        claim.is_settled = True
        self._loop.call_soon_threadsafe(self._cancel, claim)

    def _cancel(self, claim: Claim) -> None:
        for task, running in list(self.pump.running.items()):
            if running is claim:
                task.cancel()

    def _drain_for_long(self) -> None:
        """On the operations port's thread: an operator asked, so the work is finished, however long it takes."""
        self._drain_seconds = NO_LIMIT_SECONDS
        self._loop.call_soon_threadsafe(self._stopping.set)

    def _on_signals(self) -> None:
        for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(signum) is not signal.SIG_IGN:  # nohup: it was told to stay
                self._loop.add_signal_handler(signum, self._on_signal)

    def _on_signal(self) -> None:
        if self._stopping.is_set():
            log.warning("a second signal: this worker exits at once")
            os._exit(1)
        self._stopping.set()


def queues_of(names: str | None) -> list[str]:
    """The lanes named in a comma-separated list, in the order of their priority; all of them without one.

    Raises:
        ValueError: one of them is not a lane.
    """
    known = [lane.name for lane in QUEUES]
    if not names:
        return known
    wanted = {name.strip() for name in names.split(",") if name.strip()}
    if unknown := wanted - set(known):
        raise ValueError(f"there is no queue {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    return [name for name in known if name in wanted]


async def run_worker(settings: Settings, lanes: Sequence[str], concurrency: int) -> None:
    """Open the database, work until a signal comes, close it."""
    await open_database(
        settings.database_url,
        busy_seconds=10.0,
        connections=settings.database_connections,
        prepared_statements=settings.database_prepared,
    )
    try:
        await WorkerProcess(settings, lanes, concurrency).run()
    finally:
        await close_database()
