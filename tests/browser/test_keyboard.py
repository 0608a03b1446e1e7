"""Where the keyboard is after something was done, what the title says, and that no page is stale or too wide."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import NARROWEST, Visitor

pytestmark = pytest.mark.browser
LONG = "Donaudampfschifffahrtsgesellschaft" * 5
ZOOMED = {"width": 640, "height": 450}  # a window of 1280 pixels at 200 %


def at_focus(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent"))


def test_the_keyboard_stays_at_the_button_after_adding(visitor: Visitor, names: list[str]) -> None:
    page = visitor.go(f"/products?q={names[0]}")
    button = page.get_by_role("button", name=re.compile(f"add {names[0]}$"))
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_be_visible()
    expect(button).to_be_focused()


def test_the_keyboard_is_in_the_cart_after_removing(visitor: Visitor, names: list[str]) -> None:
    visitor.put_in_cart(*names[:2])
    page = visitor.go("/cart")
    for left in (1, 0):
        page.get_by_role("button", name=re.compile("^Remove")).first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".cart-line")).to_have_count(left)
        expect(page.locator("#cart")).to_be_focused()


def test_the_keyboard_is_at_the_products_after_paging(visitor: Visitor) -> None:
    page = visitor.go("/products")
    page.get_by_role("link", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator("#results")).to_be_focused()


def test_a_refused_form_says_so_in_the_title_and_has_the_keyboard_at_the_reason(visitor: Visitor) -> None:
    visitor.excuse("401|422")
    page = visitor.go("/auth/login")
    page.get_by_label("E-mail").fill("nobody@example.com")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_title(re.compile("^Error: Log in"))
    expect(page.get_by_role("alert")).to_be_focused()


def test_a_refused_press_says_so_in_the_title_until_the_next_one(visitor: Visitor, names: list[str]) -> None:
    visitor.excuse("409")
    visitor.put_in_cart(names[0])
    page = visitor.go("/cart")
    box = page.get_by_label(f"Quantity of {names[0]}")
    box.fill("999")
    box.press("Enter")
    expect(page).to_have_title(re.compile("^Error: Cart"))
    expect(page.locator(".toast-bad")).not_to_contain_text("Request")
    expect(box).to_be_focused()
    page.get_by_role("button", name="Close this message").click()
    box.fill("2")
    box.press("Enter")
    expect(page).to_have_title(re.compile("^Cart"))


def test_back_shows_the_cart_as_it_is_now(visitor: Visitor, names: list[str]) -> None:
    page = visitor.go("/products")
    visitor.put_in_cart(*names[:2])
    visitor.go("/cart")
    page.get_by_role("button", name=f"Remove {names[1]}").click()
    expect(page.locator(".cart-line")).to_have_count(1)
    page.go_back()
    expect(page.locator("#cart-count")).to_contain_text("1")
    page.go_back()
    expect(page.locator("#cart-count")).to_contain_text("1")
    page.go_forward()
    page.go_forward()
    expect(page.locator(".cart-line")).to_have_count(1)


def test_a_message_covers_nothing_at_the_end_of_a_page(visitor: Visitor, names: list[str]) -> None:
    visitor.put_in_cart(names[0])
    page = visitor.page
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    bottom = "element => element.getBoundingClientRect().bottom"
    foot = page.locator(".foot").evaluate(bottom)
    top = page.locator(".toast").first.evaluate("element => element.getBoundingClientRect().top")
    assert foot <= top


def test_long_words_never_widen_a_page(visit: Visit, running: RunningShop, staff: Visitor) -> None:
    product = running.ask("/api/v1/products/sku:SKU-0088")
    category = running.tell("POST", "/categories", name=LONG[:80], description=LONG)
    changes = {"name": LONG[:180], "description": LONG, "category_id": category["id"]}
    running.tell("PATCH", f"/products/{product['id']}", **changes)
    visitor = visit(running)
    try:
        visitor.go(f"/products/{product['id']}")
        visitor.page.get_by_role("button", name="Add to Cart").click()
        expect(visitor.page.locator(".toast")).to_be_visible()
        visitor.go("/checkout")
        visitor.page.locator("#email").fill("guest@example.com")
        visitor.fill_in_address(name=LONG[:80], line1=LONG[:90], city=LONG[:60])
        visitor.go_on("shipping")
        visitor.page.locator("input[value=standard]").check()
        visitor.go_on("payment")
        visitor.page.locator("input[value=tok_ok]").check()
        visitor.go_on("review")
        order = visitor.place()
        visitor.sees_settled()
        paths = ("/", "/products", f"/products?q={LONG[:90]}", f"/products/{category['slug']}/", order, "/orders")
        seen = [(visitor, path) for path in (*paths, f"/products/{product['id']}")]
        visitor.go(f"/products/{product['id']}").get_by_role("button", name="Add to Cart").click()
        expect(visitor.page.locator(".toast")).to_be_visible()
        seen += [(visitor, "/cart"), (visitor, "/checkout/review")]
        behind = ("/admin/products?q=Donau", f"/admin/products/{product['id']}", "/admin/orders", f"/admin{order}")
        seen += [(staff, path) for path in (*behind, "/admin/categories", "/admin/inventory?q=Donau", "/admin/emails")]
        wide = {}
        for who, path in seen:
            who.go(path)
            for size in (NARROWEST, ZOOMED):
                who.page.set_viewport_size(size)
                if (pixels := who.overflows()) > 0:
                    wide[path, size["width"]] = pixels
        assert wide == {}
    finally:
        running.tell("PATCH", f"/products/{product['id']}", name=product["name"], category_id=product["category"]["id"])
