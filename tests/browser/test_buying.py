"""Buying in the browser, from a stranger's first look to the receipt."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.conftest import Visit
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import DECIDED, NARROW, PASSWORD, WIDE, Visitor

pytestmark = pytest.mark.browser
HALF_AN_HOUR_MS = 1_800_000


def test_a_guest_buys_three_things_and_follows_the_order_without_a_reload(
    visitor: Visitor, names: list[str], running: RunningShop
) -> None:
    visitor.page.clock.install()
    visitor.put_in_cart(*names)
    page = visitor.go("/cart")
    expect(page.locator(".cart-line")).to_have_count(3)
    page.locator("#checkout").click()
    visitor.fill_in_checkout("tok_ok", email="guest@example.com")
    visitor.place()
    page.evaluate("window.mark = 'the same page'")
    visitor.sees_step("Accepted")
    visitor.sees_step("Confirmed")
    visitor.sees_step("Email sent")
    visitor.sees_settled()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.fast_forward(HALF_AN_HOUR_MS)
    with page.expect_response("**/livez"):
        page.evaluate("fetch('/livez').then(answer => answer.text())")
    assert asked == [f"{visitor.url}/livez"]  # ours, which came after all that a clock has caused
    assert page.evaluate("window.mark") == "the same page"
    for name in names:
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.locator("#cart-count")).to_contain_text("0")
    page.reload()
    expect(page.get_by_role("heading", name="Your order is confirmed.")).to_be_visible()
    page.get_by_role("link", name="Create account").click()
    expect(page.get_by_label("E-mail")).to_have_value("guest@example.com")
    expect(page.get_by_label("Name")).to_have_value("Ann Example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.wait_for_url(re.compile("/orders/."))
    visitor.go("/orders")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_logging_in_on_the_way_brings_the_cart_along(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("returns@example.com")
    visitor.put_in_cart(names[0])
    visitor.page.get_by_role("button", name="Logout").click()
    visitor.put_in_cart(names[1])
    page = visitor.go("/checkout")
    page.get_by_role("link", name="Log in", exact=True).click()
    visitor.log_in("returns@example.com")
    expect(page).to_have_url(re.compile("/checkout$"))
    expect(page.locator("#cart-count")).to_contain_text("2")
    visitor.fill_in_checkout("tok_ok")
    visitor.place()
    visitor.sees_settled()


def test_one_may_go_back_without_loss_and_bill_somewhere_else(visitor: Visitor, names: list[str]) -> None:
    visitor.put_in_cart(names[0])
    page = visitor.go("/checkout")
    visitor.fill_in_checkout("tok_ok", email="back@example.com", method="express")
    page.get_by_role("link", name="Address", exact=True).click()
    expect(page.locator("#line1")).to_have_value("1 Mill Lane")
    page.locator("#line1").fill("2 Mill Lane")
    visitor.go_on("shipping")
    expect(page.locator("input[value=express]")).to_be_checked()
    visitor.go_on("payment")
    expect(page.locator("#billing_line1")).to_be_hidden()
    page.get_by_label("Different from the shipping address").check()
    visitor.fill_in_address("billing_", line1="9 Bill Road")
    visitor.go_on("review")
    for words in ("2 Mill Lane", "9 Bill Road", "Express"):
        expect(page.locator("#step-form")).to_contain_text(words)
    visitor.go("/checkout/shipping")
    visitor.go("/checkout")
    expect(page).to_have_url(re.compile("/checkout$"))
    visitor.place()
    expect(page.locator(".receipt")).to_contain_text("9 Bill Road")
    visitor.sees_settled()


def test_a_declined_payment_is_told_in_words_and_frees_the_stock(visitor: Visitor, running: RunningShop) -> None:
    before = running.available("SKU-0004")
    visitor.sign_up("declined@example.com")
    visitor.order("tok_declined", name_of(running, "SKU-0004"))
    expect(visitor.page.get_by_role("heading", name="Your card was declined. Nothing was charged.")).to_be_visible(
        timeout=DECIDED
    )
    visitor.sees_settled()
    assert running.available("SKU-0004") == before


def test_a_lost_answer_shows_the_payment_being_checked_and_then_confirms(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("timeout@example.com")
    visitor.order("tok_timeout", names[0])
    expect(visitor.page.locator("#order-status")).to_contain_text("Payment being checked", timeout=DECIDED)
    visitor.sees_step("Confirmed")
    visitor.sees_settled()


def test_an_order_is_cancelled_on_its_page(visitor: Visitor, running: RunningShop) -> None:
    before = running.available("SKU-0005")
    visitor.sign_up("cancels@example.com")
    visitor.order("tok_ok", name_of(running, "SKU-0005"))
    visitor.sees_settled()
    assert running.available("SKU-0005") == before - 1
    visitor.page.locator("#cancel-question").click()
    visitor.page.get_by_role("button", name="Yes, cancel").click()
    expect(visitor.page.get_by_role("heading", name="This order was cancelled.")).to_be_visible()
    expect(visitor.page.locator("#order-status")).to_contain_text("refunded", timeout=DECIDED)
    visitor.sees_settled()
    assert running.available("SKU-0005") == before


def test_a_double_click_places_one_order(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("twice@example.com")
    visitor.put_in_cart(names[1])
    visitor.go("/checkout")
    visitor.fill_in_checkout("tok_ok")
    visitor.page.locator("#place").dblclick()
    visitor.page.wait_for_url(re.compile("/orders/."))
    visitor.sees_settled()
    visitor.go("/orders")
    expect(visitor.page.locator("tbody tr")).to_have_count(1)


def test_going_back_after_placing_shows_the_order(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("again@example.com")
    path = visitor.order("tok_ok", names[1])
    visitor.page.go_back()
    expect(visitor.page).to_have_url(f"{visitor.url}{path}")
    visitor.go("/orders")
    expect(visitor.page.locator("tbody tr")).to_have_count(1)


def test_choosing_express_changes_the_total_that_is_charged(visitor: Visitor, names: list[str]) -> None:
    visitor.put_in_cart(names[2])
    page = visitor.go("/checkout")
    visitor.fill_in_checkout("tok_ok", email="express@example.com")
    total = page.locator(".sum-total dd")
    standard = total.inner_text()
    visitor.go("/checkout/shipping")
    page.locator("input[value=express]").check()
    expect(total).not_to_have_text(standard)
    express = total.inner_text()
    visitor.go_on("payment")
    visitor.go_on("review")
    visitor.place()
    expect(page.locator(".sum-total dd")).to_have_text(express)
    visitor.sees_settled()


def test_a_total_that_changed_meanwhile_has_to_be_agreed_to(visitor: Visitor, names: list[str]) -> None:
    visitor.excuse("status of 409")
    visitor.put_in_cart(names[2])
    visitor.go("/checkout")
    visitor.fill_in_checkout("tok_ok", email="two-tabs@example.com")
    other = visitor.new_page()
    other.goto(f"/products?q={names[0]}")
    other.get_by_role("button", name=f"add {names[0]}").click()
    expect(other.locator("#toasts")).to_contain_text("is in your cart")
    visitor.page.locator("#place").click()
    expect(visitor.page.get_by_role("alert")).to_contain_text("Your cart changed while you were reviewing")
    expect(visitor.page.get_by_role("alert")).to_contain_text(f"{names[0]}: added: 1 at")
    expect(visitor.page.locator("#step-form")).to_contain_text("Ann Example")
    expect(visitor.page.get_by_role("button", name="Accept the changes and place the order")).to_be_visible()
    path = visitor.place()
    visitor.page.go_back()
    expect(visitor.page).to_have_url(f"{visitor.url}{path}")
    visitor.sees_settled()


def test_what_was_opened_stays_open_while_the_order_goes_on(visitor: Visitor, running: RunningShop) -> None:
    visitor.order("tok_timeout", name_of(running, "SKU-0006"), email="reader@example.com")
    # At once: with a mouse, news may come between down and up.
    visitor.page.locator("#history summary").evaluate("each => each.click()")
    visitor.page.locator("#history summary").focus()
    visitor.sees_step("Email sent")
    visitor.sees_settled()
    expect(visitor.page.locator("#history")).to_have_attribute("open", "")
    expect(visitor.page.locator("#history")).to_contain_text("Payment taken")


def name_of(shop: RunningShop, sku: str) -> str:
    return str(shop.ask(f"/api/v1/products/sku:{sku}")["name"])


def test_the_country_says_what_is_asked_for_how_it_is_called_and_in_which_order(
    visitor: Visitor, names: list[str]
) -> None:
    visitor.put_in_cart(names[0])
    page = visitor.go("/checkout")
    asked = """
        () => [...document.querySelectorAll("#city, #region, #postal_code")].map(
            each => each.id + (each.required ? "*" : ""))
    """
    called = (
        "() => [...document.querySelectorAll('#city, #region, #postal_code')].map(each => each.labels[0].innerText)"
    )
    other = "State or region (optional)"
    for country, order, labels in (
        ("Denmark", ["postal_code*", "city*", "region"], ["Postal code", "City", other]),
        ("United States", ["city*", "region", "postal_code*"], ["City", "State (optional)", "ZIP code"]),
        (
            "United Arab Emirates",
            ["region*", "postal_code", "city"],
            ["Emirate", "Postal code (optional)", "City (optional)"],
        ),
        ("Denmark", ["postal_code*", "city*", "region"], ["Postal code", "City", other]),
    ):
        page.get_by_label("Country").select_option(country)
        assert page.evaluate(asked) == order
        assert page.evaluate(called) == labels


def test_what_was_typed_is_back_after_the_login_that_had_ended(visitor: Visitor, names: list[str]) -> None:
    visitor.excuse("403")
    visitor.sign_up("late@example.com")
    visitor.put_in_cart(names[0])
    page = visitor.go("/checkout/address")
    visitor.fill_in_address(line1="7 Late Street")
    visitor.context.clear_cookies(name="sid")
    page.get_by_role("button", name="Continue to shipping").click()
    page.get_by_role("link", name="Log in and go on").click()
    visitor.log_in("late@example.com")
    expect(page.locator("#line1")).to_have_value("7 Late Street")
    expect(page.locator("#country")).to_have_value("US")
    visitor.go_on("shipping")


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_declined_card_gives_way_to_another_on_the_same_page(
    visit: Visit, running: RunningShop, size: Any, scripts: bool
) -> None:
    visitor = visit(running, viewport=size, java_script_enabled=scripts)
    page = visitor.go("/products?q=SKU-0007")
    page.get_by_role("button", name=re.compile("add ")).first.click()
    expect(page.locator("#toasts .toast" if scripts else ".cart-line")).to_have_count(1)
    visitor.go("/cart")
    expect(page.locator(".cart-line")).to_have_count(1)
    page.locator("#checkout").click()
    expect(page.get_by_role("navigation", name="Main")).to_have_count(0)
    visitor.fill_in_checkout("tok_declined", email="card@example.com")
    if size is NARROW:
        total, place = page.locator("#step-form .sum-total"), page.locator("#place")
        expect(total).to_be_visible()
        assert total.bounding_box()["y"] < place.bounding_box()["y"]  # type: ignore[index]
        expect(page.locator("#summary li").first).to_be_hidden()
        page.locator("#summary-fold summary").click()
        expect(page.locator("#summary li").first).to_be_visible()
    path = visitor.place()
    expect(page.get_by_role("heading", name="Try another card")).to_be_visible(timeout=DECIDED)
    if scripts:
        assert visitor.overflows() <= 0
        assert not findings(page)
    page.locator("#pay-again").click()
    expect(page.get_by_role("heading", name="Your order is confirmed.")).to_be_visible(timeout=DECIDED)
    assert page.url == f"{visitor.url}{path}"
    page.get_by_role("button", name="Buy again").click()
    expect(page).to_have_url(re.compile("/cart$"))
    expect(page.locator(".cart-line")).to_have_count(1)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_line_that_is_short_closes_the_checkout_until_what_is_left_is_taken(
    visit: Visit, running: RunningShop, size: Any, scripts: bool
) -> None:
    visitor = visit(running, viewport=size, java_script_enabled=scripts)
    product = running.ask("/api/v1/products/sku:SKU-0008")
    count_stock(running, product["id"], 50)
    page = visitor.go(f"/products/{product['id']}")
    page.get_by_label("Quantity of").fill("9")
    page.get_by_role("button", name="Add to Cart").click()
    expect(page.locator("#toasts" if scripts else ".cart-line")).to_contain_text(product["name"])
    count_stock(running, product["id"], 5)
    visitor.go("/cart")
    expect(page.locator("#checkout")).to_be_disabled()
    expect(page.locator(".cart-line")).to_contain_text("Only 5 left")
    page.get_by_role("button", name="Take 5").click()
    expect(page.locator("a#checkout")).to_be_visible()
    expect(page.get_by_label("Quantity of")).to_have_value("5")


def count_stock(shop: RunningShop, product_id: str, on_hand: int) -> None:
    shop.tell("PATCH", f"/inventory/{product_id}", on_hand=on_hand, reason="Counted anew")


def test_add_to_cart_is_in_the_first_screen_of_a_phone(visit: Visit, running: RunningShop) -> None:
    visitor = visit(running, viewport={"width": 375, "height": 812})
    page = visitor.go(f"/products/{running.ask('/api/v1/products/sku:SKU-0014')['id']}")
    box = page.get_by_role("button", name="Add to Cart").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 812
