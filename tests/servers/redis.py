"""A Redis that keeps nothing on disk."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import pytest
import redis as redis_client

from tests.servers.throwaway import Broker


@dataclass
class Redis(Broker):
    """One server. When it is stopped, what it held is gone."""

    start_seconds = 30

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def waiting(self, queue: str) -> int:
        """How many messages nobody has taken yet."""
        with redis_client.Redis.from_url(self.url) as client:
            number: Any = client.llen(queue)
            return int(number)

    def lose_messages(self) -> None:
        """FLUSHALL: everything it held is gone."""
        with redis_client.Redis.from_url(self.url) as client:
            client.flushall()

    def _programs(self) -> list[tuple[int, bytes, list[str]]]:
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        return [(self.port, b"PING\r\n", [self.program, *words, "--dir", str(self.folder)])]


def program() -> str | None:
    """Where it is installed."""
    return shutil.which("redis-server")


def running() -> AbstractContextManager[Redis]:
    """A server on a free port, gone afterwards."""
    return Redis.running(program())


@pytest.fixture(scope="session")
def redis() -> Iterator[Redis]:
    """A server of the tests' own."""
    with running() as server:
        yield server
