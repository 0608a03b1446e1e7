"""Two hundred shoppers and few units: never more is sold than there is, and everybody is told."""

import asyncio
from collections import Counter

import httpx
import pytest

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop
from tests.faults.shopping import Guest, Lines, client_of, place_many, products, set_stock
from tests.faults.stacks import on_databases_by_redis

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]


async def rush(shop: Shop, guests: list[Guest], wishes: list[Lines]) -> list[httpx.Response]:
    """Everybody fills a cart; then all check out at once."""
    filled = await asyncio.gather(*(guest.fill(lines) for guest, lines in zip(guests, wishes, strict=True)))
    ready = [guest for guest, is_full in zip(guests, filled, strict=True) if is_full]
    return await asyncio.gather(*(guest.order_until_answered() for guest in ready))


async def sold(product: str) -> int:
    """Units of a product in confirmed orders."""
    found = await books.rows(
        "SELECT coalesce(sum(l.quantity), 0) AS units FROM orders o JOIN order_line l ON l.order_id = o.id"
        " JOIN product p ON p.id = l.product_id WHERE p.public_id = ? AND o.status = 'confirmed'",
        product,
    )
    return int(found[0]["units"])


async def scramble(
    shop: Shop,
    *,
    orders: int,
    units: int,
    workers: int,
    failpoints: str = "",
    planted: str = "",
    within: float = PATIENCE_SECONDS,
) -> None:
    """More is ordered than there is, past HTTP, and the workers sort it out."""
    one, other = await products(2)
    await set_stock(one, units)
    await set_stock(other, units)
    wishes: list[Lines] = [[(one, 1)] if n % 2 else [(other, 2), (one, 1)] for n in range(orders)]
    promised = await place_many([(lines, "tok_ok") for lines in wishes])
    for _ in range(workers):
        shop.worker(failpoints=failpoints, planted=planted)
    await books.settled(within=within)
    await books.in_order(shop, promised=promised)
    assert await sold(one) == units
    reasons = await books.rows("SELECT DISTINCT cancel_reason FROM orders WHERE status = 'cancelled'")
    assert [row["cancel_reason"] for row in reasons] == ["out_of_stock"]


async def test_two_hundred_shoppers_for_one_unit(shop):
    (product,) = await products(1)
    await set_stock(product, 1)
    webs = [await shop.web(), await shop.web()]
    for _ in range(2):
        shop.worker()
    async with client_of(webs[0].url) as client, client_of(webs[1].url) as other:
        guests = [Guest((client, other)[n % 2]) for n in range(200)]
        answers = await rush(shop, guests, [[(product, 1)]] * 200)
    assert {answer.status_code for answer in answers} <= {202, 409}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} <= {"insufficient_stock"}
    await books.settled()
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))
    ends = Counter((row["status"], row["cancel_reason"]) for row in await books.rows("SELECT * FROM orders"))
    assert ends.pop(("confirmed", None)) == 1
    assert set(ends) <= {("cancelled", "out_of_stock")}


async def test_two_hundred_shoppers_with_carts_in_opposite_order_and_cancellations(shop):
    one, other = await products(2)
    await set_stock(one, 10)
    await set_stock(other, 10)
    web = await shop.web()
    for _ in range(2):
        shop.worker()
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(200)]
        wishes = [_wish(shop, one, other) for _ in guests]
        rushing = asyncio.create_task(rush(shop, guests, wishes))
        cancelling = asyncio.create_task(_cancel_some(guests, rushing))
        answers = await rushing
        assert {answer.status_code for answer in await cancelling} <= {202}
    assert {answer.status_code for answer in answers} <= {202, 409}
    await books.settled()
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))
    assert await sold(one) <= 10
    assert await sold(other) <= 10


def _wish(shop: Shop, one: str, other: str) -> Lines:
    lines = [(one, shop.random.randint(1, 3)), (other, shop.random.randint(1, 3))]
    shop.random.shuffle(lines)
    return lines


async def _cancel_some(guests: list[Guest], rushing: "asyncio.Task[list[httpx.Response]]") -> list[httpx.Response]:
    """Each third guest with an order cancels it as soon as it is placed."""
    answers, cancelled = [], set()
    while True:
        last = rushing.done()
        for number, guest in enumerate(guests):
            if number % 3 == 0 and number not in cancelled and guest.promised:
                cancelled.add(number)
                answers.append(await guest.cancel())
        if last:
            return answers
        await asyncio.sleep(0.01)


async def test_workers_share_few_units_out_and_refuse_the_rest(shop):
    await scramble(shop, orders=60, units=7, workers=3)
