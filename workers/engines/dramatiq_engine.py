"""Dramatiq on RabbitMQ or Redis for notifications: its stock worker runs as threads inside our process.

A message is `{"job": id}`. Dramatiq's middleware is not used: retries, delays, limits and results are the ledger's.
While a broker is unreachable, workers find jobs by polling the ledger.
"""

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import dramatiq

from core.settings import BadSetting
from models.database import Notification
from workers.engines.queue_engine import Listener, OnNotification

if TYPE_CHECKING:
    from workers.engines.rabbitmq_broker import NotificationRabbit
    from workers.engines.redis_broker import NotificationRedis

    NotificationBroker = NotificationRabbit | NotificationRedis

PREFIX = "cartwright."  # of queue names, because the broker may be shared
WAKE_MILLISECONDS = 500  # how often Dramatiq's threads check whether to stop
STOP_SECONDS = 3.0


def open_engine(url: str) -> "DramatiqEngine":
    """The engine for an amqp, amqps, redis or rediss URL; it connects on first use.

    Raises:
        BadSetting: the client library does not understand the URL.
    """
    try:
        return DramatiqEngine(_broker(url))
    except (ValueError, TypeError):  # their messages may contain the password
        scheme = urlsplit(url).scheme
        raise BadSetting(
            f"CARTWRIGHT_QUEUE_URL must be {scheme}://user:password@host:port/name, special characters as %XX"
        ) from None


def _broker(url: str) -> "NotificationBroker":
    if url.startswith("amqp"):
        from workers.engines.rabbitmq_broker import NotificationRabbit

        return NotificationRabbit(url)
    from workers.engines.redis_broker import NotificationRedis

    return NotificationRedis(url)


class DramatiqEngine:
    """Implements `QueueEngine`."""

    def __init__(self, broker: "NotificationBroker") -> None:
        self._broker = broker
        self._actors: dict[str, dramatiq.Actor[Any, None]] = {}
        self._listener: Listener | None = None
        self._worker: dramatiq.Worker | None = None
        self._stopping: threading.Thread | None = None

    def notify(self, notifications: Sequence[Notification]) -> None:
        for notification in notifications:
            self._actor(notification.queue).send(notification.job_id)

    def listen(self, queues: Sequence[str], on_notification: OnNotification) -> None:
        self._listener = Listener(on_notification, asyncio.get_running_loop())
        names = {self._actor(queue).queue_name for queue in queues}
        self._worker = dramatiq.Worker(
            self._broker, queues=names, worker_threads=len(names), worker_timeout=WAKE_MILLISECONDS
        )
        self._worker.start()

    def stop_listening(self) -> None:
        if self._worker is not None and self._stopping is None:
            milliseconds = int(STOP_SECONDS * 1000)
            self._stopping = threading.Thread(target=self._worker.stop, args=(milliseconds,), daemon=True)
            self._stopping.start()

    def close(self) -> None:
        self.stop_listening()
        if self._stopping is not None:
            self._stopping.join(STOP_SECONDS)
        self._broker.closing.set()
        closing = threading.Thread(target=self._close_broker, daemon=True)  # a hanging broker never answers
        closing.start()
        closing.join(STOP_SECONDS)

    def _close_broker(self) -> None:
        with contextlib.suppress(Exception):  # an unreachable broker cannot be told either
            self._broker.close()

    def _actor(self, queue: str) -> "dramatiq.Actor[Any, None]":
        if queue not in self._actors:

            def receive(_job: int) -> None:
                if self._listener is not None:
                    self._listener.forward(queue)

            name = PREFIX + queue
            self._actors[queue] = dramatiq.actor(actor_name=name, queue_name=name, broker=self._broker)(receive)
        return self._actors[queue]
