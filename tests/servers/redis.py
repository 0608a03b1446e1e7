"""A Redis that keeps nothing on disk."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import redis as redis_client

from tests.servers.throwaway import answers, await_start, folder, free_port, missing


@dataclass
class Redis:
    """One server; `url` stays the same over its starts and stops."""

    program: str
    folder: Path
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it, unless it runs."""
        if self._process:
            return
        log = self.folder / "redis.log"
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        command = [self.program, *words, "--dir", str(self.folder), "--logfile", str(log)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        await_start(lambda: answers(self.port, b"PING\r\n"), within_seconds=30, log=log)

    def stop(self) -> None:
        """Kill it: what it held is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def waiting(self, queue: str) -> int:
        """How many messages nobody has taken yet."""
        with redis_client.Redis.from_url(self.url) as client:
            number: Any = client.llen(queue)
            return int(number)

    def lose_messages(self) -> None:
        """FLUSHALL: everything it held is gone."""
        with redis_client.Redis.from_url(self.url) as client:
            client.flushall()


def program() -> str | None:
    """Where it is installed."""
    return shutil.which("redis-server")


@contextlib.contextmanager
def running() -> Iterator[Redis]:
    """A server on a free port, gone afterwards. Needs `program()`."""
    found = program()
    assert found is not None
    with folder("redis") as place:
        server = Redis(found, place)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def redis() -> Iterator[Redis]:
    """A server of the tests' own."""
    if program() is None:
        missing("Redis")
    with running() as server:
        yield server
