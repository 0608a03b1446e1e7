"""Accounts over the API: tokens that hold, end, rotate, and cannot be forged."""

import asyncio
import base64
from typing import Any

import pytest
from quart import Quart

from models.accounts import accounts, passwords
from models.database import read, write
from models.staff.customers import list_customers
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user

pytestmark = pytest.mark.asyncio
HOUR, DAY = 3_600_000, 86_400_000  # milliseconds
COUNTED = {"x-request-id", "ratelimit", "ratelimit-policy"}  # differ from request to request, whoever asks
NEW = "amber-lantern-meadow-17"


def basic(email: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{email}:{password}".encode()).decode()


async def test_register_log_in_and_ask_who_one_is(api: Api) -> None:
    body = {"email": "A@X.com", "password": PASSWORD, "name": " Ann "}
    made = await api.call("POST", "/auth/register", body)
    user = await made.get_json()
    assert made.status_code == 201
    assert set(user) == {"id", "email", "name", "role", "must_change_password", "email_verified_at", "created_at"}
    assert (user["email"], user["name"], user["role"]) == ("a@x.com", "Ann", "customer")
    assert user["created_at"].endswith("Z")
    assert await code_of(await api.call("POST", "/auth/register", {**body, "email": "a@x.COM"})) == (409, "email_taken")
    tokens = await (await api.call("POST", "/auth/login", {"email": "a@X.com", "password": PASSWORD})).get_json()
    assert (tokens["token_type"], tokens["expires_in"]) == ("Bearer", 600)
    assert await (await (await api.log_in("a@x.com")).call("GET", "/auth/me")).get_json() == user


async def test_an_address_is_one_account_however_its_domain_is_written(api: Api) -> None:
    typed, kept = "Petra@Bücher.example", "petra@xn--bcher-kva.example"
    made = await api.call("POST", "/auth/register", {"email": typed, "password": PASSWORD})
    assert (made.status_code, (await made.get_json())["email"]) == (201, kept)
    again = await api.call("POST", "/auth/register", {"email": kept, "password": PASSWORD})
    assert await code_of(again) == (409, "email_taken")
    for written in (typed, kept, "petra@BU\u0308CHER.EXAMPLE"):
        assert (await (await api.log_in(written)).call("GET", "/auth/me")).status_code == 200
        api.access = ""
        basics = {"Authorization": basic(written, PASSWORD)}
        assert (await api.call("GET", "/auth/me", **basics)).status_code == 200
    for searched in (typed, kept):
        assert (await read(lambda tx, q=searched: list_customers(tx, q=q))).total == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [({"email": "a@example.com\n"}, "email"), ({"email": "nope"}, "email"), ({"password": "x" * 11}, "password"),
     ({"password": "y9" * 513}, "password"), ({"password": "Shop12345678"}, "password"), ({"role": "admin"}, "role"),
     ({"is_active": True}, "is_active"), ({"name": "a\nb"}, "name"),
     ({"name": "n" * 201}, "name"), ({"name": 5}, "name")],
)  # fmt: skip
async def test_a_bad_registration_is_422_and_makes_nobody(api: Api, change: Any, field: str) -> None:
    answer = await api.call("POST", "/auth/register", {"email": "a@example.com", "password": PASSWORD, **change})
    assert answer.status_code == 422
    assert [error["field"] for error in (await answer.get_json())["errors"]] == [field]
    assert await read(lambda tx: tx.fetch("SELECT 1 FROM users")) == []


@pytest.mark.parametrize(
    "password", ["🙂" * 5 + "é日本語пароль", "x7" * 512, "🙂x" * 204 + "mnop", " leading and trailing "]
)
async def test_any_long_text_is_a_password(api: Api, password: str) -> None:
    assert (await api.call("POST", "/auth/register", {"email": "a@x.com", "password": password})).status_code == 201
    assert (await (await api.log_in("a@x.com", password)).call("GET", "/auth/me")).status_code == 200
    api.access = ""
    answer = await api.call("GET", "/auth/me", Authorization=basic("a@x.com", password))
    assert answer.status_code == 200


