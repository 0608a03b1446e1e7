"""Three in the morning: what an engineer on call sees of a real outage, and how it is mended from the pages."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.conftest import STAFF, Visit, logged_in
from tests.browser.outages import RefusingMailServer, failing_receiver
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import NARROW, NARROWEST, PASSWORD, Visitor

pytestmark = pytest.mark.browser
NOTICED = 120_000  # milliseconds: a few beats of a worker and some polls, on a busy machine
FIRST_SCREEN = 900


@pytest.fixture(scope="module")
def mail_server() -> Iterator[RefusingMailServer]:
    with RefusingMailServer() as server:
        yield server


@pytest.fixture(scope="module")
def night(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, mail_server: RefusingMailServer
) -> Iterator[RunningShop]:
    """A shop of its own, whose mail server refuses."""
    addresses = {"CARTWRIGHT_SMTP_URL": f"{mail_server.url}?tls=off", "CARTWRIGHT_WEBHOOK_PRIVATE": "on"}
    shop = RunningShop(tmp_path_factory.mktemp("night"), **addresses)
    try:
        shop.run("admin", "create", STAFF, given=f"{PASSWORD}\n")
        yield shop.open()
        assert "Traceback" not in shop.log()
    finally:
        shop.close()


@pytest.fixture(scope="module")
def admin_state(chromium: Browser, night: RunningShop) -> StorageState:
    return logged_in(chromium, night)


@pytest.fixture
def admin(visit: Visit, night: RunningShop, admin_state: StorageState) -> Visitor:
    return visit(night, storage_state=admin_state)


def order(visit: Visit, shop: RunningShop) -> str:
    """Somebody buys something; the order's number."""
    shopper = visit(shop)
    name = shop.ask("/api/v1/products/sku:SKU-0001")["name"]
    shopper.order("tok_ok", name, email="night@example.com")
    shopper.sees_step("Confirmed")
    found = re.search(r"CW-\d+", shopper.page.title() + shopper.page.locator("main").inner_text())
    assert found is not None
    return found[0]


def failed(shop: RunningShop, kind: str, times: int) -> bool:
    """Whether jobs of this kind have failed so often; what waits for its next attempt is made due."""
    due = int(time.time() * 1000)
    shop.sql("UPDATE job SET run_at = ? WHERE kind = ? AND state = 'queued' AND run_at > ?", due, kind, due)
    ((done,),) = shop.sql("SELECT coalesce(sum(times), 0) FROM failure WHERE kind = ?", kind)
    return int(done) >= times


def until_failed(page: Page, shop: RunningShop, kind: str, times: int = 3) -> None:
    while not failed(shop, kind, times):
        page.wait_for_timeout(500)


def test_a_refusing_mail_server_is_a_banner_a_cause_and_a_state_and_is_mended_with_one_batch(
    visit: Visit, admin: Visitor, night: RunningShop, mail_server: RefusingMailServer
) -> None:
    number = order(visit, night)
    page = admin.go("/admin/products")
    until_failed(page, night, "mail.order")
    banner = page.locator("[data-alarm=queue_failing]", has_text="failures in the queue mail in 10 minutes")
    expect(banner).to_be_visible(timeout=NOTICED)
    banner.get_by_role("link", name=re.compile("mail.order: 452 .*too many messages")).click()
    cause = page.locator("#failures li", has_text="too many messages")
    expect(cause).to_contain_text("still touched")
    expect(cause).to_contain_text(re.compile(r"[3-9]\d* in the last hour"))
    expect(cause.locator("svg.spark polyline")).to_have_count(1)
    night.sql("UPDATE job SET run_at = 9000000000000 WHERE kind = 'mail.order' AND state = 'queued'")
    admin.go("/admin")
    expect(page.locator(".figure", has_text="jobs retrying").locator("b")).not_to_have_text("0")
    page.locator(".figure", has_text="jobs retrying").click()
    row = page.locator("#jobs tr", has_text=number).first
    expect(row.locator(".badge")).to_have_text("Retrying")
    row.locator("a[id^=job-]").click()
    expect(page).to_have_title(re.compile(f"mail.order.*{number}"))
    mail_server.answer = "250 taken"
    page.locator("#run-now").click()
    expect(page.locator("#job")).to_contain_text("Succeeded", timeout=NOTICED)
    assert mail_server.taken >= 1
    admin.go("/admin/jobs/failures")
    expect(page.locator("#failures li", has_text="too many messages")).not_to_contain_text("still touched")
    mail_server.answer = "452 4.5.3 too many messages"


