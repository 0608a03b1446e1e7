"""Where an account is signed in: its owner sees all of it, and ends what should not be, at once."""

import re

import pytest
from quart import Quart

from tests.web.clients import Api, Browser, make_user

pytestmark = pytest.mark.asyncio
END = re.compile(r'action="(/account/logins/\w+/ending)"')


async def page(browser: Browser) -> str:
    return str(await (await browser.get("/account/logins")).get_data(as_text=True))


async def two_browsers_and_a_program(app: Quart) -> tuple[Browser, Browser, Api]:
    await make_user()
    here, there = Browser(app), Browser(app)
    await here.log_in("ann@example.com")
    form = {"csrf_token": await there.token(), "email": "ann@example.com", "password": "velvet-otter-canyon-42"}
    await there.client.post("/auth/login", form=form, headers={"User-Agent": "Netscape/4 <b>"})
    return here, there, await Api(app).log_in("ann@example.com")


async def test_every_login_is_listed_and_can_be_ended_alone(app: Quart) -> None:
    here, there, program = await two_browsers_and_a_program(app)
    shown = await page(here)
    assert (shown.count("This one"), ">Netscape<" in shown, "A program" in shown) == (1, True, True)
    browser, api = END.findall(shown)
    assert (await here.post(browser)).status_code == 303
    assert (await there.get("/auth/profile")).headers["Location"].startswith("/auth/login")
    assert (await program.call("GET", "/auth/me")).status_code == 200
    assert (await here.post(api)).status_code == 303
    assert (await program.call("GET", "/auth/me")).status_code == 401
    assert END.findall(await page(here)) == []
    assert (await here.post(browser)).status_code == (await here.post(api)).status_code == 404


async def test_all_others_end_together(app: Quart) -> None:
    here, there, program = await two_browsers_and_a_program(app)
    assert (await here.post("/account/logins/ending")).status_code == 303
    assert (await there.get("/auth/profile")).status_code == 303
    assert (await program.call("GET", "/auth/me")).status_code == 401
    swapped = await Api(app).call("POST", "/auth/refresh", {"refresh_token": program.refresh})
    assert swapped.status_code == 401
    assert (await here.get("/auth/profile")).status_code == 200


async def test_nobody_ends_somebody_elses(app: Quart) -> None:
    here, there, program = await two_browsers_and_a_program(app)
    await make_user("eve@example.com")
    eve = Browser(app)
    await eve.log_in("eve@example.com")
    for path in END.findall(await page(here)):
        assert (await eve.post(path)).status_code == 404
    await eve.post("/account/logins/ending")
    assert (await eve.post("/account/logins/%25/ending")).status_code == 404
    assert (await there.get("/auth/profile")).status_code == 200
    assert (await program.call("GET", "/auth/me")).status_code == 200
    assert "Netscape" not in await page(eve)


async def test_the_list_holds_nothing_to_sign_in_with(app: Quart) -> None:
    here, there, program = await two_browsers_and_a_program(app)
    shown = await page(here)
    for secret in (here.session, there.session, program.access, program.refresh):
        assert secret
        assert secret not in shown