async def test_unknown_wrong_and_disabled_get_the_same_answer(api: Api) -> None:
    await make_user("known@example.com")
    off = await make_user("off@example.com")
    await write(lambda tx: accounts.set_active(tx, off.id, is_active=False))
    seen = []
    for email, password in (
        ("known@example.com", "wrong"),
        ("nobody@example.com", PASSWORD),
        ("off@example.com", PASSWORD),
    ):
        for answer in (await api.call("POST", "/auth/login", {"email": email, "password": password}),
                       await api.call("GET", "/auth/me", Authorization=basic(email, password))):  # fmt: skip
            document = await answer.get_json()
            headers = [item for item in answer.headers.items() if item[0].lower() not in COUNTED]
            seen.append((answer.status_code, {**document, "request_id": ""}, headers))
    assert all(each == seen[0] for each in seen)
    assert (seen[0][0], seen[0][1]["code"]) == (401, "invalid_credentials")
    assert [value.partition(" ")[0] for name, value in seen[0][2] if name.lower() == "www-authenticate"] == [
        "Bearer",
        "Basic",
    ]


async def test_a_used_refresh_token_ends_the_family(app: Quart) -> None:
    await make_user()
    first, other = await Api(app).log_in("ann@example.com"), await Api(app).log_in("ann@example.com")
    second = await (await first.call("POST", "/auth/refresh", {"refresh_token": first.refresh})).get_json()
    assert second["refresh_token"] != first.refresh
    fresh = Api(app)
    fresh.access = second["access_token"]
    assert (await fresh.call("GET", "/auth/me")).status_code == 200
    assert (await first.call("POST", "/auth/refresh", {"refresh_token": first.refresh})).status_code == 401
    for access in (first.access, second["access_token"]):
        fresh.access = access
        assert (await fresh.call("GET", "/auth/me")).status_code == 401
    answer = await first.call("POST", "/auth/refresh", {"refresh_token": second["refresh_token"]})
    assert answer.status_code == 401
    assert (await other.call("GET", "/auth/me")).status_code == 200


async def test_of_twenty_parallel_refreshes_one_succeeds_and_the_family_ends(app: Quart) -> None:
    await make_user()
    client = await Api(app).log_in("ann@example.com")
    answers = await asyncio.gather(
        *[client.call("POST", "/auth/refresh", {"refresh_token": client.refresh}) for _ in range(20)]
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 19
    [winner] = [await answer.get_json() for answer in answers if answer.status_code == 200]
    client.access = winner["access_token"]
    assert (await client.call("GET", "/auth/me")).status_code == 401


async def test_logout_ends_token_and_family_at_once(app: Quart) -> None:
    await make_user()
    client, other = await Api(app).log_in("ann@example.com"), await Api(app).log_in("ann@example.com")
    assert (await client.call("POST", "/auth/logout")).status_code == 204
    assert (await client.call("GET", "/auth/me")).status_code == 401
    assert (await client.call("POST", "/auth/refresh", {"refresh_token": client.refresh})).status_code == 401
    stranger = await make_user("bob@example.com")
    thief = await Api(app).log_in(stranger.email)
    assert (await thief.call("POST", "/auth/logout", {"refresh_token": other.refresh})).status_code == 204
    assert (await other.call("GET", "/auth/me")).status_code == 200


async def test_a_new_password_ends_all_other_logins(app: Quart) -> None:
    await make_user()
    mine, other, page = await Api(app).log_in("ann@example.com"), await Api(app).log_in("ann@example.com"), Browser(app)
    await page.log_in("ann@example.com")
    header = basic("ann@example.com", PASSWORD)
    assert (await Api(app).call("GET", "/auth/me", Authorization=header)).status_code == 200
    wrong = await mine.call("POST", "/auth/password", {"current_password": "wrong", "new_password": NEW})
    assert [error["field"] for error in (await wrong.get_json())["errors"]] == ["current_password"]
    body = {"current_password": PASSWORD, "new_password": NEW}
    assert (await mine.call("POST", "/auth/password", body)).status_code == 204
    assert (await mine.call("GET", "/auth/me")).status_code == 200
    assert (await other.call("GET", "/auth/me")).status_code == 401
    assert (await other.call("POST", "/auth/refresh", {"refresh_token": other.refresh})).status_code == 401
    assert (await page.get("/auth/profile")).status_code == 303
    assert (await Api(app).call("GET", "/auth/me", Authorization=header)).status_code == 401


async def test_switching_off_ends_tokens_and_remembered_basic_at_once(app: Quart) -> None:
    account = await make_user()
    client, header = await Api(app).log_in("ann@example.com"), basic("ann@example.com", PASSWORD)
    assert (await Api(app).call("GET", "/auth/me", Authorization=header)).status_code == 200
    await write(lambda tx: accounts.set_active(tx, account.id, is_active=False))
    assert (await client.call("GET", "/auth/me")).status_code == 401
    assert (await Api(app).call("GET", "/auth/me", Authorization=header)).status_code == 401


async def test_a_remembered_basic_login_is_not_hashed_again(app: Quart, monkeypatch: pytest.MonkeyPatch) -> None:
    await make_user("cached@example.com")
    header = basic("cached@example.com", PASSWORD)
    assert (await Api(app).call("GET", "/auth/me", Authorization=header)).status_code == 200
    monkeypatch.setattr(passwords, "MOST_WAITING", 0)  # from here on every hash would be refused
    assert (await Api(app).call("GET", "/auth/me", Authorization=header)).status_code == 200
    refused = await Api(app).call("GET", "/auth/me", Authorization=basic("cached@example.com", "wrong"))
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "2")


