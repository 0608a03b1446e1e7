"""Takes one ring at a time from one lane of a broker, and stands it that the broker goes away and comes back."""

import contextlib
import logging
import random
import threading
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from dramatiq import Message
from dramatiq.broker import Consumer, MessageProxy

from workers.engines.notifications import job_of
from workers.engines.queue_engine import reason

log = logging.getLogger(__name__)

RECONNECT_SECONDS = 1.0
_draw = random.Random()  # noqa: S311  jitter


class NotificationSource(Protocol):
    """A connection that messages of one lane come from. Any method may raise: it is closed and made anew then."""

    def take(self, seconds: float) -> bytes | None:
        """Acknowledge what was taken before, and wait for the next message; None if none came."""
        ...

    def give_back(self, raw: bytes) -> None:
        """Nobody worked on this message: it is for another worker."""
        ...

    def close(self) -> None: ...


class QueueConsumer(Consumer):
    """What Dramatiq iterates over. It never raises: without a broker there are no rings, and workers look themselves.

    The next ring is taken when the last one was worked off, so that a full worker keeps none from the others.
    """

    def __init__(
        self, queue_name: str, connect: Callable[[], NotificationSource], wait_seconds: float, closing: threading.Event
    ) -> None:
        self._queue_name, self._connect, self._wait_seconds = queue_name, connect, wait_seconds
        self._closing = closing  # of all connections, by ourselves: what fails then is no news
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
        """There are no dead letters: a job that fails is in the ledger."""
        self._is_free.set()

    def requeue(self, messages: Iterable[MessageProxy]) -> None:
        with contextlib.suppress(Exception):  # the jobs are found by a look
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
                log.info("%s can be heard again", self._queue_name)
            self._is_lost = False
        return self._source

    def _lose(self, error: Exception) -> None:
        """Say it once, and try again after a while."""
        self.close()
        if not self._is_lost and not self._closing.is_set():
            log.warning("%s cannot be heard, jobs are found by looking: %s", self._queue_name, reason(error))
        self._is_lost = True
        time.sleep(RECONNECT_SECONDS * _draw.uniform(0.5, 1))
