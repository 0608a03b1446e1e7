"""Huey on SQLite for notifications: its stock consumer runs as threads inside our process.

A message is `{"job": id}` in JSON, never a pickle; anything else is dropped with a warning. Huey's retries, delays,
results and periodic tasks are not used: they are the ledger's.

Workers on the same kernel are woken by a FIFO. The file of messages is for all others, who look into it once a second:
so at most two messages a second are written for a queue, whatever the number of notifications.
"""

import asyncio
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from huey import SqliteHuey
from huey.consumer import Consumer
from huey.registry import Message
from huey.serializer import Serializer
from huey.storage import SqliteStorage

from core.settings import BadSetting
from core.supervised_threads import SupervisedThread
from models.database import Notification
from workers.engines.notifications import as_message, job_of
from workers.engines.notifier import FifoNotifier
from workers.engines.queue_engine import Listener, OnNotification

log = logging.getLogger(__name__)

TASK = "workers.engines.huey_engine.notify"
POLL_SECONDS = 1.0
CARRY_SECONDS = 0.5  # at least, between two messages of a queue in the file
WOKEN = as_message(0)


class IdSerializer(Serializer):  # type: ignore[misc]  # Huey has no types
    """Messages that carry one integer."""

    def serialize(self, message: Any) -> bytes:
        return as_message(message.args[0])

    def deserialize(self, raw: bytes) -> Any:
        job = job_of(raw) or 0  # a dropped message still notifies: a check for due jobs does no harm
        return Message(id=str(job), name=TASK, args=(job,), kwargs={})


class NotificationStorage(SqliteStorage):  # type: ignore[misc]
    """Huey's storage, waiting on a FIFO instead of polling, and recreating its file when it was deleted."""

    blocking = True

    def __init__(self, name: str, filename: str, **options: Any) -> None:
        self.notifier = FifoNotifier(f"{filename}.{name}.fifo")
        self._file: os.stat_result | None = None
        super().__init__(name, filename=filename, **options)

    def _create_connection(self) -> Any:
        connection = super()._create_connection()
        connection.execute("PRAGMA synchronous = NORMAL")  # Huey's own option knows only FULL and OFF
        self._file = os.stat(self.filename)
        return connection

    def enqueue(self, data: bytes, priority: float | None = None) -> None:
        self._follow_file()
        super().enqueue(data, priority)

    def dequeue(self) -> bytes | None:
        if self.notifier.wait(POLL_SECONDS):
            return WOKEN
        self._follow_file()
        data: bytes | None = super().dequeue()
        return data

    def _follow_file(self) -> None:
        """Recreate a queue file that was deleted. Its jobs are in the ledger."""
        if self._file is not None:
            try:
                if os.path.samestat(self._file, os.stat(self.filename)):
                    return
            except FileNotFoundError:
                log.warning("the queue file is gone: making a new one")
            self.close()
            self._file = None
            self.initialize_schema()


class NotificationHuey(SqliteHuey):  # type: ignore[misc]
    storage_class = NotificationStorage


class EmbeddedConsumer(Consumer):  # type: ignore[misc]
    """Huey's consumer as threads of our process, which has signal handlers of its own."""

    def _set_signal_handlers(self) -> None:
        return

    def _create_process(self, process: Any, name: str) -> SupervisedThread:
        """Huey's own thread ends at the first error and leaves nobody to listen."""

        def work() -> None:
            while not self.stop_flag.is_set():
                process.loop()

        return SupervisedThread(work, name=name)


def open_engine(url: str) -> "HueyEngine":
    """The engine for a sqlite URL.

    Raises:
        BadSetting: there can be no file of that name.
    """
    path = url.removeprefix("sqlite:///")
    try:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sqlite3.connect(path).close()
    except (OSError, sqlite3.OperationalError) as error:
        raise BadSetting(f"CARTWRIGHT_QUEUE_URL: the file {path} cannot be made: {error}") from None
    return HueyEngine(path)


class HueyEngine:
    """Implements `QueueEngine`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._queues: dict[str, Any] = {}
        self._consumers: list[EmbeddedConsumer] = []
        self._listener: Listener | None = None
        _set_unreadable_aside(path)
        self._carrier = Carrier(self._carry)

    def notify(self, notifications: Sequence[Notification]) -> None:
        for notification in notifications:
            self._queue(notification.queue).storage.notifier.notify()
        self._carrier.take(notifications)

    def _carry(self, notification: Notification) -> None:
        """Put a message into the file."""
        queue = self._queue(notification.queue)
        queue.enqueue(queue.notify.s(notification.job_id))

    def listen(self, queues: Sequence[str], on_notification: OnNotification) -> None:
        self._listener = Listener(on_notification, asyncio.get_running_loop())
        for name in queues:
            consumer = EmbeddedConsumer(
                self._queue(name), workers=1, worker_type="thread", periodic=False, scheduler_interval=60
            )
            consumer.start()
            self._consumers.append(consumer)

    def stop_listening(self) -> None:
        for consumer in self._consumers:
            consumer.stop_flag.set()

    def close(self) -> None:
        self.stop_listening()
        self._carrier.stop()
        for queue in self._queues.values():
            queue.storage.notifier.notify()  # a waiting thread wakes, sees the stop flag and ends

    def _queue(self, name: str) -> Any:
        if name not in self._queues:
            huey = NotificationHuey(name, filename=self._path, results=False, serializer=IdSerializer())

            def receive(_job: int) -> None:
                if self._listener is not None:
                    self._listener.forward(name)

            huey.notify = huey.task(name="notify", retries=0)(receive)
            self._queues[name] = huey
        return self._queues[name]


class Carrier:
    """Puts the latest notification of each queue into the file, on a thread of its own, and then rests."""

    def __init__(self, carry: Callable[[Notification], None]) -> None:
        self._carry = carry
        self._latest: dict[str, Notification] = {}
        self._has_some = threading.Event()
        self._is_lost = False
        self._thread = SupervisedThread(self._work, name="huey-carrier")
        self._thread.start()

    def take(self, notifications: Sequence[Notification]) -> None:
        self._latest.update({each.queue: each for each in notifications})
        self._has_some.set()

    def stop(self) -> None:
        """Write what is left, then end."""
        self._thread.is_stopping.set()
        self._has_some.set()
        self._thread.join(timeout=2)

    def _work(self) -> None:
        while not self._thread.is_stopping.wait(CARRY_SECONDS):
            self._has_some.wait()
            self._write()
        self._write()

    def _write(self) -> None:
        self._has_some.clear()
        try:
            while self._latest:
                _, notification = self._latest.popitem()
                self._carry(notification)
            self._is_lost = False
        except Exception as error:
            if not self._is_lost:
                log.warning(
                    "the queue file cannot be written, workers of other kernels find the jobs by polling: %r", error
                )
            self._is_lost = True


def _set_unreadable_aside(path: str) -> None:
    """Rename a queue file that is not a database, so that the process can start: it holds only notifications."""
    if not os.path.exists(path):
        return
    try:
        connection = sqlite3.connect(path, timeout=5)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            return
        log.warning("the queue file is unreadable and is set aside: %s", error)
        os.replace(path, f"{path}.unreadable")
