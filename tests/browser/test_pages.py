"""Every page and state, for everybody: nothing serious for the checker of accessibility, and nothing too wide."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from settings import Settings
from tests.browser.axe import findings
from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop
from tests.browser.tour import Tour
from tests.browser.visitor import NARROW, NARROWEST, WIDE, Visitor
from web.app import create_app

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]  # a whole walk each
LOOKS: Any = ((NARROWEST, "light"), (NARROW, "dark"), (WIDE, "light"))
PARTS = ("catalogue", "cart", "doors", "forgotten", "account", "checkout", "orders")
# Pages behind the shop, answers that are no pages, and those that lead elsewhere at once.
ELSEWHERE = re.compile(r"/(admin|api|docs|redoc|media|metrics|livez|readyz|ops)\b|/products/search|/status$")


class Looker:
    """Looks at each stop at all widths, in light and in dark, and remembers what is wrong, and where it was."""

    def __init__(self) -> None:
        self.wrong, self.paths = dict[str, Any](), set[str]()

    def look(self, visitor: Visitor, name: str) -> None:
        page = visitor.page
        for size, scheme in LOOKS:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size(size)
            if (pixels := visitor.overflows()) > 0:
                self.wrong[f"{name} at {size['width']}"] = f"{pixels} pixels too wide"
            if found := findings(page):
                self.wrong[f"{name} at {size['width']}, {scheme}"] = found
        self.paths.add(page.url.removeprefix(visitor.url).partition("?")[0])


@pytest.fixture(scope="session")
def looker() -> Looker:
    """One for the whole tour."""
    return Looker()


@pytest.mark.parametrize("part", PARTS)
def test_nothing_serious_is_wrong_on_the_tour(visit: Visit, running: RunningShop, looker: Looker, part: str) -> None:
    take(part, visit, running, looker)


@pytest.mark.parametrize("part", ["unattended", "empty"])
def test_nothing_serious_is_wrong_in_a_shop_without(
    visit: Visit, chromium: Browser, tmp_path: Path, looker: Looker, part: str
) -> None:
    """Without a worker, and without products."""
    shop = RunningShop(tmp_path, is_empty=part == "empty")
    try:
        take(part, visit, shop.open(), looker)
    finally:
        shop.close()


def take(part: str, visit: Callable[..., Visitor], shop: RunningShop, looker: Looker) -> None:
    looker.wrong.clear()
    getattr(Tour(shop, visit, looker.look), part)()
    assert looker.wrong == {}


def test_the_tour_leaves_no_page_out(looker: Looker, tmp_path: Path) -> None:
    app = create_app(Settings(env="development", secret_key="k" * 48, data_dir=tmp_path))
    pages = {
        rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and not ELSEWHERE.search(rule.rule)
    }
    shown = app.url_map.bind("localhost")
    seen = {shown.match(path, method="GET", return_rule=True)[0].rule for path in looker.paths - {"/nowhere"}}
    assert pages - seen == set()


def test_the_checker_finds_what_is_planted(visitor: Visitor) -> None:
    page = visitor.go("/")
    assert findings(page) == []
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')")
    assert re.match("button-name", findings(page)[0])


def test_no_page_of_the_staff_scrolls_sideways(visit: Visit, staff: Visitor) -> None:
    wide = {}
    for size, _ in LOOKS:
        staff.page.set_viewport_size(size)
        for path in ("/admin", "/admin/jobs", "/admin/emails"):
            staff.go(path)
            wide[path, size["width"]] = staff.overflows()
    assert {where: pixels for where, pixels in wide.items() if pixels > 0} == {}
