"""Webhooks from the event to the receiver: signed, told once for each endpoint that asked, tried again by the table."""

import json
import ssl
import time
from collections.abc import AsyncIterator
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.checkout.checkout import Placed
from models.database import read, write
from models.inventory import stock_adjustments
from models.jobs.admin import bulk_preview, job_actions, job_views, live_failures, wait_reasons
from models.jobs.ledger.job_kinds import KINDS
from models.operations import doctor
from models.shared.errors import Invalid, NotAllowedNow
from models.webhooks import webhook_deliveries, webhook_endpoints, webhook_events
from pipelines.gateways import webhook_http
from pipelines.gateways.outgoing_addresses import Rules, install_rules
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.job_outcomes import Snooze
from pipelines.orders import fulfilment
from pipelines.webhooks.webhook_delivery import deliver_webhook, refuse_unsafe
from tests.journeys import story
from tests.pipelines.receiver import Receiver, receiving
from tests.web.clients import make_user
from web.api.documents.job_documents import job_document

pytestmark = pytest.mark.asyncio
ADMIN = Actor("boss@example.com", 1)


@pytest_asyncio.fixture
async def receiver(shop: str, tmp_path: Path) -> AsyncIterator[Receiver]:
    """A shop that may call this machine, and somebody who listens there."""
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    install_rules(Rules(https_only=False, allow_private=True))
    async with receiving() as one:
        yield one
    install_rules(Rules())


async def register(url: str, *events: str) -> tuple[str, str]:
    """Id and secret of a new endpoint."""
    asked = list(events or ("*",))
    endpoint, secret = await write(lambda tx: webhook_endpoints.create(tx, ADMIN, url=url, events=asked))
    return endpoint.id, secret


async def endpoint(public_id: str) -> Any:
    return await read(lambda tx: webhook_endpoints.find(tx, public_id))


async def deliveries(public_id: str) -> list[Any]:
    return (await read(lambda tx: webhook_deliveries.list_deliveries(tx, public_id, per_page=100))).items


async def send_test(public_id: str) -> str:
    return await write(lambda tx: webhook_endpoints.send_test(tx, ADMIN, public_id))


async def placed(token: str = "tok_ok") -> Placed:
    return await story.order(await story.shopper(), token=token, SKU_0001=1)


async def wait_seconds() -> float:
    """How long the one message waits for its next try, from the moment at which the last one was given up."""
    row = await story.one(
        "SELECT j.run_at - max(e.at) AS ms FROM job j JOIN job_event e ON e.job_id = j.id"
        " WHERE j.kind = 'webhook.deliver' AND e.type = 'failed' GROUP BY j.id, j.run_at"
    )
    return float(row["ms"] / 1000)


async def test_the_signature_is_that_of_the_published_vector() -> None:
    signed = webhook_http.sign(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        '{"test": 2432232314}',
    )
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


async def test_every_move_is_told_with_its_sequence_and_a_signature_that_holds(receiver: Receiver) -> None:
    _, secret = await register(receiver.url, "order.*")
    order = await placed()
    await story.drain()
    told = {message.event["type"]: message for message in receiver.messages}
    assert list(told) == ["order.placed", "order.reserved", "order.confirmed"]
    seen = await story.see(order)
    numbers = {event["type"]: event["sequence"] for event in seen.events}
    for type_, message in told.items():
        event = message.event
        assert event.keys() == {"type", "timestamp", "data"}
        assert (event["data"]["id"], event["data"]["number"]) == (seen.id, seen.number)
        assert event["data"]["sequence"] == numbers[type_]
        assert event["data"]["status"] == {"order.placed": "pending"}.get(type_, type_.removeprefix("order."))
        headers = message.headers
        expected = webhook_http.sign([secret], headers["webhook-id"], int(headers["webhook-timestamp"]), message.body)
        assert headers["webhook-signature"] == expected
        assert (headers["content-type"], message.path) == ("application/json", "/hook?a=1")
        assert headers["host"] == receiver.url.split("/")[2]
    await story.books_are_clean()


