"""What shipping costs, and where it goes."""

import pytest

from models.database import read
from models.shared.errors import Invalid
from models.shipping import shipping_methods
from models.shipping.shipping_methods import ShippingMethodView
from tests.models.orders_at_hand import run

pytestmark = pytest.mark.asyncio


async def cost(code: str, country: str = "US", subtotal_cents: int = 5000) -> int:
    source = "(SELECT 1) AS one LEFT JOIN shipping_method m ON m.code = ? AND m.is_active"
    sql = f"SELECT {shipping_methods.BESIDE} FROM {source}"
    row = await read(lambda tx: tx.fetch_one(sql, code))
    assert row is not None
    return shipping_methods.cost_cents(shipping_methods.method_beside(row), country, subtotal_cents)


async def test_a_new_shop_ships_everywhere_in_two_ways(shop: str) -> None:
    found = await read(shipping_methods.methods)
    assert [(each.code, each.price_cents, each.goes_to("NZ")) for each in found] == [
        ("standard", 0, True),
        ("express", 1200, True),
    ]


async def test_it_is_free_from_the_sum_on_and_not_a_cent_below(shop: str) -> None:
    await run("UPDATE shipping_method SET free_from_cents = 5000 WHERE code = 'express'")
    assert [await cost("express", subtotal_cents=cents) for cents in (4999, 5000, 5001)] == [1200, 0, 0]


@pytest.mark.parametrize(("code", "country"), [("drone", "US"), ("express", "FR"), ("standard", "US")])
async def test_what_does_not_go_there_is_refused_by_name(shop: str, code: str, country: str) -> None:
    await run("UPDATE shipping_method SET countries = 'US CA' WHERE code = 'express'")
    await run("UPDATE shipping_method SET is_active = ? WHERE code = 'standard'", False)
    assert await cost("express", "CA") == 1200
    with pytest.raises(Invalid) as refused:
        await cost(code, country)
    assert [error.field for error in refused.value.errors] == ["shipping_method"]


async def test_countries_are_compared_whatever_their_case() -> None:
    method = ShippingMethodView("x", "X", "", ("DE",), 100, None, 0, is_active=True)
    assert (method.goes_to("de"), method.goes_to("fr")) == (True, False)
