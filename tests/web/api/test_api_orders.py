"""Orders over the API, as the contract says: placed once, followed by version, cancelled, private."""

import asyncio
import re
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import read, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean, set_stock
from tests.web.clients import Api, code_of, make_user
from tests.web.placing import ADDRESS, api_body, drain, place_by_api, product_id
from web.http.shutdown import stopping

pytestmark = pytest.mark.asyncio
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@pytest_asyncio.fixture
async def ann(app: Quart, tmp_path: Any) -> Api:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    return await Api(app).log_in("ann@example.com")


async def orders_made() -> int:
    row = await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM orders"))
    assert row is not None
    return int(row["n"])


async def test_placing_answers_202_before_any_of_it_has_run(ann: Api) -> None:
    answer = await place_by_api(ann, note="Ring twice")
    order = await answer.get_json()
    assert answer.status_code == 202
    assert answer.headers["Location"] == f"/api/v1/orders/{order['id']}" == order["links"]["self"]
    assert answer.headers["Retry-After"] == "1"
    assert answer.headers["ETag"] == 'W/"v1"'
    assert "Idempotency-Replayed" not in answer.headers
    assert order.keys() >= {
        "id", "number", "status", "decided", "cancel_reason", "version", "lines", "subtotal", "shipping", "total",
        "shipping_address", "shipping_method", "payment", "progress", "events", "created_at", "updated_at", "links",
    }  # fmt: skip
    assert (order["status"], order["decided"], order["cancel_reason"], order["version"]) == ("pending", False, None, 1)
    assert re.fullmatch(r"CW-\d+", order["number"])
    [line] = order["lines"]
    assert line == {
        "product_id": await product_id(),
        "sku": "SKU-0001",
        "name": line["name"],
        "quantity": 2,
        "unit_price": {"amount": 1800, "currency": "USD"},
        "line_total": {"amount": 3600, "currency": "USD"},
    }
    assert (order["subtotal"]["amount"], order["shipping"]["amount"], order["total"]["amount"]) == (3600, 0, 3600)
    assert order["payment"] == {"method": "test_card", "status": "pending"}
    assert order["progress"]["state"] == "queued"
    assert order["progress"]["queue_position"] == 1
    assert [(event["sequence"], event["type"]) for event in order["events"]] == [(1, "order.placed")]
    assert all(MOMENT.fullmatch(text) for text in (order["created_at"], order["updated_at"], order["events"][0]["at"]))
    assert order["shipping_address"] == ADDRESS
    assert (await (await ann.call("GET", "/cart")).get_json())["items"] == []


async def test_the_same_request_again_gets_the_same_answer(ann: Api) -> None:
    first = await place_by_api(ann)
    await drain()
    again = await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "key-1"})
    assert again.status_code == 202
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["Location"] == first.headers["Location"]
    assert await again.get_json() == await first.get_json()
    quoted = await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": '"key-1"'})
    assert quoted.headers["Idempotency-Replayed"] == "true"
    assert await orders_made() == 1


async def test_the_same_key_with_another_body_is_422(ann: Api) -> None:
    await place_by_api(ann)
    other = await ann.call("POST", "/orders", api_body(note="else"), **{"Idempotency-Key": "key-1"})
    assert await code_of(other) == (422, "idempotency_key_reused")
    assert await orders_made() == 1


async def test_twins_at_once_make_one_order(ann: Api) -> None:
    await ann.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 1})
    asked = [ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "twin"}) for _ in range(20)]
    answers = await asyncio.gather(*asked)
    assert {answer.status_code for answer in answers} <= {202, 409}
    ids = {(await answer.get_json())["id"] for answer in answers if answer.status_code == 202}
    assert len(ids) == 1
    assert [answer.headers.get("Idempotency-Replayed") for answer in answers].count(None) == 1
    assert await orders_made() == 1


