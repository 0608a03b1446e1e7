"""What stories are told with: shoppers who order, workers who work until nothing is due, and time that passes.

There is no queue and no sleeping: `drain` claims from the ledger as a worker does, and `later` moves what waits.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from models.accounts.account_record import Account
from models.carts import carts
from models.carts.carts import Owner
from models.checkout.buyers import customer
from models.checkout.checkout import Buyer, Checkout, Placed, place
from models.database import Transaction, read, read_long, write
from models.jobs.ledger.job_kinds import QUEUES
from models.jobs.ledger.jobs import Claim
from models.mail.mail_outbox import html_of
from models.operations import doctor
from models.orders.order_states import CancelReason
from models.orders.order_views import OrderView, by_row, view
from pipelines.orders.order_process import cancel
from tests.web.clients import make_user
from workers.job_attempt import attempt
from workers.job_claims import claim_and_open

ADDRESS = {
    "name": "Ann",
    "line1": "1 Mill Lane",
    "line2": "",
    "city": "Portland",
    "region": "",
    "postal_code": "97201",
    "country": "US",
    "phone": "",
}
WANTED = Checkout("key-1", "fingerprint", "standard", ADDRESS, "test_card", "tok_ok")


async def claim_due(most: int = 10, queues: Sequence[str] = tuple(queue.name for queue in QUEUES)) -> list[Claim]:
    """What a worker that looks now may work on."""
    shares = [(queue, most) for queue in queues]
    return await write(lambda tx: claim_and_open(tx, shares, worker="story", lease_seconds=30))


async def drain(most_rounds: int = 50) -> int:
    """Work until nothing is due; how many attempts that took."""
    attempts = 0
    for _ in range(most_rounds):
        claims = await claim_due()
        if not claims:
            return attempts
        for claim in claims:
            await attempt(claim)
        attempts += len(claims)
    raise AssertionError("the work does not come to an end")


async def later() -> None:
    """Everything that waits for its time is due now."""
    await write(
        lambda tx: tx.execute("UPDATE job SET run_at = ? WHERE state = 'queued' AND run_at > ?", tx.now, tx.now)
    )


async def shopper(email: str = "ann@example.com") -> Account:
    return await make_user(email)


async def fill_cart(account: Account, **quantities: int) -> None:
    """Put products in the cart: `SKU_0001=2`."""
    for sku, quantity in quantities.items():
        product = await one("SELECT public_id FROM product WHERE sku = ?", sku.replace("_", "-"))
        owner, product_id = Owner(user_id=account.id), product["public_id"]
        await write(lambda tx, o=owner, p=product_id, q=quantity: carts.add_item(tx, o, p, q))  # type: ignore[misc]


async def order(account: Account, token: str = "tok_ok", key: str = "key-1", **quantities: int) -> Placed:
    """Fill the cart and place it."""
    await fill_cart(account, **quantities)
    wanted = replace(WANTED, key=key, payment_token=token)

    async def work(tx: Transaction) -> Placed:
        buyer: Buyer = await customer(tx, account)
        return await place(tx, buyer, wanted)

    return await write(work)


async def see(placed: Placed) -> OrderView:
    """The order as its buyer sees it."""
    return await read(lambda tx: view(tx, by_row(placed.id)))


async def cancel_by_customer(placed: Placed) -> None:
    await write(lambda tx: cancel(tx, placed.id, actor="customer", reason=CancelReason.CUSTOMER))


async def set_stock(sku: str, on_hand: int) -> int:
    """Count the shelf anew, with its ledger row; the product's id."""

    async def work(tx: Transaction) -> int:
        row = await tx.fetch_one(
            "SELECT i.product_id, i.on_hand, i.reserved FROM inventory i JOIN product p ON p.id = i.product_id"
            " WHERE p.sku = ?",
            sku,
        )
        assert row is not None
        await tx.execute(
            "UPDATE inventory SET on_hand = ?, is_low = is_low AND ? <= low_stock_threshold,"
            " is_depleted = is_depleted AND ? <= 0 WHERE product_id = ?",
            *(on_hand, on_hand - row["reserved"], on_hand - row["reserved"], row["product_id"]),
        )
        await tx.execute(
            "INSERT INTO stock_ledger (product_id, kind, d_on_hand, d_reserved, on_hand, reserved, actor, note, at)"
            " VALUES (?, 'adjust', ?, 0, ?, ?, 'story', '', ?)",
            *(row["product_id"], on_hand - row["on_hand"], on_hand, row["reserved"], tx.now),
        )
        return int(row["product_id"])

    return await write(work)


async def stock(sku: str) -> tuple[int, int]:
    """On hand, and reserved of it."""
    row = await one(
        "SELECT i.on_hand, i.reserved FROM inventory i JOIN product p ON p.id = i.product_id WHERE p.sku = ?", sku
    )
    return row["on_hand"], row["reserved"]


async def job_states(kind: str) -> Counter[str]:
    rows = await every("SELECT state FROM job WHERE kind = ?", kind)
    return Counter(row["state"] for row in rows)


async def money(provider: Any, placed: Placed) -> int:
    """What the provider's own books say is kept of this order, in cents."""
    payments = await every("SELECT provider_key FROM payment WHERE order_id = ?", placed.id)
    granted = await every("SELECT provider_key FROM refund WHERE order_id = ?", placed.id)
    found = [await provider.lookup(row["provider_key"]) for row in [*payments, *granted]]
    entries = [entry for entry in found if entry is not None]
    signs = {"captured": 1, "refunded": -1, "declined": 0}
    return sum(signs[entry.state] * entry.amount_cents for entry in entries)


async def one(sql: str, *values: Any) -> Any:
    row = await read(lambda tx: tx.fetch_one(sql, *values))
    assert row is not None, sql
    return row


async def every(sql: str, *values: Any) -> list[Any]:
    return await read(lambda tx: tx.fetch(sql, *values))


async def mails(where: str = "TRUE", *values: Any) -> list[dict[str, Any]]:
    """Stored mail with its HTML, oldest first."""
    rows = await every(f"SELECT * FROM email_message WHERE {where} ORDER BY id", *values)
    return [{**dict(row), "html": html_of(row)} for row in rows]


async def books_are_clean() -> None:
    """`cartwright doctor` has nothing to say."""
    assert await read_long(doctor.violations, snapshot=True) == []
