"""Stock under an admin's hands: counts, restocks and thresholds, each a row of the ledger."""

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.catalog.stock_list import list_stock
from models.database import read, read_long, write
from models.inventory import inventory, stock_adjustments
from models.operations import doctor
from models.orders import orders
from models.orders.order_states import Status
from models.shared.errors import BelowReserved, Invalid, ProductNotFound, VersionConflict
from tests.models.orders_at_hand import place, row, run

pytestmark = pytest.mark.asyncio
ADMIN = Actor("boss@example.com", 1)


async def first_product():
    return (await row("SELECT public_id FROM product ORDER BY id LIMIT 1"))[0]


async def restock(quantity, note=""):
    product = await first_product()
    return await write(lambda tx: stock_adjustments.restock(tx, ADMIN, product, quantity, note=note))


async def adjust(**changes):
    product = await first_product()
    return await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, product, **changes))


async def reserve(quantity):
    order = await place(quantity)

    async def work(tx):
        await inventory.reserve(tx, order, await orders.lines_of(tx, order))
        await orders.move(tx, await orders.load(tx, order), Status.RESERVED, actor="test")

    await write(work)


async def test_a_restock_adds_up_and_says_who(demo_shop):
    stock = await restock(25, note="delivery 7")
    assert (stock.on_hand, stock.available) == (75, 75)
    page = await read(lambda tx: stock_adjustments.ledger(tx, stock.product_id))
    newest = page.items[0]
    assert (newest.kind, newest.on_hand_change, newest.on_hand, newest.actor, newest.note) == (
        *("restock", 25, 75, "boss@example.com", "delivery 7"),
    )
    assert page.total == 2
    assert await read_long(doctor.violations, snapshot=True) == []


@pytest.mark.parametrize("quantity", [0, -1, 100_001, 2**63])
async def test_a_restock_out_of_bounds_is_refused(demo_shop, quantity):
    with pytest.raises(Invalid):
        await restock(quantity)
    assert await row("SELECT count(*) FROM stock_ledger WHERE kind = 'restock'") == (0,)


async def test_a_shelf_has_an_end(demo_shop):
    await adjust(on_hand=stock_adjustments.MOST_ON_HAND)
    with pytest.raises(Invalid):
        await restock(1)


async def test_a_count_under_the_promised_units_is_refused_with_the_lowest_possible(demo_shop):
    await reserve(4)
    with pytest.raises(BelowReserved) as refusal:
        await adjust(on_hand=3)
    assert refusal.value.extra["reserved"] == 4
    stock = await adjust(on_hand=4, reason="counted")
    assert (stock.on_hand, stock.reserved, stock.available) == (4, 4, 0)
    assert await read_long(doctor.violations, snapshot=True) == []
    [entry] = (await read(lambda tx: audit_log.entries(tx, AuditQuery(action="stock.adjust")))).items
    assert (entry.before["on_hand"], entry.after["on_hand"], entry.reason) == (50, 4, "counted")


async def test_a_threshold_is_a_change_of_its_own_and_warns_when_it_is_reached(demo_shop):
    await adjust(low_stock_threshold=50)
    assert await row("SELECT note FROM stock_ledger ORDER BY id DESC LIMIT 1") == ("(threshold 5 → 50)",)
    assert await row("SELECT kind, state FROM job") == ("stock.alert", "queued")
    await adjust(low_stock_threshold=50)
    assert await row("SELECT count(*) FROM stock_ledger WHERE kind = 'adjust'") == (1,)


async def test_after_a_restock_the_next_crossing_warns_again(demo_shop):
    await adjust(on_hand=5)
    await adjust(on_hand=4)
    assert await row("SELECT count(*) FROM job WHERE kind = 'stock.alert'") == (1,)
    await restock(10)
    await adjust(on_hand=5)
    assert await row("SELECT count(*) FROM job WHERE kind = 'stock.alert'") == (2,)


async def test_who_read_older_numbers_changes_nothing(demo_shop):
    stock = await adjust(on_hand=40, version=1)
    with pytest.raises(VersionConflict):
        await adjust(on_hand=41, version=1)
    assert stock.version == 2
    assert await row("SELECT on_hand FROM inventory ORDER BY product_id LIMIT 1") == (40,)


async def test_lists_search_and_find_what_is_low(demo_shop):
    await adjust(on_hand=5)
    low = await read(lambda tx: list_stock(tx, is_low=True))
    assert [stock.sku for stock in low.items] == ["SKU-0001"]
    found = await read(lambda tx: list_stock(tx, q="sku-001", per_page=3, page=2))
    assert (found.total, [stock.sku for stock in found.items]) == (10, ["SKU-0013", "SKU-0014", "SKU-0015"])
    assert (await read(lambda tx: list_stock(tx, q="%"))).total == 0
    await run("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0001'")
    assert (await read(lambda tx: list_stock(tx, is_low=True))).total == 0
    with pytest.raises(ProductNotFound):
        await read(lambda tx: stock_adjustments.ledger(tx, "none"))
