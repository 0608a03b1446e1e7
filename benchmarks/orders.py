"""Orders placed directly through the models: the load of the measurements that are not about HTTP."""

import asyncio
import contextlib
import secrets
import time
from collections.abc import AsyncIterator

from benchmarks.shop import Shop
from models.carts.carts import Owner
from models.checkout.checkout import Buyer, Checkout, Placed, place
from models.database import Transaction, close_database, install_notify, open_database, read, write
from models.shared.secret_tokens import hashed
from workers.engines.huey_engine import HueyEngine
from workers.engines.queue_engine import Notifier

ADDRESS = {"name": "A", "line1": "1 Road", "city": "X", "postal_code": "97201", "country": "US"}


@contextlib.asynccontextmanager
async def notifying(shop: Shop) -> AsyncIterator[None]:
    """The shop's database, open in this process, which notifies workers as a web process does."""
    await open_database(shop.url)
    engine = HueyEngine(f"{shop.folder}/queue.db")
    notifier = Notifier(engine)
    install_notify(notifier)
    try:
        yield
    finally:
        install_notify(None)
        notifier.close()
        engine.close()
        await close_database()


async def place_one(number: int, token: str = "tok_ok") -> Placed:
    """One order of one thing."""
    secret = secrets.token_hex(12)

    async def work(tx: Transaction) -> Placed:
        cart = await tx.fetch_one(
            "INSERT INTO cart (public_id, token_hash, created_at, updated_at) VALUES (?, ?, ?, ?) RETURNING id",
            *(secret, hashed(secret), tx.now, tx.now),
        )
        await tx.execute(
            "INSERT INTO cart_item (public_id, cart_id, product_id, quantity, unit_price_cents, created_at)"
            " VALUES (?, ?, ?, 1, 1, ?)",
            *(secret, cart["id"], number % 100 + 1, tx.now),
        )
        buyer = Buyer(Owner(token=secret), "a@example.com")
        return await place(tx, buyer, Checkout(secret, "f", "standard", ADDRESS, "test_card", token))

    return await write(work)


async def place_many(orders: int) -> None:
    """So many orders, as quickly as they can be placed."""
    for start in range(0, orders, 200):
        await asyncio.gather(*(place_one(number) for number in range(start, min(start + 200, orders))))


async def undecided() -> int:
    """How many orders wait for their decision."""
    row = await read(
        lambda tx: tx.fetch_one("SELECT count(*) AS orders FROM orders WHERE status IN ('pending', 'reserved')")
    )
    return int(row["orders"])


async def seconds_to_decide(order_id: int, limit: float = 10) -> float:
    """From now until the order is confirmed, looking every half millisecond."""
    began = time.perf_counter()
    while time.perf_counter() - began < limit:
        row = await read(lambda tx: tx.fetch_one("SELECT status FROM orders WHERE id = ?", order_id))
        if row["status"] == "confirmed":
            return time.perf_counter() - began
        await asyncio.sleep(0.0005)
    raise RuntimeError(f"order {order_id} was not decided within {limit} s")
