"""One checkout as the collector sees it: one trace through request, jobs, payment and mail; the metrics; the logs."""

import httpx
import pytest

from tests.faults.processes import Shop, until
from tests.faults.shopping import Guest, client_of, products
from tests.pipelines.fault_server import FaultServer, serving
from tests.telemetry.collector import Collector, Span

pytestmark = [pytest.mark.asyncio, pytest.mark.faults]

SERVER, CLIENT, PRODUCER, CONSUMER = 2, 3, 4, 5
OUTSIDE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
METRICS = {
    "cartwright.queue.depth": "{job}",
    "cartwright.queue.oldest_age": "s",
    "cartwright.queue.oldest_age.max": "s",
    "cartwright.queue.throughput": "{job}/s",
    "cartwright.outbox.pending": "{message}",
    "cartwright.outbox.oldest_age": "s",
    "cartwright.queue.wait": "s",
    "cartwright.job.end_to_end": "s",
    "cartwright.job.attempts": "{attempt}",
    "cartwright.worker.jobs.active": "{job}",
    "messaging.process.duration": "s",
    "messaging.client.sent.messages": "{message}",
    "smtp.client.operation.duration": "s",
    "http.server.request.duration": "s",
    "db.client.operation.duration": "s",
}
WAITS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]
REPORTED = "cartwright.queue.depth"
LATEST = 12  # exports: of two processes that both report all the time, both are among so many
DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]


async def buy(url: str, traceparent: str = OUTSIDE) -> httpx.Response:
    """One checkout by the API, that says which trace it belongs to."""
    async with client_of(url) as client:
        guest = Guest(client)
        assert await guest.fill([((await products(1))[0], 1)])
        client.headers["traceparent"] = traceparent
        answer = await guest.order()
    assert answer.status_code == 202, answer.text
    return answer


def child(spans: list[Span], parent: Span, name: str) -> Span:
    [found] = [span for span in spans if span.parent == parent.id and span.name == name]
    assert found.trace == parent.trace
    return found


async def test_one_trace_from_the_request_to_the_message(
    shop: Shop, collector: Collector, told: dict[str, str]
) -> None:
    async with serving(FaultServer()) as server:
        web = await shop.web(others=told)
        shop.worker(others=told, smtp_url=server.url)
        answer = await buy(web.url)
        trace = OUTSIDE[3:35]
        await until(
            lambda: {"smtp send", "process mail"} <= {span.name for span in collector.spans if span.trace == trace},
            within=60,
            what="the message's span has come",
        )
    spans = [span for span in collector.spans if span.trace == trace]
    [request] = [span for span in spans if span.kind == SERVER]
    assert (request.name, request.parent, request.service) == ("POST /api/v1/orders", OUTSIDE[36:52], "cartwright-web")
    assert request.attributes["http.response.status_code"] == 202
    assert request.attributes["cartwright.request.id"] == answer.headers["X-Request-Id"]
    sent = child(spans, child(spans, request, "database write"), "send orders")
    worked = child(spans, sent, "process orders")
    assert (sent.kind, worked.kind, worked.service) == (PRODUCER, CONSUMER, "cartwright-worker")
    assert worked.links == ((sent.trace, sent.id),)
    charged = child(spans, worked, "payment charge")
    assert (charged.kind, charged.attributes["cartwright.payment.answer"]) == (CLIENT, "captured")
    [promised] = [span for span in spans if span.name == "send mail"]
    mailed = child(spans, promised, "process mail")
    assert child(spans, mailed, "smtp send").kind == CLIENT
    order = {span.attributes["messaging.message.conversation_id"] for span in (worked, mailed)}
    assert order == {answer.json()["number"]}
    assert not any(span.failed for span in spans)


def _both_run(collector: Collector) -> bool:
    return len(set(collector.processes_sending("cartwright.worker.jobs.active"))) == 2


def _reports_alone(collector: Collector, *, since: int) -> bool:
    reporters = collector.processes_sending(REPORTED)[since:][-LATEST:]
    return len(reporters) == LATEST and len(set(reporters)) == 1