def test_a_failing_receiver_is_told_by_its_status(visit: Visit, admin: Visitor, night: RunningShop) -> None:
    with failing_receiver(503) as url:
        night.tell("POST", "/webhooks", url=url, events=["*"])
        order(visit, night)
        page = admin.go("/admin/jobs/failures")
        until_failed(page, night, "webhook.deliver")
        group = page.locator("#failures li", has_text="the receiver answered 503")
        expect(group).to_be_visible(timeout=NOTICED)
        expect(page.locator("#alarm")).to_contain_text("failures in the queue webhooks", timeout=NOTICED)
        group.get_by_role("link", name="Show retrying").click()
        expect(page.locator("#jobs form tbody .badge").first).to_have_text("Retrying")
        host = url.split("/")[2]
        page.locator("#q").fill(f"endpoint:{host} state:retrying")
        page.locator("#q").press("Enter")
        expect(page.locator("a[id^=job-]").first).to_have_text("webhook.deliver")
        night.sql("UPDATE webhook_endpoint SET state = 'disabled'")


def test_a_killed_worker_is_a_bar_that_leads_to_what_waits(visit: Visit, admin: Visitor, night: RunningShop) -> None:
    page = admin.go("/admin/orders")
    night.kill_worker()
    night.sql("UPDATE worker SET last_seen_at = last_seen_at - 60000")
    shopper = visit(night)
    shopper.order("tok_ok", night.ask("/api/v1/products/sku:SKU-0002")["name"], email="dark@example.com")
    bar = page.locator(".alarm")
    expect(bar).to_contain_text("No worker is running.", timeout=NOTICED)
    night.sql("UPDATE job SET run_at = run_at - 70000 WHERE kind = 'order.process' AND state = 'queued'")
    expect(page.locator("#alarm")).to_contain_text("The oldest job in the queue orders has waited", timeout=NOTICED)
    page.locator("#alarm").get_by_role("link", name="Why it waits").click()
    expect(page.locator("#job")).to_contain_text("No worker process is alive.")
    admin.excuse("422")
    admin.go("/admin/orders?since=soon")
    expect(page.locator("#since")).to_be_focused()  # not the alarm, which is no answer to the form
    admin.go("/admin/orders")
    page.locator(".alarm").get_by_role("link", name="What waits").click()
    expect(page.locator("#tab-queued")).to_have_attribute("aria-current", "page")
    expect(page.locator("#workers")).to_contain_text("1 lost")
    night.start_worker()
    expect(page.locator(".alarm")).to_have_count(0, timeout=NOTICED)
    shopper.sees_step("Confirmed")


def test_the_first_screen_shows_counts_queues_workers_and_ten_rows(
    visit: Visit, admin: Visitor, night: RunningShop
) -> None:
    night.sql("UPDATE orders SET review_reason = 'odd', review_since = created_at WHERE id = 1")
    page = admin.go("/admin/jobs")
    rows = page.locator("#jobs form tbody tr:not(.note-row)")
    expect(rows.nth(9)).to_be_visible()
    for part in ("#queue-orders", "#workers summary", "#tab-dead", "#review"):
        expect(page.locator(part)).to_be_in_viewport()
    tenth = rows.nth(9).bounding_box()
    assert tenth is not None
    assert tenth["y"] + tenth["height"] <= FIRST_SCREEN
    page.locator("#review a").click()
    expect(page.locator("tr[id^=row-]")).to_have_count(1)
    night.sql("UPDATE orders SET review_reason = NULL, review_since = NULL")
    page.locator("#fold").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#side")).to_be_hidden()
    admin.go("/admin/jobs")
    expect(page.locator("#side")).to_be_hidden()
    page.locator("#fold").press("Enter")
    page.locator("#side-settings summary").press("Enter")
    expect(page.locator("#side").get_by_role("link", name="Webhooks")).to_be_hidden()
    page.locator("#to-shop").click()
    expect(page).to_have_url(f"{night.url}/")


def test_an_open_page_is_asked_for_again_at_the_price_of_a_304(admin: Visitor, night: RunningShop) -> None:
    night.tell("POST", "/admin/queues/maintenance/pause")  # nothing changes from here on
    page = admin.go("/admin/jobs?state=dead")
    page.locator("#workers summary").click()
    for part in ("alarm", "jobs"):
        is_same = re.compile("/admin/alarm" if part == "alarm" else r"/admin/jobs\?")
        with page.expect_response(
            lambda answer, it=is_same: bool(it.search(answer.url)) and answer.status == 304
        ) as seen:  # type: ignore[misc]
            pass
        assert seen.value.request.header_value("If-None-Match")
    expect(page.locator("#workers")).to_have_attribute("open", "")
    night.tell("POST", "/admin/queues/maintenance/resume")


def test_no_page_of_the_admin_scrolls_sideways_and_lists_are_short_on_a_phone(
    visit: Visit, night: RunningShop, admin_state: StorageState
) -> None:
    for size in (NARROW, NARROWEST):
        phone = visit(night, storage_state=admin_state, viewport=size)
        for path in ("", "/orders", "/products", "/inventory", "/jobs", "/jobs/failures", "/jobs/timetable", "/audit"):
            page = phone.go(f"/admin{path}")
            assert phone.overflows() == 0, path
            if size == NARROW or path == "/jobs":
                assert page.evaluate("document.documentElement.scrollHeight") <= 2500, path
