"""Runs web and workers as children for `cartwright up`: starts them, restarts dead or frozen ones, and stops them.

A dying worker never stops the shop, however often it dies. Only a web process that cannot start ends the shop, with the
reason. Children end with their supervisor, however it ends (`core.liveness`).
"""

import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

from cli.supervision.lease_release import LeaseRelease
from cli.supervision.stuck_writers import LockHolders
from core.settings import EXIT_CONFIGURATION, EXIT_TRY_AGAIN, BadSetting, Settings

CHECK_SECONDS = 0.1
AWAY_SECONDS = 1.0
FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = {"web": 5.0, "worker": 30.0}  # sooner for web: nobody can buy without it
STEADY_SECONDS = 30.0  # after running this long, a child's restart wait is reset
START_SECONDS = 120.0  # the time limit for a child's start
# A child with a running event loop sends a byte every second. One whose loop is blocked logs the stack before it is
# killed, and a worker gives its leases up (`core.loop_watch`).
SILENT_SECONDS = {"web": 20.0, "worker": 55.0}
ABSENT_SECONDS = 5.0  # a longer gap between checks: this process or the machine was suspended
STOP_SECONDS = 30.0
PORT_SECONDS = 5.0  # the wait for children of a killed supervisor to release the port
MOST_FAILED_STARTS = 5
KILLED = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP}  # not the child's fault
EVERYWHERE = {"0.0.0.0", "::", "127.0.0.1", "::1"}  # noqa: S104  addresses that `localhost` reaches

log = logging.getLogger(__name__)


class Child:
    """A child process: running, or waiting to be restarted.

    Attributes:
        has_started: whether it has reported since its last start.
        failed_starts: how often in a row it ended by itself before reporting.
        code: the last exit code.

    `on_end` is told the pid of each process that has ended.
    """

    def __init__(self, *words: str, on_end: Callable[[int], None] | None = None) -> None:
        self._words, self._on_end = words, on_end
        self._process: subprocess.Popen[bytes] | None = None
        self._wait_seconds, self._due = FIRST_WAIT_SECONDS, 0.0
        self._ours: socket.socket | None = None
        self.has_started, self.failed_starts, self.code = False, 0, 0
        self.start()

    @property
    def name(self) -> str:
        return f"cartwright {self._words[0]}"

    def start(self) -> None:
        """Start it; if the system cannot, it counts as ended at once."""
        self._started = self._heard = time.monotonic()
        self.has_started = False
        self._ours, theirs = socket.socketpair()
        self._ours.setblocking(False)
        command = [sys.executable, "-m", "cli", *self._words, "--supervisor", str(theirs.fileno())]
        try:
            # its own process group, so that Ctrl-C reaches only the supervisor, which forwards it once
            self._process = subprocess.Popen(command, start_new_session=True, pass_fds=[theirs.fileno()])  # noqa: S603
        except OSError as error:
            self._end(EXIT_TRY_AGAIN, f"could not be started: {error.strerror}")
        finally:
            theirs.close()

    @property
    def pid(self) -> int | None:
        """Of its process, if it runs."""
        return self._process.pid if self._process is not None else None

    def is_silent(self, seconds: float) -> bool:
        """Whether its event loop has given no sign of life for so long."""
        return self.has_started and time.monotonic() - self._heard > seconds

    def replace(self, words: str) -> None:
        """Kill its process, and start another after a while."""
        if self._process is not None:
            self.signal(signal.SIGKILL)
            self._process.wait()
            self._end(1, words)

    def check(self) -> None:
        """Detect its end or silence; restart it when its wait is over."""
        now = time.monotonic()
        if self._process is None:
            if now >= self._due:
                self.start()
            return
        self._hear(now)
        code = self._process.poll()
        if code is not None:
            self._end(code, f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with {code}")
        elif silence := self._silence(now):
            self.replace(silence)

    def reset_silence(self) -> None:
        """Reset the silence, because the supervisor itself was stopped, perhaps together with the child."""
        self._heard = time.monotonic()

    def signal(self, *numbers: signal.Signals) -> None:
        """Send these signals to its process group, if it runs."""
        if self._process is not None and self._process.poll() is None:
            for number in numbers:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self._process.pid, number)

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _hear(self, now: float) -> None:
        with contextlib.suppress(OSError):
            while self._ours is not None and self._ours.recv(4096):
                self._heard, self.has_started, self.failed_starts = now, True, 0

    def _silence(self, now: float) -> str:
        """Why it has to be replaced; empty if it is well."""
        if not self.has_started:
            return "" if now - self._started < START_SECONDS else f"did not start within {START_SECONDS:.0f} s"
        most = SILENT_SECONDS[self._words[0]]
        return "" if now - self._heard < most else f"gave no sign of life for {most:.0f} s and was killed"

    def _end(self, code: int, words: str) -> None:
        """Log its end, tell of it, and schedule its restart."""
        if self._process is not None and self._on_end is not None:
            self._on_end(self._process.pid)
        self._process = None
        if self._ours is not None:
            self._ours.close()
        self.code = code
        if not self.has_started and code not in KILLED and code != EXIT_TRY_AGAIN:
            self.failed_starts += 1
        wait = self._next_wait()
        self._due = time.monotonic() + wait
        log.warning("%s %s: starting it again in %.0f s", self.name, words, wait)

    def _next_wait(self) -> float:
        if self.code == EXIT_TRY_AGAIN:  # the database is unavailable: wait for it without a limit
            return AWAY_SECONDS
        has_run_well = time.monotonic() - self._started >= STEADY_SECONDS or (
            self._words[0] == "web" and self.has_started
        )
        wait = FIRST_WAIT_SECONDS if has_run_well else self._wait_seconds
        self._wait_seconds = min(2 * wait, LONGEST_WAIT_SECONDS[self._words[0]])
        return wait


