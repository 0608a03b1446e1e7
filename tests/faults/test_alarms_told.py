"""Was the operator told? Each outage stands in the bar, in the metrics and in the log while it lasts.

Causes that do not disturb each other are there together, so that the test waits once for all of them.
"""

import asyncio
import contextlib
import os
import re
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import asyncpg
import httpx
import pytest

from models.alarms.alarm_kinds import CODES
from models.database import Transaction, write
from tests.faults.books import rows
from tests.faults.operator_looks import QUICK, TELLS, TOKEN, looking, planted_with
from tests.faults.processes import PATIENCE_SECONDS, Process, Shop, Web, until
from tests.faults.shopping import client_of, place, place_many, products
from tests.faults.stacks import on_databases_by_rabbitmq
from tests.faults.supervised import Up
from tests.servers.throwaway import free_port

pytestmark = [pytest.mark.asyncio, on_databases_by_rabbitmq]
DATED = 86_400_000

# What a part of the shop writes down when it finds it: that it finds it is the matter of its own test.
FOUND = {
    "integrity": "INSERT INTO check_run (name, ran_at, lasted_ms, violations, found, since)"
    " VALUES ('books', 1, 1, 1, '[\"I2: wrong\"]', 1)",
    "payments_paused": "INSERT INTO circuit (name, failures, opened_at, probe_at, probes, detail, told_at)"
    " VALUES ('payments', 5, 1, 9000000000000, 0, 'no answer', 1)",
    "reconciliation": "INSERT INTO payment_discrepancy (public_id, order_id, provider_key, code, words, refund_cents,"
    " state, reference, found_at, seen_at) SELECT 'd', min(id), 'k', 'captured', 'captured 1', 1, 'open', '', 1, 1"
    " FROM orders",
    "poison": "UPDATE job SET state = 'dead', crashes = 3, finished_at = {old} WHERE id ="
    " (SELECT max(id) FROM job WHERE state = 'succeeded')",
    "backup_old": "INSERT INTO backup_run (name, state, detail, size, orders, began_at, ended_at)"
    " VALUES ('b', 'good', '', 1, 1, {old}, {old})",
    "queue_failing": "INSERT INTO failure (id, kind, type, place, words, times, first_at, last_at)"
    " VALUES ('f', 'order.process', 'Oops', '', 'went wrong', 9, {old}, {old})",
}
TOLD_ALONE = {"web_stalled", "worker_stalled", "write_lock", "database_file", "restarts", "no_worker", "database"}
TOLD_BESIDE = {"queue_waiting", "mail_away", "worker_lost", "in_flight", "descriptors", "queue_away", "wal_grows"}
TOLD_BY_ITS_PART = {"disk_full", "read_only", "disk", "rights"}


