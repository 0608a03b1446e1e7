"""A family as one of its products shows it: the options, the values of this product, and all members on sale.

A statement over `product p` selects `family_columns` and joins `FAMILY`; products without a family cost it nothing.
"""

import json
from dataclasses import dataclass
from functools import cached_property

from models.database import Row
from models.database.transaction import Dialect

FAMILY = "LEFT JOIN product_family f ON f.id = p.family_id"
MEMBER = "s.id, s.public_id, s.sku, s.slug, s.price_cents, t.on_hand - t.reserved, t.low_stock_threshold"
MEMBERS: dict[Dialect, str] = {
    "sqlite": f"json_group_array(json_array({MEMBER}, json(s.option_values)))",
    "postgres": f"CAST(json_agg(json_build_array({MEMBER}, CAST(s.option_values AS json))) AS text)",
}
# Which member stands for its family in a list: the cheapest one that meets the list's conditions, written of q and j.
FIRST_MEMBER = """(p.family_id IS NULL OR p.id = (SELECT q.id FROM product q {stock}
    WHERE q.family_id = p.family_id AND {condition} ORDER BY q.price_cents, q.id LIMIT 1))"""
# How many rows a list would have too many if it did not show a family once.
MORE_MEMBERS = """(SELECT count(*) - count(DISTINCT q.family_id) FROM product q {stock}
    WHERE q.family_id IS NOT NULL AND {condition})"""


@dataclass(frozen=True, slots=True)
class FamilyOption:
    """What members differ by, such as the size, with its values in the order in which they are offered."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A product on sale of a family; `values` are its values of the family's options, in their order."""

    place: int  # among all products of the shop, by their age
    id: str
    sku: str
    slug: str
    price_cents: int
    available: int
    low_stock_threshold: int
    values: tuple[str, ...]

    @property
    def stock_state(self) -> str:
        """in_stock, low (at or under the threshold) or out."""
        return stock_state(self.available, self.low_stock_threshold)


@dataclass(frozen=True)
class Family:
    """The family of a product: `values` are this product's, `members` all that are on sale, as they are offered."""

    id: str
    name: str
    options: tuple[FamilyOption, ...]
    values: tuple[str, ...]
    members: tuple[Member, ...]

    @cached_property
    def prices(self) -> tuple[int, int]:
        """The lowest and the highest price of a member on sale, in cents; 0 without one."""
        prices = [each.price_cents for each in self.members]
        return min(prices, default=0), max(prices, default=0)

    @property
    def is_sold_out(self) -> bool:
        """Whether no member can be bought."""
        return all(each.available <= 0 for each in self.members)

    @property
    def first(self) -> Member | None:
        """The member that stands for the family in search engines; the site map names the same (site_map.MAPPED)."""
        return min(self.members, key=lambda each: each.place, default=None)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Each option's name with the value of this product."""
        return [(option.name, value) for option, value in zip(self.options, self.values, strict=False)]


def stock_state(available: int, low_stock_threshold: int) -> str:
    """in_stock, low (at or under the threshold) or out."""
    if available <= 0:
        return "out"
    return "low" if available <= low_stock_threshold else "in_stock"


def family_columns(dialect: Dialect) -> str:
    """What `family_of` reads of a product, in one statement with it."""
    members = f"""(SELECT {MEMBERS[dialect]} FROM product s JOIN inventory t ON t.product_id = s.id
        WHERE s.family_id = p.family_id AND s.status = 'active')"""  # noqa: S608  texts of this module
    return f"""f.public_id AS family_id, f.name AS family_name, f.options AS family_options, p.option_values,
        CASE WHEN p.family_id IS NOT NULL THEN {members} END AS family_members"""


def options_of(text: str) -> tuple[FamilyOption, ...]:
    """The options of a family as its row keeps them."""
    return tuple(FamilyOption(name, tuple(values)) for name, values in json.loads(text))


def family_of(row: Row) -> Family | None:
    """The family in a row with `family_columns`; None without one."""
    if row["family_id"] is None:
        return None
    options = options_of(row["family_options"])
    members = [_member(*facts) for facts in json.loads(row["family_members"] or "[]")]
    members.sort(key=lambda each: places(options, each.values))
    return Family(
        row["family_id"], row["family_name"], options, tuple(json.loads(row["option_values"])), tuple(members)
    )


def places(options: tuple[FamilyOption, ...], values: tuple[str, ...]) -> list[int]:
    """Where a combination stands: the place of each value among those of its option."""
    return [
        option.values.index(value) for option, value in zip(options, values, strict=False) if value in option.values
    ]


def _member(
    place: int, public_id: str, sku: str, slug: str, price: int, available: int, threshold: int, values: list[str]
) -> Member:
    return Member(place, public_id, sku, slug, price, available, threshold, tuple(values))
