"""Buying in the browser, from a stranger's first look to the receipt."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.running_shop import RunningShop
from tests.browser.visitor import DECIDED, Visitor

pytestmark = pytest.mark.browser


def test_a_stranger_buys_three_things_and_follows_the_order_without_a_reload(
    visitor: Visitor, names: list[str]
) -> None:
    visitor.put_in_cart(*names)
    page = visitor.go("/cart")
    expect(page.locator(".cart-line")).to_have_count(3)
    page.locator("#checkout").click()
    expect(page).to_have_url(re.compile(r"/auth/login\?next=/checkout"))
    page.get_by_role("link", name="Make an account").click()
    visitor.register("stranger@example.com")
    expect(page).to_have_url(re.compile("/checkout$"))
    expect(page.locator("#cart-count")).to_contain_text("3")
    visitor.fill_in_checkout("tok_ok")
    page.locator("#place").click()
    page.wait_for_url(re.compile("/orders/."))
    page.evaluate("window.mark = 'the same page'")
    visitor.sees_step("Accepted")
    visitor.sees_step("Confirmed")
    visitor.sees_step("Mailed")
    visitor.sees_settled()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(3000)
    assert asked == []
    assert page.evaluate("window.mark") == "the same page"
    for name in names:
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.locator("#cart-count")).to_contain_text("0")


def test_a_declined_payment_is_told_in_words_and_frees_the_stock(visitor: Visitor, running: RunningShop) -> None:
    before = running.available("SKU-0004")
    visitor.sign_up("declined@example.com")
    visitor.order("tok_declined", name_of(running, "SKU-0004"))
    expect(visitor.page.get_by_role("heading", name="This order was cancelled.")).to_be_visible(timeout=DECIDED)
    expect(visitor.page.locator("#order-status")).to_contain_text("The card was declined.")
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
    expect(visitor.page.locator("#order-status")).to_contain_text("given back", timeout=DECIDED)
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


def test_going_back_and_pressing_again_shows_the_same_order(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("back@example.com")
    path = visitor.order("tok_ok", names[1])
    visitor.page.go_back()
    if visitor.page.locator("#place").count():
        visitor.page.locator("#place").click()
        visitor.page.wait_for_url(re.compile("/orders/."))
        assert visitor.page.url.endswith(path)
    visitor.go("/orders")
    expect(visitor.page.locator("tbody tr")).to_have_count(1)


def test_choosing_express_changes_the_total_that_is_charged(visitor: Visitor, names: list[str]) -> None:
    visitor.sign_up("express@example.com")
    visitor.put_in_cart(names[2])
    page = visitor.go("/checkout")
    total = page.locator(".sum-total dd")
    standard = total.inner_text()
    page.locator("input[value=express]").check()
    expect(total).not_to_have_text(standard)
    express = total.inner_text()
    visitor.fill_in_checkout("tok_ok")
    page.locator("#place").click()
    page.wait_for_url(re.compile("/orders/."))
    expect(page.locator(".sum-total dd")).to_have_text(express)
    visitor.sees_settled()


def test_a_total_that_changed_meanwhile_has_to_be_agreed_to(visitor: Visitor, names: list[str]) -> None:
    visitor.excuse("status of 409")
    visitor.sign_up("two-tabs@example.com")
    visitor.put_in_cart(names[2])
    visitor.go("/checkout")
    other = visitor.new_page()
    other.goto(f"/products?q={names[0]}")
    other.get_by_role("button", name=f"add {names[0]}").click()
    expect(other.locator("#toasts")).to_contain_text("is in your cart")
    visitor.fill_in_checkout("tok_ok")
    visitor.page.locator("#place").click()
    expect(visitor.page.get_by_role("alert")).to_be_visible()
    expect(visitor.page.locator("#name")).to_have_value("Ann Example")
    visitor.page.locator("#place").click()
    visitor.page.wait_for_url(re.compile("/orders/."))
    visitor.sees_settled()


def name_of(shop: RunningShop, sku: str) -> str:
    return str(shop.ask(f"/api/v1/products/sku:{sku}")["name"])
