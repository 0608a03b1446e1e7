"""A RabbitMQ with a node name, ports, port mapper and cookie of its own, so that it meets no other one."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pika
import pytest

from models.jobs.ledger.job_kinds import QUEUES
from tests.servers.throwaway import Broker, free_port
from workers.engines.dramatiq_engine import PREFIX

NAMES = b"\x00\x01n"  # asks a port mapper for the names it knows
DEBIAN = "/usr/lib/rabbitmq/bin/rabbitmq-server"  # the one in the path there refuses users other than its own


@dataclass
class RabbitMq(Broker):
    """One broker. When it is stopped, its durable queues are there again at the next start."""

    _ports: tuple[int, int] = field(default_factory=lambda: (free_port(), free_port()))

    start_seconds = 60

    @property
    def url(self) -> str:
        return f"amqp://guest:guest@127.0.0.1:{self.port}"

    def waiting(self, queue: str) -> int:
        """How many messages nobody has taken yet."""
        with self.channel() as channel:
            return int(channel.queue_declare(queue, passive=True).method.message_count)

    def lose_messages(self) -> None:
        """The shop's queues are deleted, with everything in them."""
        with self.channel() as channel:
            for queue in QUEUES:
                channel.queue_delete(PREFIX + queue.name)

    @contextlib.contextmanager
    def out_of_memory(self) -> Iterator[None]:
        """It raises its alarm for memory meanwhile: it takes connections, and no message."""
        self._control("set_vm_memory_high_watermark", "0")
        try:
            yield
        finally:
            self._control("set_vm_memory_high_watermark", "0.4")

    def _control(self, *words: str) -> None:
        """Needs Erlang's cookie, which the broker has made in its folder."""
        environment = self._environment()
        program = Path(self.program).with_name("rabbitmqctl")
        command = [str(program), "-n", environment["RABBITMQ_NODENAME"], *words]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    @contextlib.contextmanager
    def channel(self) -> Iterator[Any]:
        """A way in of the tests' own."""
        with contextlib.closing(pika.BlockingConnection(pika.URLParameters(self.url))) as connection:
            yield connection.channel()

    def _programs(self) -> list[tuple[int, bytes, list[str]]]:
        mapper = self._ports[1]
        return [
            (mapper, NAMES, ["epmd", "-port", str(mapper), "-address", "127.0.0.1"]),  # or Erlang starts one that stays
            (self.port, b"AMQP\x00\x00\x09\x01", [self.program]),
        ]

    def _environment(self) -> dict[str, str]:
        distribution, mapper = self._ports
        names = {
            "NODENAME": f"cartwright-{self.port}@localhost",
            "NODE_IP_ADDRESS": "127.0.0.1",
            "NODE_PORT": self.port,
            "DIST_PORT": distribution,
            "MNESIA_BASE": self.folder / "mnesia",
            "LOG_BASE": self.folder / "log",
            "ENABLED_PLUGINS_FILE": self.folder / "plugins",
            "CONFIG_FILE": self.folder / "rabbitmq",
            "CONF_ENV_FILE": self.folder / "environment",
            "PID_FILE": self.folder / "pid",
            "FEATURE_FLAGS_FILE": self.folder / "flags",
        }
        own = {f"RABBITMQ_{name}": str(value) for name, value in names.items()}
        return os.environ | own | {"HOME": str(self.folder), "ERL_EPMD_PORT": str(mapper)}


def program() -> str | None:
    """Where it is installed, with the port mapper it needs."""
    found = DEBIAN if os.path.exists(DEBIAN) else shutil.which("rabbitmq-server")
    return found if shutil.which("epmd") else None


def running() -> AbstractContextManager[RabbitMq]:
    """A broker on a free port, gone afterwards."""
    return RabbitMq.running(program())


@pytest.fixture(scope="session")
def rabbitmq() -> Iterator[RabbitMq]:
    """A broker of the tests' own."""
    with running() as server:
        yield server