@pytest.mark.parametrize("key", [None, "", '""', "with space", "ü", "k" * 256])
async def test_a_key_is_required(ann: Api, key: str | None) -> None:
    await ann.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 1})
    headers = {} if key is None else {"Idempotency-Key": key.encode().decode("latin-1")}
    answer = await ann.call("POST", "/orders", api_body(), **headers)
    assert await code_of(answer) == (400, "idempotency_key_required")
    assert await orders_made() == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"shipping_address": None}, "shipping_address"),
        ({"shipping_address": {**ADDRESS, "country": "USA"}}, "shipping_address.country"),
        ({"shipping_address": {**ADDRESS, "name": ""}}, "shipping_address.name"),
        ({"shipping_address": {**ADDRESS, "planet": "Mars"}}, "shipping_address.planet"),
        ({"shipping_address": {**ADDRESS, "city": "A\nB"}}, "shipping_address.city"),
        ({"shipping_method": "teleport"}, "shipping_method"),
        ({"payment": None}, "payment"),
        ({"payment": {"method": "test_card", "token": "tok_else"}}, "payment.token"),
        ({"payment": {"method": "gold", "token": "tok_ok"}}, "payment.method"),
        ({"total": 1}, "total"),
        ({"status": "confirmed"}, "status"),
        ({"user_id": 1}, "user_id"),
        ({"note": "x" * 1001}, "note"),
        ({"note": 5}, "note"),
        ({"address_id": "a-saved-one"}, "address_id"),
        ({"address_id": "a-saved-one", "shipping_address": None}, "address_id"),
        ({"email": "nobody"}, "email"),
    ],
)
async def test_what_is_not_as_it_has_to_be_is_named(ann: Api, changes: dict[str, Any], field: str) -> None:
    answer = await place_by_api(ann, **changes)
    problem = await answer.get_json()
    assert (answer.status_code, problem["code"]) == (422, "invalid")
    assert field in [error["field"] for error in problem["errors"]]
    assert await orders_made() == 0
    assert len((await (await ann.call("GET", "/cart")).get_json())["items"]) == 1


async def test_an_empty_cart_is_409_and_the_key_is_not_spent(ann: Api) -> None:
    answer = await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "key-1"})
    assert await code_of(answer) == (409, "cart_empty")
    assert (await place_by_api(ann)).status_code == 202


async def test_what_is_plainly_short_is_409_naming_it_and_the_cart_stays(ann: Api) -> None:
    await ann.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 3})
    await set_stock("SKU-0001", 1)
    answers = [await ann.call("POST", "/orders", api_body(), **{"Idempotency-Key": "key-1"}) for _ in range(2)]
    for answer, replayed in zip(answers, (None, "true"), strict=True):
        problem = await answer.get_json()
        assert (answer.status_code, problem["code"]) == (409, "insufficient_stock")
        assert answer.headers["Content-Type"] == "application/problem+json"
        [item] = problem["items"]
        assert (item["sku"], item["requested"], item["available"]) == ("SKU-0001", 3, 1)
        assert item["product_name"] in problem["detail"]
        assert answer.headers.get("Idempotency-Replayed") == replayed
    assert len((await (await ann.call("GET", "/cart")).get_json())["items"]) == 1
    assert await orders_made() == 0