async def test_only_what_was_asked_for_is_owed_and_nothing_when_nobody_listens(receiver: Receiver) -> None:
    await placed()
    assert (await story.one("SELECT count(*) AS n FROM webhook_delivery"))["n"] == 0
    one, _ = await register(receiver.url, "order.confirmed")
    other, _ = await register(receiver.url, "stock.low", "mail.confirmed")
    await write(lambda tx: webhook_endpoints.change(tx, ADMIN, other, {"events": ["stock.low"]}))
    await story.drain()
    assert [delivery.type for delivery in await deliveries(one)] == ["order.confirmed"]
    assert await deliveries(other) == []
    row = await story.one("SELECT public_id FROM product ORDER BY id LIMIT 1")
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, row["public_id"], on_hand=3))
    await story.later()
    await story.drain()
    [delivery] = await deliveries(other)
    data = json.loads(delivery.body)["data"]
    assert (delivery.type, data["sku"], data["available"], data["sequence"]) == ("stock.low", "SKU-0001", 2, 1)


async def test_every_message_of_an_orders_life_is_as_the_reference_describes_it(receiver: Receiver) -> None:
    """The receiver holds each one to the OpenAPI document."""
    one, _ = await register(receiver.url)
    await story.set_stock("SKU-0001", 7)
    first, second = await placed(), await story.order(await story.shopper("bo@example.com"), SKU_0001=1)
    await story.drain()
    for verb in (fulfilment.ship, fulfilment.deliver, fulfilment.refund):
        await write(lambda tx, verb=verb: verb(tx, first.public_id, ADMIN))  # type: ignore[misc]
    await story.cancel_by_customer(second)
    await send_test(one)
    await story.drain()
    told = {message.event["type"] for message in receiver.messages}
    moves = ("placed", "reserved", "confirmed", "shipped", "delivered", "cancelled")
    assert {f"order.{move}" for move in moves} <= told
    assert {"payment.refunded", "stock.low", "mail.confirmed.recorded", "webhook.test"} <= told


async def test_one_crossing_is_one_message_whatever_else_it_is(receiver: Receiver) -> None:
    one, _ = await register(receiver.url, "stock.*")
    await story.set_stock("SKU-0001", 6)
    await story.order(await story.shopper(), SKU_0001=6)
    await story.drain()
    assert [delivery.type for delivery in await deliveries(one)] == ["stock.depleted"]


async def test_a_deliverys_job_names_its_order_and_its_endpoint(receiver: Receiver) -> None:
    one, _ = await register(receiver.url, "order.placed")
    order = await placed()
    row = await story.one("SELECT public_id FROM job WHERE kind = 'webhook.deliver'")
    job, events = await read(lambda tx: job_views.find_job(tx, row["public_id"]))
    subject = job_document(job, events)["subject"]
    assert (subject["order_id"], subject["endpoint_id"]) == (order.public_id, one)
    assert subject["label"] == f"Order {order.number} to 127.0.0.1"


async def test_an_event_that_is_undone_is_not_told(receiver: Receiver) -> None:
    await register(receiver.url)
    order = await placed()

    async def fails(tx: Any) -> None:
        await webhook_events.fan_out(tx, "order.confirmed", {"id": order.public_id})
        raise RuntimeError

    before = (await story.one("SELECT count(*) AS n FROM webhook_delivery"))["n"]
    with pytest.raises(RuntimeError):
        await write(fails)
    assert (await story.one("SELECT count(*) AS n FROM webhook_delivery"))["n"] == before


async def test_failures_are_tried_again_under_the_same_id_by_the_table(receiver: Receiver) -> None:
    one, _ = await register(receiver.url, "order.placed")
    receiver.say(500, 302, "hang-up", 200)
    webhook_id = await send_test(one)
    for state, waits in (("failed", 5), ("failed", 300), ("failed", 1800)):
        await story.drain()
        assert (await story.one("SELECT state FROM job WHERE kind = 'webhook.deliver'"))["state"] == "queued"
        assert waits * 0.79 <= await wait_seconds() <= waits * 1.21
        assert (await deliveries(one))[0].state == state
        assert (await endpoint(one)).state == "failing"
        await story.later()
    await story.drain()
    [delivery] = await deliveries(one)
    assert (delivery.state, delivery.id) == ("delivered", webhook_id)
    assert [attempt["status"] for attempt in delivery.attempts] == [500, 302, None, 200]
    assert {message.headers["webhook-id"] for message in receiver.messages} == {webhook_id}
    healthy = await endpoint(one)
    assert (healthy.state, healthy.failing_since) == ("active", None)


