"""How orders travel and what it costs: methods by country, each at a flat price and free from a sum of goods on."""

from dataclasses import dataclass

from models.database import Row, Transaction, from_row
from models.shared.errors import Invalid
from models.tables.order_tables import ShippingMethod

FIELDS = ("code", "name", "promise", "countries", "price_cents", "free_from_cents", "position", "is_active")
BESIDE = ", ".join(f"m.{name} AS shipping_{name}" for name in FIELDS)  # columns of a method `m` beside others


@dataclass(frozen=True, slots=True)
class ShippingMethodView:
    """One way to send an order. `countries` are two-letter codes; none means everywhere."""

    code: str
    name: str
    promise: str  # when it arrives, in words
    countries: tuple[str, ...]
    price_cents: int
    free_from_cents: int | None
    position: int
    is_active: bool

    def goes_to(self, country: str) -> bool:
        """Whether it is offered for this country."""
        return not self.countries or country.upper() in self.countries

    def cost_cents(self, subtotal_cents: int) -> int:
        """What it costs for goods of this sum."""
        is_free = self.free_from_cents is not None and subtotal_cents >= self.free_from_cents
        return 0 if is_free else self.price_cents


async def methods(tx: Transaction, *, include_inactive: bool = False) -> list[ShippingMethodView]:
    """The methods on offer, in the order they are shown."""
    found = ShippingMethod.all() if include_inactive else ShippingMethod.filter(is_active=True)
    return [method_of(row) for row in await found.order_by("position", "code")]


def cost_cents(method: ShippingMethodView | None, country: str, subtotal_cents: int) -> int:
    """What sending costs by this method.

    Raises:
        Invalid: there is no such method, or it does not go there.
    """
    if method is None or not method.goes_to(country):
        words = f"{method.name} does not go to {country}." if method else "There is no such way of shipping."
        raise Invalid.field("shipping_method", "unavailable", words)
    return method.cost_cents(subtotal_cents)


def method_of(row: Row) -> ShippingMethodView:
    """The method in a row of its columns."""
    return from_row(ShippingMethodView, row, countries=tuple(row["countries"].split()))


def method_beside(row: Row) -> ShippingMethodView | None:
    """The method in columns that stand `BESIDE` others; None if there is none."""
    return None if row["shipping_code"] is None else method_of({name: row[f"shipping_{name}"] for name in FIELDS})