def supervise(settings: Settings, *, workers: int) -> int:
    """Run one web process and `workers` worker processes until a signal arrives; returns the exit code."""
    stopping: list[int] = []
    _on_signals(stopping)
    leases = LeaseRelease(settings)

    def release(pid: int) -> None:
        leases.release(settings.name_of_child(pid))

    children = [Child("web"), *(Child("worker", on_end=release) for _ in range(workers))]
    holders = LockHolders(settings)
    web, is_told, looked = children[0], False, time.monotonic()
    try:
        while not stopping:
            time.sleep(CHECK_SECONDS)
            if time.monotonic() - looked > ABSENT_SECONDS:
                for child in children:
                    child.reset_silence()
                    holders.reset()
            looked = time.monotonic()
            for child in children:
                child.check()
            holders.check(children)
            if web.has_started and not is_told:
                is_told = True
                _announce_address(settings, workers)
            if cannot_start(web, was_open=is_told):
                log.error("the web process cannot start, last it ended with %d: the shop is closed", web.code)
                return web.code if web.code > 0 else 1
    finally:
        _stop(children, stopping, STOP_SECONDS + (settings.drain_seconds or 0))
    return 0


def cannot_start(web: Child, *, was_open: bool) -> bool:
    """Whether to give up on the web process: its first start failed for good, or too many starts failed."""
    is_refused = web.failed_starts and web.code == EXIT_CONFIGURATION and not was_open
    return bool(is_refused) or web.failed_starts >= MOST_FAILED_STARTS


def check_port(settings: Settings, *, wait_seconds: float = 0) -> None:
    """Refuse to start on a port that is in use, where another program would answer in this shop's place.

    Raises:
        BadSetting: the port stays in use for `wait_seconds`, or cannot be bound on this machine.
    """
    deadline = time.monotonic() + wait_seconds
    while words := _port_taken(settings):
        if time.monotonic() >= deadline:
            raise BadSetting(words)
        time.sleep(CHECK_SECONDS)


def _port_taken(settings: Settings) -> str:
    """Why the server could not listen; empty if it could."""
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        return f"CARTWRIGHT_HOST {settings.host} is no address of this machine: {error.strerror}"
    for family, kind, _, _, address in found:
        with socket.socket(family, kind) as probe:
            probe.setsockopt(
                socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
            )  # as the server does, so that closed connections do not block the port
            if family == socket.AF_INET6:
                probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            try:
                probe.bind(address)
            except OSError as error:
                return f"CARTWRIGHT_PORT {settings.port} cannot be had: {error.strerror}"
    return ""


def _on_signals(stopping: list[int]) -> None:
    def stop(signum: int, _: FrameType | None) -> None:
        stopping.append(signum)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup ignores SIGHUP
        signal.signal(signal.SIGHUP, stop)


def _announce_address(settings: Settings, workers: int) -> None:
    host = "localhost" if settings.host in EVERYWHERE else settings.host
    url = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
    print(f"\n  The shop is open:  {url}   (1 web process, {workers} worker process{'es' * (workers != 1)})")
    if not settings.is_production:
        print(f"  Its admin:         {url}/admin   admin@shop.com / admin123, to be changed at the first login")
    print("  Stop it:           Ctrl-C\n", flush=True)


def _stop(children: Sequence[Child], stopping: list[int], most_seconds: float) -> None:
    """Drain all children, also suspended ones; a second Ctrl-C kills them at once."""
    for child in children:
        child.signal(signal.SIGTERM, signal.SIGCONT)
    deadline = time.monotonic() + most_seconds
    while any(child.is_running for child in children):
        if len(stopping) > 1 or time.monotonic() > deadline:
            for child in children:
                child.signal(signal.SIGKILL)
        time.sleep(CHECK_SECONDS / 2)
