"""The job pages by hand: searching, acting on one job and on many, pausing, and what is shown of it all."""

import re
from typing import Any

import pytest
import pytest_asyncio

from models.database import read, write
from pipelines.gateways.payment_provider import ProviderRejected, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import claim_due
from tests.models.orders_at_hand import roll_figures
from tests.web.clients import Browser, text_of
from tests.web.placing import drain, place_by_page

pytestmark = pytest.mark.asyncio


class OutOfOrder(TestProvider):
    """Takes no question at all, and tells more than people may read."""

    async def charge(self, key: str, **question: Any) -> Any:
        raise ProviderRejected("no answer for ann@example.com with tok_4242")


async def job_id(where: str = "1 = 1") -> str:
    row = await read(lambda tx: tx.fetch_one(f"SELECT public_id FROM job WHERE {where} ORDER BY id DESC LIMIT 1"))
    assert row is not None
    return str(row["public_id"])


async def run(sql: str, *values: Any) -> None:
    await write(lambda tx: tx.execute(sql, *values))


@pytest_asyncio.fixture
async def dead(root: Browser, ann: Browser, tmp_path: Any) -> list[str]:
    """Two orders whose jobs died; the numbers of the orders."""
    install_provider(OutOfOrder(tmp_path / "broken.jsonl"))
    paths = [await place_by_page(ann), await place_by_page(ann)]
    await run("UPDATE job SET attempt = max_attempts - 1")
    await drain()
    return paths


