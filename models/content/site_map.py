"""The products that the site map lists, a file of them at a time."""

from dataclasses import dataclass

from models.database import Transaction, fetch_all, fetch_count

PER_FILE = 1_000  # a file may hold 50,000; small ones are made and kept at little cost
MOST_FILES = 50_000


@dataclass(frozen=True, slots=True)
class MappedProduct:
    """A product on sale: public id, slug, and when it was changed last."""

    id: str
    slug: str
    updated_at: int


async def mapped_count(tx: Transaction) -> int:
    """How many products are on sale."""
    return await fetch_count(tx, "SELECT count(*) FROM product WHERE status = 'active'")


async def mapped_products(tx: Transaction, number: int) -> list[MappedProduct]:
    """Those of file `number`, from 1; none past the end."""
    if not 1 <= number <= MOST_FILES:
        return []
    sql = "SELECT public_id AS id, slug, updated_at FROM product WHERE status = 'active' ORDER BY id LIMIT ? OFFSET ?"
    return await fetch_all(tx, MappedProduct, sql, PER_FILE, (number - 1) * PER_FILE)
