"""Every page behind the shop in every state, in a shop with a past: nothing serious for axe, nothing too wide."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import staff_screens, stage
from tests.browser.conftest import STAFF, Visit
from tests.browser.nu_checker import Checker, faults_of
from tests.browser.running_shop import RunningShop
from tests.browser.test_pages import Looker
from tests.browser.visitor import PASSWORD

__all__ = ["faults_of"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def old_shop(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """A shop of its own; its past was written past the program, so neither its books nor its log are asked."""
    shop = RunningShop(tmp_path_factory.mktemp("old"))
    try:
        shop.run("admin", "create", STAFF, given=f"{PASSWORD}\n")
        yield shop.open()
    finally:
        shop.close()


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """The HTML of every state, by its name."""
    return {}


def test_pages_for_the_staff(visit: Visit, old_shop: RunningShop, sources: dict[str, str]) -> None:
    shopper = visit(old_shop)
    name = old_shop.ask("/api/v1/products/sku:SKU-0014")["name"]
    shopper.order("tok_ok", name, email="bea@example.com")
    shopper.sees_settled()
    shopper.order("tok_timeout", name, email="bea@example.com")
    admin = visit(old_shop)
    # axe asks the frames of mails, too, which are sandboxed and so of no origin. Our scripts send no such messages.
    admin.excuse("status of 422|'postMessage' on 'DOMWindow': .* origin \\('null'\\)")
    admin.go("/auth/login")
    admin.log_in(STAFF)
    stage.set_up(old_shop.folder)
    looker = Looker()
    seen = []
    for state in staff_screens.walk(admin, old_shop):
        looker.look(admin, state)
        seen.append(state)
        admin.page.set_viewport_size({"width": 1280, "height": 900})
    sources |= looker.sources
    assert looker.wrong == {}
    assert {"order", "webhook", "job-dead", "batch", "orders-ship", "product-refused", "paused"} <= set(seen)
    assert len(seen) == len(set(seen)) > 40


def test_the_markup_for_the_staff_is_without_faults(sources: dict[str, str], faults_of: Checker) -> None:
    assert len(sources) > 40
    assert faults_of(sources) == {}
