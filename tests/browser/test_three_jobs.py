"""Three jobs of people, counted in clicks: why an order is stuck, what an outage killed, what to ship today."""

import re
import time

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.running_shop import RunningShop
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


class Clicks:
    """Presses on links, buttons and boxes, and the Enter of a search, counted."""

    def __init__(self) -> None:
        self.count = 0

    def on(self, what: Locator) -> None:
        what.click()
        self.count += 1

    def enter(self, box: Locator, words: str) -> None:
        box.fill(words)
        box.press("Enter")
        self.count += 1


def bought(visitor: Visitor, running: RunningShop, sku: str, email: str) -> str:
    """Somebody bought this; the order's number."""
    path = visitor.order("tok_ok", running.ask(f"/api/v1/products/sku:{sku}")["name"], email=email)
    visitor.sees_settled()
    ((row_id,),) = running.sql("SELECT id FROM orders WHERE public_id = ?", re.split("[/?]", path)[2])
    return f"CW-{10_000 + int(row_id)}"


def test_why_an_order_is_stuck_is_found_in_three_clicks(visitor: Visitor, staff: Visitor, running: RunningShop) -> None:
    number = bought(visitor, running, "SKU-0021", "stuck@example.com")
    running.sql(
        "UPDATE job SET state = 'dead', error_type = 'NotTaken', error_message = '452 too many messages'"
        " WHERE kind = 'mail.order' AND subject_id = ?",
        int(number.removeprefix("CW-")) - 10_000,
    )
    clicks, page = Clicks(), staff.go("/admin")
    clicks.on(page.locator("#side").get_by_role("link", name="Jobs"))
    clicks.enter(page.locator("#q"), f"order:{number} state:dead")
    expect(page.locator("#jobs form tbody .badge").first).to_have_text("Dead")
    clicks.on(page.locator("a[id^=job-]").first)
    expect(page.locator("#job")).to_contain_text("452 too many messages")
    assert clicks.count == 3


def test_what_an_outage_killed_is_run_again_in_four_clicks(
    visitor: Visitor, staff: Visitor, running: RunningShop
) -> None:
    number = bought(visitor, running, "SKU-0022", "killed@example.com")
    row_id = int(number.removeprefix("CW-")) - 10_000
    running.sql("UPDATE job SET state = 'dead' WHERE kind = 'mail.order' AND subject_id = ?", row_id)
    clicks, page = Clicks(), staff.go("/admin")
    clicks.on(page.locator("#side").get_by_role("link", name="Jobs"))
    clicks.enter(page.locator("#q"), f"order:{number} state:dead")
    clicks.on(page.locator("a[id^=job-]").first)
    clicks.on(page.locator("#job").get_by_role("button", name=re.compile("Run again|Retry")).first)
    expect(page.locator("#job")).to_contain_text("Succeeded", timeout=60_000)
    assert clicks.count == 4


def test_what_to_ship_today_is_found_in_one_click(visitor: Visitor, staff: Visitor, running: RunningShop) -> None:
    number = bought(visitor, running, "SKU-0023", f"ship{int(time.time())}@example.com")
    clicks, page = Clicks(), staff.go("/admin")
    clicks.on(page.locator("#side").get_by_role("link", name="To ship"))
    expect(page.locator("tbody tr", has_text=number)).to_be_visible()
    assert clicks.count == 1
