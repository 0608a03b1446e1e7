"""What goes around every answer: headers, the request's id, the line in the log; and who may be believed."""

import dataclasses
import json
import logging
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from telemetry.log_lines import JsonLine, TextFormatter
from tests.web.clients import PASSWORD, Api, Browser, make_user
from web.app import create_app
from web.http.envelope import HEADERS

pytestmark = pytest.mark.asyncio
ANSWERS = [
    ("GET", "/auth/login", 200), ("HEAD", "/auth/login", 200), ("GET", "/nothing", 404), ("GET", "/auth/profile", 303),
    ("POST", "/auth/login", 403), ("PUT", "/auth/login", 405), ("GET", "/livez", 200), ("GET", "/readyz", 200),
    ("GET", "/api/v1/health", 200), ("GET", "/api/v1/auth/me", 401), ("GET", "/api/health", 308),
    ("OPTIONS", "/api/v1/auth/login", 200), ("GET", "/static/missing.css", 404), ("GET", "/static/app.css", 200),
    ("POST", "/api/v1/auth/login", 415),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
async def test_every_answer_has_the_headers(client: Any, method: str, path: str, status: int) -> None:
    answer = await client.open(path, method=method, headers={"Origin": "http://localhost", "X-Request-Id": "mine"})
    assert answer.status_code == status
    for name, value in HEADERS.items():
        assert answer.headers.getlist(name) == [value]
    assert len(answer.headers.getlist("X-Request-Id")) == 1
    assert answer.headers["X-Request-Id"] != "mine"
    assert answer.headers["Cache-Control"]
    for name in ("Server", "Access-Control-Allow-Origin", "Strict-Transport-Security"):
        assert name not in answer.headers


async def test_a_304_has_them_too(client: Any) -> None:
    first = await client.get("/static/app.css")
    answer = await client.get("/static/app.css", headers={"If-None-Match": first.headers["ETag"]})
    assert answer.status_code == 304
    assert answer.headers["Content-Security-Policy"] == HEADERS["content-security-policy"]


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
async def test_no_other_site_is_let_in(client: Any, method: str) -> None:
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST", "Cookie": "sid=x"}
    answer = await client.open("/api/v1/auth/login", method=method, headers=headers)
    assert not [name for name in answer.headers.keys() if name.lower().startswith("access-control-")]  # noqa: SIM118


async def test_what_is_for_one_person_is_kept_by_nobody(browser: Browser, api: Api) -> None:
    await make_user()
    await api.log_in("ann@example.com")
    await browser.log_in("ann@example.com")
    for answer in (await api.call("GET", "/auth/me"), await api.call("GET", "/health"),
                   await browser.get("/auth/profile"), await browser.get("/nothing")):  # fmt: skip
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.fixture
def production(settings: Settings, shop: str) -> Settings:
    its = {"env": "production", "public_url": "https://shop.example", "trusted_hosts": ("www.shop.example",)}
    return dataclasses.replace(settings, **its)  # type: ignore[arg-type]


async def test_on_https_cookies_and_transport_are_strict(production: Settings) -> None:
    client = create_app(production).test_client()
    answer = await client.get("/auth/login", headers={"Host": "shop.example"}, scheme="https")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-visitor=")
    assert "Secure" in cookie
    assert "Path=/;" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    ("host", "status"),
    [("shop.example", 200), ("shop.example:8443", 200), ("WWW.shop.example", 200), ("localhost", 400),
     ("evil.example", 400), ("shop.example.evil.example", 400), ("", 400)],
)  # fmt: skip
async def test_production_answers_to_its_own_names_only(production: Settings, host: str, status: int) -> None:
    client = create_app(production).test_client()
    assert (await client.get("/auth/login", headers={"Host": host})).status_code == status
    assert (await client.get("/livez", headers={"Host": host})).status_code == 200
    impossible = {"Host": f"shop.example@{host}"}
    assert (await client.get("/livez", headers=impossible)).status_code == 400
    forwarded = await client.get("/auth/login", headers={"Host": host, "X-Forwarded-Host": "shop.example"})
    assert forwarded.status_code == status


@pytest.mark.parametrize("host", ["localhost:5566", "127.0.0.1:5566", "[::1]:5566"])
async def test_development_answers_to_this_machine(client: Any, host: str) -> None:
    assert (await client.get("/auth/login", headers={"Host": host})).status_code == 200
    assert (await client.get("/auth/login", headers={"Host": "evil.example"})).status_code == 400


async def test_the_log_has_one_line_and_no_secret(
    production: Settings, app: Quart, caplog: pytest.LogCaptureFixture
) -> None:
    client = create_app(production).test_client()
    headers = {"Host": "shop.example", "Authorization": "Bearer canary", "Cookie": "sid=canary"}
    caplog.handler.setFormatter(JsonLine())
    with caplog.at_level(logging.INFO):
        answer = await client.get("/api/v1/x%0d%0aforged?token=canary", headers=headers)
    lines = [json.loads(line) for line in caplog.text.splitlines()]
    [line] = [line for line in lines if line["logger"] == "cartwright.access"]
    assert line["request_id"] == answer.headers["X-Request-Id"]
    assert (line["status"], line["method"]) == (401, "GET")
    assert "forged" in line["path"]
    assert "canary" not in caplog.text


async def test_passwords_never_reach_the_log(api: Api, browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    await make_user()
    with caplog.at_level(logging.DEBUG):
        await api.call("POST", "/auth/login", {"email": "ann@example.com\r\nforged", "password": "canary-canary"})
        await api.call("POST", "/auth/login", {"email": "ann@example.com", "password": "canary-canary"})
        await browser.log_in("ann@example.com", "canary-canary")
        await api.log_in("ann@example.com")
    logged = [(record.path, record.status) for record in caplog.records if record.name == "cartwright.access"]
    assert logged == [
        *(("/api/v1/auth/login", 401), ("/api/v1/auth/login", 401), ("/auth/logout", 200), ("/auth/login", 401)),
        ("/api/v1/auth/login", 200),
    ]
    assert "canary" not in caplog.text
    assert PASSWORD not in caplog.text
    assert "forged" not in caplog.text


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("hops", "forwarded", "client"),
    [(0, "1.1.1.1", ""), (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"), (2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
     (2, "1.1.1.1", ""), (1, "", "")],
)  # fmt: skip
async def test_only_our_own_proxies_say_who_the_client_is(
    settings: Settings, hops: int, forwarded: str, client: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(dataclasses.replace(settings, trusted_proxies=hops))
    caplog.handler.setFormatter(TextFormatter())
    with caplog.at_level(logging.INFO):
        await app.test_client().get("/livez", headers={"X-Forwarded-For": forwarded})
    assert f" client={client} request_id=" in caplog.text or f" client={client}\n" in caplog.text
