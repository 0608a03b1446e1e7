"""The disk below SQLite fails, is slow, or loses its power: what was accepted is kept, and the operator is told."""

import asyncio
import contextlib
import random
import shutil
import sqlite3
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from models.database import close_database, open_database
from tests.faults import books
from tests.faults.operator_looks import PLACES, QUICK, TELLS, Operator, looking, planted_with
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import Guest, client_of, products, set_stock
from tests.faults.storage_layer import DURABLE, WORD

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("sqlite")]
ORDERS = 6
PAGE_BYTES = 4096
NOT_READY_SECONDS = 5.0


@contextlib.asynccontextmanager
async def _about_to_order(
    shop: Shop, planted: str, *, lease_seconds: float
) -> AsyncIterator[tuple[Operator, httpx.AsyncClient, list[Guest]]]:
    """An admin who looks and guests with full carts, above the layer; at the end the worker lives and all is kept."""
    (product,) = await products(1)
    await set_stock(product, 10 * ORDERS)
    names = planted_with("storage_layer", QUICK, planted)
    web, worker = await shop.web(planted=names, **TELLS), shop.worker(planted=names, lease_seconds=lease_seconds)
    async with looking(shop, web) as operator, client_of(web.url) as client:
        guests = [Guest(client) for _ in range(ORDERS)]
        for guest in guests:
            await guest.fill([(product, 1)])
        yield operator, client, guests
    assert worker.is_alive
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))


async def fail_storage(
    shop: Shop, wrong: str, part: str, *, planted: str = "", within: float = PATIENCE_SECONDS
) -> None:
    """Reads, writes or syncs fail under web and worker: only 503 is said, the operator is told, and all goes on."""
    async with _about_to_order(shop, planted, lease_seconds=30) as (operator, client, guests):
        (shop.folder / WORD).write_text(wrong)
        probe = await until(partial(_not_ready, client), what="it is told by the probe", within=min(within, 10))
        answers = await asyncio.gather(*(guest.order() for guest in guests))
        assert {answer.status_code for answer in answers} == {503}, [answer.text for answer in answers]
        assert all("cannot save orders right now" in answer.text for answer in answers), answers[0].text
        assert part in probe["failing"]
        places = ("metric", "log") if wrong.startswith("read") else PLACES  # who is an admin stands in the database
        await operator.is_told({part}, within=within, places=places)
        (shop.folder / WORD).unlink()
        answers = await asyncio.gather(*(guest.order_until_answered() for guest in guests))
        assert {answer.status_code for answer in answers} == {202}
        await books.settled(within=within)
        await until(partial(_is_ready, client), what="it is ready again")


async def _not_ready(client: httpx.AsyncClient) -> Any:
    answer = await client.get("/readyz")
    return answer.json() if answer.status_code == 503 else None


async def _is_ready(client: httpx.AsyncClient) -> bool:
    return (await client.get("/readyz")).status_code == 200


async def hang_storage(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A sync takes many seconds: who holds the write lock is told in all places, and afterwards all is decided."""
    async with _about_to_order(shop, planted, lease_seconds=60) as (operator, _client, guests):
        (shop.folder / WORD).write_text("sync wait")
        ordering = [asyncio.create_task(guest.order_until_answered(within=20)) for guest in guests]
        try:
            await operator.is_told({"write_lock"}, within=within)
        finally:
            (shop.folder / WORD).unlink()
            answers = await asyncio.gather(*ordering)
        assert {answer.status_code for answer in answers} == {202}
        await books.settled(within=within)


async def cut_power(shop: Shop, *, planted: str = "") -> None:
    """The power is cut under orders: what was not synced is gone, in part or as a whole, and every 202 is kept."""
    (product,) = await products(1)
    await set_stock(product, 100)
    file = Path(shop.database_url.removeprefix("sqlite:///"))
    await close_database()  # so that all that was written until now is in the one file
    kept = shop.folder / DURABLE
    kept.mkdir()
    shutil.copy(file, kept)
    names = planted_with("storage_layer", planted)
    web, worker = await shop.web(planted=names), shop.worker(planted=names)
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(4 * ORDERS)]
        ordering = [asyncio.create_task(_order(guest, product)) for guest in guests]
        await until(lambda: sum(bool(guest.promised) for guest in guests) >= 2 * ORDERS, what="half are accepted")
        await asyncio.gather(web.process.kill(), worker.kill())
        for task in ordering:
            task.cancel()
        await asyncio.gather(*ordering, return_exceptions=True)
    promised = set[str]().union(*(guest.promised for guest in guests))
    again = await _after_power_cut(shop, file)
    kept_orders = {row["public_id"] for row in await books.rows("SELECT public_id FROM orders")}
    assert promised <= kept_orders, f"after the power cut {len(promised - kept_orders)} promised orders are gone"
    again.worker()
    await books.settled()
    await books.in_order(again, promised=promised)
    await again.close()


async def _order(guest: Guest, product: str) -> None:
    await guest.fill([(product, 1)])
    await guest.order_until_answered()


async def _after_power_cut(shop: Shop, file: Path) -> Shop:
    """Another shop on what the disk kept; the provider is the same."""
    again = await shop.next_door()
    for name in (file.name, f"{file.name}-wal"):
        synced, written = shop.folder / DURABLE / name, file.with_name(name)
        if synced.exists():
            (again.folder / name).write_bytes(_mixed(synced.read_bytes(), written.read_bytes(), shop.random))
    book = shop.folder / "test-provider.jsonl"
    if book.exists():
        shutil.copy(book, again.folder)
    assert _is_whole(again.folder / file.name), "after the power cut the file is damaged"
    await open_database(again.database_url)
    return again


def _is_whole(file: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            return list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
    except sqlite3.DatabaseError:
        return False


def _mixed(synced: bytes, written: bytes, draw: random.Random) -> bytes:
    """What was synced, with some of the pages that were written since: a disk writes them in any order, or never."""
    share = draw.choice((0.0, 0.5, 0.9))
    size = draw.choice((len(synced), len(written)))
    pages = []
    for at in range(0, size, PAGE_BYTES):
        first, second = (written, synced) if draw.random() < share else (synced, written)
        pages.append((first[at : at + PAGE_BYTES] or second[at : at + PAGE_BYTES])[: size - at])
    return b"".join(pages)


@pytest.mark.parametrize(
    ("wrong", "part"),
    [("write EIO", "disk"), ("sync EIO", "disk"), ("read EIO", "disk"), ("write ENOSPC", "disk_full")],
)
async def test_a_disk_that_fails_below_sqlite_is_told_and_loses_nothing(shop: Shop, wrong: str, part: str) -> None:
    await fail_storage(shop, wrong, part)


async def test_a_disk_that_syncs_slowly_is_told_and_loses_nothing(shop: Shop) -> None:
    await hang_storage(shop)


@pytest.mark.parametrize("times", range(2))
async def test_a_power_cut_loses_no_accepted_order(shop: Shop, times: int) -> None:
    await cut_power(shop)
