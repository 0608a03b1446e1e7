"""What a stock alert says, and to whom."""

from dataclasses import dataclass

from models.database import Transaction
from models.shared.errors import ProductNotFound


@dataclass(frozen=True, slots=True)
class StockAlert:
    """A product's stock in the words of an alert."""

    public_id: str
    sku: str
    name: str
    available: int
    low_stock_threshold: int


async def stock_of(tx: Transaction, product_id: int) -> StockAlert:
    """Raises ProductNotFound."""
    row = await tx.fetch_one(
        "SELECT p.public_id, p.sku, p.name, i.on_hand - i.reserved AS available, i.low_stock_threshold"
        " FROM product p JOIN inventory i ON i.product_id = p.id WHERE p.id = ?",
        product_id,
    )
    if row is None:
        raise ProductNotFound("There is no such product.")
    return StockAlert(*row)


async def admin_addresses(tx: Transaction) -> list[str]:
    """The admins who can sign in."""
    rows = await tx.fetch("SELECT email FROM users WHERE role = 'admin' AND is_active ORDER BY id")
    return [row["email"] for row in rows]
