"""Workers that are killed, at random and at each named place: nothing is lost, doubled, oversold or undecided."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest

from models.audit.audit_log import command
from models.database import Transaction, read, write
from models.jobs.admin import job_batches
from models.jobs.admin.job_batches import BatchRequest
from models.jobs.admin.job_search import JobQuery
from models.orders.order_states import CancelReason
from pipelines.orders.order_process import cancel
from tests.faults import books
from tests.faults.mailbox import Mailbox
from tests.faults.processes import Process, Shop, until
from tests.faults.shopping import Lines, place_many, products, set_stock
from tests.faults.stacks import on_databases_by_rabbitmq

pytestmark = pytest.mark.asyncio

TOKENS = ("tok_ok", "tok_ok", "tok_ok", "tok_declined", "tok_error", "tok_timeout")
QUICK_TOKENS = ("tok_ok", "tok_ok", "tok_declined", "tok_timeout")  # without the long waits of tok_error
PLACES = (
    ("after_claim", 0.8),
    ("in_transaction", 0.8),
    ("before_ask", 0.8),
    ("after_ask", 0.8),
    ("after_finish", 0.8),
    ("before_commit", 0.2),
    ("after_commit", 0.3),
    ("before_smtp", 0.8),
    ("after_smtp", 0.8),
    ("beat", 0.5),
)


async def fill_shelves(*, scarce: int, plenty: int) -> list[str]:
    """Five products: two of which there are few, three of which there are many."""
    shelves = await products(5)
    for place, product in enumerate(shelves):
        await set_stock(product, scarce if place < 2 else plenty)
    return shelves


def wish(shop: Shop, shelves: list[str], tokens: Sequence[str] = TOKENS) -> tuple[Lines, str]:
    """An order of one or two products, in any order."""
    chosen = shop.random.sample(shelves, shop.random.choice((1, 1, 2)))
    return [(product, shop.random.randint(1, 2)) for product in chosen], shop.random.choice(tokens)


async def is_at_work(worker: str) -> bool:
    """Whether it has claimed a job, or nobody has one to claim."""
    claimed = await books.rows("SELECT 1 FROM job_event WHERE worker = ? LIMIT 1", worker)
    return bool(claimed) or not await books.is_anything_due()


async def come_to_rest(shop: Shop, promised: list[str]) -> None:
    """The quiet phase, a person's part of it included, and the books."""
    await books.settled()
    while await books.run_dead_jobs_again():
        await books.settled()
    await books.in_order(shop, promised=promised)


async def kill_at_random(shop: Shop, *, workers: int, kills: int, orders: int) -> None:
    """Place orders in waves, kill a worker and start another, then let everything come to rest."""
    shelves = await fill_shelves(scarce=60, plenty=2000)
    wishes = [wish(shop, shelves) for _ in range(orders * 2)]  # some are refused at once: sold out
    crew = [shop.worker() for _ in range(workers)]
    promised: list[str] = []
    for kill in range(kills):
        while wishes and len(promised) < orders * (kill + 1) / kills:
            promised += await place_many([wishes.pop() for _ in range(min(len(wishes), 5))])
        victim = shop.random.randrange(workers)
        await until(partial(is_at_work, crew[victim].name), what="the victim has work, or there is none")
        await asyncio.sleep(shop.random.uniform(0, 0.03))
        await crew[victim].kill()
        crew[victim] = shop.worker()
    assert len(promised) >= orders
    await come_to_rest(shop, promised)


async def kill_at(
    shop: Shop, place: str, chance: float, *, kills: int = 3, tokens: Sequence[str] = QUICK_TOKENS, planted: str = ""
) -> None:
    """Workers that kill themselves at a place, until that has happened often enough; then one that does not."""
    shelves = await fill_shelves(scarce=50, plenty=2000)
    promised: list[str] = []
    with Mailbox() as mailbox:
        for _ in range(kills):
            promised += await place_many([wish(shop, shelves, tokens) for _ in range(8)])
            victim = shop.worker(failpoints=f"{place}=kill:{chance}", planted=planted, smtp_url=mailbox.url)
            assert await victim.ended() == -9
        shop.worker(planted=planted, smtp_url=mailbox.url)
        await come_to_rest(shop, promised)
    due = await books.rows("SELECT count(*) AS due FROM email_message")
    assert len(mailbox.message_ids) == due[0]["due"], "a message was never handed over, or under two names"


@on_databases_by_rabbitmq
async def test_sixty_killed_workers_lose_and_double_nothing(shop):
    await kill_at_random(shop, workers=4, kills=60, orders=400)


