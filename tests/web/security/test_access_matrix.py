"""Who may do what over the API: every operation, every kind of caller, one's own, somebody else's and missing things.

The routes are taken from the application, and who may use them from what stands above their views; what is tried here
is that the gate holds, and that another's things are not found.
"""

import re
from base64 import b64encode
from dataclasses import dataclass, replace
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.accounts.accounts import set_active
from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.database import read, write
from models.webhooks import webhook_endpoints
from tests.models.catalog.test_families import kimonos
from tests.web.clients import PASSWORD, Api, make_user
from tests.web.placing import ADDRESS, place_by_api, product_id
from web.api.description.openapi import described
from web.api.description.operation import ADMIN, CUSTOMER, EVERYBODY, OPERATOR, PUBLIC, TOKEN_OR_CUSTOMER, Operation
from web.app import create_app
from web.security.request_gates import OPEN_WHILE_PENDING

pytestmark = pytest.mark.asyncio
OWN_CREDENTIALS = ("/api/v1/auth/login", "/api/v1/auth/register", "/api/v1/auth/refresh")
KEY = {"Idempotency-Key": "matrix"}


@dataclass
class House:
    """A shop with Ann's things in it, and everybody who may come."""

    app: Quart
    things: dict[str, str]  # by the name of the path's parameter
    callers: dict[str, dict[str, str]]  # headers

    async def ask(self, who: str, method: str, path: str, *, missing: bool = False) -> Any:
        named = re.sub(r"{(\w+)}", lambda found: "none" if missing else self.things[found[1]], path)
        options: Any = {} if method in ("get", "delete") else {"json": {}}
        headers = {**self.callers[who], **KEY}
        client = self.app.test_client(use_cookies=False)
        return await client.open(named, method=method.upper(), headers=headers, **options)


@pytest.fixture
def app(shop: str, settings: Settings) -> Quart:
    """Without limits: every operation is tried by the same few callers."""
    return create_app(replace(settings, rate_limit=False))


