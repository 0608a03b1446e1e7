"""Every page behind the shop in every state, in a shop with a past: nothing serious for axe, nothing too wide."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from core.settings import Settings
from tests.browser import staff_screens, stage
from tests.browser.conftest import STAFF, Visit
from tests.browser.nu_checker import Checker, faults_of
from tests.browser.running_shop import RunningShop
from tests.browser.test_pages import Looker
from tests.browser.visitor import PASSWORD
from web.app import create_app

__all__ = ["faults_of"]
pytestmark = pytest.mark.browser
NO_PAGES = re.compile(r"/(alarm|html|file\.csv|files/<table>|openapi\.json)$")  # files, and parts of pages


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
def looker() -> Looker:
    """One for all states."""
    return Looker()


def test_pages_for_the_staff(visit: Visit, old_shop: RunningShop, looker: Looker) -> None:
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
    seen = []
    for state in staff_screens.walk(admin, old_shop):
        looker.look(admin, state)
        seen.append(state)
        admin.page.set_viewport_size({"width": 1280, "height": 900})
    assert looker.wrong == {}
    assert {"order", "webhook", "job-dead", "batch", "orders-ship", "product-refused", "paused"} <= set(seen)
    assert len(seen) == len(set(seen)) > 40


def test_no_page_for_the_staff_is_left_out(looker: Looker, tmp_path: Path) -> None:
    app = create_app(Settings(env="development", secret_key="k" * 48, data_dir=tmp_path))
    pages = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.rule.startswith("/admin") and not NO_PAGES.search(rule.rule)
    }
    shown = app.url_map.bind("localhost")
    assert pages - {shown.match(path, method="GET", return_rule=True)[0].rule for path in looker.paths} == set()


def test_the_markup_for_the_staff_is_without_faults(looker: Looker, faults_of: Checker) -> None:
    assert len(looker.sources) > 40
    assert faults_of(looker.sources) == {}
