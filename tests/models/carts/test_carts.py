"""Carts: one a person, quantities that add up, today's prices, and nobody else's."""

import asyncio
from pathlib import Path

import pytest
import pytest_asyncio

from models.carts import carts
from models.carts.carts import Owner
from models.database import read, write
from models.shared.errors import CartFull, InsufficientStock, Invalid, NotFound, ProductNotFound
from tests.stack import sqlite_only

pytestmark = pytest.mark.asyncio

NOBODY = "k" * 22


@pytest_asyncio.fixture
async def ids(demo_shop):
    """Public product ids by SKU number: ids[1] is SKU-0001's."""
    rows = await read(lambda tx: tx.fetch("SELECT sku, public_id FROM product ORDER BY id LIMIT 100"))
    return {int(row["sku"][-4:]): row["public_id"] for row in rows}


async def user(email):
    async def register(tx):
        row = await tx.fetch_one(
            "INSERT INTO users (public_id, email, password_hash, created_at, updated_at)"
            " VALUES (?, ?, 'x', ?, ?) RETURNING id",
            *(email, email, tx.now, tx.now),
        )
        return Owner(user_id=row["id"])

    return await write(register)


@pytest_asyncio.fixture
async def ann(ids):
    return await user("ann@example.com")


@pytest_asyncio.fixture
async def bob(ids):
    return await user("bob@example.com")


async def add(owner, product_id, quantity=1):
    return await write(lambda tx: carts.add_item(tx, owner, product_id, quantity))


async def change(owner, item_id, quantity):
    return await write(lambda tx: carts.change_item(tx, owner, item_id, quantity))


async def show(owner):
    return await read(lambda tx: carts.view(tx, owner))


async def merge(token, owner):
    return await write(lambda tx: carts.merge(tx, token, owner.user_id))


async def run(sql, *values):
    return await write(lambda tx: tx.execute(sql, *values))


async def stock(number, on_hand):
    sql = "UPDATE inventory SET on_hand = ? WHERE product_id = (SELECT id FROM product WHERE sku = ?)"
    assert await run(sql, on_hand, f"SKU-{number:04d}") == 1


async def guest(product_id, quantity=1):
    return Owner(token=(await add(Owner(), product_id, quantity)).token)