async def test_the_table_of_tries_takes_about_75_hours() -> None:
    kind = KINDS["webhook.deliver"]
    assert (kind.max_attempts, len(kind.waits_seconds), kind.time_limit_seconds) == (10, 9, 30)
    assert 75 <= sum(kind.waits_seconds) / 3600 <= 76


@pytest.mark.parametrize(("status", "waits"), [(429, 77), (503, 77), (500, 5)])
async def test_retry_after_is_obeyed_where_it_counts(receiver: Receiver, status: int, waits: int) -> None:
    one, _ = await register(receiver.url)
    receiver.say(f"HTTP/1.1 {status} X\r\nRetry-After: 77\r\nContent-Length: 0\r\n\r\n".encode())
    await send_test(one)
    await story.drain()
    assert waits * 0.79 <= await wait_seconds() <= waits * 1.21


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("77", 77, 77),
        ("0", 1, 1),
        ("99999999", 86_400, 86_400),
        (formatdate(0, usegmt=True), 1, 1),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400, 86_400),
    ],
)
async def test_retry_after_is_a_number_or_a_date_within_a_day(text: str, least: float, most: float) -> None:
    seconds = webhook_http._retry_after(text)
    assert seconds is not None
    assert least <= seconds <= most


async def test_a_date_to_come_again_is_counted_from_now() -> None:
    began = time.time()
    seconds = webhook_http._retry_after(formatdate(began + 600, usegmt=True))
    assert seconds is not None
    assert began + 599 <= time.time() + seconds
    assert seconds <= 600


@pytest.mark.parametrize("text", ["", "soon", "-5", "1.5", "9" * 30, "٣", "Mon, 99 Nov 2026 10:00:00 GMT"])
async def test_what_is_no_retry_after_is_not_obeyed(text: str) -> None:
    assert webhook_http._retry_after(text) is None


async def test_410_disables_at_once_and_the_admins_are_told(receiver: Receiver) -> None:
    await make_user("boss@example.com", role="admin")
    one, _ = await register(receiver.url)
    receiver.say(410)
    await send_test(one)
    await send_test(one)
    await story.drain()
    gone = await endpoint(one)
    assert (gone.state, "410" in gone.disabled_reason) == ("disabled", True)
    assert len(receiver.messages) == 1
    assert {delivery.state for delivery in await deliveries(one)} == {"dead"}
    mail = await story.one("SELECT recipient, subject, text FROM email_message WHERE kind = 'webhook.disabled'")
    assert mail["recipient"] == "boss@example.com"
    assert receiver.url in mail["text"]
    await placed()
    assert len(await deliveries(one)) == 2
    await write(lambda tx: webhook_endpoints.change(tx, ADMIN, one, {"state": "active"}))
    receiver.say(200)
    assert await write(lambda tx: webhook_deliveries.send_since(tx, ADMIN, one, 0)) == 2
    await story.drain()
    assert {delivery.state for delivery in await deliveries(one)} == {"delivered"}


