"""What a stock alert says, and to whom."""

from dataclasses import dataclass

from models.database import Transaction
from models.shared.errors import ProductNotFound


@dataclass(frozen=True, slots=True)
class StockFacts:
    """A product's stock in the words of an alert."""

    public_id: str
    sku: str
    name: str
    available: int
    low_stock_threshold: int
    is_sold: bool


async def stock_of(tx: Transaction, product_id: int) -> StockFacts:
    """Raises ProductNotFound."""
    row = await tx.fetch_one(
        "SELECT p.public_id, p.sku, p.name, i.on_hand - i.reserved AS available, i.low_stock_threshold,"
        " p.status = 'active' AS is_sold FROM product p JOIN inventory i ON i.product_id = p.id WHERE p.id = ?",
        product_id,
    )
    if row is None:
        raise ProductNotFound("There is no such product.")
    return StockFacts(*row)


async def admin_addresses(tx: Transaction) -> list[str]:
    """The admins who can sign in."""
    rows = await tx.fetch("SELECT email FROM users WHERE role = 'admin' AND is_active ORDER BY id")
    return [row["email"] for row in rows]
