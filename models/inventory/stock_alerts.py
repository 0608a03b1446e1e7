"""What a stock alert says, and to whom."""

from dataclasses import dataclass

from models.database import Transaction, fetch_first
from models.shared.errors import ProductNotFound


@dataclass(frozen=True, slots=True)
class StockAlert:
    """A product's stock in the words of an alert."""

    public_id: str
    sku: str
    name: str
    available: int
    low_stock_threshold: int
    is_sold: bool


async def stock_of(tx: Transaction, product_id: int) -> StockAlert:
    """Raises ProductNotFound."""
    found = await fetch_first(
        *(tx, StockAlert),
        "SELECT p.public_id, p.sku, p.name, i.on_hand - i.reserved AS available, i.low_stock_threshold,"
        " p.status = 'active' AS is_sold FROM product p JOIN inventory i ON i.product_id = p.id WHERE p.id = ?",
        product_id,
    )
    if found is None:
        raise ProductNotFound("There is no such product.")
    return found
