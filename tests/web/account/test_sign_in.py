"""Signing in and out on the pages: sessions that begin, end and cannot be forged."""

import re
from typing import Any

import pytest
from quart import Quart

from models.accounts import accounts
from models.database import read, write
from tests.web.clients import PASSWORD, Browser, make_user

pytestmark = pytest.mark.asyncio
NEW = "amber-lantern-meadow-17"
FORM_TOKEN = re.compile(r"[0-9a-f]{64}")
OPEN_REDIRECTS = [
    "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https:evil.example",
    "https://evil.example", "http:/evil.example", "javascript:alert(1)", "data:text/html,x", "%2f%2fevil.example",
    "%5cevil.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example",
    " //evil.example", "/\x0b/evil.example", "evil.example", "@evil.example", "?next=//evil",
    "#//evil",
    "", "/x\r\nSet-Cookie: a=b", "/x\\..\\evil", "HTTPS://evil.example", "ftp://evil.example", "/" * 2500,
    "/ /evil.example",
]  # fmt: skip


async def test_registration_lands_on_the_login_page_with_a_word(browser: Browser) -> None:
    answer = await browser.post("/auth/register", email="Ann@X.com", password=PASSWORD, name="Ann")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/auth/login")
    assert (await (await browser.get("/auth/login")).get_data(as_text=True)).count("Account created") == 1
    assert "Account created" not in await (await browser.get("/auth/login")).get_data(as_text=True)
    assert (await browser.log_in("ann@x.COM")).headers["Location"] == "/auth/profile"
    profile = await (await browser.get("/auth/profile")).get_data(as_text=True)
    assert "ann@x.com" in profile
    assert re.search(r"Member since</dt><dd><time [^>]+>\d{1,2} [A-Z][a-z]{2} \d{4}</time>", profile)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"email": "taken@example.com", "password": PASSWORD}, 409, "an account with this e-mail address"),
        ({"email": "TAKEN@example.com", "password": PASSWORD}, 409, "an account with this e-mail address"),
        ({"email": "a@example.com\n", "password": PASSWORD}, 422, "Enter an e-mail address."),
        ({"email": "a@example.com", "password": "short"}, 422, "Use at least 12 characters."),
        ({"email": "a@example.com", "password": "Shop12345678"}, 422, "too common"),
        ({"email": "a@example.com", "password": PASSWORD, "name": "A\r\nBcc: b@example.com"}, 422, "Line breaks"),
        ({"email": "a@example.com", "password": PASSWORD, "role": "admin"}, 422, "There is no such field."),
        ({"email": "a@example.com"}, 422, "This field is required."),
    ],
)
async def test_a_registration_that_will_not_do_says_so(
    browser: Browser, fields: dict[str, str], status: int, words: str
) -> None:
    await make_user("taken@example.com")
    answer = await browser.post("/auth/register", **fields)
    assert answer.status_code == status
    assert words in await answer.get_data(as_text=True)
    assert (await read(lambda tx: tx.fetch_one("SELECT COUNT(*) AS n FROM users")))["n"] == 1


async def test_unknown_wrong_and_disabled_get_the_same_page(app: Quart) -> None:
    await make_user("known@example.com")
    disabled = await make_user("disabled@example.com")
    await write(lambda tx: accounts.set_active(tx, disabled.id, is_active=False))
    seen = set()
    for email, password in (("known@example.com", "wrong"), ("nobody@example.com", PASSWORD),
                            ("disabled@example.com", PASSWORD)):  # fmt: skip
        browser = Browser(app)
        answer = await browser.post("/auth/login", email=email, password=password)
        page = await answer.get_data(as_text=True)
        assert "The e-mail address or the password is wrong." in page
        seen.add((answer.status_code, FORM_TOKEN.sub("", page.replace(email, ""))))
        assert browser.session is None
    assert len(seen) == 1
    assert next(iter(seen))[0] == 401


async def test_the_cookie_is_for_this_host_and_no_script(browser: Browser) -> None:
    await make_user()
    cookies = [
        c for c in (await browser.log_in("ann@example.com")).headers.getlist("Set-Cookie") if c.startswith("sid=")
    ]
    assert len(cookies) == 1
    for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"):
        assert part in cookies[0]


async def test_the_page_first_asked_for_comes_after_login(browser: Browser) -> None:
    await make_user()
    asked = await browser.get("/auth/profile?tab=1")
    assert asked.headers["Location"] == "/auth/login?next=/auth/profile%3Ftab%3D1"
    assert 'value="/auth/profile?tab=1"' in await (await browser.get(asked.headers["Location"])).get_data(as_text=True)
    assert (await browser.log_in("ann@example.com", next="/auth/profile?tab=1")).headers[
        "Location"
    ] == "/auth/profile?tab=1"


