"""Passkeys by Chromium's virtual authenticator, codes of an app, and proofs: at both sizes, and without scripts."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pyotp
import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.browser.conftest import STAFF, Visit
from tests.browser.running_shop import RunningShop
from tests.browser.test_pages import Looker
from tests.browser.visitor import NARROW, PASSWORD, WIDE, Visitor

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "375"])
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def own_shop(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """A shop with a name: browsers make no passkeys for numbers."""
    shop = RunningShop(tmp_path_factory.mktemp("passkeys"), host="localhost")
    try:
        shop.run("admin", "create", STAFF, given=f"{PASSWORD}\n")
        yield shop.open()
    finally:
        shop.close()


def give_device(visitor: Visitor) -> tuple[CDPSession, str]:
    """A fingerprint reader that always knows its owner."""
    devtools = visitor.context.new_cdp_session(visitor.page)
    devtools.send("WebAuthn.enable")
    return devtools, devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]


def sign_in(visitor: Visitor, path: str = "/account/security") -> Page:
    page = visitor.go(f"/auth/login?next={path}")
    visitor.log_in(STAFF)
    return page


def log_out(page: Page) -> None:
    page.goto("/auth/logout")
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile("/auth/login"))


def grow_old(shop: RunningShop) -> None:
    """As if the last proof in every login was an hour ago."""
    with closing(sqlite3.connect(shop.folder / "shop.db", timeout=30)) as connection, connection:
        connection.execute("UPDATE session SET proven_at = proven_at - 3600000")


@SIZES
def test_a_passkey_is_made_signs_in_and_proves_who_is_there(
    visit: Visit, own_shop: RunningShop, size: dict[str, int]
) -> None:
    visitor, looker = visit(own_shop, viewport=size), Looker()
    visitor.excuse("status of 403")
    give_device(visitor)
    page = sign_in(visitor)
    looker.look(visitor, "security")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.get_by_label("Name").fill("My laptop")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.locator("#recovery li")).to_have_count(10)
    looker.look(visitor, "recovery codes")
    page.set_viewport_size(size)  # type: ignore[arg-type]

    log_out(page)
    page.get_by_role("button", name="Use a passkey").click()  # without a password
    expect(page).to_have_url(re.compile("/auth/profile"))
    log_out(page)
    sign_in(visitor, "/admin/webhooks")
    expect(page.get_by_role("heading", name="Confirm it is you")).to_be_visible()
    looker.look(visitor, "second step")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.get_by_role("button", name="Use a passkey").click()  # after it
    expect(page).to_have_url(re.compile("/admin/webhooks"))

    grow_old(own_shop)
    page.goto("/account/security")
    page.get_by_role("button", name="Make new ones").click()
    expect(page.get_by_role("heading", name="Confirm it is you")).to_be_visible()
    looker.look(visitor, "proof")
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.locator("#recovery li")).to_have_count(10)
    page.get_by_role("button", name=re.compile("Remove.*My laptop")).click()
    expect(page.locator(".badge", has_text="Off")).to_be_visible()
    log_out(page)
    sign_in(visitor)
    expect(page.get_by_role("button", name="Add a passkey")).to_be_visible()
    assert looker.wrong == {}


@SIZES
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_app_is_set_up_and_asked_for(
    visit: Visit, own_shop: RunningShop, size: dict[str, int], scripts: bool
) -> None:
    visitor = visit(own_shop, viewport=size, java_script_enabled=scripts)
    visitor.excuse("status of (401|403|422)")
    page = sign_in(visitor)
    page.get_by_role("button", name="Set up an app").click()
    key = str(page.locator("code.select-all").inner_text()).replace(" ", "")
    if scripts:
        looker = Looker()
        looker.look(visitor, "authenticator")
        assert looker.wrong == {}
        page.set_viewport_size(size)  # type: ignore[arg-type]
    else:
        expect(page.get_by_role("button", name="Add a passkey")).to_be_hidden()
    app = pyotp.TOTP(key)
    page.get_by_label("Code that the app shows").fill("000000")
    page.get_by_role("button", name="Turn it on").click()
    expect(page.locator("#code-error")).to_have_text("This is not the code that the app shows now.")
    page.get_by_label("Code that the app shows").fill(app.now())
    page.get_by_role("button", name="Turn it on").click()
    recovery = page.locator("#recovery li").first.inner_text()
    log_out(page)
    sign_in(visitor, "/admin/orders")
    page.get_by_label("Code").fill(app.at(int(time.time()) + 30))  # a period's code is taken once
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_url(re.compile("/admin/orders"))
    log_out(page)
    sign_in(visitor, "/account/security")
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("9 of 10 are left.")).to_be_visible()
    grow_old(own_shop)
    page.get_by_role("button", name="Remove the app").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".badge", has_text="Off")).to_be_visible()
