"""Light or dark: kept in a cookie, back to the page, and nothing else is taken."""

import pytest
from quart import Quart

from tests.web.clients import Browser

pytestmark = pytest.mark.asyncio


async def page(browser: Browser) -> str:
    return str(await (await browser.get("/")).get_data(as_text=True))


async def test_the_choice_is_remembered_until_it_is_left_to_the_device(app: Quart) -> None:
    browser = Browser(app)
    assert "data-theme" not in await page(browser)
    for theme in ("dark", "light"):
        answer = await browser.post("/theme", theme=theme, headers={"Referer": "http://localhost/products?q=oak"})
        assert (answer.status_code, answer.headers["Location"]) == (303, "/products?q=oak")
        assert f'data-theme="{theme}"' in await page(browser)
    await browser.post("/theme", theme="auto")
    assert "data-theme" not in await page(browser)


@pytest.mark.parametrize("theme", ['dark"><script>', "", "sepia"])
async def test_anything_else_is_no_theme(app: Quart, theme: str) -> None:
    browser = Browser(app)
    assert (await browser.post("/theme", theme=theme)).status_code == 303
    browser.client.set_cookie("localhost", "theme", theme or "x")
    assert "data-theme" not in await page(browser)


@pytest.mark.parametrize(
    "referer", ["https://evil.example/x", "//evil.example", "http://localhost//evil.example", "", "http://["]
)
async def test_the_way_back_stays_in_the_house(app: Quart, referer: str) -> None:
    answer = await Browser(app).post("/theme", theme="dark", headers={"Referer": referer})
    own = "/x" if referer == "https://evil.example/x" else "/"  # the path of a page is kept, its host never
    assert (answer.status_code, answer.headers["Location"]) == (303, own)


async def test_with_scripts_nothing_is_sent_back(app: Quart) -> None:
    assert (await Browser(app).post("/theme", theme="dark", headers={"HX-Request": "true"})).status_code == 204