async def test_the_metrics_by_their_names_units_and_buckets(
    shop: Shop, collector: Collector, told: dict[str, str]
) -> None:
    async with serving(FaultServer()) as server:
        web = await shop.web(others=told)
        workers = [shop.worker(others=told, smtp_url=server.url) for _ in range(2)]
        await buy(web.url)
        await until(lambda: set(METRICS) <= set(collector.metrics), within=60, what="all metrics have come")
        await until(lambda: _both_run(collector), what="both workers send metrics")
        begun = len(collector.processes_sending(REPORTED))
        # two may report for a moment while both start; of two that go on, each would be among the latest
        await until(lambda: _reports_alone(collector, since=begun), what="one worker alone reports the queue")
        for worker in workers:
            assert await worker.stop() == 0
    assert {name: unit for name, unit in collector.units.items() if name in METRICS} == METRICS
    metrics = collector.metrics
    for name in ("cartwright.queue.wait", "cartwright.job.end_to_end"):
        assert list(metrics[name][-1][1].explicit_bounds) == WAITS
    for name in ("messaging.process.duration", "smtp.client.operation.duration", "http.server.request.duration"):
        assert list(metrics[name][-1][1].explicit_bounds) == DURATIONS
    attempts = {(at["cartwright.job.name"], at["outcome"]) for at, _ in metrics["cartwright.job.attempts"]}
    assert {("order.process", "ok"), ("mail.order", "ok")} <= attempts
    states = {at["cartwright.job.state"] for at, _ in metrics["cartwright.queue.depth"]}
    assert states == {"ready", "delayed", "running", "dead"}
    assert metrics["cartwright.worker.jobs.active"][-1][1].as_int == 0
    assert {"http.request.method": "POST", "http.route": "/api/v1/orders"}.items() <= {
        key: value
        for at, _ in metrics["http.server.request.duration"]
        if at.get("http.route") == "/api/v1/orders"
        for key, value in at.items()
    }.items()
    assert collector.processes_sending("messaging.process.duration")


async def test_a_retry_has_a_trace_of_its_own_that_links_to_its_sender(
    shop: Shop, collector: Collector, told: dict[str, str]
) -> None:
    async with serving(FaultServer(RCPT="450 later")) as server:
        web = await shop.web(others=told)
        shop.worker(others=told, smtp_url=server.url)
        await buy(web.url)

        def attempts() -> list[Span]:
            return [span for span in collector.spans if span.name == "process mail"]

        await until(lambda: len(attempts()) == 1, within=60, what="the first attempt has failed")
        [first] = attempts()
        assert first.failed
        assert first.attributes["error.type"] == "NotTaken"
        server.faults.clear()
        from models.database import write

        await write(lambda tx: tx.execute("UPDATE job SET run_at = ? WHERE state = 'queued'", tx.now))
        await until(lambda: len(attempts()) == 2, within=60, what="the second attempt is told")
    second = attempts()[1]
    assert second.trace != first.trace
    assert second.links == first.links
    assert second.parent == ""
    assert not second.failed


async def test_logs_carry_trace_request_order_and_job(shop: Shop, collector: Collector, told: dict[str, str]) -> None:
    web = await shop.web(others=told)
    shop.worker(others=told)
    answer = await buy(web.url)
    wanted = ["order.placed", "order.reserved", "order.confirmed"]

    def events() -> dict[str, tuple[dict[str, object], str]]:
        return {body: (facts, trace) for body, facts, trace in collector.logs if body in wanted}

    await until(lambda: len(events()) == len(wanted), within=60, what="the order's events have come as logs")
    number, trace = answer.json()["number"], OUTSIDE[3:35]
    for facts, within in events().values():
        assert (facts["order_id"], within) == (number, trace)
    assert events()["order.placed"][0]["request_id"] == answer.headers["X-Request-Id"]
    for event in wanted[1:]:
        assert isinstance(events()[event][0]["job_id"], int)


async def test_a_sender_who_is_not_sampled_makes_no_spans(
    shop: Shop, collector: Collector, told: dict[str, str]
) -> None:
    web = await shop.web(others=told)
    worker = shop.worker(others=told)
    answer = await buy(web.url, OUTSIDE[:-1] + "0")
    await until(lambda: "order.confirmed" in {body for body, *_ in collector.logs}, within=60, what="it is confirmed")
    assert await worker.stop() == 0
    assert await web.process.stop() == 0
    assert not [span for span in collector.spans if span.trace == OUTSIDE[3:35]]
    assert answer.status_code == 202


async def test_processes_name_themselves_as_the_environment_says(
    shop: Shop, collector: Collector, told: dict[str, str]
) -> None:
    its = {"OTEL_SERVICE_NAME": "worker-1", "OTEL_RESOURCE_ATTRIBUTES": "service.instance.id=pod-7"}
    web = await shop.web(others=told)
    shop.worker(others=told | its)
    await buy(web.url)

    def named() -> set[tuple[str, str]]:
        return {(each["service.name"], each["cartwright.component"]) for each in collector.resources}

    both = {("worker-1", "worker"), ("cartwright-web", "web")}
    await until(lambda: named() == both, within=60, what="both have told their names")
    assert "pod-7" in {each["service.instance.id"] for each in collector.resources}
    assert {each["service.namespace"] for each in collector.resources} == {"cartwright"}
