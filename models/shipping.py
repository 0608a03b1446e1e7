"""How orders travel and what it costs: methods by country, each at a flat price and free from a sum of goods on."""

from dataclasses import dataclass

from models.database import Row, Transaction
from models.refusals import FieldError, Invalid

COLUMNS = "code, name, promise, countries, price_cents, free_from_cents, position, is_active"


@dataclass(frozen=True, slots=True)
class ShippingMethod:
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


async def methods(tx: Transaction, *, include_inactive: bool = False) -> list[ShippingMethod]:
    """The methods on offer, in the order they are shown."""
    where = "" if include_inactive else "WHERE is_active "
    rows = await tx.fetch(f"SELECT {COLUMNS} FROM shipping_method {where}ORDER BY position, code")  # noqa: S608
    return [_method(row) for row in rows]


async def cost_of(tx: Transaction, code: str, *, country: str, subtotal_cents: int) -> int:
    """What sending costs, in cents.

    Raises:
        Invalid: there is no such method, or it does not go there.
    """
    row = await tx.fetch_one(f"SELECT {COLUMNS} FROM shipping_method WHERE code = ? AND is_active", code)  # noqa: S608
    method = _method(row) if row is not None else None
    if method is None or not method.goes_to(country):
        words = f"{method.name} does not go to {country}." if method else "There is no such way of shipping."
        raise Invalid(words, errors=[FieldError("shipping_method", "unavailable", words)])
    return method.cost_cents(subtotal_cents)


def _method(row: Row) -> ShippingMethod:
    plain = (row["code"], row["name"], row["promise"], tuple(row["countries"].split()))
    return ShippingMethod(
        *plain, row["price_cents"], row["free_from_cents"], row["position"], is_active=bool(row["is_active"])
    )
