"""Idempotency keys, edge by edge: what a repeat is, whose key it is, what is kept for how long, and what never is."""

import asyncio
import json
import sqlite3
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models import database
from models.catalog.seed import seed_demo
from models.database import read, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean, set_stock
from tests.models.operations.ages import purged
from tests.stack import sqlite_only
from tests.web.clients import Api, code_of, make_user
from tests.web.placing import api_body, drain, product_id
from web.checkout import place_order

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def ann(app: Quart, tmp_path: Any) -> Api:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    return await Api(app).log_in("ann@example.com")


async def fill(api: Api, quantity: int = 1, **headers: str) -> Any:
    answer = await api.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": quantity}, **headers)
    return await answer.get_json()


async def order(api: Api, key: str | None, **changes: Any) -> Any:
    headers = {} if key is None else {"Idempotency-Key": key}
    return await api.call("POST", "/orders", api_body(**changes), **headers)


async def count(table: str) -> int:
    row = await read(lambda tx: tx.fetch_one(f"SELECT count(*) AS n FROM {table}"))
    assert row is not None
    return int(row["n"])


@pytest.mark.parametrize("key", ["a", "!" * 255, '"quoted"', '"' + "q" * 255 + '"', "~`{}|", '"'])
async def test_keys_there_may_be(ann: Api, key: str) -> None:
    await fill(ann)
    assert (await order(ann, key)).status_code == 202


@pytest.mark.parametrize("key", [None, "", '""', " ", "a b", "x" * 256, '"' + "x" * 256 + '"', "schlüssel", "tab\tkey"])
async def test_keys_there_may_not_be(ann: Api, key: str | None) -> None:
    await fill(ann)
    assert await code_of(await order(ann, key)) == (400, "idempotency_key_required")
    assert await count("orders") == 0


@pytest.mark.parametrize("body", [{}, {"x": 1}, [], None])
async def test_a_missing_key_is_said_before_anything_about_the_body(ann: Api, body: Any) -> None:
    assert await code_of(await ann.call("POST", "/orders", body)) == (400, "idempotency_key_required")


async def test_a_repeat_is_the_same_request_however_it_is_written(ann: Api) -> None:
    await fill(ann)
    first = await (await order(ann, "k")).get_json()
    body = api_body()
    shuffled = json.dumps(dict(reversed(body.items())), indent=3)
    headers = {"Idempotency-Key": '"k"', "Content-Type": "application/json", "Authorization": f"Bearer {ann.access}"}
    again = await ann.client.post("/api/v1/orders", data=shuffled, headers=headers)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert await again.get_json() == first


async def test_a_repeat_after_the_order_went_on_gets_the_first_answer(ann: Api) -> None:
    await fill(ann)
    first = await (await order(ann, "k")).get_json()
    await drain()
    await fill(ann, 3)  # the cart is no part of the request: another one makes it no other request
    again = await order(ann, "k")
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (202, "true")
    assert await again.get_json() == first
    assert again.headers["Location"] == first["links"]["self"]
    assert await count("orders") == 1


@pytest.mark.parametrize("changes", [{"note": "other"}, {"shipping_method": "express"}, {"email": "x@example.com"}])
async def test_another_request_with_the_key_is_refused(ann: Api, changes: dict[str, Any]) -> None:
    await fill(ann)
    await order(ann, "k")
    await fill(ann)
    assert await code_of(await order(ann, "k", **changes)) == (422, "idempotency_key_reused")
    assert await count("orders") == 1


async def test_somebody_elses_equal_key_is_another_key(app: Quart, ann: Api) -> None:
    await make_user("bob@example.com")
    bob, guest = await Api(app).log_in("bob@example.com"), Api(app)
    numbers = set()
    for api in (ann, bob):
        await fill(api)
        numbers.add((await (await order(api, "k")).get_json())["number"])
    for _ in range(2):  # two guests are two carts
        token = (await fill(guest))["cart_token"]
        headers = {"X-Cart-Token": token, "Idempotency-Key": "k"}
        answer = await guest.call("POST", "/orders", api_body(email="gus@example.com"), **headers)
        assert "Idempotency-Replayed" not in answer.headers
        numbers.add((await answer.get_json())["number"])
    assert len(numbers) == 4


async def test_a_refusal_for_want_of_stock_is_kept_and_said_again(ann: Api) -> None:
    await fill(ann, 5)
    await set_stock("SKU-0001", 4)
    first = await order(ann, "k")
    assert await code_of(first) == (409, "insufficient_stock")
    await set_stock("SKU-0001", 50)
    again = await order(ann, "k")
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (409, "true")
    assert (await again.get_json())["items"] == (await first.get_json())["items"]
    assert (await order(ann, "k2")).status_code == 202


async def test_what_was_never_begun_is_not_kept(ann: Api, app: Quart) -> None:
    assert await code_of(await order(ann, "k")) == (409, "cart_empty")
    assert await code_of(await order(ann, "k", payment={"method": "cash"})) == (422, "invalid")
    assert (await order(Api(app), "k")).status_code == 422
    broken = await ann.client.post(
        "/api/v1/orders", data="{", headers={"Idempotency-Key": "k", "Content-Type": "application/json"}
    )
    assert broken.status_code == 400
    assert await count("idempotency_key") == 0
    await fill(ann)
    answer = await order(ann, "k")
    assert (answer.status_code, answer.headers.get("Idempotency-Replayed")) == (202, None)


async def test_after_72_hours_the_answer_is_gone_and_the_order_stands(ann: Api) -> None:
    await fill(ann)
    placed = await (await order(ann, "k")).get_json()
    kept = await read(lambda tx: tx.fetch_one("SELECT expires_at - created_at AS ms FROM idempotency_key"))
    assert kept is not None
    assert kept["ms"] == 72 * 3_600_000
    assert await purged("idempotency_key") == 0
    await write(lambda tx: tx.execute("UPDATE idempotency_key SET expires_at = ?", tx.now - 1))
    assert await purged("idempotency_key") == 1
    await fill(ann)
    answer = await order(ann, "k")
    document = await answer.get_json()
    assert (answer.status_code, document["code"], document["order_id"]) == (409, "already_ordered", placed["id"])
    assert await count("orders") == 1


async def test_fifty_twins_make_one_order_and_one_answer(ann: Api) -> None:
    await fill(ann)
    answers = await asyncio.gather(*(order(ann, "k") for _ in range(50)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({(await answer.get_json())["id"] for answer in answers}) == 1
    assert sum("Idempotency-Replayed" not in answer.headers for answer in answers) == 1
    assert await count("orders") == 1
    assert await count("job") == 1
    await drain()
    await books_are_clean()


@sqlite_only("it holds the write lock of a file")
async def test_twins_that_cannot_be_answered_in_time_hear_that_the_same_request_runs(
    ann: Api, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(ann)
    holder = sqlite3.connect(shop.removeprefix("sqlite:///"), isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(database, "_busy_seconds", 1.0)  # in which all three have come
        lone = await order(ann, "lone")
        answers = await asyncio.gather(*(order(ann, "k") for _ in range(3)))
    finally:
        holder.close()
        monkeypatch.undo()
    assert await code_of(lone) == (503, "busy")
    assert {await code_of(answer) for answer in answers} <= {(409, "request_in_progress"), (503, "busy")}
    twins = [answer for answer in answers if answer.status_code == 409]
    assert len(twins) >= 2
    assert {answer.headers["Retry-After"] for answer in (*twins, lone)} == {"1"}
    assert place_order.RUNNING == {}
    assert (await order(ann, "k")).status_code == 202
