"""The page of an order whose worker dies: it stays open, waits, and reaches its end with the next worker."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop

pytestmark = pytest.mark.browser
RESCUED = 180_000  # milliseconds: a lease, a round, the wait after a crash, on a busy machine


@pytest.fixture
def frail(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """A shop of its own with short leases, whose worker freezes when a charge was made and nobody knows yet."""
    shop = RunningShop(tmp_path_factory.mktemp("frail"), CARTWRIGHT_LEASE_SECONDS="2")
    try:
        yield shop.open(CARTWRIGHT_FAILPOINTS="after_ask=stop")
        shop.run("doctor")
    finally:
        shop.close()


def test_an_order_outlives_its_worker_on_the_same_open_page(visit: Visit, frail: RunningShop) -> None:
    visitor = visit(frail)
    name = frail.ask("/api/v1/products/sku:SKU-0001")["name"]
    visitor.sign_up("patient@example.com")
    visitor.order("tok_slow", name)
    visitor.page.evaluate("window.mark = 'the same page'")
    visitor.sees_step("Stock held")
    frail.kill_worker()
    expect(visitor.page.locator("#order-line[hx-get]")).to_be_visible()
    frail.start_worker()
    expect(visitor.page.get_by_role("heading", name="Your order is confirmed.")).to_be_visible(timeout=RESCUED)
    visitor.sees_step("Email sent")
    visitor.sees_settled()
    assert visitor.page.evaluate("window.mark") == "the same page"
    books = (frail.folder / "test-provider.jsonl").read_text()
    assert books.count('"captured"') == 1
