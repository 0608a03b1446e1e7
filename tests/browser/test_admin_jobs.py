"""The job page as an admin lives with it: it refreshes under the hand, misses a dead worker, and acts on many."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, StorageState, expect

from tests.browser.conftest import STAFF, Visit, logged_in
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import NARROW, PASSWORD, Visitor

pytestmark = pytest.mark.browser
NOTICED = 120_000  # milliseconds: two beats of a worker and one poll, on a busy machine
COUNT_POLLS = """() => {
  const seen = document.documentElement.dataset;
  const count = (name) => { seen[name] = Number(seen[name] ?? 0) + 1; };
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "job" && event.defaultPrevented) count("rested");
  });
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.target.id === "job") count("answered"); });
}"""


@pytest.fixture(scope="module")
def yard(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """A shop of its own, whose worker may be killed."""
    shop = RunningShop(tmp_path_factory.mktemp("yard"))
    try:
        shop.run("admin", "create", STAFF, given=f"{PASSWORD}\n")
        yield shop.open()
        print(shop.run("doctor"))
        assert "Traceback" not in shop.log()
    finally:
        shop.close()


@pytest.fixture(scope="module")
def admin_state(chromium: Browser, yard: RunningShop) -> StorageState:
    return logged_in(chromium, yard)


@pytest.fixture
def admin(visit: Visit, yard: RunningShop, admin_state: StorageState) -> Visitor:
    return visit(yard, storage_state=admin_state)


def write_jobs(shop: RunningShop, count: int, **columns: Any) -> None:
    """Plain rows past the program: jobs of mail about no order."""
    now = int(time.time() * 1000)
    with closing(sqlite3.connect(shop.folder / "shop.db", timeout=30)) as connection, connection:
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM job").fetchone()
        for number in range(last + 1, last + 1 + count):
            row = {
                "public_id": f"{number:026d}",
                "kind": "reservations.expire",
                "queue": "maintenance",
                "priority": 40,
                "dedupe_key": f"by-hand-{number}",
                "state": "dead",
                "run_at": now,
                "max_attempts": 3,
                "error_type": "Oops",
                "error_message": f"number {number} <b>failed</b>",
                "created_at": now,
                **columns,
            }
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO job ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def mark(page: Page) -> None:
    """The page that is there now; a page that was loaded anew has no such mark."""
    page.evaluate("window.mark = 'the same page'")


def is_same(page: Page) -> bool:
    return bool(page.evaluate("window.mark === 'the same page'"))


def refreshed(page: Page, part: str = "jobs") -> None:
    """Wait until the part has been swapped for a new one."""
    page.evaluate("part => { document.getElementById(part).dataset.seen = '1' }", part)
    expect(page.locator(f"#{part}[data-seen]")).to_have_count(0, timeout=NOTICED)


@contextmanager
def held_back(page: Page, address: str) -> Iterator[None]:
    """Wait for a request, and let it go when the block is over."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold, times=1)
    while not held:
        page.wait_for_timeout(20)
    yield
    held[0].continue_()


def test_a_refresh_keeps_ticks_open_rows_focus_and_scroll(admin: Visitor, yard: RunningShop) -> None:
    write_jobs(yard, 12)
    page = admin.go("/admin/jobs?state=dead")
    mark(page)
    ticks = page.locator("input[name=job]")
    ticks.nth(1).check()
    ticks.nth(3).check()
    page.locator("details[id^=more-]").nth(2).locator("summary").click()
    page.locator("#bulk-retry").focus()
    page.evaluate("scrollTo(0, 150)")
    write_jobs(yard, 1)
    refreshed(page)
    expect(page.locator("#tab-dead b")).to_have_text("13")
    expect(page.locator("input[name=job]:checked")).to_have_count(2)
    expect(page.locator("details[id^=more-][open]")).to_have_count(1)
    expect(page.locator("#bulk-retry")).to_be_focused()
    assert abs(page.evaluate("scrollY") - 150) < 60
    assert is_same(page)
    expect(page.locator("b", has_text="failed")).to_have_count(0)  # the error's markup is text


def test_a_refresh_waits_while_text_is_selected_and_keeps_what_is_typed(admin: Visitor, yard: RunningShop) -> None:
    write_jobs(yard, 1, state="queued", error_type="", error_message="", run_at=int(time.time() * 1000) + 3_600_000)
    page = admin.go("/admin/jobs?state=scheduled")
    page.locator("a[id^=job-]").first.click()
    page.locator("#cancel-reason").fill("not wanted any mo")
    refreshed(page, "job")
    expect(page.locator("#cancel-reason")).to_have_value("not wanted any mo")
    expect(page.locator("#cancel-reason")).to_be_focused()
    page.locator("#cancel-reason").press_sequentially("re")
    expect(page.locator("#cancel-reason")).to_have_value("not wanted any more")
    page.evaluate(COUNT_POLLS)
    page.evaluate("document.getElementById('job').dataset.seen = '1'")
    yard.sql("UPDATE job SET attempt = attempt + 1 WHERE state = 'queued'")  # there is something new to show
    with held_back(page, "**/admin/jobs/*"):  # one is under way when the reading begins
        page.locator("#job h1").dblclick()
    expect(page.locator("html")).to_have_attribute("data-answered", "1")
    expect(page.locator("html")).to_have_attribute("data-rested", re.compile("[2-9]"))
    expect(page.locator("#job[data-seen]")).to_have_count(1)
    assert page.evaluate("getSelection().toString()").strip()
    page.evaluate("getSelection().removeAllRanges()")
    expect(page.locator("#job[data-seen]")).to_have_count(0, timeout=NOTICED)
    expect(page.locator("#cancel-reason")).to_have_value("not wanted any more")


