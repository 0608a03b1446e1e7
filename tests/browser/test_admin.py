"""Behind the shop: the first login of the seeded admin, the dashboard, the job page and the mail."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.running_shop import RunningShop
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
NEW_PASSWORD = "amber-lantern-meadow-17"


def test_the_seeded_admin_has_to_choose_a_password_and_then_sees_the_shop(visitor: Visitor) -> None:
    page = visitor.go("/auth/login")
    visitor.log_in("admin@shop.com", "admin123")
    for path in ("/", "/admin", "/products"):
        visitor.go(path)
        expect(page).to_have_url(re.compile("/auth/change-password$"))
    expect(page.locator(".note-warn")).to_contain_text("choose a new password")
    page.get_by_label("Current password").fill("admin123")
    page.get_by_label("New password").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Change the password").click()
    expect(page).to_have_url(re.compile("/auth/profile$"))
    visitor.go("/admin")
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    expect(page.locator(".figure")).to_have_count(6)


def test_a_customer_is_kept_out_and_a_visitor_is_led_to_the_login(visitor: Visitor) -> None:
    visitor.excuse("status of 403")
    page = visitor.go("/admin")
    expect(page).to_have_url(re.compile("/auth/login"))
    visitor.sign_up("curious@example.com")
    visitor.go("/admin")
    expect(page.locator("h1")).to_contain_text(re.compile("not|allowed|admin", re.IGNORECASE))


def test_the_job_of_an_order_and_its_mail_are_there_to_see(
    visitor: Visitor, staff: Visitor, running: RunningShop, names: list[str]
) -> None:
    visitor.sign_up("seen@example.com")
    visitor.order("tok_ok", names[0])
    visitor.sees_settled()
    number = visitor.page.locator("h1").inner_text().removeprefix("Order ")

    page = staff.go("/admin")
    expect(page.get_by_role("link", name=number)).to_be_visible()
    staff.go("/admin/jobs?state=succeeded")
    row = page.locator("tr", has_text="order.process").filter(has_text=number)
    row.get_by_role("link", name="order.process").click()
    expect(page.locator(".step-done", has_text="Succeeded")).to_be_visible()
    expect(page.get_by_role("link", name=number)).to_be_visible()
    staff.go("/admin/jobs")
    expect(page.locator("#workers summary")).to_contain_text("1 alive")

    staff.go("/admin/emails")
    page.get_by_role("link", name=re.compile(f"{number} is confirmed")).click()
    frame = page.frame_locator("iframe.mail-frame")
    expect(frame.get_by_text(number).first).to_be_visible()
    expect(frame.get_by_text(names[0]).first).to_be_visible()
