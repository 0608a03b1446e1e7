"""Behind the shop: who gets in, what the job page tells, what can be run again, and mail as it goes out."""

import re
from typing import Any

import pytest
from quart import Quart

from core.redaction import HIDDEN
from models.database import Transaction, read, write
from pipelines.gateways.payment_provider import ProviderRejected, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.web.clients import Api, Browser, text_of
from tests.web.placing import drain, place_by_page

pytestmark = pytest.mark.asyncio


async def test_strangers_are_led_to_the_login_and_customers_are_told_no(app: Quart, ann: Browser) -> None:
    for path in ("/admin", "/admin/jobs", "/admin/jobs/x", "/admin/emails", "/admin/emails/x", "/admin/emails/x/html"):
        stranger = await Browser(app).get(path)
        assert (stranger.status_code, stranger.headers["Location"][:12]) == (303, "/auth/login?")
        assert (await ann.get(path)).status_code == 403
    assert (await ann.post("/admin/jobs/x/retry")).status_code == 403
    assert '"/admin"' not in await text_of(await ann.get("/"))


async def test_the_dashboard_counts(root: Browser, ann: Browser) -> None:
    empty = await text_of(await root.get("/admin"))
    assert "No orders yet" in empty
    await place_by_page(ann)
    page = await text_of(await root.get("/admin"))
    assert "<b>1</b><span>orders</span>" in page
    on_sale = await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM product WHERE status = 'active'"))
    assert on_sale is not None
    assert f"<b>{on_sale['n']}</b><span>products</span>" in page
    assert "<b>1</b><span>jobs waiting</span>" in page
    assert "<b>0</b><span>jobs dead</span>" in page
    assert "ann@example.com" in page


