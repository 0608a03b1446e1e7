"""Every page and state, for everybody: nothing serious for the checker of accessibility, and nothing too wide."""

import re
from typing import Any

import pytest

from tests.browser.axe import findings
from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import ADDRESS, NARROW, NARROWEST, WIDE, Visitor

pytestmark = pytest.mark.browser
SIZES: Any = (WIDE, NARROW, NARROWEST)


class Looker:
    """Looks at pages at all widths, in light and in dark, and remembers what is wrong with each."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.wrong, self.seen = visitor, dict[str, Any](), 0

    def look(self, *paths: str) -> None:
        """Go to these pages; without one, at the page that is open."""
        for path in paths or ("",):
            if path:
                self.visitor.go(path)
            self._judge(path or self.visitor.page.url.removeprefix(self.visitor.url))

    def _judge(self, name: str) -> None:
        page = self.visitor.page
        for size in SIZES:
            page.set_viewport_size(size)
            if (pixels := self.visitor.overflows()) > 0:
                self.wrong[f"{name} at {size['width']}"] = f"{pixels} pixels too wide"
        for scheme, size in (("light", SIZES[-1]), ("dark", SIZES[0])):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page.set_viewport_size(size)
            if found := findings(page):
                self.wrong[f"{name} in {scheme}"] = found
        self.seen += 1


def test_pages_for_everybody(visitor: Visitor, running: RunningShop) -> None:
    visitor.excuse("status of (404|422)")
    looker = Looker(visitor)
    product = running.ask("/api/v1/products/sku:SKU-0014")["id"]
    looker.look("/", "/products", "/products?q=oak&max_price=80&in_stock=1", "/products?q=nothing-like-it")
    looker.look("/products?min_price=9&max_price=2", "/products?page=99", f"/products/{product}", "/nowhere", "/cart")
    looker.look("/auth/login", "/auth/register")
    visitor.page.locator("main form button").last.click()
    assert looker.wrong == {}
    assert looker.seen == 11


def test_the_way_of_a_guest(visitor: Visitor, names: list[str]) -> None:
    visitor.excuse("status of 422")
    looker, page = Looker(visitor), visitor.page
    visitor.put_in_cart(*names)
    looker.look()  # with toasts
    looker.look("/cart", "/checkout")
    for name, words in ADDRESS.items():
        page.locator(f"#{name}").fill("nowhere" if name == "country" else words)
    page.locator("#country").evaluate("field => field.removeAttribute('maxlength')")
    page.locator("#country").fill("nowhere")
    page.locator("#email").fill("looker@example.com")
    page.locator("#step-form button").last.click()
    page.locator(".field-error:not(:empty)").first.wait_for()
    looker.look()  # with what is wrong
    page.locator("#country").fill("US")
    visitor.go_on("shipping")
    looker.look()
    visitor.go_on("payment")
    page.get_by_label("To another address than the parcel").check()
    looker.look()
    page.get_by_label("To another address than the parcel").uncheck()
    page.locator("input[value=tok_timeout]").check()
    visitor.go_on("review")
    looker.look()
    visitor.place()
    page.locator("#cancel-question").click()
    looker.look()  # live
    visitor.sees_settled()
    page.locator("#diary summary").click()
    looker.look()
    page.get_by_role("button", name="Yes, cancel").click()
    visitor.sees_step("Payment given back")
    looker.look()
    looker.look("/orders", "/orders?status=shipped")
    assert looker.wrong == {}
    assert looker.seen == 12


def test_the_account_of_a_customer(visitor: Visitor) -> None:
    looker = Looker(visitor)
    visitor.sign_up("looked-at@example.com")
    looker.look("/", "/orders", "/auth/profile", "/auth/change-password", "/auth/logout", "/account/addresses")
    looker.look("/account/addresses/new")
    assert looker.wrong == {}


def test_the_checker_finds_what_is_planted(visitor: Visitor) -> None:
    page = visitor.go("/")
    assert findings(page) == []
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')")
    assert re.match("button-name", findings(page)[0])


def test_no_page_of_the_staff_scrolls_sideways(visit: Visit, staff: Visitor) -> None:
    wide = {}
    for size in SIZES:
        staff.page.set_viewport_size(size)
        for path in ("/admin", "/admin/jobs", "/admin/emails"):
            staff.go(path)
            wide[path, size["width"]] = staff.overflows()
    assert {where: pixels for where, pixels in wide.items() if pixels > 0} == {}