async def test_who_registers_on_the_way_gets_there_all_the_same(browser: Browser) -> None:
    login = await (await browser.get("/auth/login?next=/orders%3Fpage%3D2")).get_data(as_text=True)
    assert 'href="/auth/register?next=/orders%3Fpage%3D2"' in login
    page = await (await browser.get("/auth/register?next=/orders%3Fpage%3D2")).get_data(as_text=True)
    assert 'name="next" value="/orders?page=2"' in page
    fields = {"email": "ann@example.com", "password": PASSWORD, "next": "/orders?page=2"}
    refused = await browser.post("/auth/register", **{**fields, "password": "short"})
    assert 'name="next" value="/orders?page=2"' in await refused.get_data(as_text=True)
    answer = await browser.post("/auth/register", **fields)
    assert answer.headers["Location"] == "/orders?page=2"
    assert "ann@example.com" in await (await browser.get("/auth/profile")).get_data(as_text=True)


@pytest.mark.parametrize("payload", OPEN_REDIRECTS)
async def test_registering_never_leads_out_of_the_shop(browser: Browser, payload: str) -> None:
    shown = await browser.client.get("/auth/register", query_string={"next": payload})
    assert 'name="next"' not in await shown.get_data(as_text=True)
    answer = await browser.post("/auth/register", email="ann@example.com", password=PASSWORD, next=payload)
    assert answer.headers["Location"] == "/auth/login"


@pytest.mark.parametrize("payload", OPEN_REDIRECTS)
async def test_next_never_leaves_the_shop(browser: Browser, payload: str) -> None:
    await make_user()
    answer = await browser.log_in("ann@example.com", next=payload)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/auth/profile")
    again = await browser.client.get("/auth/login", query_string={"next": payload})
    assert again.headers["Location"] == "/auth/profile"


