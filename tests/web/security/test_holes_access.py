"""Holes seen in another shop, each kept shut here under its number: who may do what, and how that is known."""

from base64 import b64encode
from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer
from quart import Quart

from core.settings import BadSetting, load
from models.accounts import passwords
from models.accounts.passwords import HASHER
from tests.journeys import story
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user, text_of
from tests.web.placing import api_body, place_by_page, product_id

pytestmark = pytest.mark.asyncio
PUBLISHED = "change-me-in-production"
NEW = "amber-lantern-meadow-17"
SHIPPED = {"Authorization": "Basic " + b64encode(b"root@example.com:admin123").decode()}


@pytest.mark.parametrize("secret", ["", PUBLISHED, "secret", "dev", "x" * 48])
async def test_h06_production_does_not_start_with_a_secret_that_is_known(secret: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECRET_KEY"):
        load({"CARTWRIGHT_SECRET_KEY": secret}, dotenv=None)


@pytest.mark.parametrize("secret", [PUBLISHED, "secret", "dev"])
async def test_h06_a_cookie_signed_with_a_known_secret_opens_nothing(app: Quart, root: Browser, secret: str) -> None:
    stranger = app.test_client()
    forged = URLSafeTimedSerializer(secret).dumps({"user_id": 1, "role": "admin"})
    for name in ("sid", "session", "notes", "__Host-sid"):
        stranger.set_cookie("localhost", name, str(forged))
    answer = await stranger.get("/admin")
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (303, "/auth/login")


async def test_h07_the_shipped_password_opens_nothing_but_its_change(app: Quart) -> None:
    await make_user("root@example.com", "admin123", role="admin", must_change_password=True)
    api, browser = await Api(app).log_in("root@example.com", "admin123"), Browser(app)
    await browser.log_in("root@example.com", "admin123")
    for path in ("/admin/jobs", "/products", "/openapi.json"):
        assert await code_of(await api.call("GET", path)) == (403, "password_change_required")
        assert await code_of(await api.call("GET", path, **SHIPPED)) == (403, "password_change_required")
    for path in ("/admin", "/admin/jobs", "/admin/orders"):
        answer = await browser.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/auth/change-password")


async def test_h08_a_cart_is_its_owners(app: Quart, ann: Browser) -> None:
    product = {"product_id": await product_id()}
    owner, stranger = await Api(app).log_in("ann@example.com"), Api(app)
    item = (await (await owner.call("POST", "/cart/items", product)).get_json())["items"][0]["id"]
    guest = await (await stranger.call("POST", "/cart/items", product)).get_json()
    token = {"X-Cart-Token": guest["cart_token"]}
    for method, body in (("PATCH", {"quantity": 9}), ("DELETE", None)):
        assert (await stranger.call(method, f"/cart/items/{item}", body, **token)).status_code == 404
    wrong = {"X-Cart-Token": guest["cart_token"][:-1] + "x"}
    assert (await (await stranger.call("GET", "/cart", **wrong)).get_json())["items"] == []
    order = await stranger.call("POST", "/orders", api_body(email="b@example.com"), **wrong, **{"Idempotency-Key": "k"})
    assert (await code_of(order))[1] == "cart_empty"
    kept = await (await owner.call("GET", "/cart")).get_json()
    assert [each["quantity"] for each in kept["items"]] == [1]


async def test_h09_reading_places_no_order_and_ends_no_login(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    for path in ("/orders/checkout", "/checkout", "/auth/logout", "/cart/clearing"):
        await ann.get(path)
    assert "Alder Stoneware Mug" in await text_of(await ann.get("/cart"))
    assert await story.every("SELECT id FROM orders") == []
    assert (await ann.get("/auth/profile")).status_code == 200


async def test_h09_a_login_needs_the_token_of_its_form(app: Quart) -> None:
    await make_user()
    form = {"email": "ann@example.com", "password": PASSWORD}
    assert (await app.test_client().post("/auth/login", form=form)).status_code == 403


async def test_h10_a_plain_form_with_its_token_works(ann: Browser) -> None:
    path = await place_by_page(ann)
    assert "CW-10001" in await text_of(await ann.get(path))


@pytest.mark.parametrize("by", ["logout", "new password"])
async def test_h11_a_cookie_is_dead_after(app: Quart, by: str) -> None:
    await make_user()
    browser, thief = Browser(app), Browser(app)
    await browser.log_in("ann@example.com")
    assert browser.session
    thief.client.set_cookie("localhost", "sid", browser.session)
    assert (await thief.get("/auth/profile")).status_code == 200
    if by == "logout":
        await browser.post("/auth/logout")
    else:
        await browser.post("/auth/change-password", current_password=PASSWORD, new_password=NEW)
    assert (await thief.get("/auth/profile")).status_code == 303


async def test_h12_a_refresh_token_used_again_ends_its_family(app: Quart) -> None:
    await make_user()
    api = await Api(app).log_in("ann@example.com")
    first = {"refresh_token": api.refresh}
    second = await (await api.call("POST", "/auth/refresh", first)).get_json()
    assert (await api.call("POST", "/auth/refresh", first)).status_code == 401
    again = await api.call("POST", "/auth/refresh", {"refresh_token": second["refresh_token"]})
    assert again.status_code == 401


async def test_h13_an_unknown_account_costs_a_whole_hash(app: Quart, monkeypatch: pytest.MonkeyPatch) -> None:
    await make_user()
    worked: list[str] = []

    class Spy:
        def verify(self, secret: bytes, hashed: str) -> bool:
            worked.append(hashed)
            return bool(HASHER.verify(secret, hashed))

        def __getattr__(self, name: str) -> Any:
            return getattr(HASHER, name)

    monkeypatch.setattr(passwords, "HASHER", Spy())
    for email in ("ann@example.com", "nobody@example.com"):
        answer = await Api(app).call("POST", "/auth/login", {"email": email, "password": "wrong"})
        assert answer.status_code == 401
    known, unknown = (hashed.split("$")[:4] for hashed in worked)
    assert known == unknown, "the same algorithm at the same cost"


async def test_h14_fifty_guesses_are_turned_away(app: Quart) -> None:
    await make_user()
    body = {"email": "ann@example.com", "password": "wrong"}
    statuses = [(await Api(app).call("POST", "/auth/login", body)).status_code for _ in range(50)]
    assert set(statuses) == {401, 429}
    assert statuses.count(401) <= 15


async def test_h15_another_sites_origin_is_not_reflected(app: Quart) -> None:
    for path in ("/", "/api/v1/products"):
        answer = await app.test_client().get(path, headers={"Origin": "https://evil.example"})
        assert not [name for name, _ in answer.headers.items() if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("path", ["/", "/products", "/auth/login", "/api/v1/products", "/nowhere"])
async def test_h16_every_answer_has_its_headers_and_no_page_a_script_of_others(app: Quart, path: str) -> None:
    answer: Any = await app.test_client().get(path)
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
                 "Cross-Origin-Opener-Policy"):  # fmt: skip
        assert answer.headers[name], name
    text = await text_of(answer, answer.status_code)
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert 'src="http' not in text
    assert "<script>" not in text


async def test_h20_the_reference_tells_strangers_nothing_of_the_admins_operations(app: Quart) -> None:
    for path in ("/docs", "/redoc", "/api/v1/openapi.json"):
        assert "/admin" not in await text_of(await app.test_client().get(path)), path
    assert (await app.test_client().get("/admin/openapi.json")).headers["Location"].startswith("/auth/login")
