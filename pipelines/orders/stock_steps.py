"""The stock steps of an order."""

from functools import partial

from models.database import Transaction
from models.inventory import inventory
from models.orders import orders
from models.orders.event_types import EventType
from models.orders.order_states import CancelReason
from models.orders.orders import OrderRecord
from models.shared.errors import InsufficientStock
from pipelines.orders.lock_waits import waits
from pipelines.orders.process_steps import StepRefused


async def reserve_stock(tx: Transaction, order: OrderRecord) -> None:
    """Reserve all lines, or refuse the order. Raises Snooze while another session holds the stock of one."""
    try:
        lines = await orders.lines_of(tx, order.id)
        products = [line.product_id for line in lines]
        await waits.run(tx, products, partial(inventory.reserve, tx, order.id, lines))
    except InsufficientStock as refusal:
        raise StepRefused(CancelReason.OUT_OF_STOCK, refusal.detail) from refusal


async def commit_stock(tx: Transaction, order: OrderRecord) -> None:
    """Commit the reservations, so that they do not expire."""
    await inventory.commit_reservations(tx, order.id)


async def watch_stock(tx: Transaction, order: OrderRecord) -> None:
    """Alert the admins of products that this order brought to their threshold, and note it as order events."""
    lines = await orders.lines_of(tx, order.id)
    names = {line.product_id: line.name for line in lines}
    for product_id, level in await inventory.watch(tx, list(names)):
        await orders.note(tx, order, EventType(f"stock.{level}"), actor="worker", detail=names[product_id])


async def ship_stock(tx: Transaction, order: OrderRecord) -> None:
    """Take the shipped units out of stock."""
    await inventory.ship(tx, order.id, actor="order")


async def free_stock(tx: Transaction, order: OrderRecord) -> None:
    """Release the order's reservations."""
    await inventory.release(tx, order.id, actor="order")
