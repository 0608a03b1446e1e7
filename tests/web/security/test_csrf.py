"""Unsafe requests of pages: the visitor's own token and the own origin, both, or nothing happens."""

from typing import Any

import pytest
from quart import Quart

from models.database import read
from tests.web.clients import PASSWORD, Browser, make_user

pytestmark = pytest.mark.asyncio
ROUTES = ["/auth/login", "/auth/register", "/auth/logout", "/auth/change-password"]
FIELDS = {"email": "new@example.com", "password": PASSWORD, "current_password": PASSWORD, "new_password": "x" * 20}


async def state() -> Any:
    async def work(tx: Any) -> Any:
        return [[tuple(row) for row in await tx.fetch(f"SELECT * FROM {table}")] for table in ("users", "session")]

    return await read(work)


@pytest.mark.parametrize("path", ROUTES)
async def test_without_the_own_token_nothing_happens(app: Quart, path: str) -> None:
    await make_user()
    browser, stranger = Browser(app), Browser(app)
    visitors_own = await browser.token()
    await browser.log_in("ann@example.com")
    before = await state()
    for token in ("", "0" * 64, await stranger.token(), visitors_own, "ä"):
        answer = await browser.client.post(path, form={**FIELDS, "csrf_token": token})
        assert answer.status_code == 403, token
        assert (
            await browser.client.post(path, headers={"X-CSRF-Token": token.encode().decode("latin-1")})
        ).status_code == 403
    assert (await browser.client.post(path, form=FIELDS)).status_code == 403
    assert await state() == before


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://localhost:8080"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    ],
)
async def test_another_sites_request_does_nothing_even_with_the_token(
    app: Quart, path: str, headers: dict[str, str]
) -> None:
    await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    before = await state()
    assert (await browser.post(path, headers=headers, **FIELDS)).status_code == 403
    assert await state() == before


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
     {"Sec-Fetch-Site": "none"}],
)  # fmt: skip
async def test_the_own_pages_form_works(browser: Browser, headers: dict[str, str]) -> None:
    await make_user()
    answer = await browser.post("/auth/login", headers=headers, email="ann@example.com", password=PASSWORD)
    assert answer.status_code == 303


async def test_the_header_serves_as_well_as_the_field(browser: Browser) -> None:
    await make_user()
    token = await browser.token()
    form = {"email": "ann@example.com", "password": PASSWORD}
    assert (await browser.client.post("/auth/login", form=form, headers={"X-CSRF-Token": token})).status_code == 303


async def test_json_sent_as_text_is_no_form(browser: Browser) -> None:
    headers = {"Content-Type": "text/plain"}
    body = f'{{"csrf_token": "{await browser.token()}"}}'
    assert (await browser.client.post("/auth/register", data=body, headers=headers)).status_code == 403


async def test_the_api_needs_no_token_but_refuses_other_sites(browser: Browser) -> None:
    body = {"email": "new@example.com", "password": PASSWORD}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = await browser.client.post("/api/v1/auth/register", json=body, headers=headers)
        assert (answer.status_code, (await answer.get_json())["code"]) == (403, "cross_origin")
    assert (await browser.client.post("/api/v1/auth/register", json=body)).status_code == 201
