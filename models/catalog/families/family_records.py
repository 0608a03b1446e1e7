"""Families as the people of the shop see them: with all their products, retired ones too."""

from dataclasses import dataclass

from models.catalog.catalog import PRODUCT_TABLES, ProductView, product_columns, product_of
from models.catalog.family_views import FamilyOption, options_of, places
from models.database import Transaction, fetch_all, fetch_count
from models.shared.errors import NotFound
from models.shared.paging import Page
from models.shared.public_ids import is_public_id
from models.tables.catalog_tables import ProductFamily

SUMMARIES = """
SELECT v.public_id AS id, v.name, v.options,
    (SELECT count(*) FROM product p WHERE p.family_id = v.id) AS member_count
FROM product_family v ORDER BY lower(v.name), v.id LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A product of the family, with its values of the options, in their order."""

    product: ProductView
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyRecord:
    """A family; its members in the order in which they are offered."""

    id: str
    name: str
    options: tuple[FamilyOption, ...]
    members: tuple[FamilyMember, ...]
    version: int
    created_at: int
    updated_at: int


@dataclass(frozen=True, slots=True)
class FamilySummary:
    """A family in a list; `options` is JSON."""

    id: str
    name: str
    options: str
    member_count: int

    @property
    def option_names(self) -> list[str]:
        """What its products differ by."""
        return [option.name for option in options_of(self.options)]


async def list_families(tx: Transaction, *, page: int, per_page: int) -> Page[FamilySummary]:
    """All of them by name."""
    found: Page[FamilySummary] = Page([], page, per_page, await fetch_count(tx, "SELECT count(*) FROM product_family"))
    found.items.extend(await fetch_all(tx, FamilySummary, SUMMARIES, per_page, found.offset))
    return found


async def find_family(tx: Transaction, public_id: str) -> FamilyRecord:
    """The family with this id. Raises NotFound."""
    row = await find_row(public_id, lock=False)
    sql = f"SELECT {product_columns(tx.dialect)} {PRODUCT_TABLES} WHERE p.family_id = ?"
    options = options_of(row.options)
    products = [product_of(each) for each in await tx.fetch(sql, row.id)]
    members = [FamilyMember(each, each.family.values) for each in products if each.family is not None]
    members.sort(key=lambda each: places(options, each.values))
    return FamilyRecord(public_id, row.name, options, tuple(members), row.version, row.created_at, row.updated_at)


async def find_row(public_id: str, *, lock: bool = True) -> ProductFamily:
    """Its row, locked until the transaction ends. Raises NotFound."""
    wanted = ProductFamily.filter(public_id=public_id)
    row = await (wanted.select_for_update() if lock else wanted).first() if is_public_id(public_id) else None
    if row is None:
        raise NotFound("There is no such family.")
    return row
