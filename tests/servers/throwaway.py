"""What the servers have in common: a port, a folder that is gone afterwards, start and stop, a word for one missing."""

import contextlib
import fcntl
import functools
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, NoReturn, Self

import pytest

ROOM_BYTES = 1 << 29
STARTS = 3
PORTS = range(20_000, 32_000)  # below those that a system lends to outgoing connections
_draw = random.SystemRandom()  # tests beside this one may have seeded the common one alike
_given: set[int] = set()


def missing(what: str) -> NoReturn:
    """Skip the test for want of `what`; on CI nothing is skipped for that."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed, and CI needs it")
    pytest.skip(f"{what} is not installed")


def free_port() -> int:
    """A port nobody listens on, and that no other run of this user's tests is given while this process lives.

    So it stays free while its server is away.
    """
    while True:
        port = _draw.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            _reserve(port)
            return port


def _reserve(port: int) -> None:
    """Lock the port's byte in a file of all ports. Raises OSError: it is another's, or was given already."""
    if port in _given:
        raise BlockingIOError(f"port {port} was given already")
    fcntl.lockf(_ports(), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
    _given.add(port)


@functools.cache
def _ports() -> int:
    """The file, open until this process ends: the kernel keeps the locks as long, and no longer."""
    place = Path(tempfile.gettempdir()) / f"cartwright-tests-ports-{os.getuid()}"
    return os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextlib.contextmanager
def folder(name: str, *, parent: Path | None = None) -> Iterator[Path]:
    """A folder that no other run of the tests clears away."""
    path = Path(tempfile.mkdtemp(prefix=f"cartwright-{name}-", dir=parent))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def memory(needed_bytes: int) -> Path | None:
    """A folder in memory with that much room, where the machine has one: making many files on a disk can be slow."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() and shutil.disk_usage(shared).free >= needed_bytes else None


def answers(port: int, greeting: bytes) -> bool:
    """Whether a server at the port says something when it is greeted."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
        connection.sendall(greeting)
        return bool(connection.recv(16))
    return False


def await_start(is_up: Callable[[], bool], *, within_seconds: float, log: Path) -> None:
    """Until the server answers; a slow machine gets its time. Fails with the end of its log."""
    deadline = time.monotonic() + within_seconds
    while not is_up():
        late = f"a server did not start within {within_seconds:g} s and said: {_last_words(log)}"
        assert time.monotonic() < deadline, late
        time.sleep(0.05)


def _last_words(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:] if log.exists() else "nothing"


@dataclass
class Broker:
    """A server for queues. Its port, and so its `url`, stays the same over its starts and stops."""

    program: str
    folder: Path
    port: int = field(default_factory=free_port)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    start_seconds: ClassVar[float]  # of a start that comes to something, on the slowest machine

    @classmethod
    @contextlib.contextmanager
    def running(cls, program: str | None) -> Iterator[Self]:
        """One on a free port, gone afterwards. Skips the test where the program is not installed."""
        if program is None:
            missing(cls.__name__)
        with folder(cls.__name__.lower(), parent=memory(ROOM_BYTES)) as place:
            server = cls(program, place)
            try:
                server.start()
                yield server
            finally:
                server.stop()

    def start(self) -> None:
        """Start it, unless it runs. A start that comes to nothing is none of the tests' concern: it is tried again."""
        if self._processes:
            return
        for attempt in range(1, STARTS + 1):
            try:
                for port, greeting, command in self._programs():
                    self._run(command)
                    up = functools.partial(self._is_up, port, greeting)
                    await_start(up, within_seconds=self.start_seconds, log=self._log)
            except AssertionError:
                self.stop()
                if attempt == STARTS:
                    raise
            else:
                return

    def _run(self, command: list[str]) -> None:
        with self._log.open("ab") as out:
            process = subprocess.Popen(
                command, env=self._environment(), cwd=self.folder, stdout=out, stderr=out, start_new_session=True
            )
        self._processes.append(process)

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def _is_up(self, port: int, greeting: bytes) -> bool:
        ended = [process.args for process in self._processes if process.poll() is not None]
        assert not ended, f"{ended} ended while it started and said: {_last_words(self._log)}"
        return answers(port, greeting)

    def stop(self) -> None:
        """Kill it."""
        for process in reversed(self._processes):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._processes.clear()

    def freeze(self) -> None:
        """It keeps its connections and says nothing any more."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it was."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        for process in self._processes:
            os.killpg(process.pid, number)

    def _programs(self) -> list[tuple[int, bytes, list[str]]]:
        """What it consists of, in the order of the start: each answers at a port to a greeting before the next."""
        raise NotImplementedError

    def _environment(self) -> dict[str, str]:
        return dict(os.environ)
