"""A shop of real processes on real files: start them, kill, freeze and stop them, and read what they said."""

import asyncio
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

from tests.servers.throwaway import free_port

ROOT = Path(__file__).parents[2]
LOOK_SECONDS = 0.02
SELDOM_SECONDS = 0.1  # after a while: looking costs time, too
LEASE_SECONDS = 2
PATIENCE_SECONDS = 180.0  # before a test gives up: long for the slowest machine, and nobody waits for it in vain


async def until(condition: Callable[[], Any], *, what: str, within: float = PATIENCE_SECONDS) -> Any:
    """Look until it is true; its value. Fails with `what` when the time is over."""
    began = time.monotonic()
    while True:
        value = condition()
        if isinstance(value, Awaitable):
            value = await value
        if value:
            return value
        waited_seconds = time.monotonic() - began
        assert waited_seconds < within, f"after {within:g} s still not: {what}"
        await asyncio.sleep(min(LOOK_SECONDS + waited_seconds / 20, SELDOM_SECONDS))


class Launcher:
    """The process that starts the others; `root` is the folder of the program they run."""

    def __init__(self, root: Path = ROOT) -> None:
        command = [sys.executable, "-m", "tests.faults.launcher"]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._is_ready = False  # it reads the program while the servers start

    def start(self, **request: Any) -> int:
        return int(self._ask(request)["pid"])

    def code(self, pid: int) -> int | None:
        code: int | None = self._ask({"pid": pid})["code"]
        return code

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE_SECONDS)
        self._process.stdout.close()

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        if not self._is_ready:
            assert self._answer() == {"ready": True}
            self._is_ready = True
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


class Process:
    """One process of the shop. Its log outlives it."""

    def __init__(self, launcher: Launcher, pid: int, name: str, log: Path) -> None:
        self._launcher, self.pid, self.name, self.log = launcher, pid, name, log
        self._code: int | None = None

    @property
    def code(self) -> int | None:
        """The exit code, negative for the signal that killed it; None while it lives."""
        if self._code is None:
            self._code = self._launcher.code(self.pid)
        return self._code

    @property
    def is_alive(self) -> bool:
        return self.code is None

    @property
    def is_frozen(self) -> bool:
        with contextlib.suppress(FileNotFoundError):
            return self.is_alive and Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2][0] == "T"
        return False

    @property
    def said(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    def signal(self, number: signal.Signals) -> None:
        if self.is_alive:
            os.kill(self.pid, number)

    async def kill(self) -> None:
        self.signal(signal.SIGKILL)
        await self.ended()

    async def stop(self) -> int:
        """SIGTERM, and its exit code."""
        self.signal(signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        await until(lambda: not self.is_alive, what=f"{self.name} has ended\n{self.said[-2000:]}")
        assert self.code is not None
        return self.code


class Shop:
    """A shop's folder, database and queue, and the processes that run on them."""

    def __init__(
        self,
        folder: Path,
        launcher: Launcher,
        database_url: str,
        queue_url: str,
        empty_database: Callable[[Path], Awaitable[str]],
    ) -> None:
        self.folder = folder
        self.database_url, self.queue_url = database_url, queue_url
        self.processes: list[Process] = []
        self.seed = int(os.environ.get("FAULTS_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
        self.random = random.Random(self.seed)
        self.servers: list[Any] = []  # of the database and of the queue, where they are servers
        self._launcher = launcher
        self._prefix = ""
        self._empty_database = empty_database
        print(f"FAULTS_SEED={self.seed}")

    def start(
        self,
        *words: str,
        name: str = "",
        planted: str = "",
        failpoints: str = "",
        others: Mapping[str, str] | None = None,
        **settings: Any,
    ) -> Process:
        """A process of ours.

        Args:
            planted: names of what is planted into it, with commas between them.
            settings: those of the environment in small letters; `others` go as they are.
        """
        name = name or f"{self._prefix}{words[0]}-{len(self.processes)}"
        given = {"worker_name": name, "lease_seconds": LEASE_SECONDS, "failpoints": failpoints}
        given |= {"database_url": self.database_url, "queue_url": self.queue_url, **settings}
        environment = {f"CARTWRIGHT_{key.upper()}": str(value) for key, value in given.items()}
        environment |= {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(self.folder)}
        environment |= {"CARTWRIGHT_RATE_LIMIT": "off", **(others or {})}
        log = self.folder / f"{name}.log"
        pid = self._launcher.start(words=words, environment=environment, planted=planted, log=str(log))
        self.processes.append(Process(self._launcher, pid, name, log))
        return self.processes[-1]

    def worker(self, **options: Any) -> Process:
        return self.start("worker", **{"concurrency": 3, **options})

    async def web(self, *, port: int = 0, **options: Any) -> "Web":
        """A web process that answers."""
        port = port or free_port()
        process = self.start("web", port=port, **options)
        web = Web(process, port)
        await web.ready()
        return web

    def let_charges_answer(self) -> None:
        """What was asked with tok_slow where `charges_wait` is planted has its answer from now on."""
        (self.folder / "charges-answer").touch()

    async def run(self, *words: str, **options: Any) -> Process:
        """A command, to its end."""
        process = self.start(*words, **options)
        await process.ended()
        return process

    async def next_door(self) -> "Shop":
        """Another shop, in an empty folder of this one, with an empty database."""
        folder = self.folder / "empty"
        folder.mkdir()
        database_url = await self._empty_database(folder)
        return Shop(folder, self._launcher, database_url, self.queue_url, self._empty_database)

    def run_by(self, launcher: Launcher) -> "Shop":
        """The same shop, run by another program, whose processes have other names."""
        shop = Shop(self.folder, launcher, self.database_url, self.queue_url, self._empty_database)
        shop._prefix = "other-"
        return shop

    def said(self) -> Iterator[str]:
        """Every line of every log."""
        for process in self.processes:
            yield from process.said.splitlines()

    def count_said(self, words: str) -> int:
        return sum(words in line for line in self.said())

    async def close(self) -> None:
        """End everything, frozen or not."""
        for process in self.processes:
            await process.kill()


class Web:
    """A web process with its address."""

    def __init__(self, process: Process, port: int) -> None:
        self.process, self.port = process, port
        self.url = f"http://127.0.0.1:{port}"

    async def ready(self) -> None:
        async def answers() -> bool:
            assert self.process.is_alive, f"web ended with {self.process.code}\n{self.process.said[-3000:]}"
            with contextlib.suppress(httpx.TransportError):
                return (await client.get("/readyz")).status_code == 200
            return False

        async with httpx.AsyncClient(base_url=self.url, timeout=5, verify=False) as client:
            await until(answers, what="the web process answers")
