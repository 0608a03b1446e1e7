"""Whatever is typed into the addresses and forms of the admin: an answer in words, never an error of ours."""

import itertools
import random
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from quart import Quart

from models.database import Transaction, read
from tests.browser import stage
from tests.stack import sqlite_only
from tests.web.clients import Browser, text_of
from tests.web.placing import drain, place_by_page

pytestmark = [pytest.mark.asyncio, sqlite_only("its shop's past is written past the program")]
ODD = ("", "\x00", "x" * 3000, "-1", "1.5", "💥\u202e", "<b>'\"", "9" * 25, "[]", "٣", "nan")
# What a form would say; of these, some are odd at a time, so that one refusal does not hide the next.
EVEN = {
    **dict.fromkeys(("q", "order", "object_type", "object_id", "note", "reason", "carrier", "tracking", "text"), ""),
    **dict.fromkeys(("page", "place", "quantity", "version", "on_hand", "low_stock_threshold", "position"), "1"),
    **dict.fromkeys(("low", "canary", "first", "is_new", "agree", "chosen", "category", "kind", "actor", "alt"), ""),
    "state": "dead",
    "status": "",
    "range": "1h",
    "since": "",
    "until": "",
    "days": "7",
    "action": "retry",
    "scope": "all",
    "job": "x",
    "name": "Ann",
    "description": "",
    "sku": "ODD-1",
    "price": "5",
    "is_active": "1",
    "category_id": "home-light",
    "recipient": "ann@example.com",
    "amount": "0.01",
    "details": "<p>x</p>",
    "url": "https://receiver.example.com/",
    "events": "order.*",
    "hours": "1",
    "ids": "x",
    "per_minute": "0",
    "code": "odd",
    "promise": "",
    "countries": "US",
    "free_from": "",
    "picture": "",
}
ROUNDS = 3


def bound(rule: Any, ids: dict[str, str]) -> str:
    """A path of this rule, of things that are there as far as they are."""
    path = str(rule.rule)
    for name in rule.arguments:
        path = path.replace(f"<{name}>", ids.get(name, "x"))
    return path


@pytest_asyncio.fixture
async def ids(root: Browser, ann: Browser, tmp_path: Path) -> dict[str, str]:
    await place_by_page(ann)
    await drain()
    await place_by_page(ann)
    stage.set_up(tmp_path)
    paths = stage.paths(tmp_path)
    last = {name: path.rpartition("/")[2] for name, path in paths.items()}
    return {
        "order_id": last["order"],
        "product_id": last["product"],
        "job_id": last["job-scheduled"],
        "email_id": last["email"],
        "webhook_id": last["webhook"],
        "kind": "mail.order",
        "name": "mail",
        "table": "days",
        "image_id": "1",
        "delivery_id": "msg_staged1",
    }


async def test_odd_input_is_answered(app: Quart, root: Browser, ids: dict[str, str]) -> None:
    token, draw, broken = await root.token(), random.Random(11), []
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/admin")]
    for rule, value, _ in itertools.product(rules, ODD, range(ROUNDS)):
        odd = draw.sample(list(EVEN), draw.choice((1, 4, 12)))
        given = [*{**EVEN, **dict.fromkeys(odd, value)}.items(), *([("name", "twice")] if "name" in odd else [])]
        path = bound(rule, ids)
        if rule.methods and "POST" in rule.methods:
            form = urlencode([("csrf_token", token), *given])
            answer = await root.client.post(path, data=form, headers=headers)
        else:
            answer = await root.get(f"{path}?{urlencode(given)}"[:6000])
        if answer.status_code >= 500:
            broken.append((rule.rule, odd, value[:20], answer.status_code))
    assert broken == []


TYPED = "Cafe\u0301 \u202exyz\u200b\x07"
FREE = ("alt", "note", "reason", "carrier", "tracking", "text", "name", "description", "details", "promise")
UNFIT = ("e\u0301", "\u202e", "\u200b", "\x07", "\\u202e", "\\u200b", "\\u0007")  # as JSON may hold them too


async def columns_with(*texts: str) -> set[tuple[str, str]]:
    """The tables and columns that hold one of these texts."""

    async def work(tx: Transaction) -> set[tuple[str, str]]:
        columns = await tx.fetch(
            "SELECT m.name AS place, c.name AS part FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'product_search%'"
            " AND (c.type LIKE '%TEXT%' OR c.type LIKE '%CHAR%' OR c.type = 'JSON')"
        )
        found = set[tuple[str, str]]()
        for place, part in ((row["place"], row["part"]) for row in columns):
            for text in texts:
                if await tx.fetch(f'SELECT 1 FROM {place} WHERE instr("{part}", ?) > 0 LIMIT 1', text):
                    found.add((place, part))
        return found

    return await read(work)


async def of_product(public_id: str) -> dict[str, str]:
    """What its form holds besides words."""
    sql = (
        "SELECT p.version, p.sku, c.public_id AS category FROM product p JOIN category c ON c.id = p.category_id"
        " WHERE p.public_id = ?"
    )
    row = await read(lambda tx: tx.fetch_one(sql, public_id))
    assert row is not None
    return {"version": str(row["version"]), "sku": row["sku"], "category_id": row["category"], "status": "active"}


async def test_what_is_typed_into_forms_is_kept_as_people_see_it(
    app: Quart, root: Browser, ids: dict[str, str]
) -> None:
    before = await columns_with("Café xyz")
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/admin") and rule.methods and "POST" in rule.methods:
            for typed in (TYPED, TYPED.rstrip("\x07")):  # the models of some forms refuse the bell
                given = {**EVEN, **dict.fromkeys(FREE, typed), f"tracking-{ids['order_id']}": typed}
                if rule.rule == "/admin/products/<product_id>":
                    given |= await of_product(ids["product_id"])
                form = {**given, "order": ids["order_id"], "quantity": "1", "csrf_token": await root.token()}
                await root.client.post(bound(rule, ids), form=form)
    assert await columns_with(*UNFIT) == set()
    kept = await columns_with("Café xyz") - before
    assert {
        ("product", "details"), ("stock_ledger", "note"), ("order_note", "text"), ("webhook_endpoint", "note"),
        ("audit_entry", "reason"), ("audit_entry", "after"), ("category", "name"),
    } <= kept, kept  # fmt: skip


@pytest.mark.parametrize("path", ["orders", "audit", "analytics"])
async def test_a_bad_date_is_explained_beside_its_field_and_nothing_is_guessed(root: Browser, path: str) -> None:
    page = await text_of(await root.get(f"/admin/{path}?since=2026-13-40&until=soon"), 422)
    for name, typed in (("since", "2026-13-40"), ("until", "soon")):
        field = page.partition(f'<input class="input" id="{name}"')[2]
        assert f'value="{typed}"' in field.partition(">")[0]
        assert field.partition(f'id="{name}-error">')[2].startswith("Write a date such as")
    assert "<table" not in page


async def test_a_range_of_figures_that_ends_before_it_begins_says_so_in_its_form(root: Browser) -> None:
    page = await text_of(await root.get("/admin/analytics?since=2026-11-20&until=2026-11-10"), 422)
    assert 'id="since-error">The range ends before it begins.' in page
    assert 'value="2026-11-20"' in page
