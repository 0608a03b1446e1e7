"""What became of orders, for whoever kept a record of their own beside the shop (`cartwright prove`)."""

from dataclasses import dataclass

from models.database import Transaction, fetch_all, fetch_column, fetch_count
from models.orders.order_states import Status

UNDECIDED = (Status.PENDING, Status.RESERVED)
SOLD = (Status.CONFIRMED, Status.SHIPPED, Status.DELIVERED)
OUTCOMES = """
SELECT public_id, email, status, total_cents, created_at, decided_at FROM orders ORDER BY id
"""
LINES = """
SELECT o.public_id AS order_id, p.public_id AS product_id, l.quantity
FROM order_line l JOIN orders o ON o.id = l.order_id JOIN product p ON p.id = l.product_id ORDER BY l.id
"""
LOST_THEIR_WORKERS = "SELECT public_id FROM job WHERE state = 'dead' AND error_type = 'WorkerLost' ORDER BY id"
OPEN_WORK = """
SELECT count(*) FROM job WHERE state IN ('queued', 'running')
AND kind IN ('order.process', 'payment.refund', 'payment.reconcile')
"""


@dataclass(frozen=True, slots=True)
class OrderOutcome:
    """An order as the shop has it. Times are epoch milliseconds."""

    public_id: str
    email: str
    status: str
    total_cents: int
    created_at: int
    decided_at: int | None

    @property
    def is_decided(self) -> bool:
        return self.status not in UNDECIDED

    @property
    def is_sold(self) -> bool:
        return self.status in SOLD


@dataclass(frozen=True, slots=True)
class OrderedUnits:
    """So many units of one product in one order, both by their public ids."""

    order_id: str
    product_id: str
    quantity: int


async def outcomes(tx: Transaction) -> list[OrderOutcome]:
    """Every order of the shop."""
    return await fetch_all(tx, OrderOutcome, OUTCOMES)


async def ordered_units(tx: Transaction) -> list[OrderedUnits]:
    """What every order of the shop holds."""
    return await fetch_all(tx, OrderedUnits, LINES)


async def count_undecided(tx: Transaction) -> int:
    """How many orders are neither confirmed nor cancelled."""
    return await fetch_count(tx, "SELECT count(*) FROM orders WHERE status IN (?, ?)", *UNDECIDED)


async def count_open_work(tx: Transaction) -> int:
    """How many jobs of orders, refunds and comparisons wait or run."""
    return await fetch_count(tx, OPEN_WORK)


async def lost_their_workers(tx: Transaction) -> list[str]:
    """The public ids of jobs that are dead because each of three workers was lost with them."""
    return await fetch_column(tx, str, LOST_THEIR_WORKERS)


async def products_to_sell(tx: Transaction, most: int) -> list[str]:
    """The public ids of the first products."""
    return await fetch_column(
        tx, str, "SELECT public_id FROM product WHERE status = 'active' ORDER BY id LIMIT ?", most
    )