async def test_a_search_has_an_address_and_a_bad_term_is_explained(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await place_by_page(ann)
    page = await text_of(await root.get("/admin/jobs?q=CW-10002+kind:order.process"))
    assert page.count(">order.process</a>") == 1
    assert 'value="CW-10002 kind:order.process"' in page
    assert 'hx-get="/admin/jobs?page=1&amp;q=CW-10002%20kind%3Aorder.process"' in page
    page = await text_of(await root.get("/admin/jobs?q=colour:red"), 422)
    assert "There is no term “colour:”" in page
    assert 'value="colour:red"' in page
    assert ">order.process</a>" not in page
    assert "No jobs found" in await text_of(await root.get("/admin/jobs?q=nosuchword"))


async def test_the_refresh_is_the_part_alone(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    part = await text_of(await root.get("/admin/jobs", headers={"HX-Request": "true", "HX-Target": "jobs"}))
    assert part.startswith('<div id="jobs"')
    assert "<html" not in part
    assert ">order.process</a>" in part


async def test_one_job_is_run_now_called_off_and_told_why_not(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await run("UPDATE job SET run_at = run_at + 3600000")
    path = f"/admin/jobs/{await job_id()}"
    page = await text_of(await root.get(path))
    assert "Run it now" in page
    assert "It is scheduled for" in page
    assert (await root.post(f"{path}/run")).headers["Location"] == path
    assert "Run it now" not in await text_of(await root.get(path))
    assert "this one is queued now" in await text_of(await root.post(f"{path}/run"), 409)
    assert (await root.post(f"{path}/cancellation", reason="not wanted")).status_code == 303
    page = await text_of(await root.post(f"{path}/cancellation"), 409)
    assert "this one is cancelled now" in page
    assert "by [hidden]@example.com: not wanted" in page
    assert "Retry now" in page


VERBS = {"retry": "Retry now", "run": "Run it now", "cancellation": "Cancel the job", "discard": "Discard the"}
OFFERED = {"queued": {"cancellation"}, "running": set(), "succeeded": set(), "dead": {"retry", "discard"}}
OFFERED |= {"scheduled": {"run", "cancellation"}, "cancelled": {"retry"}}
TITLES = {"running": "The job is running", "succeeded": "The job has already finished", "dead": "The job is dead"}
TITLES |= {"cancelled": "The job was cancelled", "queued": "The job is waiting already"}
TITLES["scheduled"] = TITLES["queued"]


@pytest.mark.parametrize("state", OFFERED)
async def test_a_job_offers_what_can_be_done_to_it_and_refuses_the_rest_by_name(
    root: Browser, ann: Browser, state: str
) -> None:
    await place_by_page(ann)
    if state == "running":
        (claimed,) = await claim_due()
        assert claimed.kind == "order.process"
    elif state == "scheduled":
        await run("UPDATE job SET run_at = run_at + 3600000")
    elif state == "succeeded":
        await drain()
    else:
        await run("UPDATE job SET state = ?", state)
    path = "/admin/jobs/" + await job_id("kind = 'order.process'")
    page = await text_of(await root.get(path))
    assert {verb for verb, words in VERBS.items() if words in page} == OFFERED[state]
    assert {verb for verb in VERBS if f'action="{path}/{verb}"' in page} == OFFERED[state]
    for verb in VERBS.keys() - OFFERED[state]:
        assert TITLES[state] in await text_of(await root.post(f"{path}/{verb}", reason="a test"), 409)


async def test_a_dead_job_is_discarded_with_a_reason_and_taken_back(root: Browser, dead: list[str]) -> None:
    path = "/admin/jobs/" + await job_id("state = 'dead'")
    assert "<b>2</b><span>jobs dead" in await text_of(await root.get("/admin"))
    for reason in ("", "  ", "x" * 501):
        page = await text_of(await root.post(f"{path}/discard", reason=reason), 422)
        assert re.search(r'id="discard-error">(Say why|Use at most 500)', page)
    assert (await root.post(f"{path}/discard", reason="paid <b>by hand</b>")).headers["Location"] == path
    page = await text_of(await root.get(path))
    discarded = r'id="called-off">.*Discarded</b> by \[hidden\]@example\.com: paid &lt;b&gt;by hand&lt;/b&gt;'
    assert re.search(discarded, page)
    assert "Retry now" in page
    assert '<b class="font-semibold tabular-nums">1</b> dead' in await text_of(await root.get("/admin/jobs/failures"))
    assert "<b>1</b><span>jobs dead" in await text_of(await root.get("/admin"))
    page = await text_of(await root.get("/admin/jobs"))
    assert re.search(r'id="tab-dead"[^>]*>Dead <b>1</b>', page)
    assert re.search(r'id="tab-cancelled"[^>]*>Cancelled <b>1</b>', page)
    assert "2 orders are under review" in page
    assert (await root.post(f"{path}/retry")).status_code == 303
    page = await text_of(await root.get(path))
    assert re.search(r"Failed, attempt 12.*Discarded.*Retried.*Next try", page, re.DOTALL)
    assert "1 order is under review" in await text_of(await root.get("/admin/jobs"))
    assert (await root.post("/admin/jobs/nothing/discard", reason="x")).status_code == 404


async def test_a_group_and_a_selection_are_discarded_through_their_preview(root: Browser, dead: list[str]) -> None:
    chosen = await job_id("state = 'dead'")
    page = await text_of(await root.get(f"/admin/jobs/batches/new?action=discard&job={chosen}"))
    assert "Discard 1 job" in page
    assert "stays under review" in page
    fields = {"action": "discard", "ids": chosen, "per_minute": "0"}
    assert "Say why" in await text_of(await root.post("/admin/jobs/batches", reason=" ", **fields), 422)
    assert (await root.post("/admin/jobs/batches", reason="paid by hand", **fields)).status_code == 303
    await drain()
    page = await text_of(await root.get("/admin/jobs/failures"))
    link = re.search(r'href="(/admin/jobs/batches/new\?action=discard[^"]+)"', page)
    assert link is not None
    page = await text_of(await root.get(link[1].replace("&amp;", "&")))
    assert "Discard 1 job" in page
    hidden = dict(re.findall(r'type="hidden" name="(scope|q|state|as_of)" value="([^"]*)"', page))
    assert hidden["scope"] == "all"
    fields = {"action": "discard", "per_minute": "0", **hidden}
    page = await text_of(await root.post("/admin/jobs/batches", reason=" ", **fields), 422)
    assert dict(re.findall(r'type="hidden" name="(scope|q|state|as_of)" value="([^"]*)"', page)) == hidden
    answer = await root.post("/admin/jobs/batches", reason="these too", **fields)
    assert answer.status_code == 303
    await drain()
    assert "Nothing is dead" in await text_of(await root.get("/admin/jobs/failures?window=dead"))
    page = await text_of(await root.get(answer.headers["Location"]))
    assert "1 of 1" in page
    back = re.search(r'id="take-back" href="([^"]+)"', page)
    assert back is not None
    assert "Retry 1 job" in await text_of(await root.get(back[1].replace("&amp;", "&")))
    batch = answer.headers["Location"].rpartition("/")[2]
    assert "1 found" in await text_of(await root.get(f"/admin/jobs?q=batch:{batch}"))
    assert (await root.get("/admin/jobs?q=batch:x")).status_code == 422


async def test_a_long_batch_is_shown_page_by_page(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    await run(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150) INSERT INTO job (public_id,"
        " kind, queue, priority, dedupe_key, state, run_at, max_attempts, created_at) SELECT 'buried' || i,"
        " 'reservations.expire', 'maintenance', 40, 'buried' || i, 'dead', 1, 3, 1 FROM n"
    )
    page = await text_of(await root.get("/admin/jobs/batches/new?action=discard&scope=all&state=dead"))
    as_of = re.search(r'name="as_of" value="(\d+)"', page)
    assert as_of is not None
    fields = {"action": "discard", "scope": "all", "state": "dead", "as_of": as_of[1], "reason": "a test"}
    path = (await root.post("/admin/jobs/batches", **fields)).headers["Location"]
    await drain()
    first = await text_of(await root.get(path))
    assert "150 of 150" in first
    assert (first.count('id="item-'), 'rel="next"' in first) == (50, True)
    last = await text_of(await root.get(f"{path}?page=3"))
    assert (last.count('id="item-'), 'rel="next"' in last) == (50, False)


async def test_addresses_and_secrets_are_shown_nowhere(root: Browser, dead: list[str]) -> None:
    await run("UPDATE job SET payload = ?", '{"email": "bob@example.com", "deep": {"token": "a-secret-word"}}')
    order = dead[0].replace("/orders/", "/admin/orders/")
    for path in ("/admin/jobs", "/admin/doctor", "/admin/jobs/failures", f"/admin/jobs/{await job_id()}"):
        page = await text_of(await root.get(path))
        assert "no answer for" in page
        for secret in ("ann@example.com", "tok_4242", "bob@example.com", "a-secret-word"):
            assert secret not in page.replace("root@example.com", "")
    assert "tok_4242" not in await text_of(await root.get(order))


async def test_a_group_of_failures_is_retried_through_its_preview(
    root: Browser, dead: list[str], tmp_path: Any
) -> None:
    page = await text_of(await root.get("/admin/jobs/failures"))
    assert '<b class="font-semibold tabular-nums">2</b> dead' in page
    link = re.search(r'href="(/admin/jobs/batches/new\?[^"]+)"', page)
    assert link is not None
    page = await text_of(await root.get(link[1].replace("&amp;", "&")))
    assert "Retry 2 jobs" in page
    assert "answer unknown: 2" in page
    assert re.search(r'id="canary" checked', page)
    assert '<option value="60" selected>' in page
    hidden = dict(re.findall(r'type="hidden" name="(scope|q|state|as_of)" value="([^"]*)"', page))
    assert (hidden["scope"], hidden["state"], hidden["q"][:8]) == ("all", "dead", "failure:")
    fields = {"action": "retry", "per_minute": "0", "canary": "on", **hidden}
    page = await text_of(await root.post("/admin/jobs/batches", reason=" ", **fields), 422)
    assert "Say why" in page
    assert f'value="{hidden["q"]}"' in page
    answer = await root.post("/admin/jobs/batches", reason="mended", **fields)
    assert answer.status_code == 303
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    await drain()
    page = await text_of(await root.get(answer.headers["Location"]))
    assert "2 of 2" in page
    assert "mended" in page
    assert "Nothing is dead" in await text_of(await root.get("/admin/jobs/failures?window=dead"))
    assert re.search(r'id="tab-dead"[^>]*>Dead <b>0</b>', await text_of(await root.get("/admin/jobs")))
    assert "mended" in await text_of(await root.get("/admin/jobs/batches"))
    assert (await root.post(f"{answer.headers['Location']}/stop")).status_code == 409


async def test_ticked_jobs_are_previewed(root: Browser, dead: list[str]) -> None:
    chosen = await job_id("state = 'dead'")
    page = await text_of(await root.get(f"/admin/jobs/batches/new?action=retry&job={chosen}&job=unknown"))
    assert "Retry 1 job" in page
    assert f'name="ids" value="{chosen}"' in page
    page = await text_of(await root.get(f"/admin/jobs/batches/new?action=cancel&job={chosen}"))
    assert "None of the 1 jobs is in a state for this" in page
    assert (await root.get("/admin/jobs/batches/new?action=explode")).status_code == 422
    assert (await root.get("/admin/jobs/batches/new?action=retry&scope=all&q=colour:red")).status_code == 422


async def test_a_cancelled_order_job_wants_its_tick(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    page = await text_of(await root.get("/admin/jobs/batches/new?action=cancel&scope=all&state=queued"))
    assert "order.process of CW-10001" in page
    fields = {"action": "cancel", "ids": await job_id(), "reason": "a test", "per_minute": "0"}
    assert (await root.post("/admin/jobs/batches", **fields)).status_code == 422
    assert (await root.post("/admin/jobs/batches", agree=await job_id(), **fields)).status_code == 303
    await run("UPDATE job SET run_at = run_at + 3600000 WHERE kind = 'order.process'")
    await drain()
    assert await job_id("state = 'cancelled' AND kind = 'order.process'")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"action": "explode", "ids": "a", "reason": "x"},
        {"action": "retry", "ids": "<b>", "reason": "x"},
        {"action": "retry", "ids": "a", "reason": "x", "per_minute": "many"},
        {"action": "retry", "ids": "a" * 40_000, "reason": "x"},
        {"action": "retry", "ids": "a", "reason": "x", "surprise": "1"},
        {"action": "retry", "reason": "x"},
        {"action": "retry", "scope": "some", "ids": "a", "reason": "x"},
        {"action": "retry", "scope": "all", "q": "colour:red", "reason": "x"},
        {"action": "retry", "scope": "all", "state": "lost", "reason": "x"},
        {"action": "retry", "scope": "all", "as_of": "-1", "reason": "x"},
        {"action": "retry", "scope": "all", "as_of": "9" * 30, "reason": "x"},
        {"action": "retry", "scope": "all", "q": "x" * 301, "reason": "x"},
    ],
)
async def test_a_form_that_no_page_of_ours_made_is_refused(root: Browser, fields: dict[str, str]) -> None:
    assert (await root.post("/admin/jobs/batches", **fields)).status_code == 422


async def test_a_pause_shows_on_every_page_and_holds(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    assert (await root.post("/admin/jobs/kinds/order.process/pause", reason="a <b>look</b>")).status_code == 303
    for path in ("/admin", "/admin/jobs", "/admin/emails", "/admin/alarm", "/admin/jobs/timetable"):
        page = await text_of(await root.get(path))
        assert "order.process</a>, by root@example.com" in page
        assert "a &lt;b&gt;look&lt;/b&gt;" in page
    await drain()
    assert "The kind order.process was paused by" in await text_of(await root.get(f"/admin/jobs/{await job_id()}"))
    await root.post("/admin/jobs/kinds/order.process/resume")
    await drain()
    assert await job_id("state = 'succeeded' AND kind = 'order.process'")
    assert "Paused:" not in await text_of(await root.get("/admin"))
    assert (await root.post("/admin/queues/mail/pause")).headers["Location"] == "/admin/jobs"
    assert "Resume" in await text_of(await root.get("/admin/jobs"))
    await root.post("/admin/queues/mail/resume")
    for path in ("/admin/jobs/kinds/nothing/pause", "/admin/queues/nothing/resume"):
        assert (await root.post(path)).status_code == 404


async def test_the_timetable_runs_an_entry_out_of_turn(root: Browser) -> None:
    page = await text_of(await root.get("/admin/jobs/timetable"))
    assert "every 5 minutes" in page
    assert (await root.post("/admin/jobs/timetable/reservations.expire/run")).status_code == 303
    assert "reservations.expire is queued already" in await text_of(
        await root.post("/admin/jobs/timetable/reservations.expire/run"), 409
    )
    await drain()
    assert "Succeeded" in await text_of(await root.get("/admin/jobs/timetable"))


async def test_charts_carry_their_figures_and_a_table(root: Browser, ann: Browser) -> None:
    assert "Nothing has been counted yet" in await text_of(await root.get("/admin/jobs/charts"))
    await place_by_page(ann)
    await drain()
    for table, column in (("job_event", "at"), ("job", "created_at")):
        await run(f"UPDATE {table} SET {column} = {column} - 120000")
    await roll_figures()
    page = await text_of(await root.get("/admin/jobs/charts?range=24h"))
    assert "&#34;succeeded&#34;: [" in page
    assert ">order.process</a>" in page
    assert "Little&#39;s law" in page or "Little's law" in page
    assert (await root.get("/admin/jobs/charts?range=9y")).status_code == 422
    assert (await root.get("/admin/jobs/charts?kind=no")).status_code == 422


async def test_the_workers_of_the_list_have_memory_age_and_jobs(root: Browser, ann: Browser) -> None:
    await place_by_page(ann)
    now = await read(lambda tx: tx.fetch_one("SELECT max(created_at) AS at FROM job"))
    assert now is not None
    await run(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at, rss_bytes,"
        " version) VALUES ('w1', 'shop-1', 77, 'orders,mail', 4, 1, 'alive', ?, ?, 73400320, '1')",
        *(now["at"] - 7_200_000, now["at"]),
    )
    await run("UPDATE job SET state = 'running', owner = 'w1', lease_until = run_at + 30000, started_at = run_at")
    page = await text_of(await root.get("/admin/jobs"))
    assert "shop-1" in page
    assert "70 MB" in page
    assert "1 of 4" in page
    assert re.search(r'id="held-[0-9a-z]{26}"', page)
    assert re.search(r"Since\" class=\"whitespace-nowrap\"><time [^>]+>2 h<", page)


async def test_a_page_left_open_does_not_keep_its_admin_logged_in(root: Browser) -> None:
    await run("UPDATE session SET seen_at = seen_at - 1200000")
    before = await read(lambda tx: tx.fetch_one("SELECT max(seen_at) AS at FROM session"))
    poll = {"HX-Request": "true", "HX-Target": "jobs"}
    assert (await root.get("/admin/jobs", headers=poll)).status_code == 200
    assert (await root.get("/admin/alarm", headers=poll)).status_code == 200
    assert before == await read(lambda tx: tx.fetch_one("SELECT max(seen_at) AS at FROM session"))
    assert (await root.get("/admin/jobs")).status_code == 200
    after = await read(lambda tx: tx.fetch_one("SELECT max(seen_at) AS at FROM session"))
    assert before is not None
    assert after is not None
    assert after["at"] > before["at"]