def test_a_dead_worker_is_a_red_bar_and_a_new_one_takes_it_away(admin: Visitor, yard: RunningShop) -> None:
    page = admin.go("/admin/orders")
    mark(page)
    expect(page.locator(".alarm")).to_have_count(0, timeout=NOTICED)
    yard.kill_worker()
    yard.sql("UPDATE worker SET last_seen_at = last_seen_at - 60000")
    write_jobs(yard, 1, state="queued", error_type="", error_message="")
    words = re.compile(r"No worker is running\. (1 job waits|\d+ jobs wait)")  # it may have left some of its own
    expect(page.locator(".alarm")).to_contain_text(words, timeout=NOTICED)
    jobs = admin.new_page()
    jobs.goto("/admin/jobs")
    jobs.locator("#workers summary").click()
    expect(jobs.locator("tr.gone")).to_contain_text("Lost")
    yard.start_worker()
    expect(page.locator(".alarm")).to_have_count(0, timeout=NOTICED)
    expect(jobs.locator("#workers")).to_contain_text("Alive", timeout=NOTICED)
    assert is_same(page)


def test_many_are_retried_at_once_and_each_has_its_result(admin: Visitor, yard: RunningShop) -> None:
    write_jobs(yard, 3, kind="retention.purge")
    page = admin.go("/admin/jobs?state=dead&q=kind:retention.purge")
    page.locator("#tick-all").check()
    expect(page.locator("input[name=job]:checked")).to_have_count(3)
    page.locator("#bulk-retry").click()
    expect(page.get_by_role("heading", name="Retry 3 jobs")).to_be_visible()
    page.get_by_label("Why").fill("the broom was mended")
    page.locator("#confirm").click()
    expect(page.locator("#batch .badge", has_text="Succeeded")).to_have_count(3, timeout=NOTICED)
    expect(page.locator("#batch")).to_contain_text("3 of 3")


def test_all_that_a_search_finds_are_cancelled_as_a_batch(admin: Visitor, yard: RunningShop) -> None:
    later = int(time.time() * 1000) + 3_600_000
    write_jobs(yard, 55, kind="stock.alert", state="queued", run_at=later, error_type="", error_message="")
    page = admin.go("/admin/jobs?state=scheduled&q=kind:stock.alert")
    page.locator("#scope-all").check()
    page.locator("#bulk-cancel").click()
    expect(page.get_by_role("heading", name="Cancel 55 jobs")).to_be_visible()
    write_jobs(yard, 1, kind="stock.alert", state="queued", run_at=later, error_type="", error_message="")
    page.get_by_label("Why").fill("not wanted")
    page.locator("#confirm").click()
    expect(page.locator("#batch")).to_contain_text("55 of 55", timeout=NOTICED)
    admin.go("/admin/jobs?state=scheduled&q=kind:stock.alert")
    expect(page.locator("input[name=job]")).to_have_count(1)


def test_a_pause_holds_jobs_and_a_resume_lets_them_go(admin: Visitor, yard: RunningShop) -> None:
    page = admin.go("/admin/jobs/timetable")
    row = page.locator("section tr", has_text="books.check")
    row.get_by_placeholder("Why").fill("a look")
    row.get_by_role("button", name=re.compile("Pause.*books.check")).click()
    expect(page.locator("#alarm")).to_contain_text("books.check, by staff@example.com")
    page.get_by_role("button", name=re.compile("Run now.*books.check")).click()
    expect(page.locator(".note-good")).to_contain_text("books.check is due now")
    page.locator("table").first.locator("tr", has_text="books.check").locator("td a").click()
    expect(page.locator("#job .badge")).to_contain_text("Queued")
    expect(page.locator("#job")).to_contain_text("The kind books.check was paused by staff@example.com: a look")
    mark(page)
    other = admin.new_page()
    other.goto("/admin/jobs/timetable")
    other.get_by_role("button", name=re.compile("Resume.*books.check")).click()
    expect(page.locator("#job")).to_contain_text("Succeeded, attempt 1", timeout=NOTICED)
    expect(page.locator("#alarm")).not_to_contain_text("Paused", timeout=NOTICED)
    assert is_same(page)