async def test_five_days_without_success_disable(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    receiver.say(500)
    await send_test(one)
    await story.drain()
    await write(
        lambda tx: tx.execute("UPDATE webhook_endpoint SET failing_since = failing_since - ?", 5 * 86_400_000 + 1)
    )
    await story.later()
    await story.drain()
    assert (await endpoint(one)).state == "disabled"


async def test_after_ten_tries_it_is_dead_and_can_be_sent_again(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    receiver.say(500)
    webhook_id = await send_test(one)
    with pytest.raises(NotAllowedNow):
        await write(lambda tx: webhook_deliveries.send_again(tx, ADMIN, one, webhook_id))
    for _ in range(10):
        await story.drain()
        await write(lambda tx: tx.execute("UPDATE webhook_endpoint SET rests_until = 0"))
        await story.later()
    assert (await deliveries(one))[0].state == "dead"
    assert len(receiver.messages) == 10
    receiver.say(200)
    await write(lambda tx: webhook_deliveries.send_again(tx, ADMIN, one, webhook_id))
    await write(lambda tx: tx.execute("UPDATE webhook_endpoint SET rests_until = 0"))
    await story.drain()
    assert (await deliveries(one))[0].state == "delivered"
    assert receiver.messages[-1].headers["webhook-id"] == webhook_id
    assert await story.job_states("webhook.deliver") == {"succeeded": 1}


async def test_a_dead_delivery_is_retried_as_the_same_job_but_not_to_a_disabled_endpoint(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    receiver.say(410)
    await send_test(one)
    await story.drain()
    assert (await endpoint(one)).state == "disabled"
    job = await story.one("SELECT public_id, state FROM job WHERE kind = 'webhook.deliver'")
    assert job["state"] == "dead"
    with pytest.raises(NotAllowedNow, match="enable it first"):
        await write(lambda tx: job_actions.run_again(tx, job["public_id"], actor=ADMIN))
    assert await story.job_states("webhook.deliver") == {"dead": 1}
    assert (await deliveries(one))[0].state == "dead"
    await write(lambda tx: tx.execute("UPDATE webhook_endpoint SET state = 'active', rests_until = 0"))
    receiver.say(200)
    await write(lambda tx: job_actions.run_again(tx, job["public_id"], actor=ADMIN))
    assert (await deliveries(one))[0].state == "queued"
    await story.drain()
    assert (await deliveries(one))[0].state == "delivered"
    assert await story.job_states("webhook.deliver") == {"succeeded": 1}


async def test_a_dead_delivery_names_its_order_and_its_endpoint_and_touches_the_orders_money(
    receiver: Receiver,
) -> None:
    one, _ = await register(receiver.url)
    receiver.say(410)
    await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()
    dead, *_ = (await read(lambda tx: job_views.list_jobs(tx, state="dead"))).items
    assert dead.subject is not None
    assert (dead.subject["label"], dead.subject["href"]) == ("Order CW-10001 to 127.0.0.1", f"/admin/webhooks/{one}")
    (sent,) = [each for each in await deliveries(one) if each.id == dead.subject["id"]]
    assert sent.order_id
    total = (await story.one("SELECT total_cents FROM orders"))["total_cents"]
    (group,) = await read(live_failures.live)
    assert (group.orders, group.cents) == (1, total)
    seen = await read(lambda tx: bulk_preview.preview(tx, "discard", [dead.row_id]))
    assert (seen.orders, seen.cents) == (1, total)


async def test_a_dead_endpoint_rests_and_costs_no_attempts(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    receiver.say(500)
    for _ in range(webhook_deliveries.FAILURES_TO_REST + 3):
        await send_test(one)
    await story.drain()
    assert len(receiver.messages) == webhook_deliveries.FAILURES_TO_REST
    rows = await story.every("SELECT attempt, deferrals FROM job WHERE kind = 'webhook.deliver' ORDER BY id")
    assert [(row["attempt"], row["deferrals"]) for row in rows[-3:]] == [(0, 0)] * 3  # nor are they claimed


async def test_at_most_two_at_once_go_to_one_endpoint(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    other, _ = await register(receiver.url)
    for _ in range(4):
        await send_test(one)
    await send_test(other)
    claims = await story.claim_due(queues=["webhooks"])
    assert sorted(claim.subject_id or 0 for claim in claims) == [1, 2, 5]
    assert await story.claim_due(queues=["webhooks"]) == []
    for claim in claims:
        await deliver_webhook(claim)
    assert [claim.subject_id for claim in await story.claim_due(queues=["webhooks"])] == [3, 4]
    assert await story.every("SELECT 1 FROM job WHERE deferrals > 0") == []


async def test_a_message_claimed_by_an_earlier_release_waits_for_its_turn(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    for _ in range(3):
        await send_test(one)
    await write(lambda tx: tx.execute("UPDATE job SET concurrency_key = ''"))
    deferred = []
    for claim in reversed(await story.claim_due(queues=["webhooks"])):
        try:
            await deliver_webhook(claim)
        except Snooze:
            deferred.append(claim.subject_id)
    assert deferred == [3]
    assert len(receiver.messages) == 2


async def test_jobs_of_an_endpoint_that_was_deleted_are_claimed_and_done(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    await send_test(one)
    await write(lambda tx: tx.execute("DELETE FROM webhook_attempt"))
    await write(lambda tx: tx.execute("DELETE FROM webhook_delivery"))
    await write(lambda tx: tx.execute("DELETE FROM webhook_endpoint"))
    await story.drain()
    assert await story.job_states("webhook.deliver") == {"succeeded": 1}
    assert receiver.messages == []


async def test_a_private_address_is_refused_when_saved_and_again_at_delivery(receiver: Receiver) -> None:
    for url in ("http://127.0.0.1/", "https://169.254.169.254/latest", "https://[::1]/", "https://localhost/"):
        with pytest.raises(Invalid):
            await refuse_unsafe(url, Rules(https_only=False))
    one, _ = await register(receiver.url)
    install_rules(Rules(https_only=False))
    await send_test(one)
    await story.drain()
    assert receiver.connections == 0
    [delivery] = await deliveries(one)
    assert (delivery.state, "port" in delivery.attempts[0]["error"].lower()) == ("dead", True)
    assert (await story.one("SELECT state FROM job WHERE kind = 'webhook.deliver'"))["state"] == "dead"


async def test_a_redirect_is_a_failure_and_never_followed(receiver: Receiver) -> None:
    async with receiving() as canary:
        receiver.say(f"HTTP/1.1 307 X\r\nLocation: {canary.url}\r\nContent-Length: 0\r\n\r\n".encode())
        one, _ = await register(receiver.url)
        await send_test(one)
        await story.drain()
        assert canary.connections == 0
    assert (await deliveries(one))[0].state == "failed"


async def test_no_more_of_an_answer_is_read_than_is_of_use(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    receiver.say("flood")
    await send_test(one)
    await story.drain()
    [delivery] = await deliveries(one)
    assert (delivery.state, delivery.attempts[0]["answer"]) == ("delivered", "x" * 1024)


@pytest.mark.parametrize(
    "answer",
    [
        b"\x00\x01SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: 5",
    ],
)
async def test_what_is_no_answer_is_a_failed_attempt(receiver: Receiver, answer: bytes) -> None:
    one, _ = await register(receiver.url)
    receiver.say(answer)
    await send_test(one)
    await story.drain()
    [delivery] = await deliveries(one)
    assert (delivery.state, [attempt["status"] for attempt in delivery.attempts]) == ("failed", [None])


async def test_a_receiver_without_a_certificate_that_holds_is_told_nothing(
    receiver: Receiver, certificate: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(webhook_http.trust.cache_clear)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate)
    async with receiving(tls) as impostor:
        one, _ = await register(impostor.url)
        await send_test(one)
        await story.drain()
        [delivery] = await deliveries(one)
        assert (delivery.state, "CERTIFICATE" in delivery.attempts[0]["error"]) == ("failed", True)
        assert impostor.messages == []
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        webhook_http.trust.cache_clear()
        await story.later()
        await story.drain()
        assert [message.event["type"] for message in impostor.messages] == ["webhook.test"]


async def test_a_disabled_endpoint_is_sent_no_test(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    await write(lambda tx: webhook_endpoints.change(tx, ADMIN, one, {"state": "disabled"}))
    with pytest.raises(NotAllowedNow):
        await send_test(one)


@pytest.mark.parametrize(
    ("mischief", "state", "error"),
    [
        ("hang", "failed", "no answer within 0.2 s"),
        ((b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 200), "failed", "no answer within 0.2 s"),
        ("drip", "delivered", ""),
    ],
)
async def test_who_never_answers_is_left_after_the_time_limit(
    receiver: Receiver, mischief: Any, state: str, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert webhook_http.TOTAL_SECONDS == 15
    monkeypatch.setattr(webhook_http, "TOTAL_SECONDS", 0.2)
    one, _ = await register(receiver.url)
    receiver.say(mischief)
    await send_test(one)
    await story.drain()
    [delivery] = await deliveries(one)
    assert (delivery.state, delivery.attempts[0]["error"]) == (state, error)


async def test_for_a_day_both_secrets_sign(receiver: Receiver) -> None:
    one, old = await register(receiver.url)
    _, new = await write(lambda tx: webhook_endpoints.rotate_secret(tx, ADMIN, one))
    await send_test(one)
    await story.drain()
    headers = receiver.messages[-1].headers
    values = (headers["webhook-id"], int(headers["webhook-timestamp"]), receiver.messages[-1].body)
    assert headers["webhook-signature"] == webhook_http.sign([new, old], *values)
    await write(lambda tx: tx.execute("UPDATE webhook_endpoint SET previous_until = ?", tx.now - 1))
    await send_test(one)
    await story.drain()
    assert len(receiver.messages[-1].headers["webhook-signature"].split()) == 1
    assert old not in str(await endpoint(one))


@pytest.mark.parametrize(
    "fields", [{"events": []}, {"events": ["order.paid"]}, {"note": "x" * 501}, {"url": "https://" + "x" * 2000}]
)
async def test_wrong_fields_are_refused(receiver: Receiver, fields: dict[str, Any]) -> None:
    plain: dict[str, Any] = {"url": "https://example.com/", "events": ["*"], "note": ""}
    with pytest.raises(Invalid):
        await write(lambda tx: webhook_endpoints.create(tx, ADMIN, **{**plain, **fields}))


@pytest.mark.parametrize(
    ("pattern", "type_", "means"),
    [
        ("*", "order.placed", True),
        ("order.*", "order.placed", True),
        ("order", "order.placed", True),
        ("order.placed", "order.placed", True),
        ("mail.confirmed", "mail.confirmed.sent", True),
        ("order.*", "orders.placed", False),
        ("order.place", "order.placed", False),
    ],
)
async def test_patterns(pattern: str, type_: str, means: bool) -> None:
    assert webhook_events.matches([pattern], type_) is means


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 204 No Content\r\n\r\nok",
        b"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok",
        b'HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\n\r\n{"received": true}',
        b"HTTP/1.1 205 Reset Content\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more than was said",
        b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nless than was said",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nthis is no chunk\r\n",
        b"HTTP/1.0 200 OK\r\n\r\nuntil the end",
        b"HTTP/1.1 202 Accepted\r\n\r\n" + b"x" * 100_000,
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nok",
        b"HTTP/1.1 200\r\na line that is no header\r\n\r\nok",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\na line that is no header\r\n\r\n",
        (b"HTTP/1.1 20", b"4 No Content\r\na line that is no header\r\n\r\n"),
        (b"H", b"TTP/1.1 200", b" O", b"K\r\nContent-Length: ", b"two\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r", b"\nContent-Length: 2\r\nTransfer-Encoding", b": chunked\r\n\r\n2\r\nok"),
    ],
)
async def test_a_success_is_delivered_whatever_body_comes_with_it(
    receiver: Receiver, answer: bytes | tuple[bytes, ...]
) -> None:
    one, _ = await register(receiver.url)
    receiver.say(answer)
    await send_test(one)
    await story.drain()
    assert [(each.state, len(each.attempts)) for each in await deliveries(one)] == [("delivered", 1)]


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 100 Continue\r\n\r\n", b"not HTTP\r\n\r\n", b"HTTP/1.1 2000 OK\r\n\r\n", b""]
)
async def test_what_is_no_answer_is_told_apart(receiver: Receiver, answer: bytes) -> None:
    receiver.say(answer)
    with pytest.raises(webhook_http.Unanswered):
        await webhook_http.post(receiver.url, ["whsec_aaaa"], "msg_1", "{}")


async def test_what_waits_for_a_receiver_at_rest_says_so_and_is_no_fault_of_the_books(receiver: Receiver) -> None:
    one, _ = await register(receiver.url)
    receiver.say(500)
    for _ in range(webhook_deliveries.FAILURES_TO_REST + 1):
        await send_test(one)
    await story.drain()
    await write(lambda tx: tx.execute("UPDATE job SET run_at = run_at - 600000 WHERE state = 'queued'"))
    jobs = (await read(job_views.list_jobs)).items
    last = jobs[0]
    for found in (
        (await read(lambda tx: wait_reasons.causes_in_lists(tx, jobs)))[last.row_id],
        await read(lambda tx: wait_reasons.causes(tx, last)),
    ):
        assert "receiver_rests" in [cause.code for cause in found]
    assert [each for each in await read(doctor.violations) if each.invariant == "I18"] == []
    await write(lambda tx: tx.execute("UPDATE webhook_endpoint SET failures = 0, rests_until = 0"))
    unreached = [each.words for each in await read(doctor.violations) if each.invariant == "I18"]
    assert "(webhook.deliver) has been due since " in unreached[-1]
    assert f"{time.gmtime().tm_year}, " in unreached[-1]  # a time as people write it
