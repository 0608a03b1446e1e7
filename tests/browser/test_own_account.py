"""One's own account: tokens for programs, the data as a file, and erasure; at both sizes, with scripts and without."""

import json
import re
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.running_shop import DIRECT, RunningShop
from tests.browser.test_pages import Looker
from tests.browser.visitor import NARROW, PASSWORD, WIDE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "375"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_tokens_data_and_erasure(visit: Visit, running: RunningShop, size: dict[str, int], scripts: bool) -> None:
    visitor, looker = visit(running, viewport=size, java_script_enabled=scripts), Looker()
    visitor.excuse("status of 422")
    email = f"own-{size['width']}-{scripts}@example.com".lower()
    page = visitor.go("/auth/register")
    visitor.register(email)

    page.goto("/account/logins")
    page.get_by_label("Name").fill("Warehouse script")
    page.get_by_label("What it may do").select_option("read")
    page.get_by_role("button", name="Make a token").click()
    token = page.locator("#new-token").inner_text()
    asked = urllib.request.Request(f"{running.url}/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"})
    with DIRECT.open(asked) as answer:
        assert json.loads(answer.read())["email"] == email
    if scripts:
        looker.look(visitor, "tokens")
        page.set_viewport_size(size)  # type: ignore[arg-type]
    page.get_by_role("button", name=re.compile("Revoke.*Warehouse script")).click()
    expect(page.get_by_text("The token was revoked")).to_be_visible()

    page.goto("/account/data")
    if scripts:
        looker.look(visitor, "data")
        page.set_viewport_size(size)  # type: ignore[arg-type]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my data").click()
    assert json.loads(download.value.path().read_text())["account"]["email"] == email
    page.get_by_label("Your password").fill("wrong-otter-canyon-42")
    page.get_by_role("button", name="Erase my account").click()
    expect(page.locator("#current_password-error")).to_have_text("This is not your current password.")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Erase my account").click()
    expect(page.get_by_text("everything about you was erased")).to_be_visible()
    visitor.excuse("status of 401")
    page.goto("/auth/login")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("The e-mail address or the password is wrong.")).to_be_visible()
    assert looker.wrong == {}