async def tell_all(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Everything is wrong at once that can be, and every alarm of it is told in all three places."""
    web = await shop.web(planted=planted_with(QUICK, "two_at_once,small_logs", planted), **TELLS)
    async with looking(shop, web) as operator:
        (product,) = await products(1)
        await place_many([([(product, 1)], "tok_ok")] * 3)
        if not planted:
            await operator.is_told({"no_worker"}, within=within)
        keeps = _keep_snapshot(shop)
        lost, worker = _workers(shop, planted)
        await until(lambda: rows("SELECT 1 FROM worker WHERE name = ?", lost.name), what="it is among the workers")
        await lost.kill()
        await until(lambda: rows("SELECT 1 FROM email_message WHERE last_error <> ''"), what="mail was tried")
        await place_many([([(product, 1)], "tok_ok")] * 60)
        await until(lambda: rows("SELECT 1 FROM check_run"), what="the books were looked at")
        await until(_is_worked, what="the orders are decided")
        await _find(shop)
        # a worker without descriptors cannot write, and calls nobody lost who may be in the same case
        await operator.is_told({"worker_lost"}, places=("log",), within=within)
        _take_queue_away(shop)
        waiting = asyncio.create_task(_fill(web, worker))
        try:
            wanted = {*FOUND, *TOLD_BESIDE} - ({"wal_grows"} if shop.servers else set())
            await operator.is_told(wanted, within=within)
        finally:
            waiting.cancel()
            keeps.touch()


def _workers(shop: Shop, planted: str) -> tuple[Process, Process]:
    names = planted_with(QUICK, planted)
    away = {"smtp_url": f"smtp://127.0.0.1:{free_port()}"}
    lost = shop.start("worker", "--queues", "webhooks", planted=names, **away, **TELLS)
    # a folder that takes no files: no backup is made that would end the alarm
    return lost, shop.worker(planted=names, backup_dir="/proc", **away, **TELLS)


async def _is_worked() -> bool:
    return not await rows("SELECT 1 FROM orders WHERE status IN ('pending', 'reserved')")


async def _find(shop: Shop) -> None:
    """Write down what parts of the shop find."""

    async def work(tx: Transaction) -> None:
        await tx.execute("DELETE FROM check_run")
        for sql in FOUND.values():
            await tx.execute(sql.format(old=tx.now - 3 * DATED))  # not so old that it is purged
        at = tx.now // 300_000 * 300_000
        await tx.execute("INSERT INTO failure_figure (at, failure, times) VALUES (?, 'f', 9)", at)
        await tx.execute("UPDATE worker SET last_seen_at = last_seen_at - 60000 WHERE queues = 'webhooks'")
        await tx.execute(
            "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, state, run_at, max_attempts, created_at)"
            " VALUES ('w', 'webhook.deliver', 'webhooks', 1, 'w', 'queued', ?, 0, 1)",
            tx.now - DATED,
        )

    await write(work)


def _keep_snapshot(shop: Shop) -> Path:
    """A stranger reads for as long as this file is not there."""
    let_go = shop.folder / "let-go"
    if not shop.servers:
        shop.start("hold", "snapshot", shop.database_url.removeprefix("sqlite:///"), str(let_go))
    return let_go


def _take_queue_away(shop: Shop) -> None:
    if shop.servers:
        shop.servers[1].stop()
        return
    file = Path(shop.queue_url.removeprefix("sqlite:///"))
    file.unlink()
    file.mkdir()


def _take_descriptors(process: Process) -> None:
    """It may open one more."""
    most = len(os.listdir(f"/proc/{process.pid}/fd")) + 1
    resource.prlimit(
        process.pid, resource.RLIMIT_NOFILE, (most, resource.prlimit(process.pid, resource.RLIMIT_NOFILE)[1])
    )


async def _fill(web: Web, worker: Process) -> None:
    """More guests than the process handles, again and again, and a worker that may hardly open another file."""
    async with client_of(web.url) as client:
        while True:
            _take_descriptors(worker)
            await asyncio.gather(*(client.get("/products") for _ in range(8)), return_exceptions=True)
            await asyncio.sleep(0.5)


async def block_web(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A web process and a worker are blocked: another web process shows both."""
    names = planted_with(QUICK, "long_stalls", planted)
    well = await shop.web(planted=names, **TELLS)
    blocked = await shop.web(planted=planted_with(names, "probes_block"))
    worker = shop.worker(planted=planted_with(names, "charges_block"))
    async with looking(shop, well) as operator:
        (shop.folder / "probes-block").touch()
        await place([((await products(1))[0], 1)], "tok_slow")
        with contextlib.suppress(httpx.TransportError):
            await httpx.AsyncClient(base_url=blocked.url, timeout=0.5).get("/livez")
        await operator.is_told({"web_stalled", "worker_stalled"}, places=("bar", "metric"), within=within)
        for process in (blocked.process, worker):
            assert "the event loop has been blocked" in process.said
    (shop.folder / "probes-block").unlink()
    shop.let_charges_answer()


async def lose_storage(
    shop: Shop, cause: Callable[[Shop], None], code: str, *, planted: str = "", within: float = PATIENCE_SECONDS
) -> None:
    """What holds the database fails under a web process: it says so by itself, though nobody orders."""
    web = await shop.web(planted=planted_with(QUICK, "storage_fails", planted), **TELLS)
    async with looking(shop, web) as operator:
        cause(shop)
        await operator.is_told({code}, within=within)


def _cause_file(name: str) -> Callable[[Shop], None]:
    def cause(shop: Shop) -> None:
        (shop.folder / "storage-fails").write_text(name)

    return cause


def _remove_database(shop: Shop) -> None:
    os.unlink(shop.database_url.removeprefix("sqlite:///"))


def _hold_gate(shop: Shop) -> None:
    shop.start("hold", "gate", shop.database_url.removeprefix("sqlite:///"), str(shop.folder / "let-go"))


STORAGE = {
    "disk_full": _cause_file("ENOSPC"),
    "read_only": _cause_file("EROFS"),
    "disk": _cause_file("EIO"),
    "database_file": _remove_database,
    "write_lock": _hold_gate,
}


async def restart_in_vain(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A worker of `cartwright up` ends again and again: the supervisor tells the web, which tells the operator."""
    names = planted_with(QUICK, "workers_end", planted)
    settings = {"ops_token": TOKEN, "others": dict(TELLS["others"])}
    up = Up(shop, workers=1, planted=planted_with("short_waits", planted), in_children=names, **settings)
    await up.web.ready()
    async with looking(shop, up.web) as operator:
        await operator.is_told({"restarts"}, within=within)
    up.process.signal(signal.SIGTERM)


async def test_every_outage_is_told_in_the_bar_in_the_metrics_and_in_the_log(shop: Shop) -> None:
    await tell_all(shop)


async def test_a_blocked_process_is_told_by_another(shop: Shop) -> None:
    await block_web(shop)


@pytest.mark.stack("sqlite")
@pytest.mark.parametrize("code", STORAGE)
async def test_what_keeps_the_database_from_being_written_is_told(shop: Shop, code: str) -> None:
    await lose_storage(shop, STORAGE[code], code)


@pytest.mark.stack("rabbitmq")
async def test_a_database_that_is_away_is_told_in_metrics_and_log(shop: Shop) -> None:
    """No page can be shown: who is an admin stands in the database."""
    web = await shop.web(planted=QUICK, **TELLS)
    async with looking(shop, web) as operator:
        shop.servers[0].stop()
        await operator.is_told({"database"}, places=("metric", "log"))


@pytest.mark.stack("rabbitmq")
@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("rights", "REVOKE INSERT ON rate_bucket FROM clerk"),
        ("read_only", "ALTER ROLE clerk SET default_transaction_read_only = on"),
    ],
)
async def test_what_postgresql_refuses_is_told(shop: Shop, code: str, statement: str) -> None:
    await as_superuser(
        shop,
        "CREATE ROLE clerk LOGIN SUPERUSER" if code == "read_only" else "CREATE ROLE clerk LOGIN",
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO clerk",
        "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO clerk",
    )
    try:
        url = re.sub(r"//[^@]*@", "//clerk@", shop.database_url)
        web = await shop.web(planted=QUICK, database_url=url, **TELLS)
        async with looking(shop, web) as operator:
            end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'clerk'"
            await as_superuser(shop, statement, end)
            await operator.is_told({code})
        await web.process.kill()
    finally:
        await as_superuser(shop, "DROP OWNED BY clerk", "DROP ROLE clerk")


async def as_superuser(shop: Shop, *statements: str) -> None:
    connection = await asyncpg.connect(shop.database_url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def test_a_process_that_is_started_in_vain_is_told(shop: Shop) -> None:
    await restart_in_vain(shop)


async def test_no_alarm_is_left_out() -> None:
    assert {*FOUND, *TOLD_ALONE, *TOLD_BESIDE, *TOLD_BY_ITS_PART} == {*CODES}
