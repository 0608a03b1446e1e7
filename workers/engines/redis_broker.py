"""Redis for rings: a short list for each lane, on which workers wait blocked.

Dramatiq's own broker polls up to a second apart, and keeps the messages of a killed worker to itself for minutes; a
list on which workers block wakes one of them at once, and a ring that was lost with its worker is in the ledger.
"""

import re
import threading
from typing import Any
from urllib.parse import urlsplit

import redis
from dramatiq import Message
from dramatiq.brokers.redis import RedisBroker
from redis.backoff import NoBackoff
from redis.retry import Retry

from workers.engines.notifications import as_message
from workers.engines.queue_consumer import QueueConsumer

MAX_NOTIFICATIONS = 1000
KEPT_SECONDS = 600
LONGEST_WAIT_SECONDS = 5.0  # longer than a consumer blocks


class NotificationRedis(RedisBroker):
    """Dramatiq's broker, with rings for messages; its keys are the queues' names.

    Raises:
        ValueError, TypeError: the URL is not one that redis-py understands.
    """

    def __init__(self, url: str) -> None:
        client = redis.Redis.from_url(
            url,
            socket_timeout=LONGEST_WAIT_SECONDS,
            socket_connect_timeout=LONGEST_WAIT_SECONDS,
            socket_keepalive=True,
            retry=Retry(NoBackoff(), 1),  # for a connection that was lost while it was idle
        )
        if not re.fullmatch(r"/?[0-9]*", urlsplit(url).path):
            raise ValueError("a database of Redis is a number")
        client.connection_pool.make_connection()  # nothing is connected: it tells whether the options are known
        super().__init__(client=client, middleware=[])  # type: ignore[no-untyped-call]
        self.closing = threading.Event()

    def declare_queue(self, queue_name: str) -> None:
        """Make the queue known. There is no delay queue."""
        if queue_name not in self.queues:
            self.emit_before("declare_queue", queue_name)
            self.queues.add(queue_name)
            self.emit_after("declare_queue", queue_name)

    def enqueue(self, message: Message[Any], *, delay: int | None = None) -> Message[Any]:
        """Add a ring; the oldest of too many are dropped, and all of them when nobody came for ten minutes."""
        key = message.queue_name
        with self.client.pipeline(transaction=False) as commands:
            commands.rpush(key, as_message(message.args[0]))
            commands.ltrim(key, -MAX_NOTIFICATIONS, -1)
            commands.expire(key, KEPT_SECONDS)
            commands.execute()
        return message

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 5000) -> QueueConsumer:
        return QueueConsumer(queue_name, lambda: RedisSource(self.client, queue_name), timeout / 1000, self.closing)

    def close(self) -> None:
        self.client.close()


class RedisSource:
    """The list of one lane."""

    def __init__(self, client: "redis.Redis", key: str) -> None:
        self._client, self._key = client, key
        client.ping()

    def take(self, seconds: float) -> bytes | None:
        found: Any = self._client.blpop([self._key], timeout=seconds)
        return None if found is None else bytes(found[1])

    def give_back(self, raw: bytes) -> None:
        self._client.lpush(self._key, raw)

    def close(self) -> None:
        """The connection is the pool's."""