async def test_htmx_is_sent_to_the_login_by_its_own_header(browser: Browser) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://localhost/orders?page=2"}
    answer = await browser.get("/auth/profile", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/auth/login?next=/orders%3Fpage%3D2")
    evil = await browser.get("/auth/profile", headers={**headers, "HX-Current-URL": "http://x//evil.example"})
    assert evil.headers["HX-Redirect"] == "/auth/login"
    broken = await browser.get("/auth/profile", headers={**headers, "HX-Current-URL": "http://["})
    assert broken.headers["HX-Redirect"] == "/auth/login"


async def test_a_login_gets_a_new_id_and_ends_the_one_before(browser: Browser, app: Quart) -> None:
    await make_user()
    await browser.log_in("ann@example.com")
    first, other = browser.session, Browser(app)
    other.client.set_cookie("localhost", "sid", str(first))
    await browser.post("/auth/logout")
    await browser.log_in("ann@example.com")
    assert browser.session != first
    assert (await other.get("/auth/profile")).status_code == 303


async def test_logout_asks_first_and_then_ends_the_session_everywhere(browser: Browser, app: Quart) -> None:
    await make_user()
    await browser.log_in("ann@example.com")
    thief = Browser(app)
    thief.client.set_cookie("localhost", "sid", str(browser.session))
    assert "Log out?" in await (await browser.get("/auth/logout")).get_data(as_text=True)
    assert (await thief.get("/auth/profile")).status_code == 200
    answer = await browser.post("/auth/logout")
    assert answer.headers["Clear-Site-Data"]
    assert any(cookie.startswith("cart=;") for cookie in answer.headers.getlist("Set-Cookie"))
    assert (await browser.get("/auth/profile")).status_code == 303
    assert (await thief.get("/auth/profile")).status_code == 303


@pytest.mark.parametrize("forged", ["x", "e30.x.y", "a" * 300, "ä", ""])
async def test_a_forged_cookie_is_nobody(browser: Browser, forged: str) -> None:
    await make_user()
    answer = await browser.get("/auth/profile", headers={"Cookie": f"sid={forged}".encode().decode("latin-1")})
    assert answer.status_code == 303


async def test_a_new_password_ends_the_other_logins_and_renews_this_one(browser: Browser, app: Quart) -> None:
    await make_user()
    other = Browser(app)
    await browser.log_in("ann@example.com")
    await other.log_in("ann@example.com")
    before = browser.session
    answer = await browser.post("/auth/change-password", current_password=PASSWORD, new_password=NEW)
    assert answer.headers["Location"] == "/auth/profile"
    assert browser.session != before
    assert (await browser.get("/auth/profile")).status_code == 200
    assert (await other.get("/auth/profile")).status_code == 303
    assert (await other.log_in("ann@example.com")).status_code == 401
    assert (await other.log_in("ann@example.com", NEW)).status_code == 303


@pytest.mark.parametrize(
    ("current", "new", "words"),
    [
        ("wrong", NEW, "This is not your current password."),
        (PASSWORD, PASSWORD, "differs from the current one"),
        (PASSWORD, "short", "Use at least 12 characters."),
        (PASSWORD, "password1234", "too common"),
        (PASSWORD, "x7" * 512 + "y", "Use at most 1,024 bytes."),
        (PASSWORD, "", "This field is required."),
    ],
)
async def test_a_new_password_that_will_not_do_changes_nothing(
    browser: Browser, current: str, new: str, words: str
) -> None:
    await make_user()
    await browser.log_in("ann@example.com")
    answer = await browser.post("/auth/change-password", current_password=current, new_password=new)
    assert answer.status_code == 422
    assert words in await answer.get_data(as_text=True)
    assert (await browser.get("/auth/profile")).status_code == 200


async def test_the_longest_password_opens_on_pages_too(browser: Browser) -> None:
    longest = "k9-velvet-otter" + "é" * 504 + "z"  # 1,024 bytes
    await browser.post("/auth/register", email="long@example.com", password=longest)
    assert (await browser.post("/auth/login", email="long@example.com", password=longest[:-1] + "y")).status_code == 401
    await browser.log_in("long@example.com", longest)
    newer = longest[:-1] + "y"
    await browser.post("/auth/change-password", current_password=longest, new_password=newer)
    await browser.post("/auth/logout")
    await browser.log_in("long@example.com", newer)
    assert (await browser.get("/auth/profile")).status_code == 200


async def test_reading_pages_writes_nothing(browser: Browser) -> None:
    await make_user()
    await browser.log_in("ann@example.com")

    async def everything() -> Any:
        tables = ("users", "session", "refresh_token", "cart", "job")
        return await read(lambda tx: _rows(tx, tables))

    before = await everything()
    for path in ("/auth/profile", "/auth/login", "/auth/register", "/auth/logout", "/auth/change-password", "/readyz"):
        assert (await browser.get(path)).status_code in (200, 303)
    assert await everything() == before


async def _rows(tx: Any, tables: tuple[str, ...]) -> Any:
    return [[tuple(row) for row in await tx.fetch(f"SELECT * FROM {table} ORDER BY id")] for table in tables]


async def test_who_has_to_change_the_password_gets_there_and_out(browser: Browser) -> None:
    await make_user("root@example.com", "admin123", role="admin", must_change_password=True)
    assert (await browser.log_in("root@example.com", "admin123")).headers["Location"] == "/auth/change-password"
    for path in ("/auth/profile", "/", "/admin", "/nothing", "/auth/login"):
        assert (await browser.get(path)).headers["Location"] == "/auth/change-password"
    assert (await browser.get("/auth/logout")).status_code == 200
    assert "choose a new password" in await (await browser.get("/auth/change-password")).get_data(as_text=True)
    short = await browser.post("/auth/change-password", current_password="admin123", new_password="k9-velvet-ott")
    assert "at least 15" in await short.get_data(as_text=True)
    done = await browser.post("/auth/change-password", current_password="admin123", new_password=NEW)
    assert done.headers["Location"] == "/auth/profile"
    assert (await browser.get("/auth/profile")).status_code == 200
    await browser.post("/auth/logout")
    assert (await browser.log_in("root@example.com", "admin123")).status_code == 401


@pytest.mark.parametrize("path", ["/admin/jobs", "/admin/alarm", "/orders/{id}/status?v=0", "/orders/{id}/status"])
async def test_a_page_that_asks_by_itself_keeps_no_idle_session_alive(app: Quart, path: str) -> None:
    await make_user(role="admin")
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    moved = 20 * 60_000
    await write(lambda tx: tx.execute("UPDATE session SET seen_at = seen_at - ?", moved))

    async def seen_at() -> int:
        return int((await read(lambda tx: tx.fetch_one("SELECT seen_at FROM session")))["seen_at"])

    before = await seen_at()
    await browser.get(path.format(id="x" * 26), headers={"HX-Request": "true"})
    assert await seen_at() == before
    await browser.get("/auth/profile")
    assert await seen_at() >= before + moved
