"""Without JavaScript, without a mouse, and on a narrow screen: the shop works for everybody."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import ADDRESS, Visitor

pytestmark = pytest.mark.browser


def test_buying_and_cancelling_work_without_scripts(visit: Visit, running: RunningShop, names: list[str]) -> None:
    visitor = visit(running, java_script_enabled=False)
    page = visitor.go(f"/products?q={names[1]}")
    page.get_by_role("button", name=f"add {names[1]}").click()
    expect(page).to_have_url(re.compile("/cart$"))
    page.get_by_label(f"Quantity of {names[1]}").fill("2")
    page.get_by_role("button", name="Update").click()
    expect(page.locator("#cart-count")).to_contain_text("2")
    page.locator("#checkout").click()
    visitor.fill_in_checkout("tok_ok", email="plain@example.com")
    visitor.place()
    visitor.sees_step("Accepted")
    visitor.sees_step("Email sent")  # the page asks for itself again by <meta>
    page.locator("#cancel-question").click()
    page.get_by_role("button", name="Yes, cancel").click()
    expect(page.get_by_role("heading", name="This order was cancelled.")).to_be_visible()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_purchase_with_the_keyboard_alone(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("keys@example.com")
    page = visitor.go(f"/products?q={names[0]}")
    press_at(visitor, re.compile(f"add {re.escape(names[0])}"), "Enter")
    expect(page.locator("#cart-count")).to_contain_text("1")
    visitor.go("/cart")
    press_at(visitor, re.compile("^Checkout$"), "Enter")
    page.wait_for_url(re.compile("/checkout"))
    press_at(visitor, re.compile("^Country"), "U")
    typed = {**ADDRESS, "country": "nited States"}  # the beginning of its name finds it
    for field in ("country", "name", "line1", "line2", "city", "region", "postal_code", "phone"):
        expect(page.locator(f"#{field}")).to_be_focused()
        if field == "name":
            page.keyboard.press("Control+A")
        page.keyboard.type(typed.get(field, ""))
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the button comes next
    page.wait_for_url(re.compile("/checkout/shipping"))
    press_at(visitor, re.compile("Standard"), "ArrowDown")
    expect(page.locator("input[value=express]")).to_be_checked()
    press_at(visitor, re.compile("Continue"), "Enter")
    page.wait_for_url(re.compile("/checkout/payment"))
    press_at(visitor, re.compile("Continue"), "Enter")
    page.wait_for_url(re.compile("/checkout/review"))
    press_at(visitor, re.compile("Place the order"), "Enter")
    page.wait_for_url(re.compile("/orders/."))
    visitor.sees_settled()


def press_at(visitor: Visitor, name: "re.Pattern[str]", key: str) -> None:
    """Tab until what has the focus is called so, and press a key there."""
    script = "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent"
    for _ in range(80):
        visitor.page.keyboard.press("Tab")
        focused = " ".join(str(visitor.page.evaluate(script)).split())
        if name.search(focused):
            visitor.page.keyboard.press(key)
            return
    raise AssertionError(f"the keyboard does not reach {name.pattern}")


def test_what_has_the_focus_is_seen_and_the_first_stop_skips_the_navigation(visitor: Visitor) -> None:
    page = visitor.go("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
