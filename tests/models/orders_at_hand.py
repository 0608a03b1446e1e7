"""Orders for tests of what happens to them: placed by guests, past HTTP, in a shop that sells one thing."""

import uuid
from typing import Any

from models.carts import carts
from models.carts.carts import Owner
from models.checkout import buyers, checkout
from models.checkout.checkout import Checkout
from models.database import Transaction, read, read_long, write
from models.jobs.ledger import jobs
from models.jobs.ledger.jobs import Claim
from models.orders import order_progress
from models.orders.order_progress import OrderProgress
from models.reports import job_figures

ADDRESS = {"name": "Ada", "line1": "1 Main St", "city": "Springfield", "postal_code": "12345", "country": "US"}


async def place(quantity: int = 1, token: str = "tok_ok") -> int:
    """An order of the first product; its id."""

    async def work(tx: Transaction) -> int:
        product = await tx.fetch_one("SELECT public_id FROM product ORDER BY id LIMIT 1")
        assert product is not None
        cart = await carts.add_item(tx, Owner(), product["public_id"], quantity)
        key = str(uuid.uuid4())
        buyer = await buyers.guest(tx, cart.token, "ada@example.com", key.encode())
        wanted = Checkout(
            key=key,
            fingerprint="f" * 64,
            shipping_method="standard",
            shipping_address=ADDRESS,
            payment_method="test_card",
            payment_token=token,
        )
        return (await checkout.place(tx, buyer, wanted)).id

    return await write(work)


async def claim(most: int = 10, *, worker: str = "w1", queue: str = "orders", suspects: int = 1) -> list[Claim]:
    """What a worker takes."""
    return await write(lambda tx: jobs.claim(tx, [(queue, most)], worker=worker, lease_seconds=30, suspects=suspects))


async def claim_one(**options: Any) -> Claim:
    (one,) = await claim(1, **options)
    return one


async def run(sql: str, *values: Any) -> int:
    """One statement of the test's own."""
    return await write(lambda tx: tx.execute(sql, *values))


async def row(sql: str, *values: Any) -> tuple[Any, ...]:
    """The first row of a query."""
    found = await read(lambda tx: tx.fetch_one(sql, *values))
    assert found is not None, sql
    return tuple(found)


async def end_lease(claim: Claim) -> None:
    """The lease of this claim was over a second ago."""
    await run("UPDATE job SET lease_until = ? WHERE id = ?", claim.started_at - 1000, claim.id)


async def progress_now(order_id: int) -> OrderProgress:
    """Where an order stands, as its page reads it."""

    async def look(tx: Transaction) -> OrderProgress:
        row = await tx.fetch_one(
            f"SELECT o.status, {order_progress.COLUMNS} FROM orders o {order_progress.JOINS} WHERE o.id = ?",
            *(order_progress.alive_since(tx.now), order_id),
        )
        assert row is not None
        return order_progress.progress_of(row, tx.now)

    return await read(look)


async def roll_figures() -> bool:
    """Count a batch and add it, as the job does; whether there are more."""
    batch = await read_long(job_figures.count_new)
    await write(lambda tx: job_figures.add(tx, batch))
    return batch.has_more
