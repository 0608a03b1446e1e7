"""Checkout closes while too many orders wait, and opens again; browsing goes on."""

from dataclasses import replace

import pytest
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import read, write
from tests.web.clients import Api, Browser, code_of, make_user
from tests.web.placing import api_body, checkout_form, place_by_api, product_id
from web.app import create_app
from web.checkout import checkout_backlog

pytestmark = pytest.mark.asyncio


async def an_order_waits(seconds: int) -> None:
    """The oldest order has been due for so long; there is one more for each call."""
    await write(
        lambda tx: tx.execute(
            "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, state, run_at, max_attempts, created_at)"
            " SELECT 'j' || count(*), 'order.process', 'orders', 10, 'j' || count(*), 'queued', ?, 12, ? FROM job",
            *(tx.now - seconds * 1000, tx.now),
        )
    )


async def try_order(app: Quart, api: Api) -> int:
    """Order once more, when the process has looked anew."""
    app.extensions[checkout_backlog.EXTENSION].seen_at = float("-inf")
    answer = await api.call("POST", "/orders", api_body(), **{"Idempotency-Key": "again"})
    return int(answer.status_code)


@pytest.fixture(name="seen_at_once")
def _seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkout_backlog, "CHECK_SECONDS", 0.0)


@pytest.mark.usefixtures("seen_at_once")
async def test_a_long_wait_closes_checkout_and_a_short_one_opens_it(app: Quart) -> None:
    await write(seed_demo)
    await make_user()
    ann, page = await Api(app).log_in("ann@example.com"), Browser(app)
    await page.log_in("ann@example.com")
    await an_order_waits(200)
    await page.post("/cart/items", product_id=await product_id())
    form = await checkout_form(page)
    assert "longer than usual" in await (await page.get("/checkout")).get_data(as_text=True)
    await an_order_waits(301)
    refused = await place_by_api(ann)
    assert await code_of(refused) == (503, "backlog")
    assert 30 <= int(refused.headers["Retry-After"]) <= 90
    on_page = await page.client.post("/checkout", form=form)
    assert (on_page.status_code, 30 <= int(on_page.headers["Retry-After"]) <= 90) == (503, True)
    assert "Your cart stays as it is" in await on_page.get_data(as_text=True)
    assert (await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM orders")))["n"] == 0
    for path in ("/", "/products", "/cart", "/orders", "/checkout"):
        assert (await page.get(path)).status_code == 200
    await write(lambda tx: tx.execute("UPDATE job SET run_at = ?", tx.now - 130_000))
    assert await try_order(app, ann) == 503
    await write(lambda tx: tx.execute("UPDATE job SET run_at = ?", tx.now - 80_000))
    assert await try_order(app, ann) == 202
    await write(lambda tx: tx.execute("UPDATE job SET run_at = ?", tx.now - 30_000))
    assert not await _says_slow(page)


async def _says_slow(page: Browser) -> bool:
    await page.post("/cart/items", product_id=await product_id())
    return "longer than usual" in await (await page.get("/checkout")).get_data(as_text=True)


async def test_more_waiting_than_the_setting_says_closes_it_too(shop: str, settings: Settings) -> None:
    await write(seed_demo)
    await make_user()
    app = create_app(replace(settings, backlog_jobs=3))
    ann = await Api(app).log_in("ann@example.com")
    for _ in range(3):
        await an_order_waits(0)
    assert (await place_by_api(ann)).status_code == 202  # the third may go in
    assert await try_order(app, ann) == 503
    await write(lambda tx: tx.execute("DELETE FROM job WHERE dedupe_key LIKE 'j%'"))
    assert await try_order(app, ann) == 409  # open again, and the cart is empty


async def test_a_process_looks_once_in_a_while(
    app: Quart, statements: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checkout_backlog.CHECK_SECONDS == 1.0
    monkeypatch.setattr(checkout_backlog, "CHECK_SECONDS", 600.0)
    await write(seed_demo)
    await make_user()
    ann = await Api(app).log_in("ann@example.com")
    for n in range(5):
        await place_by_api(ann, key=f"key-{n}")
    looks = [sql for sql in statements if sql.startswith("SELECT count(*) AS n") and "AS waiting" in sql]
    assert len(looks) == 1
