"""How orders travel and what it costs: methods by country, each at a flat price and free from a sum of goods on."""

from dataclasses import dataclass

from models.database import Row, Transaction
from models.shared.errors import Invalid

FIELDS = ("code", "name", "promise", "countries", "price_cents", "free_from_cents", "position", "is_active")
COLUMNS = ", ".join(FIELDS)
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
    where = "" if include_inactive else "WHERE is_active "
    rows = await tx.fetch(f"SELECT {COLUMNS} FROM shipping_method {where}ORDER BY position, code")  # noqa: S608
    return [_method(row) for row in rows]


def cost_cents(row: Row, country: str, subtotal_cents: int) -> int:
    """What sending costs, by the method found `BESIDE` other things.

    Raises:
        Invalid: there is no such method, or it does not go there.
    """
    method = _method(row, "shipping_") if row["shipping_code"] is not None else None
    if method is None or not method.goes_to(country):
        words = f"{method.name} does not go to {country}." if method else "There is no such way of shipping."
        raise Invalid.field("shipping_method", "unavailable", words)
    return method.cost_cents(subtotal_cents)


def _method(row: Row, prefix: str = "") -> ShippingMethodView:
    told = {field: row[prefix + field] for field in FIELDS}
    told |= {"countries": tuple(told["countries"].split()), "is_active": bool(told["is_active"])}
    return ShippingMethodView(**told)
