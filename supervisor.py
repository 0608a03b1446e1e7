"""Runs web and workers as children for `cartwright up`: starts them, starts again what died, stops them in order."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from types import FrameType

from settings import EXIT_TRY_AGAIN, BadSetting, Settings

LOOK_SECONDS = 0.2
AWAY_SECONDS = 1.0
STOP_SECONDS = 30
READY_SECONDS = 30
FAST_DEATHS = 3  # in a row, each within five seconds: something is wrong that a restart does not mend


class Child:
    """One process of ours."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self._fast_deaths = 0
        self.start()

    def start(self) -> None:
        self._started = time.monotonic()
        command = [sys.executable, "-m", "cli", *self._words]
        # a group of its own: Ctrl-C reaches us alone, and we pass it on once
        self.process = subprocess.Popen(command, start_new_session=True)  # noqa: S603  our own words

    def revive(self) -> bool:
        """Start it again if it died; False when that is hopeless."""
        code = self.process.poll()
        if code is None:
            return True
        is_away = code == EXIT_TRY_AGAIN  # the database: it is waited for, however long it takes
        if is_away:
            time.sleep(AWAY_SECONDS)
        fast = time.monotonic() - self._started < 5 and not is_away
        self._fast_deaths = self._fast_deaths + 1 if fast else 0
        if self._fast_deaths >= FAST_DEATHS:
            print(f"cartwright {' '.join(self._words)} ended {FAST_DEATHS} times at once, last with {code}: giving up")
            return False
        print(f"cartwright {' '.join(self._words)} ended with {code}: starting it again")
        self.start()
        return True


def supervise(settings: Settings, *, workers: int) -> int:
    """Run one web process and `workers` worker processes until a signal comes; the exit code."""
    stopping: list[int] = []

    def stop(signum: int, _: FrameType | None) -> None:
        stopping.append(signum)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    children = [Child("web"), *(Child("worker") for _ in range(workers))]
    code = 0
    try:
        if _await_ready(settings, children, stopping):
            _say_where(settings, workers)
        while not stopping and code == 0:
            time.sleep(LOOK_SECONDS)
            code = 0 if all(child.revive() for child in children) else 1
    finally:
        _stop(children, stopping)
    return code


def check_port(settings: Settings) -> None:
    """Refuse to start where somebody else answers: it would look as if this shop did.

    Raises:
        BadSetting: the port is taken, or is none of this machine's to take.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: old connections do not count
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise BadSetting(f"CARTWRIGHT_PORT {settings.port} cannot be had: {error.strerror}") from None


def _await_ready(settings: Settings, children: Sequence[Child], stopping: list[int]) -> bool:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and not stopping and children[0].process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/readyz", timeout=1):
                return True
        except OSError:
            time.sleep(0.05)
    return False


def _say_where(settings: Settings, workers: int) -> None:
    url = f"http://localhost:{settings.port}"
    print(f"\n  The shop is open:  {url}   (1 web process, {workers} worker process{'es' * (workers != 1)})")
    if not settings.is_production:
        print(f"  Its admin:         {url}/admin   admin@shop.com / admin123, to be changed at the first login")
    print("  Stop it:           Ctrl-C\n", flush=True)


def _stop(children: Sequence[Child], stopping: list[int]) -> None:
    """Drain all; a second Ctrl-C ends them at once."""
    for child in children:
        if child.process.poll() is None:
            os.killpg(child.process.pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while any(child.process.poll() is None for child in children):
        if len(stopping) > 1 or time.monotonic() > deadline:
            for child in children:
                if child.process.poll() is None:
                    os.killpg(child.process.pid, signal.SIGKILL)
        time.sleep(0.05)
