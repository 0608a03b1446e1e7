"""The first admin by a link from the log: once, for an hour, and never beside another admin."""

import asyncio
import logging
import time
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from models.accounts import first_admin
from models.database import read
from models.shared.secret_tokens import derived
from tests.web.clients import PASSWORD, Browser, make_user
from web.account.first_admin_pages import announce

pytestmark = pytest.mark.asyncio
BOSS = {"email": "boss@example.com", "password": f"{PASSWORD}-boss"}


def link(settings: Settings, *, age_ms: int = 0) -> str:
    keys = derived(settings.signing_keys, first_admin.PURPOSE)
    return first_admin.new_link(keys[0], int(time.time() * 1000) - age_ms)


async def use(browser: Browser, secret: str, **changes: str) -> Any:
    return await browser.post("/auth/set-up", **{**BOSS, "link": secret, **changes})


async def admins() -> list[str]:
    rows = await read(lambda tx: tx.fetch("SELECT email FROM users WHERE role = 'admin'"))
    return [row["email"] for row in rows]


async def test_the_link_in_the_log_makes_the_first_admin_once(
    browser: Browser, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await announce(settings)
    [words] = [record.getMessage() for record in caplog.records if "no admin yet" in record.getMessage()]
    address = words.partition("open ")[2].partition(" ")[0]
    path, _, secret = address.removeprefix(settings.public_url).partition("?link=")
    assert f'name="link" value="{secret}"' in await (await browser.get(f"{path}?link={secret}")).get_data(as_text=True)
    assert (await use(browser, secret)).headers["Location"] == "/auth/login?next=/admin"
    assert (await browser.log_in(BOSS["email"], BOSS["password"], next="/admin")).headers["Location"] == "/admin"
    assert (await browser.get("/admin")).status_code == 200
    assert (await use(browser, secret, email="second@example.com")).status_code == 410
    assert (await browser.get(f"{path}?link={secret}")).status_code == 410
    assert await admins() == [BOSS["email"]]
    audited = await read(lambda tx: tx.fetch_one("SELECT actor, action FROM audit_entry"))
    assert tuple(audited or ()) == ("set-up link", "user.create")
    caplog.clear()
    await announce(settings)
    assert caplog.records == []


async def test_two_who_race_make_one_admin(app: Quart, settings: Settings) -> None:
    secret = link(settings)
    tries = [use(Browser(app), secret, email=f"boss{number}@example.com") for number in range(6)]
    statuses = sorted(answer.status_code for answer in await asyncio.gather(*tries))
    assert statuses == [303, 410, 410, 410, 410, 410]
    assert len(await admins()) == 1


@pytest.mark.parametrize("wrong", ["", ".", "z.z", "1.", "\x00", "9" * 90, "²." + "0" * 26])
async def test_a_link_that_is_not_ours_opens_nothing(browser: Browser, settings: Settings, wrong: str) -> None:
    good = link(settings)
    for secret in (wrong, good[:-1] + ("0" if good[-1] != "0" else "1"), "9" + good, link(settings, age_ms=3_600_000)):
        assert (await use(browser, secret)).status_code == 410, secret
        assert (await browser.client.get("/auth/set-up", query_string={"link": secret})).status_code == 410
    assert await admins() == []


async def test_what_will_not_do_is_said_and_the_link_stays_good(browser: Browser, settings: Settings) -> None:
    await make_user("taken@example.com")
    secret = link(settings)
    for status, words, changes in (
        (422, "at least 15", {"password": "short-one-42"}),
        (422, "Enter an e-mail address.", {"email": "boss"}),
        (422, "There is no such field.", {"role": "customer"}),
        (409, "an account with this e-mail address", {"email": "taken@example.com"}),
    ):
        answer = await use(browser, secret, **changes)
        text = await answer.get_data(as_text=True)
        assert (answer.status_code, words in text, f'value="{secret}"' in text) == (status, True, True), text
    assert await admins() == []
    assert (await use(browser, secret)).status_code == 303


async def test_a_shop_with_an_admin_has_no_link(browser: Browser, settings: Settings) -> None:
    await make_user("boss@example.com", role="admin")
    assert (await use(browser, link(settings), email="second@example.com")).status_code == 410
