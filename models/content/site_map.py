"""The products that the site map lists, a file of them at a time."""

from dataclasses import dataclass

from models.database import Transaction, fetch_all, fetch_count

PER_FILE = 1_000  # a file may hold 50,000; small ones are made and kept at little cost
MOST_FILES = 50_000
# A family is mapped by the page that all of its pages name as theirs (web/shop/catalog_pages.py): its first product's.
MAPPED = """p.status = 'active' AND (p.family_id IS NULL OR p.id =
    (SELECT min(q.id) FROM product q WHERE q.family_id = p.family_id AND q.status = 'active'))"""
CHANGED = """CASE WHEN p.family_id IS NULL THEN p.updated_at ELSE
    (SELECT max(q.updated_at) FROM product q WHERE q.family_id = p.family_id AND q.status = 'active') END"""


@dataclass(frozen=True, slots=True)
class MappedProduct:
    """A product on sale: public id, slug, and when it was changed last."""

    id: str
    slug: str
    updated_at: int


async def mapped_count(tx: Transaction) -> int:
    """How many products are on sale; a family counts once."""
    return await fetch_count(tx, f"SELECT count(*) FROM product p WHERE {MAPPED}")  # noqa: S608  a text of this module


async def mapped_products(tx: Transaction, number: int) -> list[MappedProduct]:
    """Those of file `number`, from 1; none past the end."""
    if not 1 <= number <= MOST_FILES:
        return []
    sql = f"SELECT p.public_id AS id, p.slug, {CHANGED} AS updated_at FROM product p WHERE {MAPPED}"  # noqa: S608  texts of this module
    sql += " ORDER BY p.id LIMIT ? OFFSET ?"
    return await fetch_all(tx, MappedProduct, sql, PER_FILE, (number - 1) * PER_FILE)
