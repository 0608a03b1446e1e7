"""One product as its row, for whoever changes it: locked until the transaction ends, retired ones included."""

from tortoise.expressions import Q

from models.shared.errors import Invalid, ProductNotFound
from models.shared.public_ids import is_public_id
from models.tables.catalog_tables import Category, Product

LONGEST_SLUG = 80


async def find_row(public_id: str, *, lock: bool = True) -> Product:
    """Raises ProductNotFound."""
    wanted = Product.filter(public_id=public_id)
    product = await (wanted.select_for_update() if lock else wanted).first() if is_public_id(public_id) else None
    if product is None:
        raise ProductNotFound("There is no such product.")
    return product


async def details_of(public_id: str) -> str:
    """The rich text of a product, retired ones included. Raises ProductNotFound."""
    return (await find_row(public_id, lock=False)).details


async def category_named(name: str) -> Category:
    """The category with this public id or slug. Raises Invalid, naming the field `category_id`."""
    named = Q(slug=name) | Q(public_id=name) if is_public_id(name) else Q(slug=name)
    found = await Category.filter(named).first() if len(name) <= LONGEST_SLUG else None
    if found is None:
        raise Invalid.field("category_id", "unknown", "There is no such category.")
    return found
