"""Refusals and failures: one shape for programs, a page for people, a fragment for HTMX, never a detail too many."""

import logging
from typing import Any

import pytest
from quart import Quart

from models.database import DatabaseBusy, StorageFailed, read
from models.shared.errors import Backlog, InsufficientStock, Refusal
from telemetry.repeated_lines import MOST, RepeatLimit

pytestmark = pytest.mark.asyncio
MEMBERS = {"type", "title", "status", "detail", "code", "request_id", "errors"}


def raising(app: Quart, error: Exception) -> None:
    async def fail() -> Any:
        raise error

    app.add_url_rule("/api/v1/fail", "api_fail", fail)
    app.add_url_rule("/fail", "page_fail", fail)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("GET", "/api/v2/health", 404, "not_found"),
        ("GET", "/api/v1/auth/login", 405, "method_not_allowed"),
        ("GET", "/api/v1/auth/me", 401, "unauthenticated"),
        ("POST", "/api/v1/auth/login", 415, "unsupported_media_type"),
    ],
)
async def test_every_problem_has_the_same_members(client: Any, method: str, path: str, status: int, code: str) -> None:
    answer = await client.open(path, method=method)
    document = await answer.get_json()
    assert answer.content_type == "application/problem+json"
    assert set(document) == MEMBERS
    assert (answer.status_code, document["status"], document["code"]) == (status, status, code)
    assert document["type"] == f"/problems/{code}"
    assert document["request_id"] == answer.headers["X-Request-Id"]


async def test_a_refusal_brings_its_own_members_and_when_to_come_back(app: Quart, client: Any) -> None:
    raising(app, Backlog("Too many.", retry_after=42))
    answer = await client.get("/api/v1/fail")
    assert (answer.status_code, answer.headers["Retry-After"], (await answer.get_json())["retry_after"]) == (
        503,
        "42",
        42,
    )


@pytest.mark.parametrize(("headers", "is_page"), [({}, True), ({"HX-Request": "true"}, False)])
async def test_people_get_a_page_or_a_fragment_with_the_same_status(
    app: Quart, client: Any, headers: dict[str, str], is_page: bool
) -> None:
    raising(app, InsufficientStock("Only <3> left."))
    answer = await client.get("/fail", headers=headers)
    body = await answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Only &lt;3&gt; left." in body
    assert (answer.headers["X-Request-Id"] in body) is is_page  # a message says nothing of numbers
    assert ("<html" in body) is is_page


@pytest.mark.parametrize("path", ["/fail", "/api/v1/fail"])
async def test_a_failure_is_logged_and_says_nothing_of_itself(
    app: Quart, client: Any, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    raising(app, RuntimeError("secret detail"))
    with caplog.at_level(logging.ERROR):
        answer = await client.get(path)
    assert answer.status_code == 500
    assert "secret detail" not in await answer.get_data(as_text=True)
    [record] = [record for record in caplog.records if record.exc_info]
    assert answer.headers["X-Request-Id"] in record.getMessage()
    assert "secret detail" in str(record.exc_info)


async def test_a_busy_database_asks_to_come_again(app: Quart, client: Any) -> None:
    raising(app, DatabaseBusy("locked"))
    answer = await client.get("/api/v1/fail")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert (await answer.get_json())["code"] == "busy"
    assert (await client.get("/fail")).status_code == 503


async def test_an_outage_of_the_database_is_a_few_lines_however_many_requests_meet_it(
    app: Quart, client: Any, caplog: pytest.LogCaptureFixture
) -> None:
    raising(app, StorageFailed("database or disk is full", part="disk_full"))
    with caplog.filtering(RepeatLimit()):
        for _ in range(20):
            assert (await client.get("/api/v1/fail")).status_code == 503
    assert caplog.text.count("database or disk is full") == MOST


async def test_what_a_database_cannot_hold_is_the_requests_fault(app: Quart, client: Any) -> None:
    async def huge(name: str) -> str:
        return str(await read(lambda tx: tx.fetch("SELECT 1 FROM product WHERE price_cents = ?", 2**63)))

    app.add_url_rule("/huge/<name>", "huge", huge)
    assert (await client.get("/huge/x")).status_code == 422
    assert (await client.get("/huge/%00")).status_code == 404
    for path in ("/products/%00", "/orders/a%00b", "/%00", "/api/v1/products/%00", "/api/v1/orders/%00"):
        assert (await client.get(path)).status_code in (303, 401, 404), path


async def test_a_broken_error_page_still_answers(app: Quart, client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    app.jinja_env.globals.pop("csrf_token")
    raising(app, Refusal("No."))
    answer = await client.get("/fail")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")


@pytest.mark.parametrize("path", ["/auth/login", "/api/v1/auth/login"])
async def test_a_body_over_64_kibibytes_is_refused(client: Any, path: str) -> None:
    kind = "application/json" if path.startswith("/api") else "application/x-www-form-urlencoded"
    answer = await client.post(path, data=b"x" * (64 * 1024 + 1), headers={"Content-Type": kind})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a": NaN}',
        b"[" * 60_000,
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b"\xff\xfe{}",
        b"1" * 5000,
        b"{}x",
        b'{"email": "\\ud800", "password": "x"}',
        b'{"\\udfff": 1}',
        b'{"email": "a\\u0000", "password": "x"}',
    ],
)
async def test_what_is_no_json_is_400(client: Any, body: bytes) -> None:
    answer = await client.post("/api/v1/auth/login", data=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, (await answer.get_json())["code"]) == (400, "malformed_json")


@pytest.mark.parametrize(
    "body",
    [
        {}, [], None, 1, "x", {"email": 1, "password": "x"}, {"email": "a", "password": None},
        {"email": "a", "password": "x", "role": "admin"}, {"email": ["a"], "password": "x"},
         {"email": "a", "password": "x" * 60_000},
        {"email": 2**63, "password": 1e20},
    ],
)  # fmt: skip
async def test_what_is_no_login_is_422_and_names_the_field(client: Any, body: Any) -> None:
    answer = await client.post("/api/v1/auth/login", json=body)
    document = await answer.get_json()
    assert (answer.status_code, document["code"]) == (422, "invalid")
    assert document["errors"]
    assert all(set(error) == {"field", "code", "message"} for error in document["errors"])


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_a_path_without_a_version_is_sent_to_the_first(client: Any, method: str) -> None:
    answer = await client.open("/api/orders/a b?x=1&y=%2F", method=method)
    assert answer.status_code == 308
    assert answer.headers["Location"] == "/api/v1/orders/a%20b?x=1&y=%2F"
