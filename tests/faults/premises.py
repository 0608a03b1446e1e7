"""Opens shops for a test: each with a folder, a database and processes of its own, and nothing left afterwards."""

import asyncio
import contextlib
import itertools
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.settings import Settings
from models.database import close_database, install_notify, open_database
from tests.faults.processes import Launcher, Shop
from workers.engines.engine_choice import open_engine
from workers.engines.queue_engine import Notifier

_numbers = itertools.count()


@dataclass(frozen=True)
class Premises:
    """A test's folder and what its shops share.

    Attributes:
        stocked: a database to copy, the path of a file or a name on the server.
        servers: those of the database and of the queue, where they are servers.
    """

    folder: Path
    launcher: Launcher
    stocked: str
    servers: list[Any]

    @contextlib.asynccontextmanager
    async def open_shop(self) -> AsyncIterator[Shop]:
        """A shop without a process yet; this process may read and write its database, and rings when it does."""
        folder = self.folder / f"shop-{next(_numbers)}"
        folder.mkdir()
        async with self._database(folder) as database_url:
            shop = Shop(folder, self.launcher, database_url, self._queue_url(folder), self._empty_database)
            shop.servers = self.servers
            async with self._opened(shop):
                yield shop

    @contextlib.asynccontextmanager
    async def _opened(self, shop: Shop) -> AsyncIterator[None]:
        await open_database(shop.database_url, synchronous="OFF", busy_seconds=3)
        engine = open_engine(Settings(queue_url=shop.queue_url))
        ringer = Notifier(engine)
        install_notify(ringer)
        try:
            yield
        finally:
            install_notify(None)
            await shop.close()
            for server in self.servers:
                await asyncio.to_thread(server.start)
            ringer.close()
            await asyncio.to_thread(engine.close)
            await close_database()

    @contextlib.asynccontextmanager
    async def _database(self, folder: Path) -> AsyncIterator[str]:
        """The URL of a copy, gone afterwards."""
        if not self.servers:
            yield f"sqlite:///{shutil.copy(self.stocked, folder / 'shop.db')}"
            return
        server = self.servers[0]
        async with contextlib.aclosing(server.copy(self.stocked)) as urls:
            async for url in urls:
                # until a checkpoint, a crash of PostgreSQL 15 sets the sequences of a copied database back
                await server.run("CHECKPOINT")
                yield url

    def _queue_url(self, folder: Path) -> str:
        """The URL of the stack's queue. Rings of shops before may be in it: they are only rings."""
        return str(self.servers[1].url) if self.servers else f"sqlite:///{folder}/queue.db"

    async def _empty_database(self, folder: Path) -> str:
        if not self.servers:
            return f"sqlite:///{folder}/shop.db"
        name = f"empty_{next(_numbers)}"
        await self.servers[0].run(f"CREATE DATABASE {name}")
        return str(self.servers[0].url(name))
