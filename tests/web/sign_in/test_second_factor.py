"""Authenticator apps and recovery codes: set up, asked for after the password, each code once, guesses made to wait."""

import asyncio
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pyotp
import pytest
from quart import Quart

from core.settings import Settings
from models.database import close_database, open_database, read
from models.sign_in import authenticators
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user, text_of
from web.app import create_app

pytestmark = pytest.mark.asyncio
KEY = re.compile(r"select-all text-ink\">([A-Z2-7 ]+)<")
RECOVERY = re.compile(r"<li class=\"select-all\">([0-9a-z]{5}-[0-9a-z]{5})</li>")
PERIOD = authenticators.PERIOD_SECONDS


async def now_ms() -> int:
    return await read(_now)


async def _now(tx: Any) -> int:
    return int(tx.now)


async def code_at(key: str, periods: int = 0) -> str:
    """What the app shows so many periods from now."""
    return pyotp.TOTP(key).at(await now_ms() // 1000 + periods * PERIOD)


async def set_up(browser: Browser) -> tuple[str, list[str]]:
    """Set an app up; its key, and the recovery codes. The code used is that of the period before this one."""
    path = "/account/security/authenticator"
    assert (await browser.post(path)).headers["Location"] == path
    page = await text_of(await browser.get(path))
    assert 'src="data:image/svg+xml' in page
    key = KEY.findall(page)[0].replace(" ", "")
    for _ in range(2):  # the period may end while the code is on its way
        answer = await browser.post(f"{path}/confirmation", code=await code_at(key, -1))
        if answer.status_code != 422:
            break
    return key, RECOVERY.findall(await text_of(answer))


async def entered(app: Quart, **fields: str) -> tuple[Browser, Any]:
    """A new browser after the password, and the answer to it."""
    browser = Browser(app)
    return browser, await browser.log_in("root@example.com", **fields)


async def test_a_code_is_asked_for_after_the_password_and_taken_once(app: Quart, root: Browser) -> None:
    key, codes = await set_up(root)
    assert len(set(codes)) == 10
    browser, answer = await entered(app, next="/admin/orders")
    assert answer.headers["Location"] == "/auth/second-factor?next=%2Fadmin%2Forders"
    assert (await browser.get("/admin")).headers["Location"].startswith("/auth/login")  # not signed in yet
    assert "root@example.com" in await text_of(await browser.get("/auth/second-factor"))
    code = await code_at(key)
    assert (await browser.post("/auth/second-factor", code="000000")).status_code == 401
    signed_in = await browser.post("/auth/second-factor", code=f" {code[:3]} {code[3:]} ", next="/admin/orders")
    assert signed_in.headers["Location"] == "/admin/orders"
    assert (await browser.get("/admin")).status_code == 200
    again, _ = await entered(app)
    assert "used before" in await text_of(await again.post("/auth/second-factor", code=code), 401)


async def test_codes_of_one_period_before_and_after_hold_and_no_others(app: Quart, root: Browser) -> None:
    key, _ = await set_up(root)
    secret, now = key, await now_ms()
    held = [authenticators.period_of(secret, pyotp.TOTP(key).at(now // 1000 + n * PERIOD), now) for n in range(-3, 4)]
    assert [found is not None for found in held] == [False, False, True, True, True, False, False]
    browser, _ = await entered(app)
    assert (await browser.post("/auth/second-factor", code=await code_at(key, 1))).status_code == 303
    older, _ = await entered(app)  # what was shown before the last one that was taken is used up with it
    assert (await older.post("/auth/second-factor", code=await code_at(key))).status_code == 401


async def test_a_recovery_code_works_once_and_new_ones_end_the_old(app: Quart, root: Browser) -> None:
    _, codes = await set_up(root)
    browser, _ = await entered(app)
    assert (await browser.post("/auth/second-factor", code=codes[0].upper())).status_code == 303
    assert "9 of 10 are left" in await text_of(await browser.get("/account/security"))
    again, _ = await entered(app)
    assert (await again.post("/auth/second-factor", code=codes[0])).status_code == 401
    fresh = RECOVERY.findall(await text_of(await root.post("/account/security/recovery-codes")))
    assert (await again.post("/auth/second-factor", code=codes[1])).status_code == 401
    assert (await again.post("/auth/second-factor", code=fresh[0])).status_code == 303


async def test_the_title_after_a_refusal_says_so_once(app: Quart, root: Browser) -> None:
    path = "/account/security/authenticator"
    await root.post(path)
    refused = {path: await root.post(f"{path}/confirmation", code="000000")}
    await set_up(root)
    browser, _ = await entered(app)
    refused["/auth/second-factor"] = await browser.post("/auth/second-factor", code="000000")
    refused["/account/proof"] = await root.post("/account/proof", password="not this one")
    for asked, answer in refused.items():
        title = (await answer.get_data(as_text=True)).partition("<title>")[2].partition("</title>")[0]
        assert title.count("Error:") == 1, (asked, answer.status_code, title)


async def test_guesses_at_the_code_wait_and_a_right_password_forgets_none(app: Quart, root: Browser) -> None:
    key, _ = await set_up(root)
    statuses = []
    for _ in range(8):
        browser, _answer = await entered(app)
        statuses.append((await browser.post("/auth/second-factor", code="000000")).status_code)
    assert statuses[:5] == [401] * 5
    assert statuses[-1] == 429
    refused = await browser.post("/auth/second-factor", code=await code_at(key))
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) >= 1


async def test_the_step_between_ends_when_the_password_changes(app: Quart, root: Browser) -> None:
    key, _ = await set_up(root)
    browser, _ = await entered(app)
    new = {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}
    assert (await root.post("/auth/change-password", **new)).status_code == 303
    late = await browser.post("/auth/second-factor", code=await code_at(key))
    assert late.headers["Location"] == "/auth/login"


async def test_setting_it_up_ends_the_other_logins_and_takes_a_right_code(app: Quart, root: Browser) -> None:
    other, api = Browser(app), await Api(app).log_in("root@example.com")
    await other.log_in("root@example.com")
    path = "/account/security/authenticator"
    await root.post(path)
    assert (await root.post(f"{path}/confirmation", code="000000")).status_code == 422
    assert (await other.get("/admin")).status_code == 200
    await set_up(root)
    assert (await root.get("/admin")).status_code == 200
    assert (await other.get("/admin")).status_code == 303
    assert (await api.call("GET", "/auth/me")).status_code == 401
    assert "There is an authenticator app already" in await text_of(await root.post(path), 409)


async def test_the_secret_and_the_codes_are_not_readable_in_the_database(app: Quart, root: Browser) -> None:
    key, codes = await set_up(root)
    rows = await read(lambda tx: tx.fetch("SELECT sealed FROM authenticator"))
    marks = await read(lambda tx: tx.fetch("SELECT code_hash FROM recovery_code"))
    kept = " ".join([rows[0]["sealed"], *(row["code_hash"] for row in marks)])
    assert key not in kept
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


async def test_it_outlives_a_new_key_of_the_shop_while_the_old_one_is_kept(
    app: Quart, root: Browser, settings: Settings
) -> None:
    key, codes = await set_up(root)
    rotated = create_app(replace(settings, secret_keys=("n" * 24 + "ew-key-2026", settings.signing_keys[0])))
    browser, _ = await entered(rotated)
    assert (await browser.post("/auth/second-factor", code=await code_at(key))).status_code == 303
    other, _ = await entered(rotated)
    assert (await other.post("/auth/second-factor", code=codes[3])).status_code == 303


async def test_removed_it_is_not_asked_for(app: Quart, root: Browser) -> None:
    await set_up(root)
    assert (await root.post("/account/security/authenticator/removal")).status_code == 303
    _, answer = await entered(app)
    assert answer.headers["Location"] == "/auth/profile"
    assert await read(lambda tx: tx.fetch("SELECT id FROM recovery_code")) == []


async def test_tokens_take_the_code_and_basic_has_no_place_for_it(app: Quart, root: Browser) -> None:
    key, codes = await set_up(root)
    body = {"email": "root@example.com", "password": PASSWORD}
    missing = await Api(app).call("POST", "/auth/login", body)
    assert await code_of(missing) == (401, "second_factor_required")
    assert await code_of(await Api(app).call("POST", "/auth/login", {**body, "code": "000000"})) == (
        401,
        "second_factor_required",
    )
    wrong = {**body, "password": "wrong-otter-canyon-42", "code": codes[0]}
    assert await code_of(await Api(app).call("POST", "/auth/login", wrong)) == (401, "invalid_credentials")
    for code in (await code_at(key), codes[0]):
        assert (await Api(app).call("POST", "/auth/login", {**body, "code": code})).status_code == 200
    client = app.test_client(use_cookies=False)
    basic = await client.get("/api/v1/auth/me", auth=("root@example.com", PASSWORD))
    assert await code_of(basic) == (401, "second_factor_required")


async def test_in_development_an_admin_signs_in_with_a_password_alone_and_is_offered_more(
    app: Quart, root: Browser
) -> None:
    assert (await root.get("/admin")).status_code == 200
    assert "Protect it with an authenticator app" in await text_of(await root.get("/account/security"))
    api = await Api(app).log_in("root@example.com")
    assert (await api.call("GET", "/admin/orders")).status_code == 200


async def test_in_production_staff_are_led_to_setting_it_up(shop: str, settings: Settings) -> None:
    app = create_app(replace(settings, env="production"))
    await make_user("root@example.com", role="admin")
    await make_user("ann@example.com")
    browser, _ = await entered(app)
    for path in ("/admin", "/", "/auth/profile"):
        assert (await browser.get(path)).headers["Location"] == "/account/security", path
    assert "to go on" in await text_of(await browser.get("/account/security"))
    api = await Api(app).log_in("root@example.com")
    assert await code_of(await api.call("GET", "/admin/orders")) == (403, "second_factor_missing")
    assert (await api.call("GET", "/auth/me")).status_code == 200
    await set_up(browser)
    assert (await browser.get("/admin")).status_code == 200
    customer = Browser(app)
    await customer.log_in("ann@example.com")
    assert (await customer.get("/auth/profile")).status_code == 200


async def test_who_lost_everything_is_let_in_again_by_an_operator(app: Quart, root: Browser, database_url: str) -> None:
    await set_up(root)
    await close_database()  # the command opens it itself
    settings = Settings(env="development", database_url=database_url)
    command = [sys.executable, "-m", "cli", "admin", "reset-second-factor", "root@example.com"]
    environment = {**os.environ, "CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATABASE_URL": settings.database_url}
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=subprocess.PIPE)
    said, _ = await process.communicate()
    assert (process.returncode, b"signs in with the password alone" in said) == (0, True)
    await open_database(database_url)
    assert (await root.get("/admin")).status_code == 303
    browser, answer = await entered(app)
    assert answer.headers["Location"] == "/auth/profile"
    assert "reset-second-factor" in await text_of(await browser.get("/admin/audit?action=factor.remove"))
