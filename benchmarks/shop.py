"""A throw-away shop for measuring: a migrated file with the demo products and stock enough, and its processes."""

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from models.catalog.seed import seed_development
from models.database import Transaction, close_database, open_database, write
from tests.servers.throwaway import free_port

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # whatever http_proxy says
STOCK = 1_000_000


class Shop:
    """The files and processes of one measurement."""

    def __init__(self, folder: Path, url: str | None = None, queue_url: str | None = None) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = url or f"sqlite:///{folder}/shop.db"
        self.queue_url = queue_url or f"sqlite:///{folder}/queue.db"
        self._processes: list[subprocess.Popen[bytes]] = []

    @property
    def file(self) -> Path:
        return self.folder / "shop.db"

    async def fill(self) -> None:
        """Schema, products, and more stock than any run can sell."""
        await asyncio.to_thread(self._migrate)
        await open_database(self.url)
        try:
            await seed_development()
            await write(_stock_up)
        finally:
            await close_database()

    def _migrate(self) -> None:
        """In a process of its own: the ORM keeps statements of one dialect for a whole process."""
        words = [sys.executable, "-m", "cli", "migrate"]
        subprocess.run(words, env=self._environment("migrate"), check=True, capture_output=True)

    def _environment(self, name: str) -> dict[str, str]:
        return os.environ | {
            "CARTWRIGHT_ENV": "development",
            "CARTWRIGHT_DATA_DIR": str(self.folder),
            "CARTWRIGHT_DATABASE_URL": self.url,
            "CARTWRIGHT_QUEUE_URL": self.queue_url,
            "CARTWRIGHT_PORT": str(self.port),
            "CARTWRIGHT_RATE_LIMIT": "off",
            "CARTWRIGHT_WORKER_NAME": name,
        }

    def start(self, *words: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Run one process of the program; its log lies beside the database."""
        number = len(self._processes)
        whole = self._environment(f"bench-{number}") | dict(environment or {})
        log = (self.folder / f"{number}-{words[0]}.log").open("wb")
        process = subprocess.Popen([sys.executable, "-m", "cli", *words], env=whole, stdout=log, stderr=log)
        self._processes.append(process)
        return process

    def await_web(self) -> None:
        """Until the web process answers."""
        for _ in range(300):
            with contextlib.suppress(OSError), DIRECT.open(f"http://127.0.0.1:{self.port}/readyz"):
                return
            time.sleep(0.05)
        raise RuntimeError("the web process does not answer")

    def stop(self) -> None:
        """End all processes in order."""
        for process in self._processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self._processes:
            process.wait(30)
        self._processes.clear()

    def logs(self) -> str:
        """What all processes said."""
        return "\n".join(file.read_text(errors="replace") for file in self.folder.glob("*.log"))


@contextlib.contextmanager
def empty_shop(url: str | None = None, queue_url: str | None = None) -> Iterator[Shop]:
    """A shop in a folder of its own, or on the servers at the URLs; gone afterwards, with its processes."""
    folder = Path(tempfile.mkdtemp(prefix="cartwright-bench-"))
    shop = Shop(folder, url, queue_url)
    try:
        yield shop
    finally:
        shop.stop()
        shutil.rmtree(folder, ignore_errors=True)


async def _stock_up(tx: Transaction) -> None:
    await tx.execute("UPDATE inventory SET on_hand = ?", STOCK)
    await tx.execute(
        "INSERT INTO stock_ledger (product_id, kind, d_on_hand, on_hand, reserved, at)"
        " SELECT product_id, 'restock', ? - 50, ?, 0, ? FROM inventory",
        *(STOCK, STOCK, tx.now),
    )