async def test_waiting_jobs_without_a_worker_are_a_red_bar_on_every_page(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await write(lambda tx: tx.execute("UPDATE job SET run_at = run_at - 130000"))
    job = await read(lambda tx: tx.fetch_one("SELECT public_id FROM job"))
    assert job is not None
    pages = ("batches", "failures", "charts", "timetable", str(job["public_id"]))
    for path in ("/admin", "/admin/jobs", "/admin/emails", "/admin/alarm", *(f"/admin/jobs/{page}" for page in pages)):
        page = await text_of(await root.get(path))
        assert re.search(r"No worker is running. 1 job waits, the oldest for [2-9] min\.", page)
    await drain()
    assert "No worker is running" not in await text_of(await root.get("/admin"))


async def test_workers_that_were_lost_are_told_on_every_page_beside_who_works(root: Browser) -> None:
    async def two_workers(tx: Transaction) -> None:
        for name, silent_ms in (("works", 0), ("was killed", 40_000)):
            await tx.execute(
                "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at,"
                " rss_bytes, version) VALUES (?, 'h', 1, 'orders', 4, 0, 'alive', 0, ?, 0, '')",
                *(name, tx.now - silent_ms),
            )

    await write(two_workers)
    for path in ("/admin", "/admin/alarm", "/admin/orders"):
        page = await text_of(await root.get(path))
        assert "1 worker was lost in the last 5 minutes, the latest less than 1 min" in page
        assert 'class="alarm"' not in page


async def test_the_job_page_lists_by_state_with_counts(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await drain()
    path = await place_by_page(ann)
    page = await text_of(await root.get("/admin/jobs"))
    for words in ("Queued <b>1</b>", "Succeeded <b>2</b>", "Dead <b>0</b>", "Scheduled <b>0</b>", "Running <b>0</b>"):
        assert words in page
    queued = await text_of(await root.get("/admin/jobs?state=queued"))
    assert queued.count(">order.process</a>") == 1
    assert f'href="/admin{path}"' in queued
    assert "CW-10002" in queued
    assert ">mail.order</a>" not in queued
    assert re.search(r"orders</a>.*?<b[^>]*>1</b> waiting", page)
    assert (await root.get("/admin/jobs?state=lost")).status_code == 422
    assert "No jobs here" in await text_of(await root.get("/admin/jobs?state=dead"))
    await write(lambda tx: tx.execute("UPDATE job SET run_at = run_at + 60000 WHERE state = 'queued'"))
    assert "CW-10002" in await text_of(await root.get("/admin/jobs?state=scheduled"))
    assert "No jobs here" in await text_of(await root.get("/admin/jobs?state=queued"))


async def test_fifty_jobs_a_page_cost_no_statement_each(root: Browser, ann: Browser, statements: list[str]) -> None:
    await place_by_page(ann)
    statements.clear()
    await root.get("/admin/jobs")
    few = len(statements)
    for _ in range(12):
        await place_by_page(ann)
    statements.clear()
    await root.get("/admin/jobs")
    assert 0 < len(statements) == few < 19


async def test_a_list_of_orders_costs_no_statement_each(ann: Browser, statements: list[str]) -> None:
    path = await place_by_page(ann)
    statements.clear()
    await ann.get("/orders")
    few = len(statements)
    for _ in range(5):
        await place_by_page(ann)
    statements.clear()
    await ann.get("/orders")
    assert 0 < len(statements) == few <= 6
    statements.clear()
    await ann.get(f"{path}/status?v=1", headers={"HX-Request": "true"})
    assert 0 < len(statements) <= 8
    assert not [sql for sql in statements if not sql.lstrip().upper().startswith(("SELECT", "BEGIN", "WITH"))]


async def test_a_jobs_life_is_told_attempt_by_attempt(root: Browser, ann: Browser) -> None:
    path = await place_by_page(ann, payment_token="tok_error")
    await drain()
    job = await read(lambda tx: tx.fetch_one("SELECT public_id FROM job WHERE kind = 'order.process'"))
    assert job is not None
    page = await text_of(await root.get(f"/admin/jobs/{job['public_id']}"))
    for words in ("fence 1", "refused", "Next try", "waited ", "took "):
        assert words in page
    assert f'href="/admin{path}"' in page
    assert "Retry now" not in page
    assert (await root.get("/admin/jobs/nothing")).status_code == 404
    assert (await root.post(f"/admin/jobs/{job['public_id']}/retry")).status_code == 409
    assert (await root.post("/admin/jobs/nothing/retry")).status_code == 404


class OutOfOrder(TestProvider):
    """Takes no question at all."""

    async def charge(self, key: str, **question: Any) -> Any:
        raise ProviderRejected("out of order <b>today</b>")


async def test_a_dead_job_is_shown_escaped_and_run_again(root: Browser, ann: Browser, tmp_path: Any) -> None:
    install_provider(OutOfOrder(tmp_path / "out-of-order.jsonl"))
    path = await place_by_page(ann)
    await write(lambda tx: tx.execute("UPDATE job SET attempt = max_attempts - 1"))
    await drain()
    page = await text_of(await root.get("/admin/jobs?state=dead"))
    assert "1 order is under review" in page
    assert "out of order &lt;b&gt;today&lt;/b&gt;" in page
    assert "Our team is looking into this order" in await text_of(await ann.get(path))
    dead = re.search(r'href="(/admin/jobs/[a-z0-9]{26})"', page)
    assert dead is not None
    assert "Retry now" in await text_of(await root.get(dead[1]))
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    assert (await root.post(f"{dead[1]}/retry")).headers["Location"] == dead[1]
    assert "Retried" in await text_of(await root.get(dead[1]))
    await drain()
    assert "Your order is confirmed." in await text_of(await ann.get(path))
    assert "A person has to look" not in await text_of(await root.get("/admin/jobs"))


async def test_mail_is_shown_as_it_goes_out_in_a_frame_that_runs_nothing(root: Browser, ann: Browser) -> None:
    assert "No mail yet" in await text_of(await root.get("/admin/emails"))
    await place_by_page(ann)
    await drain()
    page = await text_of(await root.get("/admin/emails"))
    found = re.search(r'href="(/admin/emails/[a-z0-9]{26})">([^<]+)<', page)
    assert found is not None
    assert found[2] == "Order CW-10001 is confirmed"
    shown = await root.get(found[1])
    assert f'<iframe sandbox class="mail-frame" src="{found[1]}/html"' in await text_of(shown)
    assert "frame-src 'self'" in shown.headers["Content-Security-Policy"]
    frame = await root.get(f"{found[1]}/html")
    assert "CW-10001" in await text_of(frame)
    policy = frame.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert frame.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert (await root.get("/admin/emails/nothing")).status_code == 404


WORDS_FROM_OUTSIDE = (
    "450 canary@example.com, Authorization: Bearer canarycanary, sk_live_canary, card 4111 1111 1111 1111"
)


async def test_what_others_said_is_shown_without_secrets_wherever_it_is_shown(
    app: Quart, root: Browser, ann: Browser
) -> None:
    receipt = await place_by_page(ann)
    await drain()

    async def work(tx: Transaction) -> None:
        await tx.execute("UPDATE email_message SET last_error = ?, state = 'dead'", WORDS_FROM_OUTSIDE)
        await tx.execute("UPDATE job_event SET error_message = ?, trace = ?", WORDS_FROM_OUTSIDE, WORDS_FROM_OUTSIDE)
        await tx.execute("UPDATE orders SET review_reason = ?, review_since = 1", WORDS_FROM_OUTSIDE)
        await tx.execute("UPDATE job SET state = 'dead' WHERE kind = 'order.process'")

    await write(work)
    ids = await read(lambda tx: tx.fetch_one(
        "SELECT (SELECT min(public_id) FROM email_message) AS mail, (SELECT min(public_id) FROM job) AS job,"
        " (SELECT min(public_id) FROM orders) AS order_id"
    ))  # fmt: skip
    assert ids is not None
    api = await Api(app).log_in("root@example.com")
    pages = ("emails", f"emails/{ids['mail']}", "jobs", f"jobs/{ids['job']}", f"orders/{ids['order_id']}", "doctor")
    texts = [await text_of(await root.get(f"/admin/{page}")) for page in pages]
    answers = ("emails", "jobs", f"jobs/{ids['job']}", f"orders/{ids['order_id']}")
    texts += [await text_of(await api.call("GET", f"/admin/{path}")) for path in answers]
    texts.append(await text_of(await ann.get(receipt)))
    assert sum(HIDDEN in text for text in texts) >= 6
    assert not [text for text in texts if "canary" in text or "4111" in text]
