"""Following an order by its events: as a list, as a stream, resumed without a gap or a repeat, ended with the mail."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.database import write
from models.webhooks import webhook_endpoints
from pipelines.gateways.outgoing_addresses import Rules, install_rules
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import claim_due
from tests.pipelines.receiver import Receiver, receiving
from tests.web.clients import Api, make_user
from tests.web.placing import api_body, drain, place_by_api, product_id
from web.api.operations import order_events_api
from web.http.shutdown import stopping
from workers.job_attempt import attempt

pytestmark = pytest.mark.asyncio
STREAM = {"Accept": "text/event-stream"}
WHOLE = ["order.placed", "order.reserved", "order.confirmed", "mail.confirmed.recorded"]


@pytest_asyncio.fixture
async def ann(app: Quart, tmp_path: Any) -> Api:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    return await Api(app).log_in("ann@example.com")


def messages(text: str) -> list[dict[str, str]]:
    """The events of a stream, without comments."""
    parts = [part.splitlines() for part in text.split("\n\n") if part and not part.startswith((":", "retry:"))]
    return [dict(line.split(": ", 1) for line in lines) for lines in parts]  # type: ignore[misc]


async def placed(api: Api, **changes: Any) -> str:
    return str((await (await place_by_api(api, **changes)).get_json())["id"])


async def listed(api: Api, order: str, after: int = 0) -> list[Any]:
    answer = await api.call("GET", f"/orders/{order}/events?after={after}")
    found: list[Any] = await answer.get_json()
    return found


async def streamed(api: Api, order: str, **headers: str) -> list[dict[str, str]]:
    answer = await api.call("GET", f"/orders/{order}/events", **STREAM, **headers)
    assert answer.headers["Cache-Control"] == "private, no-store"
    return messages(await answer.get_data(as_text=True))


async def test_the_list_begins_after_what_is_known(ann: Api) -> None:
    order = await placed(ann)
    await drain()
    assert [(event["sequence"], event["type"]) for event in await listed(ann, order)] == list(enumerate(WHOLE, 1))
    assert [event["sequence"] for event in await listed(ann, order, after=2)] == [3, 4]
    assert await listed(ann, order, after=4) == []
    for bad in ("-1", "x", "1.5", str(2**63), "9" * 30):
        assert (await ann.call("GET", f"/orders/{order}/events?after={bad}")).status_code == 422


async def test_the_stream_of_an_order_that_is_over_is_the_list(ann: Api) -> None:
    order = await placed(ann)
    await drain()
    stream = await streamed(ann, order)
    assert [json.loads(message["data"]) for message in stream] == await listed(ann, order)
    assert [(message["id"], message["event"]) for message in stream] == [
        (str(n), name) for n, name in enumerate(WHOLE, 1)
    ]


@pytest.mark.parametrize(("known", "rest"), [("2", [3, 4]), ("x", [1, 2, 3, 4]), ("-1", [1, 2, 3, 4])])
async def test_a_stream_goes_on_behind_the_last_id(ann: Api, known: str, rest: list[int]) -> None:
    order = await placed(ann)
    await drain()
    stream = await streamed(ann, order, **{"Last-Event-ID": known})
    assert [int(message["id"]) for message in stream] == rest


@pytest.mark.parametrize("known", ["4", "9"])
async def test_who_knows_the_last_event_is_told_to_stop(ann: Api, known: str) -> None:
    order = await placed(ann)
    path, known_header = f"/orders/{order}/events", {"Last-Event-ID": known}
    stopping(ann.client.app).set()
    assert (await ann.call("GET", path, **STREAM, **known_header)).status_code == 200
    await drain()
    answer = await ann.call("GET", path, **STREAM, **known_header)
    assert (answer.status_code, await answer.get_data()) == (204, b"")


async def test_events_come_as_they_happen_and_the_stream_ends_with_the_mail(ann: Api) -> None:
    order = await placed(ann)
    following = asyncio.ensure_future(streamed(ann, order))
    await asyncio.sleep(0)
    await drain()
    stream = await asyncio.wait_for(following, 60)
    assert [message["event"] for message in stream] == WHOLE
    assert not order_events_api._open


async def test_a_cancelled_order_ends_its_stream_too(ann: Api) -> None:
    order = await placed(ann, payment={"method": "test_card", "token": "tok_declined"})
    await drain()
    assert [message["event"] for message in await streamed(ann, order)][-2:] == [
        "order.cancelled",
        "mail.cancelled.recorded",
    ]


async def test_a_server_that_stops_lets_its_streams_go(ann: Api, app: Quart) -> None:
    order = await placed(ann)
    stopping(app).set()
    assert [message["event"] for message in await streamed(ann, order)] == ["order.placed", "stopping"]


async def test_too_many_streams_are_refused(ann: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    order = await placed(ann)
    monkeypatch.setattr(order_events_api, "MOST_STREAMS", 0)
    answer = await ann.call("GET", f"/orders/{order}/events", **STREAM)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


async def test_one_reader_takes_no_more_than_a_share(ann: Api, app: Quart, monkeypatch: pytest.MonkeyPatch) -> None:
    order = await placed(ann)
    await make_user("bob@example.com")
    bob = await Api(app).log_in("bob@example.com")
    bobs = await placed(bob)
    monkeypatch.setattr(order_events_api, "MOST_STREAMS_OF_ONE", 1)
    following = asyncio.ensure_future(streamed(ann, order))
    while not order_events_api._open:
        await asyncio.sleep(0)
    answer = await ann.call("GET", f"/orders/{order}/events", **STREAM)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "5")
    stopping(app).set()
    assert (await streamed(bob, bobs))[0]["event"] == "order.placed"
    await following
    assert (await streamed(ann, order))[0]["event"] == "order.placed"


async def test_streams_that_are_opened_at_once_are_no_way_around_the_share(
    ann: Api, app: Quart, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await placed(ann)
    monkeypatch.setattr(order_events_api, "MOST_STREAMS_OF_ONE", 2)
    asked = [asyncio.ensure_future(ann.call("GET", f"/orders/{order}/events", **STREAM)) for _ in range(6)]
    while order_events_api._open.total() + sum(each.done() for each in asked) < len(asked):
        await asyncio.sleep(0.01)
    stopping(app).set()
    assert sorted([answer.status_code for answer in await asyncio.gather(*asked)]) == [200, 200, 429, 429, 429, 429]
    assert not order_events_api._open


async def test_an_order_is_followed_by_its_buyer_alone(ann: Api, app: Quart) -> None:
    order = await placed(ann)
    await make_user("bob@example.com")
    bob = await Api(app).log_in("bob@example.com")
    assert (await bob.call("GET", f"/orders/{order}/events", **STREAM)).status_code == 404
    assert (await Api(app).call("GET", f"/orders/{order}/events", **STREAM)).status_code == 401


async def test_a_guest_follows_by_the_token(ann: Api, app: Quart) -> None:
    guest = Api(app)
    cart = await (await guest.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    headers = {"X-Cart-Token": cart["cart_token"], "Idempotency-Key": "g-1"}
    order = await (await guest.call("POST", "/orders", api_body(email="gus@example.com"), **headers)).get_json()
    await drain()
    token = {"X-Order-Token": order["access_token"]}
    assert [message["event"] for message in await streamed(guest, order["id"], **token)] == WHOLE
    assert (await guest.call("GET", f"/orders/{order['id']}/events", **{"X-Order-Token": "x"})).status_code == 404


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """Somebody who is told of everything."""
    install_rules(Rules(https_only=False, allow_private=True))
    async with receiving() as one:
        await write(lambda tx: webhook_endpoints.create(tx, Actor("boss"), url=one.url, events=["*"]))
        yield one
    install_rules(Rules())


async def test_switching_between_the_five_ways_misses_and_repeats_nothing(ann: Api, receiver: Receiver) -> None:
    order = await placed(ann)
    path, seen = f"/orders/{order}", []

    def learn(events: list[Any]) -> None:
        seen.extend(event["sequence"] for event in events if event["sequence"] > max(seen, default=0))

    learn(await listed(ann, order))
    assert (await ann.call("GET", path, **{"If-None-Match": '"v1"'})).status_code == 304
    waiting = asyncio.ensure_future(ann.call("GET", path, **{"If-None-Match": '"v1"', "Prefer": "wait=20"}))
    await asyncio.gather(*map(attempt, await claim_due(queues=["orders"])))
    learn((await (await asyncio.wait_for(waiting, 60)).get_json())["events"])
    polled = await ann.call("GET", path, **{"If-None-Match": f'"v{seen[-1]}"'})
    learn([] if polled.status_code == 304 else (await polled.get_json())["events"])
    assert (seen, polled.headers["ETag"]) == ([1, 2, 3], 'W/"v3"')
    streaming = asyncio.ensure_future(streamed(ann, order, **{"Last-Event-ID": str(seen[-1])}))
    await drain()
    seen += [int(message["id"]) for message in await asyncio.wait_for(streaming, 60)]
    assert seen == [1, 2, 3, 4]
    told = {message.event["data"]["sequence"]: message.event["type"] for message in receiver.messages}
    assert [told[number] for number in seen] == WHOLE
    assert len(receiver.messages) == len(WHOLE)
    assert await listed(ann, order, after=seen[-1]) == []