async def test_the_pages_cookie_opens_nothing_on_the_api(browser: Browser) -> None:
    await make_user()
    await browser.log_in("ann@example.com")
    assert (await browser.get("/auth/profile")).status_code == 200
    assert (await browser.get("/api/v1/auth/me")).status_code == 401


async def test_a_stale_header_does_not_stop_a_login_or_refresh(app: Quart) -> None:
    await make_user()
    client = await Api(app).log_in("ann@example.com")
    stale = {"Authorization": "Bearer stale"}
    assert (await client.call("POST", "/auth/refresh", {"refresh_token": client.refresh}, **stale)).status_code == 200
    body = {"email": "ann@example.com", "password": PASSWORD}
    assert (await client.call("POST", "/auth/login", body, **stale)).status_code == 200


async def test_a_pending_admin_reaches_three_routes_only(app: Quart) -> None:
    await make_user("root@example.com", "admin123", role="admin", must_change_password=True)
    client = await Api(app).log_in("root@example.com", "admin123")
    header = basic("root@example.com", "admin123")
    for method, path in (("GET", "/health"), ("GET", "/products"), ("GET", "/admin/jobs"), ("GET", "/nothing"),
                         ("POST", "/orders")):  # fmt: skip
        for headers in ({}, {"Authorization": header}):
            assert await code_of(await client.call(method, path, **headers)) == (403, "password_change_required")
    assert (await (await client.call("GET", "/auth/me")).get_json())["must_change_password"] is True
    short = await client.call(
        "POST", "/auth/password", {"current_password": "admin123", "new_password": "k9-velvet-ott"}
    )
    assert short.status_code == 422
    body = {"current_password": "admin123", "new_password": NEW}
    assert (await client.call("POST", "/auth/password", body)).status_code == 204
    assert (await client.call("GET", "/auth/me")).status_code == 401
    assert (await client.call("GET", "/auth/me", Authorization=header)).status_code == 401
    assert (await (await client.log_in("root@example.com", NEW)).call("GET", "/health")).status_code == 200


async def test_a_pending_admin_may_log_out(app: Quart) -> None:
    await make_user("root@example.com", "admin123", role="admin", must_change_password=True)
    client = await Api(app).log_in("root@example.com", "admin123")
    assert (await client.call("POST", "/auth/logout")).status_code == 204


@pytest.mark.parametrize(("role", "ends_after"), [("admin", 12 * HOUR), ("customer", 30 * DAY)])
async def test_a_login_ends_of_age_however_often_its_tokens_are_swapped(app: Quart, role: str, ends_after: int) -> None:
    await make_user(role=role)
    client = await Api(app).log_in("ann@example.com")

    async def pass_time(milliseconds: int) -> None:
        """The login, and all that came from it, was that much earlier; its tokens are as fresh as after a swap."""
        await write(lambda tx: tx.execute("UPDATE refresh_token SET ends_at = ends_at - ?", milliseconds))

    await pass_time(ends_after - HOUR)
    answer = await client.call("POST", "/auth/refresh", {"refresh_token": client.refresh})
    tokens = await answer.get_json()
    client.access, client.refresh = tokens["access_token"], tokens["refresh_token"]
    assert (await client.call("GET", "/auth/me")).status_code == 200
    rows = await read(lambda tx: tx.fetch("SELECT expires_at, ends_at, created_at FROM refresh_token ORDER BY id"))
    assert rows[1]["ends_at"] == rows[0]["ends_at"] == rows[1]["expires_at"]
    assert rows[1]["ends_at"] - rows[0]["created_at"] == HOUR
    await pass_time(HOUR)
    assert await code_of(await client.call("GET", "/auth/me")) == (401, "unauthenticated")
    answer = await client.call("POST", "/auth/refresh", {"refresh_token": client.refresh})
    assert await code_of(answer) == (401, "unauthenticated")
