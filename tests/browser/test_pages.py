"""Every page and state, for everybody: nothing serious for the checker of accessibility, and nothing too wide."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from core.settings import Settings
from tests.browser.axe import findings
from tests.browser.conftest import Visit
from tests.browser.nu_checker import Checker, faults_of
from tests.browser.running_shop import RunningShop
from tests.browser.tour import LIMITED, Tour
from tests.browser.visitor import NARROW, NARROWEST, WIDE, Visitor
from web.app import create_app

__all__ = ["faults_of"]
pytestmark = pytest.mark.browser
LOOKS: Any = ((NARROWEST, "light"), (NARROW, "dark"), (WIDE, "light"))
PARTS = ("catalogue", "cart", "doors", "forgotten", "account", "checkout", "orders")
# Pages behind the shop, answers that are no pages, and those that lead elsewhere at once.
# The second step of a login is looked at by test_passkeys.py.
ELSEWHERE = re.compile(
    r"/(admin|api|docs|redoc|media|metrics|livez|readyz|ops)\b|/products/search|/search/suggestions|/status$"
    r"|/auth/second-factor$|\.(xml|txt|ico|png)$"
)


class Looker:
    """Looks at each stop at all widths, in light and in dark, and remembers what is wrong, and where it was."""

    def __init__(self) -> None:
        self.wrong, self.paths, self.sources = dict[str, Any](), set[str](), dict[str, str]()

    def look(self, visitor: Visitor, name: str) -> None:
        page = visitor.page
        for size, scheme in LOOKS:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size(size)
            if (pixels := visitor.overflows()) > 0:
                self.wrong[f"{name} at {size['width']}"] = f"{pixels} pixels too wide"
            if found := findings(page):
                self.wrong[f"{name} at {size['width']}, {scheme}"] = found
        self.sources[name] = visitor.source()
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
    shop = RunningShop(tmp_path, is_empty=part == "empty", **(LIMITED if part == "empty" else {}))
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
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not ELSEWHERE.search(rule.rule)
    }
    shown = app.url_map.bind("localhost")
    seen = {shown.match(path, method="GET", return_rule=True)[0].rule for path in looker.paths - {"/nowhere"}}
    assert pages - seen == set()


def test_the_markup_of_every_stop_is_without_faults(looker: Looker, faults_of: Checker) -> None:
    assert len(looker.sources) > 40
    assert faults_of(looker.sources) == {}


def test_the_checker_of_markup_finds_what_is_planted(visitor: Visitor, faults_of: Checker) -> None:
    visitor.go("/auth/login")
    page = visitor.source()
    planted = {
        "as-it-is": page,
        "form-in-span": page.replace("<main", "<span><form></form></span><main"),
        "select": page.replace("<main", "<select required><option value=1>One</select><main"),
        "twice": page.replace("<main", '<p id="main"></p><p id="main"></p><main'),
    }
    assert set(faults_of(planted)) == {"form-in-span", "select", "twice"}


PLANTED = """
<button></button><p id="faint" class="text-base" hidden>Hard to read</p><div id="broad"></div>
"""
PLANT = """html => {
  document.querySelector("main").insertAdjacentHTML("beforeend", html);
  const faint = document.getElementById("faint");
  faint.hidden = false;
  Object.assign(faint.style, {color: "#666", backgroundColor: "#777"});
  Object.assign(document.getElementById("broad").style, {width: "3000px", height: "1px"});
}"""


def test_each_look_finds_what_is_planted(visitor: Visitor) -> None:
    page, looker = visitor.go("/auth/login"), Looker()
    looker.look(visitor, "before")
    assert looker.wrong == {}
    page.evaluate(PLANT, PLANTED)
    looker.look(visitor, "after")
    for size, scheme in LOOKS:
        assert "too wide" in looker.wrong[f"after at {size['width']}"]
        found = " ".join(looker.wrong[f"after at {size['width']}, {scheme}"])
        assert "button-name" in found
        assert "color-contrast" in found


def test_no_page_of_the_staff_scrolls_sideways(staff: Visitor) -> None:
    wide = {}
    for path in ("/admin", "/admin/jobs", "/admin/emails"):
        staff.go(path)
        for size, _ in LOOKS:
            staff.page.set_viewport_size(size)
            wide[path, size["width"]] = staff.overflows()
    assert {where: pixels for where, pixels in wide.items() if pixels > 0} == {}