@pytest_asyncio.fixture
async def house(app: Quart) -> House:
    await write(seed_demo)
    await make_user("ann@example.com")
    await make_user("bob@example.com")
    boss = await make_user("boss@example.com", role="admin")
    await make_user("pending@example.com", role="admin", must_change_password=True)
    gone = await make_user("gone@example.com")
    callers = {"anonymous": {}}
    for name in ("ann", "bob", "boss", "pending", "gone"):
        api = await Api(app).log_in(f"{name}@example.com")
        callers[name] = {"Authorization": f"Bearer {api.access}"}
    # by Basic, which no logout ends
    callers["pending"] = {"Authorization": "Basic " + b64encode(f"pending@example.com:{PASSWORD}".encode()).decode()}
    await write(lambda tx: set_active(tx, gone.id, is_active=False))
    ann = Api(app)
    ann.access = callers["ann"]["Authorization"].removeprefix("Bearer ")
    order = await (await place_by_api(ann)).get_json()
    address = await (await ann.call("POST", "/addresses", dict(ADDRESS))).get_json()
    cart = await (await ann.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    hook, _ = await write(
        lambda tx: webhook_endpoints.create(tx, Actor("boss", boss.id), url="https://192.0.43.10/", events=["*"])
    )
    delivery = await write(lambda tx: webhook_endpoints.send_test(tx, Actor("boss", boss.id), hook.id))
    job = await read(lambda tx: tx.fetch_one("SELECT public_id FROM job ORDER BY id LIMIT 1"))
    things = {
        "order_id": order["id"],
        "address_id": address["id"],
        "item_id": cart["items"][0]["id"],
        "product_id": await product_id(),
        "category_id": "kitchen",
        "family_id": (await kimonos()).id,
        "webhook_id": hook.id,
        "delivery_id": delivery,
        "job_id": job["public_id"],
        "email_id": "none",
        "login_id": "none",
        "token_id": "none",
        "name": "orders",
    }
    return House(app, things, callers)


def operations(app: Quart, *access: str) -> list[tuple[str, str, Operation]]:
    found = [
        (method, path, its)
        for (method, path, _), its in described(app)
        if its.access in {*access, *([PUBLIC] if EVERYBODY in access else [])}
    ]
    assert found
    return sorted(found, key=lambda each: each[:2])


async def test_every_kind_of_access_is_used(app: Quart) -> None:
    assert {its.access for _, its in described(app)} == {
        EVERYBODY,
        CUSTOMER,
        TOKEN_OR_CUSTOMER,
        ADMIN,
        PUBLIC,
        OPERATOR,
    }


async def test_strangers_are_asked_who_they_are(house: House) -> None:
    for who in ("anonymous", "gone"):
        for method, path, _ in operations(house.app, CUSTOMER, TOKEN_OR_CUSTOMER, ADMIN):
            answer = await house.ask(who, method, path)
            assert answer.status_code == 401, (who, method, path)
            assert answer.headers["WWW-Authenticate"]


async def test_customers_are_kept_from_what_is_for_admins(house: House) -> None:
    for method, path, _ in operations(house.app, ADMIN):
        for missing in (False, True):
            answer = await house.ask("ann", method, path, missing=missing)
            assert (answer.status_code, (await answer.get_json())["code"]) == (403, "forbidden"), (method, path)


async def test_a_pending_password_opens_three_doors(house: House) -> None:
    for method, path, its in operations(house.app, EVERYBODY, CUSTOMER, TOKEN_OR_CUSTOMER, ADMIN):
        if path in OWN_CREDENTIALS or "/auth/password/" in path or not path.startswith("/api/"):
            continue
        answer = await house.ask("pending", method, path)
        is_open = path in OPEN_WHILE_PENDING and method != "patch"
        assert (answer.status_code == 403) is not is_open, (method, path, answer.status_code, its.access)
        if not is_open:
            assert (await answer.get_json())["code"] == "password_change_required"


async def test_somebody_elses_things_are_not_found(house: House) -> None:
    tried = 0
    for method, path, its in operations(house.app, CUSTOMER, TOKEN_OR_CUSTOMER, EVERYBODY):
        if not re.search(r"{(order|address|item)_id}", path):
            continue
        tried += 1
        answer = await house.ask("bob", method, path)
        body: dict[str, Any] = {"quantity": 1} if "item_id" in path else {}
        if path.endswith("/payment"):
            body = {"payment": {"method": "test_card", "token": "tok_ok"}}
        if answer.status_code == 422:  # the body is looked at first; a right one changes nothing either
            named = re.sub(r"{(\w+)}", lambda found: house.things[found[1]], path)
            client = house.app.test_client(use_cookies=False)
            answer = await client.open(named, method=method.upper(), headers=house.callers["bob"], json=body)
        assert answer.status_code == 404, (method, path, its.access)
    assert tried >= 8
    kept = await house.ask("ann", "get", "/api/v1/orders/{order_id}")
    assert (await kept.get_json())["status"] == "pending"
    assert len((await (await house.ask("ann", "get", "/api/v1/cart")).get_json())["items"]) == 1
    assert (await house.ask("ann", "get", "/api/v1/addresses/{address_id}")).status_code == 200


async def test_whoever_may_is_let_through(house: House) -> None:
    for access, who in ((EVERYBODY, "anonymous"), (CUSTOMER, "ann"), (TOKEN_OR_CUSTOMER, "ann"), (ADMIN, "boss")):
        for method, path, _ in operations(house.app, access):
            if method == "get":
                answer = await house.ask(who, method, path)
                is_absent = path.startswith("/api/v1/admin/emails/") or path in ("/readyz", "/api/v1/health")
                assert answer.status_code == 200 or is_absent, (method, path, await answer.get_data(as_text=True))
            elif "{" in path:
                answer = await house.ask(who, method, path, missing=True)
                assert answer.status_code in (404, 422), (method, path, answer.status_code)


async def test_a_malformed_id_is_not_found(house: House) -> None:
    for access, who in ((EVERYBODY, "anonymous"), (CUSTOMER, "ann"), (TOKEN_OR_CUSTOMER, "ann"), (ADMIN, "boss")):
        for method, path, _ in operations(house.app, access):
            if method == "get" and "{" in path:
                for bad in ("%00", "%F0%9F%92%A9", "'%20OR%201=1", "x" * 300, "-1", "%22", "%C3%28"):
                    named = re.sub(r"{\w+}", bad, path)
                    client = house.app.test_client(use_cookies=False)
                    answer = await client.get(named, headers=house.callers[who])
                    assert answer.status_code == 404, (named, answer.status_code)


async def test_the_session_cookie_is_no_key_to_the_api(house: House, browser: Any) -> None:
    await browser.log_in("boss@example.com", PASSWORD)
    assert (await browser.get("/admin")).status_code == 200
    assert (await browser.get("/api/v1/admin/orders")).status_code == 401


async def test_basic_opens_what_bearer_opens(house: House) -> None:
    client = house.app.test_client(use_cookies=False)
    assert (await client.get("/api/v1/admin/orders", auth=("boss@example.com", PASSWORD))).status_code == 200
    assert (await client.get("/api/v1/admin/orders", auth=("ann@example.com", PASSWORD))).status_code == 403
    assert (await client.get("/api/v1/admin/orders", auth=("boss@example.com", "wrong"))).status_code == 401


async def send(house: House, method: str, path: str, its: Operation, **options: Any) -> Any:
    """The operation on Ann's things, as somebody who may."""
    who = {ADMIN: "boss", EVERYBODY: "anonymous", PUBLIC: "anonymous"}.get(its.access, "ann")
    named = re.sub(r"{(\w+)}", lambda found: house.things[found[1]], path)
    client = house.app.test_client(use_cookies=False)
    headers = {**house.callers[who], **KEY, **options.pop("headers", {})}
    return await client.open(named, method=method.upper(), headers=headers, **options)


@pytest.mark.parametrize("name", ["role", "user_id", "is_admin", "version", "unit_price_cents", "__proto__"])
async def test_nobody_sets_what_is_not_theirs_to_say(house: House, name: str) -> None:
    tried = 0
    for method, path, its in operations(house.app, EVERYBODY, CUSTOMER, TOKEN_OR_CUSTOMER, ADMIN):
        if method != "get":  # an operation that takes no body has no such field either
            tried += 1
            answer = await send(house, method, path, its, json={name: "admin"})
            errors = (await answer.get_json())["errors"]
            assert answer.status_code == 422, (method, path)
            assert (name, "extra_forbidden") in [(error["field"], error["code"]) for error in errors], (method, path)
    assert tried > 25


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("text/plain", b"{}", 415),
        ("application/x-www-form-urlencoded", b"a=1", 415),
        ("application/json", b"{", 400),
        ("application/json", b"\xff", 400),
        ("application/json", b"[" * 60_000, 400),
        ("application/json", b'{"a": NaN}', 400),
        ("application/json", b"[]", 422),
        ("application/json", b'"text"', 422),
        ("application/json", b"null", 422),
    ],
)
async def test_a_body_of_another_kind_is_refused(house: House, content_type: str, body: bytes, status: int) -> None:
    for method, path, its in operations(house.app, EVERYBODY, CUSTOMER, TOKEN_OR_CUSTOMER, ADMIN):
        if method != "get":
            answer = await send(house, method, path, its, data=body, headers={"Content-Type": content_type})
            assert answer.status_code == status, (method, path, await answer.get_data(as_text=True))


@pytest.mark.parametrize("query", ["page=0", "page=x", "per_page=101", "per_page=0", "page=1&page=2", "nothing=1"])
async def test_a_query_out_of_bounds_is_refused(house: House, query: str) -> None:
    for method, path, its in operations(house.app, EVERYBODY, CUSTOMER, TOKEN_OR_CUSTOMER, ADMIN):
        if its.query is not None and "page" in its.query.model_fields:
            answer = await send(house, method, f"{path}?{query}", its)
            assert answer.status_code == 422, (method, path)


async def test_every_list_says_where_its_other_pages_are(house: House) -> None:
    for method, path, its in operations(house.app, EVERYBODY, CUSTOMER, ADMIN):
        if its.query is not None and "page" in its.query.model_fields:
            answer = await send(house, method, f"{path}?per_page=1", its)
            page = await answer.get_json()
            assert set(page) == {"items", "page", "per_page", "total", "pages", "links"}, path
            for relation in ("self", "first", "last"):
                assert f'<{page["links"][relation]}>; rel="{relation}"' in answer.headers["Link"], path
            assert (page["links"]["next"] is not None) == (page["pages"] > 1)
