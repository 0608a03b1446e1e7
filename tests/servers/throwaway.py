"""What the servers have in common: a free port, a folder that is gone afterwards, and a word when one is missing."""

import contextlib
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip the test for want of `what`; on CI nothing is skipped for that."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed, and CI needs it")
    pytest.skip(f"{what} is not installed")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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
        said = log.read_text(errors="replace")[-2000:] if log.exists() else "nothing"
        assert time.monotonic() < deadline, f"a server did not start within {within_seconds:g} s; it said: {said}"
        time.sleep(0.05)
