"""Dramatiq on RabbitMQ or Redis as the bell: its stock worker runs as threads inside our process.

A message is `{"job": id}`. None of Dramatiq's middleware is there: retries, delays, limits and results are the
ledger's. A broker that is away, at the start or later, costs the time until the workers look by themselves.
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

    RingBroker = NotificationRabbit | NotificationRedis

PREFIX = "cartwright."  # of the queues' names: others may use the same broker
WAKE_MILLISECONDS = 500  # how often Dramatiq's threads look whether they should end
STOP_SECONDS = 3.0


def open_engine(url: str) -> "DramatiqEngine":
    """The engine for an amqp, amqps, redis or rediss URL. Nothing is connected yet.

    Raises:
        BadSetting: the client library does not understand the URL.
    """
    try:
        return DramatiqEngine(_broker(url))
    except (ValueError, TypeError):  # whose words may hold the password
        scheme = urlsplit(url).scheme
        raise BadSetting(
            f"CARTWRIGHT_QUEUE_URL must be {scheme}://user:password@host:port/name, special characters as %XX"
        ) from None


def _broker(url: str) -> "RingBroker":
    if url.startswith("amqp"):
        from workers.engines.rabbitmq_broker import NotificationRabbit

        return NotificationRabbit(url)
    from workers.engines.redis_broker import NotificationRedis

    return NotificationRedis(url)


class DramatiqEngine:
    """Implements `Engine`."""

    def __init__(self, broker: "RingBroker") -> None:
        self._broker = broker
        self._actors: dict[str, dramatiq.Actor[Any, None]] = {}
        self._ear: Listener | None = None
        self._worker: dramatiq.Worker | None = None
        self._stopping: threading.Thread | None = None

    def ring(self, rings: Sequence[Notification]) -> None:
        for ring in rings:
            self._actor(ring.queue).send(ring.job_id)

    def listen(self, lanes: Sequence[str], heard: OnNotification) -> None:
        self._ear = Listener(heard, asyncio.get_running_loop())
        queues = {self._actor(lane).queue_name for lane in lanes}
        self._worker = dramatiq.Worker(
            self._broker, queues=queues, worker_threads=len(queues), worker_timeout=WAKE_MILLISECONDS
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
        goodbye = threading.Thread(target=self._sign_off, daemon=True)  # a broker that hangs would never answer it
        goodbye.start()
        goodbye.join(STOP_SECONDS)

    def _sign_off(self) -> None:
        with contextlib.suppress(Exception):  # nor can it be told to one that is away
            self._broker.close()

    def _actor(self, lane: str) -> "dramatiq.Actor[Any, None]":
        if lane not in self._actors:

            def ring(_job: int) -> None:
                if self._ear is not None:
                    self._ear.forward(lane)

            name = PREFIX + lane
            self._actors[lane] = dramatiq.actor(actor_name=name, queue_name=name, broker=self._broker)(ring)
        return self._actors[lane]