def test_an_order_is_followed_and_shipped(visit: Visit, admin: Visitor, yard: RunningShop) -> None:
    shopper = visit(yard)
    shopper.sign_up("buyer@example.com")
    name = yard.ask("/api/v1/products/sku:SKU-0001")["name"]
    path = shopper.order("tok_ok", name)
    shopper.sees_settled()
    page = admin.go(f"/admin{path}")
    timeline = page.locator("section", has=page.locator("#timeline"))
    for words in ("Order placed", "Charge captured", "Stock hold", "order.process succeeded"):
        expect(timeline).to_contain_text(words)
    page.get_by_label("Carrier").fill("Post")
    page.get_by_role("button", name="Mark as shipped").click()
    expect(page.locator("h1 + .badge")).to_have_text(re.compile("Shipped"))
    expect(timeline).to_contain_text("Sent with Post.")


def test_charts_are_drawn(admin: Visitor, yard: RunningShop) -> None:
    now = int(time.time() * 1000) // 60_000 * 60_000
    with closing(sqlite3.connect(yard.folder / "shop.db", timeout=30)) as connection, connection:
        connection.executemany(
            "INSERT OR REPLACE INTO job_figure (span, at, kind, enqueued, claimed, succeeded, failed, wait_ms, run_ms,"
            " waits, runs) VALUES ('minute', ?, 'mail.order', 9, 9, 8, 1, 90, 900, '{\"14\": 9}', '{\"28\": 9}')",
            [(now - minute * 60_000,) for minute in range(2, 40)],
        )
    page = admin.go("/admin/jobs/charts")
    expect(page.locator(".chart canvas")).to_have_count(6)
    for chart in page.locator(".chart canvas").all():
        assert chart.evaluate(
            "c => new Promise(done => requestAnimationFrame(() => done(c.getContext('2d')"
            ".getImageData(0, 0, c.width, c.height).data.some(v => v !== 0))))"
        )
    times = page.evaluate("charts.map(chart => chart.axes[0]._values.filter(Boolean)).flat()")
    assert times
    assert all(re.fullmatch(r"\d\d:\d\d(\n\d+ [A-Z][a-z]{2}( \d{4})?)?", each) for each in times), times
    expect(page.locator("section", has=page.locator("#advice"))).to_contain_text("Little's law")


def test_a_dead_job_is_discarded_with_a_reason_and_a_late_second_tab_is_told(admin: Visitor, yard: RunningShop) -> None:
    write_jobs(yard, 1, kind="mail.reset", queue="mail", error_message="the server is away")
    page = admin.go("/admin/jobs?state=dead&q=kind:mail.reset")
    page.locator("a[id^=job-]").first.click()
    late = admin.new_page()
    late.goto(page.url)
    page.locator("#discard").click()  # without a reason the browser asks for one
    assert page.locator("#discard-reason").evaluate("field => field.matches(':invalid')")
    page.locator("#discard-reason").fill("told by phone")
    page.locator("#discard").click()
    expect(page.locator(".note-good")).to_contain_text("It is discarded.")
    expect(page.locator("#job .badge")).to_have_text("Cancelled")
    expect(page.locator("#called-off")).to_contain_text("told by phone")
    admin.excuse("409")
    late.locator("#discard-reason").fill("me too")
    late.locator("#discard").click()
    expect(late.get_by_role("alert")).to_contain_text("The job was cancelled")
    expect(late.locator("#discard")).to_have_count(0)
    admin.go("/admin/jobs?state=dead&q=kind:mail.reset")
    expect(page.get_by_text("No jobs found")).to_be_visible()


def test_2500_dead_jobs_are_discarded_as_one_batch_on_a_phone_and_taken_back(
    visit: Visit, yard: RunningShop, admin_state: StorageState
) -> None:
    write_jobs(yard, 2500, kind="figures.roll")
    phone = visit(yard, storage_state=admin_state, viewport=NARROW)
    page = phone.go("/admin/jobs?state=dead&q=kind:figures.roll")
    page.locator("#scope-all").check()
    page.locator("#bulk-discard").click()
    expect(page.get_by_role("heading", name="Discard 2,500 jobs")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    write_jobs(yard, 1, kind="figures.roll")  # it died after the page was looked at
    page.get_by_label("Why").fill("counted by hand")
    page.locator("#confirm").click()
    expect(page.locator("#batch")).to_contain_text("2,500 of 2,500", timeout=NOTICED)
    expect(page.locator("#batch h1 + .badge")).to_have_text("Done", timeout=NOTICED)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.go("/admin/jobs?state=dead&q=kind:figures.roll")
    expect(page.locator("#tab-dead b")).not_to_contain_text("2,5")
    expect(page.locator("input[name=job]")).to_have_count(1)
    phone.go("/admin/jobs/batches")
    page.locator("tbody a").first.click()
    page.locator("#take-back").click()
    expect(page.get_by_role("heading", name="Retry 2,500 jobs")).to_be_visible()
    page.get_by_label("Why").fill("after all")
    page.locator("#confirm").click()
    expect(page.locator("#batch")).to_contain_text("2,500 of 2,500", timeout=NOTICED)
    page.locator("a[id^=item-]").first.click()
    life = page.locator("#job section")
    expect(life).to_contain_text(re.compile("Discarded.*counted by hand.*Retried.*after all", re.DOTALL))
    expect(life).to_contain_text("Succeeded, attempt 1", timeout=NOTICED)
