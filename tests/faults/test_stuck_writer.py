"""A process that keeps SQLite's write lock: it is named wherever somebody looks, and ended where that is safe."""

from functools import partial
from typing import Any

import httpx
import pytest

from models.accounts.accounts import create_user
from models.accounts.passwords import hash_password
from models.database import write
from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Process, Shop, Web, until
from tests.faults.shopping import client_of, place_many, products
from tests.faults.supervised import Up, is_alive, is_stopped, kill
from tests.mailpit.customer import PASSWORD, Customer

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("sqlite")]


async def name_holder(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A stranger holds the gate: the probe, the integrity page and the log name it, and the shop sells afterwards."""
    web = await shop.web(planted=planted)
    async with client_of(web.url) as client:
        await _sign_admin_in(client)
        let_go = shop.folder / "let-go"
        holder = shop.start("hold", "gate", shop.database_url.removeprefix("sqlite:///"), str(let_go))
        await until(lambda: "held" in holder.said, what="the stranger has the lock")
        await _is_told(web, client, holder, within)
        let_go.touch()
        await until(lambda: "write_lock_free" in web.process.said, what="the end of it is in the log")
    await web.ready()


async def _sign_admin_in(client: httpx.AsyncClient) -> None:
    hashed = hash_password(PASSWORD)
    await write(lambda tx: create_user(tx, email="root@example.com", password_hash=hashed, role="admin"))
    await Customer(client, "root@example.com").sign_in()


async def _is_told(web: Web, client: httpx.AsyncClient, holder: Process, within: float) -> None:
    who = f"process {holder.pid} ("
    probe = await until(partial(_lock_in_probe, client), what="who holds the lock is named by the probe", within=within)
    assert who in probe["detail"]
    assert ") since before 20" in probe["detail"], "how long at least"
    await until(
        lambda: f"it is held by {who}" in web.process.said, what="the holder is named in the log", within=within
    )
    page = await client.get("/admin/doctor")
    assert page.status_code == 200
    assert who in page.text


async def _lock_in_probe(client: httpx.AsyncClient) -> Any:
    answer = await client.get("/readyz")
    return answer.json() if "write_lock" in answer.json().get("failing", []) else None


async def keep_transaction(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A stranger keeps a transaction open while orders are worked: the log that grows is told, with the stranger."""
    let_go = shop.folder / "let-go"
    holder = shop.start("hold", "snapshot", shop.database_url.removeprefix("sqlite:///"), str(let_go))
    await until(lambda: "held" in holder.said, what="the stranger reads")
    web, worker = await shop.web(planted=f"small_logs,{planted}"), shop.worker(planted=f"small_logs,{planted}")
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_ok")] * 40)
    who = f"process {holder.pid} ("
    await until(
        lambda: _names_in_line(worker, "wal_grows", who), what="the stranger is named in the log", within=within
    )
    async with client_of(web.url) as client:
        await _sign_admin_in(client)

        async def is_on_page() -> bool:
            return who in (await client.get("/admin/doctor")).text

        await until(is_on_page, what="the integrity page names the stranger")
    let_go.touch()
    await books.settled()
    await books.in_order(shop, promised=promised)


def _names_in_line(process: Process, event: str, who: str) -> bool:
    return any(event in line and who in line for line in process.said.splitlines())


async def end_holder(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A worker of `cartwright up` is stopped inside a transaction: its supervisor ends it, and the shop sells."""
    up = Up(shop, workers=2, planted=planted, in_children="worker_stops_with_lock")
    await up.web.ready()
    (shop.folder / "stop-with-lock").touch()
    stopped: list[int] = await until(
        lambda: [pid for pid in up.children() if is_stopped(pid)], what="a worker stops with the lock"
    )
    try:
        await until(lambda: not is_alive(stopped[0]), what="the stopped holder is ended", within=within)
    finally:
        for pid in stopped:
            kill(pid)
    why = f"while it held the write lock, process {stopped[0]}"
    await until(lambda: why in up.process.said, what="the log says why", within=within)
    await books.in_order(shop, promised=[await up.sells()])


async def test_a_stranger_that_keeps_the_write_lock_is_named_in_probe_log_and_page(shop):
    await name_holder(shop)


async def test_a_stopped_child_that_keeps_the_write_lock_is_ended(shop):
    await end_holder(shop)


async def test_a_stranger_that_keeps_a_transaction_open_while_the_log_grows_is_named(shop):
    await keep_transaction(shop)


async def test_a_stranger_that_has_the_write_lock_of_sqlite_itself_is_named(shop):
    web = await shop.web()
    let_go = shop.folder / "let-go"
    holder = shop.start("hold", "lock", shop.database_url.removeprefix("sqlite:///"), str(let_go))
    await until(lambda: "held" in holder.said, what="the stranger has the lock")
    async with client_of(web.url) as client:
        probe = await until(partial(_lock_in_probe, client), what="who holds the lock is named by the probe")
        assert f"process {holder.pid} (" in probe["detail"]
        let_go.touch()
    await web.ready()
