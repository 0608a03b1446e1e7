"""What an engineer on call sees of an outage: the banner, the causes, retrying jobs, and polls that cost nothing."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from quart import Quart

from models.alarms import queue_alarms
from models.database import read, write
from models.jobs.ledger import completion
from models.jobs.ledger.completion import Fault
from models.reports.duration_buckets import bucket
from models.shared.times import duration, in_minutes
from tests.models.orders_at_hand import claim_one, row, run
from tests.web.clients import Api, Browser, make_user, text_of
from tests.web.placing import place_by_page
from web.app_context import EXTENSION

pytestmark = pytest.mark.asyncio


async def fail_once(message: str) -> None:
    """The next due job fails, and waits for its next attempt."""
    claimed = await claim_one()
    await write(lambda tx: completion.fail(tx, claimed, Fault("Refused", message), wait_seconds=600))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.9, "59 s"), (250, "4 min 10 s"), (10_800, "3 h"), (500_220, "5 d 18 h"), (86_400, "1 d")],
)
async def test_lengths_of_time_are_said_in_two_units(seconds: float, words: str) -> None:
    assert duration(seconds) == words


async def test_the_banner_counts_full_minutes() -> None:
    assert [in_minutes(seconds) for seconds in (0, 59, 60, 119.9, 3_725)] == [
        *("less than 1 min", "less than 1 min", "1 min", "1 min", "1 h 2 min"),
    ]


async def test_a_queue_that_fails_too_often_is_on_every_page_with_its_cause(root: Browser, ann: Browser) -> None:
    for _ in range(queue_alarms.LEAST_FAILURES):
        assert 'data-alarm="queue' not in await text_of(await root.get("/admin/products"))
        await place_by_page(ann)
        await fail_once("the provider answered 503")
    page = await text_of(await root.get("/admin/products"))
    assert "3 failures in the queue orders in 10 minutes, 100% of its attempts." in page
    link = re.search(r'href="/admin/jobs/failures#(failure-[0-9a-f]{16})">([^<]+)<', page)
    assert link is not None
    assert link[2] == "order.process: the provider answered 503"
    assert f'id="{link[1]}"' in await text_of(await root.get("/admin/jobs/failures"))
    await run(
        "INSERT INTO job_figure (span, at, kind, enqueued, claimed, succeeded, failed, wait_ms, run_ms, waits, runs)"
        " SELECT 'minute', at, 'order.process', 0, 0, 99, 0, 0, 0, '{}', '{}' FROM failure_figure"
    )
    await run("UPDATE job_figure SET at = at + 240000")
    assert 'data-alarm="queue' not in await text_of(
        await root.get("/admin/products")
    )  # 3 of 102 are below its threshold


async def test_a_queue_whose_oldest_job_waits_too_long_is_on_every_page(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    assert "has waited" not in await text_of(await root.get("/admin/alarm"))
    await run("UPDATE job SET run_at = run_at - 65000 WHERE kind = 'order.process'")
    page = await text_of(await root.get("/admin/alarm"))
    assert re.search(r"The oldest job in the queue orders has waited 1 min\.", page)
    (public_id,) = await row("SELECT public_id FROM job WHERE kind = 'order.process'")
    assert f'href="/admin/jobs/{public_id}">Why it waits<' in page
    assert "No worker process is alive." in await text_of(await root.get(f"/admin/jobs/{public_id}"))
    await root.post("/admin/queues/orders/pause")
    assert "has waited" not in await text_of(await root.get("/admin/alarm"))  # the pause is said instead


async def test_a_job_that_is_tried_again_is_retrying_everywhere(root: Browser, ann: Browser, api: Api) -> None:
    await place_by_page(ann)
    await fail_once("the provider answered 429")
    page = await text_of(await root.get("/admin/jobs?state=retrying"))
    assert re.search(r'id="tab-retrying"[^>]*>Retrying <b>1</b>', page)
    assert re.search(r'id="tab-scheduled"[^>]*>Scheduled <b>0</b>', page)
    assert page.count(">order.process</a>") == 1
    assert "No jobs here" in await text_of(await root.get("/admin/jobs?state=scheduled"))
    assert "<b>1</b><span>jobs retrying" in await text_of(await root.get("/admin"))
    await make_user("lead@example.com", role="admin")
    await api.log_in("lead@example.com")
    (listed,) = json.loads(await (await api.call("GET", "/admin/jobs?state=retrying")).get_data())["items"]
    assert listed["state"] == "retrying"
    assert "Attempt 1 of 12 failed with Refused; the next one comes at" in listed["waiting_because"]
    assert "No worker process is alive." in listed["waiting_because"]
    assert "no worker</span>" in await text_of(await root.get("/admin/jobs?state=retrying"))
    (public_id,) = await row("SELECT public_id FROM job WHERE kind = 'order.process'")
    assert (await root.post(f"/admin/jobs/{public_id}/run")).status_code == 303
    assert re.search(r'id="tab-queued"[^>]*>Queued <b>1</b>', await text_of(await root.get("/admin/jobs")))


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/admin/jobs", "jobs"),
        ("/admin/jobs?state=queued", "jobs"),
        ("/admin/jobs/failures", "failures"),
        ("/admin/jobs/charts", "charts"),
        ("/admin", "dashboard"),
        ("/admin/alarm", "alarm"),
        ("{job}", "job"),
    ],
)
async def test_a_poll_for_what_is_shown_already_has_no_body(root: Browser, ann: Browser, path: str, part: str) -> None:
    await place_by_page(ann)
    (public_id,) = await row("SELECT public_id FROM job WHERE kind = 'order.process'")
    asked: dict[str, Any] = {"HX-Request": "true", "HX-Target": part}
    path = path.format(job=f"/admin/jobs/{public_id}")
    first = await root.get(path, headers=asked)
    assert first.status_code == 200
    version = first.headers["ETag"]
    again = await root.get(path, headers={**asked, "If-None-Match": version})
    assert (again.status_code, await again.get_data()) == (304, b"")
    await root.post("/admin/queues/orders/pause")
    await run("UPDATE job SET attempt = 1, state = 'dead', error_type = 'Oops', finished_at = run_at, failure = 'f'")
    await run(
        "INSERT INTO failure (id, kind, type, place, words, times, first_at, last_at)"
        " VALUES ('f', '', '', '', '', 1, 1, 1)"
    )
    if part == "charts":
        await run("INSERT INTO deployment (version, at) SELECT 'v2', max(created_at) FROM job")
    changed = await root.get(path, headers={**asked, "If-None-Match": version})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != version


async def test_orders_under_review_are_one_line_and_a_filter(root: Browser, ann: Browser) -> None:
    for _ in range(3):
        await place_by_page(ann)
    await run("UPDATE orders SET review_reason = 'odd', review_since = created_at WHERE id <= 2")
    page = await text_of(await root.get("/admin/jobs"))
    assert "2 orders are under review" in page
    assert page.count('href="/admin/orders/') == 3  # those of the listed jobs
    page = await text_of(await root.get("/admin/orders?show=review"))
    assert page.count('id="row-') == 2
    assert "CW-10003" not in page


async def test_every_place_of_the_admin_is_at_its_side_and_the_open_one_is_marked(root: Browser, ann: Browser) -> None:
    page = await text_of(await root.get("/admin/jobs/failures"))
    side = page[page.index('id="side"') :].partition("</nav>")[0]
    for group in ("Sell", "Ship", "Watch", "Settings"):
        assert f"<summary>{group}</summary>" in side
    assert re.findall(r'href="([^"]+)" aria-current="page"', side) == ["/admin/jobs/failures"]
    for href in re.findall(r'href="([^"]+)"', side):
        assert (await root.get(href.replace("&amp;", "&"))).status_code == 200, href
    assert await read(queue_alarms.alarms) == []


async def test_the_advice_leads_to_the_scale_button_of_aspire(root: Browser, app: Quart) -> None:
    await run(
        "INSERT INTO job_figure (span, at, kind, enqueued, claimed, succeeded, failed, wait_ms, run_ms, waits, runs)"
        " SELECT 'minute', (seen_at / 60000 - 3) * 60000, 'order.process', 80, 80, 80, 0, 0, 80000, ?, '{}'"
        " FROM session LIMIT 1",
        json.dumps({bucket(20_000): 80}),
    )
    page = await text_of(await root.get("/admin/jobs/charts"))
    assert re.search(r"80 orders waited up to (19|20|21)\.\d s in the last hour: 2 processes\.", page)
    assert 'id="scale"' not in page
    app.extensions[EXTENSION] = replace(app.extensions[EXTENSION], aspire_url="https://localhost:17018")
    page = await text_of(await root.get("/admin/jobs/charts"))
    assert 'id="scale" href="https://localhost:17018"' in page
    assert "This assumes that" in page
