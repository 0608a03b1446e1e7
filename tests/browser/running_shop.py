"""A shop as it runs in earnest: a web process and worker processes on a folder of their own, driven from outside."""

import base64
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.servers.throwaway import free_port

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # whatever http_proxy says
ROOT = Path(__file__).parents[2]
READY_SECONDS = 300
STOP_SECONDS = 60
ANSWER_SECONDS = 60
BOSS, BOSS_PASSWORD = "boss@example.com", "copper-harbour-thistle-58"

FILLED = ("shop.db", "secret_key")
_filled: list[tempfile.TemporaryDirectory[str]] = []  # a migrated and filled shop, for the next ones to begin with


class RunningShop:
    """Made, it has a migrated database, filled unless told not to; `open` starts its processes, `close` ends them."""

    def __init__(self, folder: Path, *, is_empty: bool = False, host: str = "127.0.0.1", **settings: str) -> None:
        self.folder = folder
        self.url = f"http://{host}:{free_port()}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")},
            "CARTWRIGHT_ENV": "development",
            "CARTWRIGHT_DATA_DIR": str(folder),
            "CARTWRIGHT_PORT": self.url.rpartition(":")[2],
            "CARTWRIGHT_PUBLIC_URL": self.url,
            "CARTWRIGHT_RATE_LIMIT": "off",
            **settings,
        }
        self._has_boss = False
        if not is_empty and _filled:
            for file in FILLED:
                shutil.copy(Path(_filled[0].name) / file, folder)
            return
        self.run("migrate")
        if not is_empty:
            self.run("seed")
            _filled.append(tempfile.TemporaryDirectory(prefix="cartwright-filled-"))
            for file in FILLED:
                shutil.copy(folder / file, _filled[0].name)

    def open(self, **of_worker: str) -> "RunningShop":
        """Start the web process and one worker (with settings of its own), and wait until the shop answers."""
        self._web = self._start("web")
        self.start_worker(**of_worker)
        deadline = time.monotonic() + READY_SECONDS
        while True:
            try:
                with DIRECT.open(f"{self.url}/readyz", timeout=ANSWER_SECONDS):
                    return self
            except OSError:
                assert self._web.poll() is None, self.log()
                assert time.monotonic() < deadline, self.log()
                time.sleep(0.05)

    def close(self) -> None:
        """End all processes in good order; who does not go is killed."""
        processes = [self._web, *self.workers]
        for process in processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in processes:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start_worker(self, **settings: str) -> None:
        self.workers.append(self._start("worker", **settings))

    def kill_worker(self) -> None:
        """As a power cut would: no word, no clean-up."""
        worker = self.workers.pop()
        worker.kill()
        worker.wait()

    def run(self, *words: str, given: str = "") -> str:
        """A command of the shop; what it printed. It must succeed."""
        done = subprocess.run(
            [sys.executable, "-m", "cli", *words],
            cwd=ROOT,
            env=self._environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def available(self, sku: str) -> int:
        """How many of a product can be bought now."""
        product = self.ask(f"/api/v1/products/sku:{sku}")
        return int(product["stock"]["available"])

    def ask(self, path: str) -> Any:
        """A document of the open part of the API."""
        with DIRECT.open(f"{self.url}{path}", timeout=ANSWER_SECONDS) as answer:
            return json.load(answer)

    def tell(self, method: str, path: str, **body: Any) -> Any:
        """A call of the API as an admin, who is made for the first one."""
        if not self._has_boss:
            self.run("admin", "create", BOSS, given=f"{BOSS_PASSWORD}\n")
            self._has_boss = True
        pair = base64.b64encode(f"{BOSS}:{BOSS_PASSWORD}".encode()).decode()
        headers = {"Authorization": f"Basic {pair}", "Content-Type": "application/json"}
        wanted = urllib.request.Request(f"{self.url}/api/v1{path}", json.dumps(body).encode(), headers, method=method)
        with DIRECT.open(wanted, timeout=ANSWER_SECONDS) as answer:
            return json.loads(answer.read() or b"null")

    def sql(self, statement: str, *values: Any) -> list[Any]:
        """What time or a mail server would have done to the database; the rows of a question."""
        with (
            contextlib.closing(sqlite3.connect(self.folder / "shop.db", timeout=ANSWER_SECONDS)) as connection,
            connection,
        ):
            return connection.execute(statement, values).fetchall()

    def log(self) -> str:
        """What the processes said."""
        return (self.folder / "processes.log").read_text(errors="replace")

    def _start(self, *words: str, **settings: str) -> "subprocess.Popen[bytes]":
        command, environment = [sys.executable, "-m", "cli", *words], self._environment | settings
        with (self.folder / "processes.log").open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
