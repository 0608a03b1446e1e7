"""Other sites' scripts: kept out unless their origin is listed, and then let in by name to the API alone."""

from dataclasses import replace
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from tests.web.clients import PASSWORD, Browser, make_user
from web.app import create_app

pytestmark = pytest.mark.asyncio
FRIEND, EVIL = "https://friend.example", "https://evil.example"
ASK = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


def opened(answer: Any) -> set[str]:
    return {name.lower() for name in answer.headers.keys() if name.lower().startswith("access-control-")}  # noqa: SIM118


@pytest.fixture(name="friendly")
def _friendly(shop: str, settings: Settings) -> Quart:
    return create_app(replace(settings, cors_origins=(FRIEND,)))


async def test_a_listed_site_may_use_the_api(friendly: Quart) -> None:
    await make_user()
    client, body = friendly.test_client(use_cookies=False), {"email": "ann@example.com", "password": PASSWORD}
    asked = await client.options("/api/v1/auth/login", headers={"Origin": FRIEND, **ASK})
    assert (asked.status_code, asked.headers["Access-Control-Allow-Origin"]) == (204, FRIEND)
    assert "Authorization" in asked.headers["Access-Control-Allow-Headers"]
    headers = {"Origin": FRIEND, "Sec-Fetch-Site": "cross-site"}
    answer = await client.post("/api/v1/auth/login", json=body, headers=headers)
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (200, FRIEND)
    assert "Origin" in answer.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    refused = await client.get("/api/v1/orders", headers=headers)
    assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (401, FRIEND)


@pytest.mark.parametrize(
    "origin", [EVIL, "null", "*", f"{FRIEND}.evil.example", "http://friend.example", f"{FRIEND}:8"]
)
async def test_any_other_site_stays_out(friendly: Quart, origin: str) -> None:
    client = friendly.test_client()
    for method, path in (
        ("OPTIONS", "/api/v1/auth/login"),
        ("POST", "/api/v1/auth/login"),
        ("GET", "/api/v1/products"),
    ):
        answer = await client.open(path, method=method, headers={"Origin": origin, **ASK})
        assert opened(answer) == set()
    assert (await client.post("/api/v1/auth/login", json={}, headers={"Origin": origin})).status_code == 403


async def test_a_listed_site_gets_nowhere_on_pages(friendly: Quart) -> None:
    await make_user()
    browser = Browser(friendly)
    await browser.log_in("ann@example.com")
    for headers in ({"Origin": FRIEND}, {"Origin": FRIEND, "Sec-Fetch-Site": "cross-site"}):
        assert (await browser.post("/auth/logout", headers=headers)).status_code == 403
        assert opened(await browser.get("/auth/profile", headers=headers)) == set()
    assert (await browser.get("/auth/profile")).status_code == 200
    mine = await browser.client.get("/api/v1/auth/me", headers={"Origin": FRIEND})
    assert mine.status_code == 401


async def test_without_a_list_nothing_is_said_of_origins(app: Quart) -> None:
    for headers in ({"Origin": FRIEND}, {"Origin": EVIL, "Cookie": "sid=x"}, {"Origin": FRIEND, **ASK}):
        for method in ("GET", "OPTIONS"):
            answer = await app.test_client().open("/api/v1/products", method=method, headers=headers)
            assert (opened(answer), "Origin" in answer.headers.get("Vary", "")) == (set(), False)
