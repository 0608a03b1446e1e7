"""`/metrics`: the same instruments, for who has the operators' token, and only where they were asked for."""

import re

import httpx
import pytest

from tests.faults.processes import Process, Shop, until
from tests.faults.shopping import client_of
from tests.servers.throwaway import free_port
from tests.telemetry.test_one_trace import buy

pytestmark = [pytest.mark.asyncio, pytest.mark.faults]

TOKEN = {"X-Ops-Token": "an-operator-of-ours"}
KEPT = {"OTEL_METRICS_EXPORTER": "prometheus"}
LINE = re.compile(r'[a-z_]+(\{([a-z_]+="[^"]*",?)*\})? [-+0-9.einf]+')


async def worker_of(shop: Shop, **options: object) -> tuple[Process, str]:
    port = free_port()
    worker = shop.worker(ops_port=port, ops_token=TOKEN["X-Ops-Token"], **options)

    async def answers() -> bool:
        try:
            async with client_of(url) as client:
                return (await client.get("/livez")).status_code == 200
        except httpx.TransportError:
            return False

    url = f"http://127.0.0.1:{port}"
    await until(answers, within=60, what="the worker's port answers")
    return worker, url


async def scrape(url: str) -> str:
    async with client_of(url) as client:
        answer = await client.get("/metrics", headers=TOKEN)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    return answer.text


async def test_what_a_scraper_reads(shop: Shop) -> None:
    web = await shop.web(others=KEPT, ops_token=TOKEN["X-Ops-Token"])
    _, url = await worker_of(shop, others=KEPT)
    await buy(web.url)

    wanted = (
        'cartwright_job_attempts_total{cartwright_job_name="mail.order",outcome="ok"} 1',
        'cartwright_queue_depth{messaging_destination_name="orders",cartwright_job_state="ready"} 0',
    )

    async def told() -> bool:
        text = await scrape(url)
        return all(line in text for line in wanted)

    await until(told, within=60, what="the mail is counted, and the queue was looked at")
    of_worker, of_web = await scrape(url), await scrape(web.url)
    for text in (of_worker, of_web):
        for line in text.splitlines():
            assert line.startswith("# ") or LINE.fullmatch(line), line
    assert "cartwright_queue_depth" not in of_web
    buckets = re.findall(r'http_server_request_duration_seconds_bucket\{[^}]*orders[^}]*le="([^"]+)"\} (\d+)', of_web)
    assert [le for le, _ in buckets][:2] == ["0.005", "0.01"]
    assert buckets[-1][0] == "+Inf"
    counts = [int(count) for _, count in buckets]
    assert counts == sorted(counts)
    assert counts[-1] == 1
    assert "target_info{" in of_web
    assert 'service_name="cartwright-web"' in of_web


async def test_nobody_else_reads_it(shop: Shop) -> None:
    web = await shop.web(others=KEPT, ops_token=TOKEN["X-Ops-Token"])
    closed = await shop.web(others=KEPT)
    _, url = await worker_of(shop, others=KEPT)
    for address, headers in (
        (web.url, {}),
        (web.url, {"X-Ops-Token": "wrong"}),
        (closed.url, {}),
        (closed.url, TOKEN),
        (closed.url, {"X-Ops-Token": ""}),
    ):
        async with client_of(address) as client:
            assert (await client.get("/metrics", headers=headers)).status_code == 403
    async with client_of(url) as client:
        assert "cartwright" not in (await client.get("/metrics")).text


async def test_where_nobody_asked_for_it_there_is_nothing(shop: Shop) -> None:
    web = await shop.web(ops_token=TOKEN["X-Ops-Token"])
    _, url = await worker_of(shop)
    for address in (web.url, url):
        async with client_of(address) as client:
            assert (await client.get("/metrics", headers=TOKEN)).status_code == 404
