"""`cartwright up`, `web` and `worker` in odd surroundings: the shop opens, goes on, and stops in order."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers.throwaway import free_port

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120.0


def until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"still not: {what}"
        time.sleep(0.05)


@dataclass
class Started:
    """A process of ours and where it listens."""

    process: subprocess.Popen[str]
    host: str
    port: int
    log: Path

    def is_open(self) -> bool:
        assert self.process.poll() is None, self.said
        connection = http.client.HTTPConnection(self.host, self.port, timeout=5)
        with contextlib.suppress(OSError), contextlib.closing(connection):
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        return False

    @property
    def said(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    def child(self, kind: str) -> int:
        """The pid of its child of this kind; 0 while there is none."""
        own = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        for pid in Path(own).read_text().split():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                if f"cli\0{kind}\0" in Path(f"/proc/{pid}/cmdline").read_text():
                    return int(pid)
        return 0

    def ends(self) -> int:
        return self.process.wait(PATIENCE_SECONDS)


Starter = Callable[..., Started]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    """Start a process on this test's own data; what is left of it is killed."""
    begun: list[Started] = []

    def start(
        *words: str, host: str = "127.0.0.1", stdout: int | None = None, closed: str = "", **environment: str
    ) -> Started:
        port, log = free_port(), tmp_path / f"{len(begun)}.log"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
        settings = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(tmp_path), "CARTWRIGHT_HOST": host}
        with log.open("w") as file:
            process = subprocess.Popen(
                ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "cli", *words],
                cwd=ROOT,
                env={**kept, **settings, "CARTWRIGHT_PORT": str(port), **environment},
                stdin=subprocess.DEVNULL,
                stdout=file if stdout is None else stdout,
                stderr=subprocess.STDOUT,
                text=True,
            )
        begun.append(Started(process, {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host), port, log))
        return begun[-1]

    yield start
    for each in begun:
        each.process.kill()
        each.process.wait(PATIENCE_SECONDS)


@pytest.mark.parametrize("host", ["0.0.0.0", "localhost", "::1", "::"])
def test_the_shop_says_that_it_is_open_wherever_it_listens(start: Starter, host: str) -> None:
    if ":" in host and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    up = start("up", host=host)
    until(lambda: "The shop is open" in up.said, what="it says so")
    assert up.is_open()
    assert f"http://localhost:{up.port}" in up.said
    up.process.terminate()
    assert up.ends() == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "localhost", "::1", "::"])
def test_web_and_worker_have_their_own_ports_wherever_they_listen(start: Starter, host: str) -> None:
    if ":" in host and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    assert start("migrate", host=host).ends() == 0
    both = alone(start, host=host)
    for each in both:
        until(each.is_open, what="it says that it is ready")
        each.process.terminate()
    assert [each.ends() for each in both] == [0, 0]


def alone(start: Starter, **how: object) -> list[Started]:
    """A web process and a worker with a port of its own, that nobody looks after."""
    port = free_port()
    worker = start("worker", **{**how, "CARTWRIGHT_OPS_PORT": str(port)})
    worker.port = port
    return [start("web", **how), worker]


def _has_ipv6() -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        return True
    return False


PROXIES = ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
SURROUNDINGS = {
    "proxies that are not there": dict.fromkeys(PROXIES, "http://127.0.0.1:9"),
    "proxies that are no URLs": dict.fromkeys(PROXIES, "::not a proxy::"),
    "a closed stdin": {"closed": "<&-"},
    "all closed": {"closed": "<&- >&- 2>&-"},
    "warnings as errors": {"PYTHONWARNINGS": "error"},
    "an unbuffered log": {"PYTHONUNBUFFERED": "1"},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_the_shop_opens_in_odd_surroundings(start: Starter, surroundings: str) -> None:
    up = start("up", **SURROUNDINGS[surroundings])
    if surroundings != "all closed":  # where it says nothing
        until(lambda: "The shop is open" in up.said, what="it says so")
    until(up.is_open, what="it is open")
    until(lambda: up.child("worker"), what="its worker lives")
    up.process.terminate()
    assert up.ends() == 0


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_web_and_worker_work_alone_in_odd_surroundings(start: Starter, surroundings: str) -> None:
    assert start("migrate", **SURROUNDINGS[surroundings]).ends() == 0
    both = alone(start, **SURROUNDINGS[surroundings])
    for each in both:
        until(each.is_open, what="it is ready")
        each.process.terminate()
    assert [each.ends() for each in both] == [0, 0]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_log_whose_reader_went_away_stops_neither_web_nor_worker(start: Starter, unbuffered: str) -> None:
    assert start("migrate").ends() == 0
    reader, writer = os.pipe()
    both = alone(start, stdout=writer, PYTHONUNBUFFERED=unbuffered)
    os.close(writer)
    for each in both:
        until(each.is_open, what="it is ready")
    os.close(reader)
    for each in both:
        for _ in range(20):  # each request is a line of the log
            assert each.is_open()
        each.process.terminate()
    assert [each.ends() for each in both] == [0, 0]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_log_whose_reader_went_away_closes_no_shop(start: Starter, unbuffered: str) -> None:
    reader, writer = os.pipe()
    up = start("up", stdout=writer, PYTHONUNBUFFERED=unbuffered)
    os.close(writer)
    until(up.is_open, what="it is open")
    until(lambda: up.child("worker"), what="its worker lives")
    os.close(reader)
    for kind in ("worker", "web"):
        killed = up.child(kind)
        os.kill(killed, signal.SIGKILL)
        until(lambda kind=kind, killed=killed: up.child(kind) not in (0, killed), what=f"another {kind} lives")
    until(up.is_open, what="it is open again")
    up.process.terminate()
    assert up.ends() == 0


@pytest.fixture
def told_of_closed_terminals() -> Iterator[None]:
    """What is started hears of a closed terminal, even where these tests were started by nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("told_of_closed_terminals")
def test_a_closed_terminal_stops_all_in_order(start: Starter) -> None:
    up = start("up")
    until(lambda: "The shop is open" in up.said and "takes" in up.said, what="it is open")
    up.process.send_signal(signal.SIGHUP)
    assert up.ends() == 0
    assert "drains" in up.said
    for words, begun in (("web", "listening"), ("worker", "takes")):
        alone = start(words)
        until(lambda alone=alone, begun=begun: begun in alone.said, what=f"{words} has started")
        alone.process.send_signal(signal.SIGHUP)
        assert alone.ends() == 0


def test_a_shop_that_is_told_to_outlive_its_terminal_does(start: Starter) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does; a process inherits it
    try:
        up = start("up")
    finally:
        signal.signal(signal.SIGHUP, before)
    until(lambda: "The shop is open" in up.said, what="it is open")
    for pid in (up.process.pid, up.child("web"), up.child("worker")):
        os.kill(pid, signal.SIGHUP)
    killed = up.child("worker")
    os.kill(killed, signal.SIGKILL)
    until(lambda: "was killed by SIGKILL" in up.said and up.child("worker"), what="it is still looked after")
    assert up.is_open()
    up.process.terminate()
    assert up.ends() == 0