@pytest.mark.stack("redis")  # the sixty have shown what PostgreSQL does; this is about notifications
async def test_twenty_killed_workers_lose_and_double_nothing(shop):
    await kill_at_random(shop, workers=4, kills=20, orders=130)


@on_databases_by_rabbitmq
@pytest.mark.parametrize(("place", "chance"), PLACES)
async def test_workers_killed_at_a_named_place_lose_and_double_nothing(shop, place, chance):
    await kill_at(shop, place, chance)


@on_databases_by_rabbitmq
@pytest.mark.parametrize("place", ["before_refund", "after_refund"])
async def test_workers_killed_around_a_refund_give_the_money_back_once(shop, place):
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_ok")] * 6)
    confirming = shop.worker()
    await books.settled()
    await confirming.stop()
    for order in await books.rows("SELECT id FROM orders"):
        await write(lambda tx, order=order: cancel(tx, order["id"], actor="ann", reason=CancelReason.ADMIN))
    for _ in range(3):
        victim = shop.worker(failpoints=f"{place}=kill:0.9", concurrency=1)
        assert await victim.ended() == -9
    shop.worker()
    await come_to_rest(shop, promised)
    assert await books.rows("SELECT id FROM orders WHERE status <> 'cancelled'") == []


@on_databases_by_rabbitmq
async def test_workers_killed_while_they_rescue_leave_the_job_to_the_next(shop):
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_ok")] * 3)
    await shop.worker(failpoints="after_claim=kill").ended()
    for _ in range(3):
        assert await shop.worker(failpoints="rescue=kill").ended() == -9
    shop.worker()
    await come_to_rest(shop, promised)


@on_databases_by_rabbitmq
async def test_workers_killed_while_they_hand_a_job_back_lose_nothing(shop):
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_slow")] * 3)
    for _ in range(3):
        victim = shop.worker(failpoints="release=kill", drain_seconds=0, planted="charges_wait")
        await until(partial(is_asking, victim), what="a charge is in flight")
        assert await victim.stop() == -9
    shop.let_charges_answer()
    shop.worker(planted="charges_wait")
    await come_to_rest(shop, promised)


async def is_asking(worker: Process) -> bool:
    """Whether the worker has a job and the provider was asked."""
    sql = "SELECT 1 FROM job j JOIN payment p ON p.order_id = j.subject_id WHERE j.owner = ? AND p.state = 'submitted'"
    return bool(await books.rows(sql, worker.name))


DEAD = """
INSERT INTO job (public_id, kind, queue, priority, dedupe_key, payload, state, run_at, attempt, max_attempts,
    created_at, finished_at) VALUES (?, ?, ?, 40, ?, ?, 'dead', 0, 3, 3, 1, 1)
"""


@on_databases_by_rabbitmq
async def test_a_batch_over_2500_dead_jobs_survives_the_worker_that_works_it_off(shop):
    """Every fiftieth dies again at once, and is retried once all the same."""
    kinds = [
        ("mail.order", "mail", "[1]") if n % 50 == 0 else ("reservations.expire", "maintenance", "{}")
        for n in range(2500)
    ]
    names = [f"buried-{number:019d}" for number in range(2500)]
    buried = [(name, kind, queue, name, payload) for name, (kind, queue, payload) in zip(names, kinds, strict=True)]
    await write(lambda tx: tx.execute_many(DEAD, buried))

    async def confirm(tx: Transaction) -> str:
        wanted = BatchRequest("retry", query=JobQuery(state="dead"), as_of=tx.now, reason="a test", takes_unsafe=True)
        return await job_batches.confirm(tx, wanted, actor=command("test"))

    batch_id = await write(confirm)

    async def batch() -> dict[str, Any]:
        return await read(lambda tx: job_batches.find_batch(tx, batch_id))

    async def has_done(least: int) -> bool:
        return bool((await batch())["done"] >= least)

    victim = shop.worker()
    await until(partial(has_done, 100), what="the batch is under way")
    await victim.kill()
    assert (await batch())["state"] == "running"
    shop.worker()
    await until(partial(has_done, 2500), what="the batch is done")
    waiting = "SELECT 1 FROM job WHERE state IN ('queued', 'running') AND public_id LIKE 'buried-%' LIMIT 1"

    async def is_quiet() -> bool:
        return not await books.rows(waiting)

    await until(is_quiet, what="all that was retried has ended")
    retried = await books.rows("SELECT job_id FROM job_event WHERE type = 'retried'")
    assert len(retried) == len({row["job_id"] for row in retried}) == 2500
    dead = await books.rows("SELECT kind FROM job WHERE state = 'dead'")
    assert [row["kind"] for row in dead] == ["mail.order"] * 50