async def test_a_cart_nobody_filled_is_empty_and_makes_no_row(ann):
    cart = await show(ann)
    assert (cart.id, cart.items, cart.subtotal_cents, cart.count, cart.can_be_ordered) == (None, [], 0, 0, False)
    assert (await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM cart")))["n"] == 0


async def test_adding_again_adds_up_on_one_line(ann, ids):
    first = await add(ann, ids[1], 2)
    second = await add(ann, ids[1], 3)
    assert [(line.sku, line.quantity, line.line_total_cents) for line in second.items] == [("SKU-0001", 5, 9000)]
    assert (second.subtotal_cents, second.count, second.version) == (9000, 5, first.version + 1)
    assert second == await show(ann)
    assert await read(lambda tx: carts.count(tx, ann)) == 5


async def test_eight_parallel_adds_of_one_make_eight(ann, ids):
    await asyncio.gather(*(add(ann, ids[1]) for _ in range(8)))
    cart = await show(ann)
    assert [line.quantity for line in cart.items] == [8]
    assert cart.version == 8


@pytest.mark.parametrize("quantity", [0, -1, -40, 1000, 2**63, -(2**63)])
async def test_a_quantity_out_of_bounds_is_refused_and_changes_nothing(ann, ids, quantity):
    with pytest.raises(Invalid):
        await add(ann, ids[1], quantity)
    assert await show(ann) == carts.CartView()


@pytest.mark.parametrize("product_id", ["", "1", "x" * 26, "\x00", "\ud800", "' OR 1=1 --"])
async def test_an_unknown_product_cannot_be_added(ann, product_id):
    with pytest.raises(ProductNotFound):
        await add(ann, product_id)
    assert (await show(ann)).id is None


async def test_a_retired_product_cannot_be_added(ann, ids):
    await run("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0001'")
    with pytest.raises(ProductNotFound):
        await add(ann, ids[1])


async def test_more_than_there_is_is_refused_with_what_there_is(ann, ids):
    await add(ann, ids[1], 30)
    with pytest.raises(InsufficientStock) as refusal:
        await add(ann, ids[1], 21)
    assert refusal.value.extra["available"] == 50
    assert refusal.value.extra["items"][0] == {
        "product_name": "Alder Stoneware Mug",
        "sku": "SKU-0001",
        "requested": 51,
        "available": 50,
    }
    assert (await show(ann)).items[0].quantity == 30


async def test_what_orders_hold_is_not_available(ann, ids):
    await run("UPDATE inventory SET reserved = 48 WHERE product_id = (SELECT id FROM product WHERE sku = 'SKU-0001')")
    with pytest.raises(InsufficientStock):
        await add(ann, ids[1], 3)
    assert (await add(ann, ids[1], 2)).items[0].available == 2


async def test_a_line_holds_at_most_999(ann, ids):
    await stock(1, 5000)
    await add(ann, ids[1], 999)
    with pytest.raises(Invalid):
        await add(ann, ids[1], 1)
    assert (await show(ann)).count == 999


async def test_the_hundred_and_first_product_finds_the_cart_full(ann, ids):
    async def one_more_product(tx):
        await tx.execute(
            "INSERT INTO product (public_id, sku, slug, name, price_cents, category_id, created_at, updated_at)"
            " VALUES ('extra', 'EXTRA', 'extra', 'Extra', 100, 1, ?, ?)",
            *(tx.now, tx.now),
        )
        await tx.execute(
            "INSERT INTO inventory (product_id, on_hand, updated_at) SELECT id, 50, ? FROM product WHERE sku = 'EXTRA'",
            tx.now,
        )

    await write(one_more_product)
    for product_id in ids.values():
        await add(ann, product_id)
    with pytest.raises(CartFull):
        await add(ann, "extra")
    assert len((await add(ann, ids[1])).items) == 100  # more of what is there still goes in


async def test_changing_a_line_sets_its_quantity_and_nought_removes_it(ann, ids):
    line = (await add(ann, ids[1], 2)).items[0]
    await add(ann, ids[2])
    changed = await change(ann, line.id, 7)
    assert [item.quantity for item in changed.items] == [7, 1]
    assert changed.version == 3
    assert [item.sku for item in (await change(ann, line.id, 0)).items] == ["SKU-0002"]
    with pytest.raises(NotFound):
        await change(ann, line.id, 1)


@pytest.mark.parametrize("quantity", [-1, 1000, 2**70])
async def test_changing_to_a_bad_quantity_leaves_the_line(ann, ids, quantity):
    line = (await add(ann, ids[1], 2)).items[0]
    with pytest.raises(Invalid):
        await change(ann, line.id, quantity)
    assert (await show(ann)).items == [line]


async def test_changing_to_more_than_there_is_leaves_the_line(ann, ids):
    line = (await add(ann, ids[1], 2)).items[0]
    with pytest.raises(InsufficientStock):
        await change(ann, line.id, 51)
    cart = await show(ann)
    assert (cart.items, cart.version) == ([line], 1)


async def test_a_retired_line_can_be_lowered_and_removed_but_not_raised_or_ordered(ann, ids):
    line = (await add(ann, ids[1], 2)).items[0]
    await run("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0001'")
    with pytest.raises(ProductNotFound):
        await change(ann, line.id, 3)
    cart = await change(ann, line.id, 1)
    assert (cart.items[0].problem, cart.items[0].problem_code) == ("No longer sold", "no_longer_sold")
    assert (cart.items[0].quantity, cart.subtotal_cents, cart.can_be_ordered) == (1, 0, False)
    assert (await write(lambda tx: carts.remove_item(tx, ann, line.id))).items == []


async def test_lowering_a_short_line_is_always_possible_and_what_cannot_be_sold_is_not_in_the_total(ann, ids):
    line = (await add(ann, ids[1], 9)).items[0]
    await add(ann, ids[2], 1)
    whole = (await show(ann)).subtotal_cents
    await stock(1, 5)
    cart = await change(ann, line.id, 7)
    short = next(each for each in cart.items if each.id == line.id)
    assert (short.quantity, short.problem, short.problem_code) == (7, "Only 5 left", "not_enough")
    assert cart.subtotal_cents == whole - 9 * short.unit_price_cents
    with pytest.raises(InsufficientStock):
        await change(ann, line.id, 8)
    taken = await change(ann, line.id, 5)
    assert (taken.can_be_ordered, taken.subtotal_cents) == (True, whole - 4 * short.unit_price_cents)


@pytest.mark.parametrize(("left", "problem"), [(0, "Sold out"), (2, "Only 2 left"), (3, None)])
async def test_a_short_line_says_what_is_left(ann, ids, left, problem):
    await add(ann, ids[1], 3)
    await stock(1, left)
    cart = await show(ann)
    assert cart.items[0].problem == problem
    assert cart.can_be_ordered == (problem is None)
    assert len(cart.warnings) == (problem is not None)


async def test_prices_are_todays_and_a_moved_one_shows_both(ann, ids):
    await add(ann, ids[1], 2)
    await run("UPDATE product SET price_cents = 2500 WHERE sku = 'SKU-0001'")
    line = (await show(ann)).items[0]
    assert (line.unit_price_cents, line.previous_price_cents, line.line_total_cents) == (2500, 1800, 5000)
    await run("UPDATE product SET price_cents = 1800 WHERE sku = 'SKU-0001'")
    assert (await show(ann)).items[0].previous_price_cents is None


async def test_clearing_empties_the_cart_and_is_harmless_without_one(ann, bob, ids):
    await add(ann, ids[1])
    cleared = await write(lambda tx: carts.clear(tx, ann))
    assert (cleared.items, cleared.version) == ([], 2)
    assert await write(lambda tx: carts.clear(tx, bob)) == carts.CartView()


async def test_nobody_reaches_anothers_line(ann, bob, ids):
    line = (await add(ann, ids[1], 2)).items[0]
    await add(bob, ids[2])
    stranger = await guest(ids[3])
    for other in (bob, stranger, Owner(), Owner(token=NOBODY)):
        with pytest.raises(NotFound):
            await change(other, line.id, 9)
        with pytest.raises(NotFound):
            await write(lambda tx, other=other: carts.remove_item(tx, other, line.id))
    assert (await show(ann)).items == [line]


@pytest.mark.parametrize("item_id", ["", "1", "\x00", "\ud800", "%", "x" * 9999])
async def test_an_id_that_is_none_is_not_found(ann, ids, item_id):
    await add(ann, ids[1])
    with pytest.raises(NotFound):
        await change(ann, item_id, 2)
    with pytest.raises(NotFound):
        await write(lambda tx: carts.remove_item(tx, ann, item_id))


async def test_a_guest_gets_a_secret_once_and_comes_back_with_it(ids):
    first = await add(Owner(), ids[1])
    assert first.token is not None
    assert len(first.token) >= 22  # 128 bits
    again = await add(Owner(token=first.token), ids[1])
    assert (again.token, again.id, again.count) == (None, first.id, 2)


@sqlite_only("it looks through the bytes of the file")
async def test_the_secret_itself_is_not_in_the_database(ids, demo_shop):
    secret = (await add(Owner(), ids[1])).token
    path = Path(demo_shop.removeprefix("sqlite:///"))
    stored = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert b"token_hash" in stored
    assert secret.encode() not in stored


async def test_an_unknown_secret_opens_nothing_and_is_never_taken_over(ids):
    assert (await show(Owner(token=NOBODY))).id is None
    made = await add(Owner(token=NOBODY), ids[1])
    assert made.token not in (None, NOBODY)
    assert (await show(Owner(token=NOBODY))).id is None


async def test_merging_adds_up_and_the_guests_cart_is_gone(ann, ids):
    await add(ann, ids[1], 40)
    visitor = await guest(ids[1], 30)
    await add(visitor, ids[2], 2)
    merged = await merge(visitor.token, ann)
    assert [(line.sku, line.quantity) for line in merged.items] == [("SKU-0001", 50), ("SKU-0002", 2)]
    assert (await show(visitor)).id is None


async def test_merging_twice_or_nothing_changes_nothing(ann, ids):
    visitor = await guest(ids[1], 3)
    merged = await merge(visitor.token, ann)
    assert await merge(visitor.token, ann) == merged
    assert await merge(NOBODY, ann) == merged
    assert await merge("\ud800", ann) == merged


async def test_merging_caps_at_999_and_leaves_out_what_is_not_to_be_had(ann, ids):
    await stock(1, 5000)
    await add(ann, ids[1], 600)
    visitor = await guest(ids[1], 600)
    await add(visitor, ids[2])
    await add(visitor, ids[3])
    await stock(2, 0)
    await run("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0003'")
    assert [(line.sku, line.quantity) for line in (await merge(visitor.token, ann)).items] == [("SKU-0001", 999)]


async def test_merging_keeps_to_a_hundred_products(ann, ids):
    for number in range(1, 100):
        await add(ann, ids[number])
    visitor = await guest(ids[100])
    await add(visitor, ids[1])
    assert len((await merge(visitor.token, ann)).items) == 100
    await run("DELETE FROM cart_item WHERE product_id IN (SELECT id FROM product WHERE sku = 'SKU-0100')")

    async def fill(tx):
        await tx.execute(
            "INSERT INTO product (public_id, sku, slug, name, price_cents, category_id, created_at, updated_at)"
            " VALUES ('extra', 'EXTRA', 'extra', 'Extra', 100, 1, ?, ?)",
            *(tx.now, tx.now),
        )
        await tx.execute(
            "INSERT INTO inventory (product_id, on_hand, updated_at) SELECT id, 50, ? FROM product WHERE sku = 'EXTRA'",
            tx.now,
        )

    await write(fill)
    visitor = await guest("extra")
    await add(visitor, ids[100])
    full = await merge(visitor.token, ann)
    assert len(full.items) == 100
    assert full.items[-1].sku == "EXTRA"  # the first one of the guest's found the last room


async def test_parallel_merges_of_one_cart_count_once(ann, ids):
    visitor = await guest(ids[1], 3)
    await asyncio.gather(*(merge(visitor.token, ann) for _ in range(5)))
    assert (await show(ann)).count == 3


async def test_one_of_a_sold_out_product_cannot_be_put_in_the_cart(ann, ids):
    await stock(1, 0)
    with pytest.raises(InsufficientStock):
        await add(ann, ids[1], 1)
    assert (await show(ann)).count == 0


async def test_exactly_what_is_left_can_be_put_in_the_cart(ann, ids):
    await stock(1, 1)
    assert (await add(ann, ids[1], 1)).count == 1