async def test_an_order_is_followed_to_its_decision(ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    before = await ann.call("GET", f"/orders/{placed['id']}")
    assert (before.status_code, before.headers["Retry-After"], before.headers["ETag"]) == (200, "1", 'W/"v1"')
    assert before.headers["Cache-Control"] == "private, no-cache"
    await drain()
    after = await ann.call("GET", f"/orders/{placed['id']}")
    order = await after.get_json()
    assert (order["status"], order["decided"]) == ("confirmed", True)
    assert order["payment"] == {"method": "test_card", "status": "captured"}
    assert order["progress"] == {"step": "done", "state": "done", "queue_position": None, "estimated_seconds": None}
    assert "Retry-After" not in after.headers
    assert after.headers["ETag"] == f'W/"v{order["version"]}"'
    assert [event["sequence"] for event in order["events"]] == list(range(1, order["version"] + 1))


async def test_what_has_not_changed_is_304_with_no_body_and_writes_nothing(ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    path = f"/orders/{placed['id']}"
    for tag in ('"v1"', 'W/"v1"'):
        answer = await ann.call("GET", path, **{"If-None-Match": tag})
        assert answer.status_code == 304
        assert await answer.get_data() == b""
        assert answer.headers["ETag"] == 'W/"v1"'
        assert answer.headers["Retry-After"] == "1"
    for tag in ('"v2"', "", "nonsense", "*x"):
        assert (await ann.call("GET", path, **{"If-None-Match": tag})).status_code == 200


async def test_waiting_ends_with_the_change(ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    headers = {"Prefer": "wait=20", "If-None-Match": '"v1"'}
    asked = asyncio.create_task(ann.call("GET", f"/orders/{placed['id']}", **headers))
    await asyncio.wait({asked}, timeout=0.5)
    assert not asked.done(), "it waits while nothing changes"
    await drain()
    answer = await asyncio.wait_for(asked, 60)
    assert answer.status_code == 200
    assert answer.headers["Preference-Applied"] == "wait=20"
    assert (await answer.get_json())["version"] > 1  # the first change it saw, be it the decision or a step before it


async def test_waiting_ends_with_its_time_and_is_never_longer_than_30_seconds(ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    headers = {"Prefer": "respond-async, wait=0", "If-None-Match": '"v1"'}
    answer = await ann.call("GET", f"/orders/{placed['id']}", **headers)
    assert (answer.status_code, answer.headers["Preference-Applied"]) == (304, "wait=0")
    await drain()
    decided = await ann.call("GET", f"/orders/{placed['id']}", Prefer="wait=9000")
    assert (decided.status_code, decided.headers["Preference-Applied"]) == (200, "wait=30")
    plain = await ann.call("GET", f"/orders/{placed['id']}")
    assert "Preference-Applied" not in plain.headers


async def test_one_known_version_of_several_is_enough_for_a_304(ann: Api) -> None:
    path = f"/orders/{(await (await place_by_api(ann)).get_json())['id']}"
    for known in ('"v7", "v1"', 'W/"v9",W/"v1"', "*"):
        assert (await ann.call("GET", path, **{"If-None-Match": known})).status_code == 304
    for unknown in ('"v7", "v8"', '"w1"', '""'):
        assert (await ann.call("GET", path, **{"If-None-Match": unknown})).status_code == 200


async def test_a_text_too_long_and_a_part_of_the_wrong_kind_are_told_in_words(ann: Api) -> None:
    wrong: list[dict[str, Any]] = [{"note": "x" * 1001}, {"payment": "tok_ok"}]
    told = []
    for changes in wrong:
        [error] = (await (await place_by_api(ann, **changes)).get_json())["errors"]
        told.append(error["message"])
    assert told == ["Use at most 1000 characters.", "This has to be a JSON object."]


@pytest.mark.parametrize(
    ("preferences", "granted"),
    [("WAIT=0", "wait=0"), ('wait="0"', "wait=0"), ("x-wait=0", None), ("wait=0.5", None), ("wait=-1", None)],
)
async def test_the_preference_to_wait_is_read_as_it_is_defined(ann: Api, preferences: str, granted: str | None) -> None:
    path = f"/orders/{(await (await place_by_api(ann)).get_json())['id']}"
    answer = await ann.call("GET", path, Prefer=preferences)
    assert answer.headers.get("Preference-Applied") == granted


async def test_waiting_ends_when_the_server_stops(app: Quart, ann: Api) -> None:
    path = f"/orders/{(await (await place_by_api(ann)).get_json())['id']}"
    asked = asyncio.create_task(ann.call("GET", path, Prefer="wait=30", **{"If-None-Match": '"v1"'}))
    stopping(app).set()
    assert (await asyncio.wait_for(asked, 60)).status_code == 304


async def test_a_guest_orders_and_follows_with_the_orders_token(app: Quart, ann: Api) -> None:
    guest = Api(app)
    made = await guest.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 1})
    headers = {"X-Cart-Token": (await made.get_json())["cart_token"], "Idempotency-Key": "guest-1"}
    refused = await guest.call("POST", "/orders", api_body(), **headers)
    assert await code_of(refused) == (422, "invalid")
    answers = [await guest.call("POST", "/orders", api_body(email="Eve@Example.com"), **headers) for _ in range(2)]
    first, again = [await answer.get_json() for answer in answers]
    assert first == again
    assert answers[1].headers["Idempotency-Replayed"] == "true"
    assert first["email"] == "eve@example.com"
    token = {"X-Order-Token": first["access_token"]}
    path = f"/orders/{first['id']}"
    assert (await guest.call("GET", path, **token)).status_code == 200
    assert "access_token" not in await (await guest.call("GET", path, **token)).get_json()
    assert (await guest.call("GET", path)).status_code == 401
    assert (await guest.call("GET", path, **{"X-Order-Token": "wrong"})).status_code == 404
    assert (await ann.call("GET", path)).status_code == 404
    assert (await guest.call("POST", f"{path}/cancellation", **token)).status_code == 202
    assert await orders_made() == 1


async def test_other_peoples_orders_are_not_found(app: Quart, ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    await make_user("bob@example.com")
    bob = await Api(app).log_in("bob@example.com")
    paths = [("GET", ""), ("GET", "/events"), ("POST", "/cancellation"), ("POST", "/cancel")]
    for method, rest in paths:
        assert await code_of(await bob.call(method, f"/orders/{placed['id']}{rest}")) == (404, "not_found")
        assert (await Api(app).call(method, f"/orders/{placed['id']}{rest}")).status_code == 401
    for unknown in ("nothing", "1", "CW-10001", "%00", "0" * 400):
        assert (await ann.call("GET", f"/orders/{unknown}")).status_code == 404
    assert (await (await bob.call("GET", "/orders")).get_json())["total"] == 0
    assert (await (await ann.call("GET", f"/orders/{placed['id']}")).get_json())["status"] == "pending"


@pytest.mark.parametrize("verb", ["cancellation", "cancel"])
async def test_cancelling_nets_zero_and_twice_is_once(ann: Api, verb: str) -> None:
    placed = await (await place_by_api(ann)).get_json()
    await drain()
    for _ in range(2):
        answer = await ann.call("POST", f"/orders/{placed['id']}/{verb}")
        order = await answer.get_json()
        assert (answer.status_code, order["status"], order["cancel_reason"]) == (202, "cancelled", "customer")
    await drain()
    order = await (await ann.call("GET", f"/orders/{placed['id']}")).get_json()
    assert order["payment"]["status"] == "refunded"
    await books_are_clean()


async def test_a_shipped_order_is_not_cancellable(ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    await drain()
    await write(lambda tx: tx.execute("UPDATE orders SET status = 'shipped'"))
    answer = await ann.call("POST", f"/orders/{placed['id']}/cancellation")
    assert await code_of(answer) == (409, "order_not_cancellable")


async def test_events_after_a_sequence(ann: Api) -> None:
    placed = await (await place_by_api(ann)).get_json()
    await drain()
    path = f"/orders/{placed['id']}/events"
    events = await (await ann.call("GET", path)).get_json()
    types = ["order.placed", "order.reserved", "order.confirmed", "mail.confirmed.recorded"]
    assert [event["type"] for event in events] == types
    assert events[0].keys() == {"sequence", "type", "status", "at", "detail"}
    assert await (await ann.call("GET", f"{path}?after=2")).get_json() == events[2:]
    assert await code_of(await ann.call("GET", f"{path}?after=x")) == (422, "invalid")


async def test_own_orders_newest_first_with_links(ann: Api) -> None:
    for number in range(3):
        await place_by_api(ann, key=f"key-{number}", quantity=1)
    await drain()
    await ann.call("POST", f"/orders/{(await _items(ann, '/orders'))[0]['id']}/cancellation")
    answer = await ann.call("GET", "/orders?per_page=2")
    page = await answer.get_json()
    assert (page["page"], page["per_page"], page["total"], page["pages"]) == (1, 2, 3, 2)
    assert [item["number"] for item in page["items"]] == ["CW-10003", "CW-10002"]
    assert page["links"] == {
        "self": "/api/v1/orders?per_page=2&page=1",
        "next": "/api/v1/orders?per_page=2&page=2",
        "prev": None,
        "first": "/api/v1/orders?per_page=2&page=1",
        "last": "/api/v1/orders?per_page=2&page=2",
    }
    assert '</api/v1/orders?per_page=2&page=2>; rel="next"' in answer.headers["Link"]
    assert 'rel="prev"' not in answer.headers["Link"]
    second = await (await ann.call("GET", page["links"]["next"].removeprefix("/api/v1"))).get_json()
    assert [item["number"] for item in second["items"]] == ["CW-10001"]
    assert [item["number"] for item in await _items(ann, "/orders?status=cancelled")] == ["CW-10003"]
    for query in ("status=paid", "page=0", "page=x", "per_page=101", "color=red"):
        assert (await ann.call("GET", f"/orders?{query}")).status_code == 422


async def _items(api: Api, path: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await (await api.call("GET", path)).get_json())["items"]
    return items


async def test_what_is_wrong_with_an_address_is_said_in_words_for_people(ann: Api) -> None:
    address = {**ADDRESS, "name": " ", "country": "USA", "city": "x" * 201}
    problem = await (await place_by_api(ann, shipping_address=address)).get_json()
    assert {error["field"]: error["message"] for error in problem["errors"]} == {
        "shipping_address.name": "This field is required.",
        "shipping_address.country": "Use the two letters of the country, such as US.",
        "shipping_address.city": "Use at most 120 characters.",
    }
