"""Looking around: + Cart from the shelf, search as one types, the cart's own controls, and the menu."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser


def test_plus_cart_says_so_and_counts(visitor: Visitor, names: list[str]) -> None:
    visitor.put_in_cart(names[0])
    expect(visitor.page.locator("#cart-count")).to_contain_text("1")
    visitor.page.get_by_role("button", name=f"add {names[0]}").click()
    expect(visitor.page.locator("#cart-count")).to_contain_text("2")
    toast = visitor.page.locator(".toast").first
    expect(toast.get_by_role("link", name="Go to the cart")).to_be_visible()
    toast.get_by_role("button", name="Close").click()
    expect(visitor.page.locator(".toast")).to_have_count(1)


def test_search_as_you_type_changes_shelf_and_address(visitor: Visitor) -> None:
    visitor.page.clock.install()
    page = visitor.go("/products")
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))  # however long the keys take, the fingers do not rest
    page.locator("input[name=q]").press_sequentially("teapot")
    expect(page).to_have_url(re.compile(r"/products$"))
    page.clock.resume()
    expect(page).to_have_url(re.compile(r"/products\?.*q=teapot"))
    expect(page.locator("li.product")).to_have_count(1)
    page.go_back()
    expect(page.locator("li.product").nth(3)).to_be_visible()
    page.go_forward()
    expect(page.locator("li.product")).to_have_count(1)


def test_the_cart_agrees_with_itself_after_every_change(visitor: Visitor, names: list[str]) -> None:
    visitor.put_in_cart(*names[:2])
    page = visitor.go("/cart")
    page.get_by_role("button", name=f"One more of {names[0]}").click()
    expect(page.locator("#cart-count")).to_contain_text("3")
    expect(page.get_by_label(f"Quantity of {names[0]}")).to_have_value("2")
    page.get_by_role("button", name=f"Remove {names[1]}").click()
    expect(page.locator(".cart-line")).to_have_count(1)
    page.get_by_label(f"Quantity of {names[0]}").fill("0")
    page.get_by_label(f"Quantity of {names[0]}").press("Enter")
    expect(page.get_by_role("heading", name="Your cart is empty")).to_be_visible()
    expect(page.locator("#cart-count")).to_contain_text("0")


def test_more_than_there_is_is_refused_in_words_and_the_cart_stays(visitor: Visitor, names: list[str]) -> None:
    visitor.excuse("409")
    visitor.put_in_cart(names[0])
    page = visitor.go("/cart")
    page.get_by_label(f"Quantity of {names[0]}").fill("999")
    page.get_by_label(f"Quantity of {names[0]}").press("Enter")
    expect(page.locator("#toasts")).to_contain_text(re.compile("stock|left", re.IGNORECASE))
    expect(page.get_by_label(f"Quantity of {names[0]}")).to_have_value("1")


def test_the_menu_of_a_narrow_screen_opens_and_closes(visit: Visit, running: RunningShop) -> None:
    page = visit(running, viewport=NARROW).go("/")
    page.locator(".menu summary").click()
    expect(page.locator(".menu-sheet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu-sheet")).to_be_hidden()
    page.locator(".menu summary").click()
    page.locator(".menu-sheet").get_by_role("link", name="Products").click()
    expect(page).to_have_url(re.compile("/products$"))
