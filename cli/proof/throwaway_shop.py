"""A shop of real processes on throw-away data: `cartwright up`, started again whenever it ends, as a system would.

The processes get no setting of the shop that may run beside it: neither its environment nor its `.env`.
"""

import contextlib
import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from cli.proof.outside_servers import free_port
from cli.proof.process_table import children_of
from core.process_environment import child_environment

PROGRAM = Path(__file__).parents[2]
AGAIN_SECONDS = 1.0
LOOK_SECONDS = 0.2
OPEN_SECONDS = 120.0
STOP_SECONDS = 60.0
LEASE_SECONDS = 6.0  # so that a lease ends within the time that a worker is frozen
PREFIXES = ("CARTWRIGHT_", "OTEL_")


class ShopClosed(Exception):
    """The shop does not open; its log says why."""


class ThrowawayShop:
    """Its folder, settings and processes.

    Attributes:
        folder: holds the logs and what the provider keeps.
        port: where the web process listens.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str], *, workers: int) -> None:
        self.folder, self.port = folder, free_port()
        self.data_folder = folder / "data"
        self.data_folder.mkdir(mode=0o700)
        self._workers = workers
        given = {"env": "development", "rate_limit": "off", "lease_seconds": f"{LEASE_SECONDS:g}", "docs": "off"}
        given |= {"port": str(self.port), "data_dir": str(self.data_folder), **settings}
        inherited = {name: value for name, value in child_environment().items() if not name.startswith(PREFIXES)}
        path = os.pathsep.join(filter(None, (str(PROGRAM), inherited.get("PYTHONPATH", ""))))
        self._environment = {**inherited, "PYTHONPATH": path}
        self._environment |= {f"CARTWRIGHT_{name.upper()}": value for name, value in given.items()}
        self._supervisor: subprocess.Popen[bytes] | None = None
        self._ours: socket.socket | None = None
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._keeper = threading.Thread(target=self._keep_running, name="keeper", daemon=True)

    def run(self, *words: str) -> None:
        """Run a command to its end. Raises ShopClosed if it fails."""
        if code := self._begin(*words).wait():
            raise ShopClosed(f"`cartwright {' '.join(words)}` ended with {code}")

    def open(self) -> None:
        """Start the processes and wait until the shop is ready. Raises ShopClosed."""
        self._keeper.start()
        deadline = time.monotonic() + OPEN_SECONDS
        while not self.is_ready():
            if time.monotonic() > deadline:
                raise ShopClosed(f"the shop was not ready within {OPEN_SECONDS:.0f} s")
            time.sleep(LOOK_SECONDS)

    def is_ready(self) -> bool:
        """Whether the web process says so."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            with contextlib.closing(connection):
                connection.request("GET", "/readyz")
                return connection.getresponse().status == 200
        return False

    @property
    def supervisor(self) -> int | None:
        """Its pid, if it runs."""
        with self._lock:
            process = self._supervisor
            return process.pid if process is not None and process.poll() is None else None

    def children(self, kind: str) -> list[int]:
        """The pids of the children that run as `web` or as `worker`."""
        parent = self.supervisor
        return sorted(pid for pid, words in children_of(parent).items() if kind in words) if parent else []

    def pids(self) -> Iterator[int]:
        """Every process, each supervisor before its children."""
        if (parent := self.supervisor) is not None:
            yield parent
            yield from children_of(parent)

    def one_of(self, kind: str, draw: random.Random) -> int | None:
        """The pid of the supervisor, or of one of the children of this kind; None while there is none."""
        if kind == "supervisor":
            return self.supervisor
        pids = self.children(kind)
        return draw.choice(pids) if pids else None

    def close(self) -> None:
        """Stop all processes in order, or kill what does not stop."""
        self._closing.set()
        if self._keeper.is_alive():
            self._keeper.join()
        with self._lock:
            process = self._supervisor
            if process is None:
                return
            signal_process(process.pid, signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                for pid in (process.pid, *children_of(process.pid)):
                    signal_process(pid, signal.SIGKILL)
                process.wait()
            if self._ours is not None:
                self._ours.close()

    def _keep_running(self) -> None:
        while not self._closing.is_set():
            if self.supervisor is None:
                with self._lock:
                    self._start()
                self._closing.wait(AGAIN_SECONDS)
            self._closing.wait(LOOK_SECONDS)

    def _start(self) -> None:
        """Start the supervisor. The socket that it follows ends it when this process ends, however that happens."""
        if self._ours is not None:
            self._ours.close()
        self._ours, theirs = socket.socketpair()
        words = ("up", "--workers", str(self._workers), "--supervisor", str(theirs.fileno()))
        with theirs:
            self._supervisor = self._begin(*words, passing=theirs.fileno())

    def _begin(self, *words: str, passing: int | None = None) -> "subprocess.Popen[bytes]":
        """Start a command of the shop, whose output goes to the log; `passing` is a descriptor that it gets."""
        log = os.open(self.folder / "shop.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            return subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "cli", *words],
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=() if passing is None else (passing,),
            )
        finally:
            os.close(log)


def signal_process(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process that may have ended."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
