"""RabbitMQ for rings: a short queue for each lane, confirmed delivery, no delays and no dead letters.

Dramatiq's own broker keeps three queues for each of ours, without end; rings nobody takes are dropped here, because
the jobs they rang for are in the ledger.
"""

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import pika
from dramatiq import Message
from dramatiq.brokers.rabbitmq import RabbitmqBroker
from pika.exceptions import AMQPChannelError, AMQPConnectionError, ChannelClosedByBroker

from workers.engines.notifications import as_message
from workers.engines.queue_consumer import QueueConsumer

MAX_NOTIFICATIONS = 1000
KEPT_SECONDS = 600
ARGUMENTS = {"x-max-length": MAX_NOTIFICATIONS, "x-message-ttl": KEPT_SECONDS * 1000}  # the oldest are dropped
ANOTHER_ARGUMENT = 406  # AMQP: precondition failed

# An idle web process does not serve its connection, so heartbeats would end it: the kernel looks after it instead.
WATCHED_BY_KERNEL = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 10_000}
LONGEST_WAIT_SECONDS = 5.0


class NotificationRabbit(RabbitmqBroker):
    """Dramatiq's broker, with rings for messages.

    Raises:
        ValueError, TypeError: the URL is not one that pika understands.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url=url, middleware=[], confirm_delivery=True)
        _bound(self.parameters, url)
        self._declared: set[str] = set()
        self.closing = threading.Event()

    def declare_queue(self, queue_name: str, *, ensure: bool = False) -> None:
        """Make the queue known; it is made on the server when it is first used. There is no delay queue."""
        if queue_name not in self.queues:
            self.emit_before("declare_queue", queue_name)
            self.queues.add(queue_name)
            self.emit_after("declare_queue", queue_name)

    def enqueue(self, message: Message[Any], *, delay: int | None = None) -> Message[Any]:
        """Send a ring and wait until the broker has it; a connection that was lost in the meantime is made anew."""
        try:
            self._publish(message)
        except (AMQPConnectionError, AMQPChannelError):
            self._forget(message.queue_name)
            try:
                self._publish(message)
            except (AMQPConnectionError, AMQPChannelError):
                self._forget(message.queue_name)
                raise
        return message

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 5000) -> QueueConsumer:
        return QueueConsumer(
            queue_name,
            lambda: RabbitSource(self.parameters, queue_name, timeout / 1000),
            timeout / 1000,
            self.closing,
        )

    def _publish(self, message: Message[Any]) -> None:
        name = message.queue_name
        if name not in self._declared:
            try:
                self.channel.queue_declare(name, durable=True, arguments=ARGUMENTS)
            except ChannelClosedByBroker as error:
                if error.reply_code != ANOTHER_ARGUMENT:
                    raise
                del self.channel  # another release made it: good enough
            self._declared.add(name)
        self.channel.basic_publish("", name, as_message(message.args[0]), mandatory=True)

    def _forget(self, queue_name: str) -> None:
        del self.connection
        self._declared.discard(queue_name)


class RabbitSource:
    """A consumer's connection; the broker hands out one message at a time and takes back what is not acknowledged."""

    def __init__(self, parameters: Any, queue_name: str, wait_seconds: float) -> None:
        self._connection = pika.BlockingConnection(parameters)
        self._tag: int | None = None
        try:
            self._channel = _channel(self._connection, queue_name)
            self._channel.basic_qos(prefetch_count=1)
            self._deliveries: Iterator[Any] = self._channel.consume(queue_name, inactivity_timeout=wait_seconds)
        except BaseException:
            self.close()
            raise

    def take(self, seconds: float) -> bytes | None:
        if self._tag is not None:
            self._channel.basic_ack(self._tag)
            self._tag = None
        method, _, body = next(self._deliveries)  # ends when the queue was deleted: the lane reconnects then
        if method is None:
            return None
        self._tag = method.delivery_tag
        return bytes(body)

    def give_back(self, raw: bytes) -> None:
        """The broker does that itself when the connection is closed."""

    def close(self) -> None:
        with contextlib.suppress(AMQPConnectionError):  # it is closed
            self._connection.close()


def _channel(connection: Any, queue_name: str) -> Any:
    channel = connection.channel()
    try:
        channel.queue_declare(queue_name, durable=True, arguments=ARGUMENTS)
    except ChannelClosedByBroker as error:
        if error.reply_code != ANOTHER_ARGUMENT:
            raise
        return connection.channel()
    return channel


def _bound(parameters: Any, url: str) -> None:
    """No wait without an end; what the URL says wins."""
    if "heartbeat=" not in url:
        parameters.heartbeat = 0
    if "tcp_options=" not in url:
        parameters.tcp_options = WATCHED_BY_KERNEL
    if "blocked_connection_timeout=" not in url:
        parameters.blocked_connection_timeout = LONGEST_WAIT_SECONDS
    if "socket_timeout=" not in url:
        parameters.socket_timeout = LONGEST_WAIT_SECONDS
