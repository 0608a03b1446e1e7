"""The real server in a process of its own: a drain at either signal, exit code 0, at once at the second."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.throwaway import free_port

ROOT = Path(__file__).parents[3]
LONG = 60  # seconds
PROGRAM = """
import asyncio, sys
from core.settings import Settings
from web.http import time_limit
from web.app import create_app
from web.http.server import serve

time_limit.SECONDS = 3600.0

url, port = sys.argv[1], int(sys.argv[2])
its = Settings(env="development", database_url=url, secret_key="k" * 48, port=port, drain_seconds=3600)
app = create_app(its)

@app.get("/slow")
async def slow():
    print("begun", flush=True)
    await asyncio.sleep(float(sys.argv[3]))
    return "finished"

serve(app, its)
print("left in order", flush=True)
"""


class Process:
    def __init__(self, url: str, slow_seconds: float) -> None:
        self.connections: list[http.client.HTTPConnection] = []
        self.port = free_port()
        arguments = [sys.executable, "-c", PROGRAM, url, str(self.port), str(slow_seconds)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.popen = subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=ROOT, env=environment, text=True)
        self._wait_until_it_listens()

    def _wait_until_it_listens(self) -> None:
        until = time.monotonic() + LONG
        while time.monotonic() < until and self.popen.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        raise AssertionError("the server does not listen")

    def ask(self, path: str) -> http.client.HTTPConnection:
        """Send a request; the connection closes itself with the fixture."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        self.connections.append(connection)
        connection.request("GET", path)
        return connection

    def begin_slow(self) -> http.client.HTTPConnection:
        connection = self.ask("/slow")
        assert self.popen.stdout
        assert self.popen.stdout.readline() == "begun\n"
        return connection

    def end(self) -> None:
        for connection in self.connections:
            connection.close()
        self.popen.kill()
        self.popen.communicate()


@pytest.fixture
def started(database_url: str) -> Iterator[list[Process]]:
    processes: list[Process] = []
    yield processes
    for process in processes:
        process.end()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_running_request_finish(database_url: str, started: list[Process], number: int) -> None:
    started.append(process := Process(database_url, 1.0))
    assert process.ask("/readyz").getresponse().status == 200
    running = process.begin_slow()
    process.popen.send_signal(number)
    answer = running.getresponse()
    assert (answer.status, answer.read()) == (200, b"finished")
    assert process.popen.wait(LONG) == 0
    assert process.popen.stdout
    assert process.popen.stdout.read() == "left in order\n"
    with pytest.raises(ConnectionError):
        process.ask("/livez")


def test_a_second_signal_ends_it_at_once(database_url: str, started: list[Process]) -> None:
    started.append(process := Process(database_url, 3600.0))
    process.begin_slow()
    until = time.monotonic() + LONG  # less than its drain time, and than the request takes
    while process.popen.poll() is None and time.monotonic() < until:
        process.popen.terminate()
        time.sleep(0.1)
    assert process.popen.poll() is not None
