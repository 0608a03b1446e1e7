"""Takes one notification at a time from one queue of a broker, and reconnects when the connection is lost."""

import contextlib
import logging
import random
import threading
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from dramatiq import Message
from dramatiq.broker import Consumer, MessageProxy

from core.process_alarms import here
from workers.engines.notifications import job_of
from workers.engines.queue_engine import reason

log = logging.getLogger(__name__)

RECONNECT_SECONDS = 1.0
_draw = random.Random()  # noqa: S311  jitter


class NotificationSource(Protocol):
    """A connection that delivers messages of one queue. Any method may raise; the connection is then replaced."""

    def take(self, seconds: float) -> bytes | None:
        """Acknowledge the previous message and wait for the next one; None if none arrived."""
        ...

    def give_back(self, raw: bytes) -> None:
        """Return an unprocessed message, so that another worker gets it."""
        ...

    def close(self) -> None: ...


class QueueConsumer(Consumer):
    """What Dramatiq iterates over. It never raises: without a broker, workers find jobs by polling the ledger.

    The next notification is taken when the last one was handled, so that a full worker leaves the rest to others.
    """

    def __init__(
        self, queue_name: str, connect: Callable[[], NotificationSource], wait_seconds: float, closing: threading.Event
    ) -> None:
        self._queue_name, self._connect, self._wait_seconds = queue_name, connect, wait_seconds
        self._closing = closing  # set when we close the connections: failures are expected then
        self._source: NotificationSource | None = None
        self._is_lost = False
        self._is_free = threading.Event()
        self._is_free.set()

    def __next__(self) -> MessageProxy | None:
        if not self._is_free.wait(self._wait_seconds):
            return None
        try:
            raw = self._connected().take(self._wait_seconds)
        except Exception as error:
            self._lose(error)
            return None
        if raw is None or (job := job_of(raw)) is None:
            return None
        self._is_free.clear()
        return MessageProxy(Message(self._queue_name, self._queue_name, (job,), {}, {"raw": raw}))

    def ack(self, message: MessageProxy) -> None:
        self._is_free.set()

    def nack(self, message: MessageProxy) -> None:
        """The broker keeps no dead letters: a failed job is in the ledger."""
        self._is_free.set()

    def requeue(self, messages: Iterable[MessageProxy]) -> None:
        with contextlib.suppress(Exception):  # the jobs are found by polling
            for message in messages:
                if self._source is not None:
                    self._source.give_back(message.options["raw"])

    def close(self) -> None:
        if self._source is not None:
            with contextlib.suppress(Exception):
                self._source.close()
            self._source = None

    def _connected(self) -> NotificationSource:
        if self._source is None:
            self._source = self._connect()
            if self._is_lost:
                log.info("connected to %s again", self._queue_name)
                here.turn_off("queue_away")
            self._is_lost = False
        return self._source

    def _lose(self, error: Exception) -> None:
        """Log the loss once, and wait before the next try."""
        self.close()
        if not self._is_lost and not self._closing.is_set():
            log.warning("%s cannot be read, jobs are found by polling: %s", self._queue_name, reason(error))
        self._is_lost = True
        if not self._closing.is_set():
            here.turn_on("queue_away", f"The queue cannot be reached: {reason(error)}", is_passing=True)
        time.sleep(RECONNECT_SECONDS * _draw.uniform(0.5, 1))
