"""One's own data: all of it as a file; erased, the orders stay in the books and nothing names the person any more."""

import json
from typing import Any

import pytest
from quart import Quart

from models.database import Transaction, read, write
from tests.journeys.story import books_are_clean
from tests.web.clients import PASSWORD, Api, Browser, code_of, text_of
from tests.web.pages.test_every_route import NAMES
from tests.web.placing import ADDRESS, drain, place_by_api

pytestmark = pytest.mark.asyncio
MARKS = ("ann@example.com", ADDRESS["line1"], ADDRESS["name"])


async def everything() -> str:
    """All rows of all tables but the append-only evidence, as text."""

    async def work(tx: Transaction) -> str:
        tables = {row["name"] for row in await tx.fetch(NAMES[tx.dialect])} - {"audit_entry", "order_event"}
        assert len(tables) > 30
        rows = [f"{table}: {[tuple(row) for row in await tx.fetch(f'SELECT * FROM {table}')]}" for table in tables]
        return "\n".join(rows)

    return await read(work)


async def shopped(app: Quart) -> tuple[Api, str]:
    """Ann after a delivered order; she and the order's id."""
    api = await Api(app).log_in("ann@example.com")
    await api.call("POST", "/addresses", dict(ADDRESS))
    order = (await (await place_by_api(api, note="Ring twice")).get_json())["id"]
    await drain()
    return api, order


async def deliver(root: Browser, order: str) -> None:
    for verb in ("shipment", "delivery"):
        assert (await root.post(f"/admin/orders/{order}/{verb}")).status_code == 303
        await drain()


async def test_the_file_holds_everything_and_no_secret(app: Quart, root: Browser, ann: Browser) -> None:
    api, order = await shopped(app)
    answer = await ann.post("/account/data/file")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    data = json.loads(await answer.get_data(as_text=True))
    assert data["account"]["email"] == "ann@example.com"
    assert [(each["id"], each["note"]) for each in data["orders"]] == [(order, "Ring twice")]
    assert data["addresses"][0]["line1"] == ADDRESS["line1"]
    assert {mail["kind"] for mail in data["mails"]} == {"order.confirmed"}
    assert [login["is_program"] for login in data["logins"]] == [False, True]
    row = await read(lambda tx: tx.fetch_one("SELECT password_hash FROM users WHERE email = 'ann@example.com'"))
    assert row["password_hash"] not in json.dumps(data)
    theirs = await (await api.call("GET", "/account/data")).get_json()
    assert theirs["orders"] == data["orders"]
    other = json.loads(await (await root.post("/account/data/file")).get_data(as_text=True))
    assert other["orders"] == []
    await write(lambda tx: tx.execute("UPDATE session SET proven_at = 0"))
    assert (await ann.post("/account/data/file")).status_code == 403


async def test_erased_nothing_names_the_person_and_the_books_are_whole(app: Quart, root: Browser, ann: Browser) -> None:
    api, order = await shopped(app)
    waiting = await text_of(await ann.post("/account/data/erasure", current_password=PASSWORD), 409)
    assert "An order or a refund is still under way" in waiting
    before = await everything()
    assert all(mark in before for mark in MARKS)
    await api.call("POST", "/auth/password/forgot", {"email": "ann@example.com"})
    await deliver(root, order)
    assert (await ann.post("/account/data/erasure", current_password="wrong-otter-canyon-42")).status_code == 422
    done = await ann.post("/account/data/erasure", current_password=PASSWORD)
    assert done.headers["Location"] == "/"
    after = await everything()
    assert [mark for mark in MARKS if mark in after] == []
    kept = await text_of(await root.get(f"/admin/orders/{order}"))
    assert "Erased" in kept
    assert "CW-10001" in kept
    assert (await root.get("/admin/orders?q=ann")).status_code == 200
    assert (await ann.get("/auth/profile")).status_code == 303
    assert (await Browser(app).log_in("ann@example.com")).status_code == 401
    assert (await api.call("GET", "/auth/me")).status_code == 401
    await drain()  # the link that was asked for goes to nobody
    assert [mark for mark in MARKS if mark in await everything()] == []
    await books_are_clean()


async def test_erasure_over_the_api_takes_the_password_and_waits_for_orders(app: Quart, root: Browser) -> None:
    api, order = await shopped(app)
    assert (await api.call("POST", "/account/erasure", {"current_password": "no"})).status_code == 422
    refused = await api.call("POST", "/account/erasure", {"current_password": PASSWORD})
    assert await code_of(refused) == (409, "illegal_transition")
    assert (await refused.get_json())["open_orders"] == 1
    await deliver(root, order)
    assert (await api.call("POST", "/account/erasure", {"current_password": PASSWORD})).status_code == 204


async def test_an_account_of_the_staff_is_not_erased(root: Browser) -> None:
    page: Any = await text_of(await root.post("/account/data/erasure", current_password=PASSWORD), 409)
    assert "makes it a customer" in page
