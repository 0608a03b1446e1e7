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
    page.locator("#q").press_sequentially("teapot")
    expect(page).to_have_url(re.compile(r"/products$"))
    page.clock.resume()
    expect(page).to_have_url(re.compile(r"/products\?.*q=teapot"))
    expect(page.locator("li.product")).to_have_count(1)
    page.go_back()
    expect(page.locator("li.product").nth(3)).to_be_visible()
    page.go_forward()
    expect(page.locator("li.product")).to_have_count(1)


def test_a_new_search_counts_each_category_and_offers_best_match(visitor: Visitor) -> None:
    page = visitor.go("/products")
    expect(page.locator("#sort option:checked")).to_have_text("Newest")
    page.locator("#q").fill("teapot")
    expect(page.locator("#category option", has_text="Kitchen")).to_have_text("Kitchen & Table (1)")
    expect(page.locator("#sort option:checked")).to_have_text("Best match")
    page.locator("#category").focus()
    page.locator("#category").select_option("home")
    expect(page).to_have_url(re.compile(r"/products/home/\?q=teapot$"))
    expect(page.locator("#category")).to_be_focused()
    page.locator("#category").select_option("")
    expect(page).to_have_url(re.compile(r"/products\?q=teapot$"))


def test_suggestions_are_walked_through_by_the_keys(visitor: Visitor) -> None:
    page = visitor.go("/auth/login")
    box, listed = page.get_by_role("combobox", name="Search the shop"), page.locator("#suggestions")
    box.press_sequentially("ki")
    expect(listed).to_be_hidden()
    box.press_sequentially("t")
    expect(listed).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowUp")
    expect(listed.locator("[aria-selected=true]")).to_contain_text("See all")
    box.press("ArrowUp")
    chosen = listed.locator("[aria-selected=true]")
    expect(chosen).to_contain_text("Kitchen & Table")
    expect(box).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    expect(box).to_be_focused()
    box.press("Escape")
    expect(listed).to_be_hidden()
    expect(box).to_have_value("kit")
    box.press_sequentially("c")
    expect(listed).to_be_visible()
    box.press("ArrowUp")
    box.press("ArrowUp")
    box.press("Enter")
    expect(page).to_have_url(re.compile("/products/kitchen/$"))


def test_suggestions_are_touched_on_a_phone_and_close_beside_them(visit: Visit, running: RunningShop) -> None:
    page = visit(running, viewport=NARROW, has_touch=True, is_mobile=True).go("/")
    box, listed = page.locator("#search"), page.locator("#suggestions")
    box.tap()
    box.press_sequentially("teapot")
    expect(listed).to_be_visible()
    page.locator("#main").tap(position={"x": 5, "y": 600})
    expect(listed).to_be_hidden()
    box.tap()
    listed.get_by_role("option", name="Kestrel").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kestrel Cast-Iron Teapot")


def test_the_search_of_the_header_is_a_plain_form_without_scripts(visit: Visit, running: RunningShop) -> None:
    page = visit(running, java_script_enabled=False).go("/auth/login")
    page.locator("#search").fill("teapot")
    page.locator("#search").press("Enter")
    expect(page).to_have_url(re.compile(r"/products\?q=teapot$"))
    expect(page.locator("li.product")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_phones_list_has_one_search_box_that_holds_the_words(
    visit: Visit, running: RunningShop, scripts: bool
) -> None:
    page = visit(running, viewport=NARROW, java_script_enabled=scripts).go("/products?q=teapot")
    boxes = page.locator("input[name=q]:visible")
    expect(boxes).to_have_count(1)
    expect(boxes).to_have_value("teapot")
    boxes.fill("notebook")
    boxes.press("Enter")
    expect(page).to_have_url(re.compile(r"/products\?q=notebook$"))
    expect(page.locator("input[name=q]:visible")).to_have_value("notebook")


def test_the_search_of_the_header_follows_the_words_of_the_list(visitor: Visitor) -> None:
    page = visitor.go("/products?q=teapot")
    page.locator("#q").fill("oak")
    expect(page).to_have_url(re.compile(r"q=oak$"))
    expect(page.locator("#search")).to_have_value("oak")


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
