"""Whatever the head of a request says, it gets an answer of ours: bounded, with the headers, and never a failure."""

import dataclasses
import json
import logging
import random
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from telemetry.log_lines import JsonLine
from tests.web.http.served import answer_to, serving
from web.app import create_app
from web.errors.problem_texts import PROBLEM_TEXTS
from web.http.bounded_http import bounded
from web.http.envelope import security_headers
from web.http.request_heads import LARGEST_TARGET, METHODS, MOST_HEADERS

pytestmark = pytest.mark.asyncio
PATHS = (b"/livez", b"/auth/login", b"/static/app.css", b"/api/v1/health", b"/nothing")
END = b"Connection: close\r\n\r\n"
LONGEST_LINE = 3_000  # characters of the log


@pytest_asyncio.fixture
async def port(app: Quart) -> AsyncIterator[int]:
    async with serving(app) as port:
        yield port


def head(target: bytes = b"/livez", host: bytes | None = b"localhost", *lines: bytes, method: bytes = b"GET") -> bytes:
    """A whole request without a body."""
    named = [b"Host: " + host] if host is not None else []
    return b"\r\n".join([method + b" " + target + b" HTTP/1.1", *named, *lines, END])


IMPOSSIBLE = [
    b"a..b", b".a", b"a.", b"." * 3, b"a" * 64, b"x." + b"a" * 64, b".".join([b"a" * 60] * 5), b"a b", b"a,b", b"a@b",
    b"localhost:x", b"localhost:-1", b"localhost:99999", b"localhost:123456", b"localhost:80:80", b"[::1", b"::1",
    b"[::1]x", b"[:::1]", b"[1.2.3.4]", b"[]", b"b\xc3\xbccher.example", b"\xff", b"a/b", b"a?b", b"a#b", b"a\\b",
    b"<a>", b"%61", b"a_b:c", b"localhost\tx", b"http://localhost",
]  # fmt: skip


@pytest.mark.parametrize("host", IMPOSSIBLE)
async def test_an_impossible_host_is_400_on_every_path(port: int, host: bytes) -> None:
    for path in PATHS:
        answer = await answer_to(port, head(path, host))
        assert (answer.status, answer.lacks, answer.count) == (400, [], 1)
        assert json.loads(answer.body)["request_id"] == answer.header("x-request-id")


@pytest.mark.parametrize(
    "host",
    [b"localhost", b"localhost:5566", b"LOCALHOST:", b"127.0.0.1:80", b"[::1]:5566", b"[::1]", b"\t localhost \t "],
)
async def test_a_host_of_ours_is_answered(port: int, host: bytes) -> None:
    answer = await answer_to(port, head(b"/auth/login", host))
    assert (answer.status, answer.lacks) == (200, [])


@pytest.mark.parametrize(
    "host", [b"evil.example", b"a_b", b"xn--a", b"xn--a-ecp.ru", b"10.0.0.1", b"[2001:db8::1]:80", b""]
)
async def test_a_possible_host_of_others_is_for_probes_only(port: int, host: bytes) -> None:
    assert (await answer_to(port, head(host=host))).status == 200
    answer = await answer_to(port, head(b"/auth/login", host))
    assert (answer.status, answer.lacks) == (400, [])


async def test_http_1_0_needs_no_host_and_http_1_1_does(port: int) -> None:
    assert (await answer_to(port, b"GET /livez HTTP/1.0\r\n\r\n")).status == 200
    assert (await answer_to(port, head(host=None))).status == 400


@pytest.mark.parametrize(
    "line",
    [b"Host: localhost", b"host: evil.example", b"Authorization: Basic YTpi\r\nAuthorization: Bearer x",
     b"Content-Type: text/plain\r\ncontent-type: application/json"],
)  # fmt: skip
async def test_what_can_be_said_once_is_not_said_twice(port: int, line: bytes) -> None:
    answer = await answer_to(port, head(b"/livez", b"localhost", line))
    assert (answer.status, answer.lacks, answer.count) == (400, [], 1)


@pytest.mark.parametrize(
    ("target", "status"),
    [(b"http://localhost/livez", 200), (b"HTTP://LOCALHOST/livez", 200), (b"http://localhost?x", 400),
     (b"http://evil.example/livez", 400), (b"http://localhost@evil.example/livez", 400),
     (b"ftp://localhost/livez", 400), (b"localhost:80", 400),
     (b"*", 400), (b"livez", 400), (b"//evil.example/x", 404), (b"/%", 404), (b"/%zz%", 404),
     (b"/%00", 404), (b"/%0d%0aSet-Cookie:a=b", 404), (b"/%ff%fe", 404),
     (b"/livez?%zz=%00&&;=", 200), (b"/livez#x", 400), (b"/livez?a#x", 400), (b"/#", 400),
     (b"http://localhost/livez#x", 400)],
)  # fmt: skip
async def test_odd_targets_are_answered_for_what_they_are(port: int, target: bytes, status: int) -> None:
    answer = await answer_to(port, head(target))
    assert (answer.status, answer.lacks, answer.count) == (status, [], 1)


CODED = [b"gzip", b"GZIP", b"br", b"deflate", b"x-gzip", b"identity, gzip", b"gzip, gzip", b"nothing-known"]


@pytest.mark.parametrize("path", [b"/api/v1/auth/login", b"/auth/login", b"/static/app.css", b"/api/v1/cart/items"])
@pytest.mark.parametrize("coding", CODED)
async def test_a_coded_body_is_415_and_told_which_coding_is_taken(port: int, path: bytes, coding: bytes) -> None:
    lines = (b"Content-Type: application/json", b"Content-Encoding: " + coding, b"Content-Length: 2")
    answer = await answer_to(port, head(path, b"localhost", *lines, method=b"POST") + b"{}")
    assert (answer.status, answer.lacks, answer.count) == (415, [], 1)
    assert answer.header("accept-encoding") == "identity"


@pytest.mark.parametrize("line", [b"Content-Encoding: identity", b"Content-Encoding:"])
async def test_a_body_that_is_not_coded_is_read(port: int, line: bytes) -> None:
    lines = (b"Content-Type: application/json", line, b"Content-Length: 2")
    assert (
        await answer_to(port, head(b"/api/v1/auth/login", b"localhost", *lines, method=b"POST") + b"{}")
    ).status == 422


async def test_a_request_without_a_body_may_name_a_coding(port: int) -> None:
    assert (await answer_to(port, head(b"/livez", b"localhost", b"Content-Encoding: gzip"))).status == 200


@pytest.mark.parametrize("method", [b"TRACE", b"CONNECT", b"PROPFIND", b"LINK", b"PURGE"])
async def test_other_methods_are_405_and_told_which_there_are(port: int, method: bytes) -> None:
    answer = await answer_to(port, head(method=method))
    assert (answer.status, answer.lacks) == (405, [])
    assert set((answer.header("allow") or "").split(", ")) == METHODS


@pytest.mark.parametrize("method", [b"get", b"GE\x00T", b"G", b"X" * 50])
async def test_what_is_no_method_is_400(port: int, method: bytes) -> None:
    answer = await answer_to(port, head(method=method))
    assert (answer.status, answer.lacks, answer.count) == (400, [], 1)


@pytest.mark.parametrize("in_pieces", [False, True])
@pytest.mark.parametrize(
    ("request_", "status"),
    [(head(b"/products", b"localhost", b"Cookie: " + b"a=b; " * 3_400), 431),
     (head(b"/livez", b"localhost", *[b"X-%d: y" % number for number in range(MOST_HEADERS)]), 431),
     (head(b"/" + b"a" * LARGEST_TARGET), 414), (head(b"/?" + b"a" * LARGEST_TARGET), 414)],
)  # fmt: skip
async def test_a_head_that_is_too_large_is_told_so(port: int, request_: bytes, status: int, in_pieces: bool) -> None:
    answer = await answer_to(port, *((request_[:300], request_[300:]) if in_pieces else (request_,)))
    assert (answer.status, answer.lacks, answer.count) == (status, [], 1)
    assert json.loads(answer.body)["code"] in PROBLEM_TEXTS


async def test_a_long_path_costs_no_more_than_its_reading(port: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.setFormatter(JsonLine())
    with caplog.at_level(logging.INFO):
        assert (await answer_to(port, head(b"/key-" + b"a-" * 4_000))).status == 404
    [line] = [json.loads(line) for line in caplog.text.splitlines() if '"cartwright.access"' in line]
    assert len(line["path"]) == 512


async def test_a_failure_that_nobody_answers_has_the_headers_too(settings: Settings, shop: str) -> None:
    app = create_app(settings)
    app.asgi_app._inner = _failing  # type: ignore[attr-defined]
    async with serving(app) as port:
        answer = await answer_to(port, head())
    assert (answer.status, answer.lacks) == (500, [])
    assert b"planted" not in answer.body


async def _failing(scope: Any, receive: Any, send: Any) -> None:
    raise RuntimeError("planted")


async def test_the_headers_of_this_shop_are_on_what_never_became_a_request(settings: Settings, app: Quart) -> None:
    its = dataclasses.replace(settings, env="production", public_url="https://shop.example")
    async with serving(app, bounded(60, 60, headers=security_headers(its))) as port:
        answer = await answer_to(port, b"GARBAGE\r\n\r\n")
    assert (answer.status, answer.lacks) == (400, [])
    assert answer.header("strict-transport-security")


METHODS_TRIED = [b"GET", b"HEAD", b"POST", b"OPTIONS", b"TRACE", b"CONNECT", b"PUT", b"get", b"\x00", b"", b"PRI"]
TARGETS = [
    b"/", b"/livez", b"/products?q=%ff", b"/api/v1/orders/%2e%2e/x", b"/static/../settings.py", b"/static/%2e%2e%2f",
    b"*", b"", b"http://localhost/", b"http://a..b/", b"https://localhost:443/livez", b"//", b"///a//b", b"/%00",
    b"/\x00", b"/\xff", b"/%e0%80%80", b"/a b", b"/" + b"%41" * 500, b"/" + b"/" * 3_000,
    b"/api/v1/products?page=" + b"9" * 400, b"/?a[]=1&a=1", b"/orders/" + b"0" * 26 + b"/status?v=1",
    b"/media/" + b"f" * 32 + b".webp", b"/problems/%0a", b"localhost:80", b"/\\x", b"/api/%2f",
    b"/api/x%0d%0ay?\xc3\xa9", b"/auth/login?next=//evil.example", b"/auth/login?next=/%00",
]  # fmt: skip
HOSTS = [
    None,
    b"",
    b"localhost",
    b"localhost",
    b"localhost",
    b"a..b",
    b"[::1]",
    b"[",
    b"\x00",
    b"\xff",
    b"localhost:0",
    b"a" * 300,
]
VERSIONS = [
    b"HTTP/1.1",
    b"HTTP/1.1",
    b"HTTP/1.1",
    b"HTTP/1.0",
    b"HTTP/2.0",
    b"HTTP/9",
    b"HTTP/1.1 x",
    b"",
    b"HTTP/1.1\x00",
]
LINES = [
    b"Content-Length: 5", b"Content-Length: 0", b"Content-Length: -1", b"Content-Length: " + b"9" * 40,
    b"Content-Length: 0x5", b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip",
    b"Transfer-Encoding: chunked, chunked", b"Host: localhost", b"Expect: 100-continue", b"Expect: x",
    b"Upgrade: websocket\r\nConnection: Upgrade", b"Upgrade: h2c\r\nConnection: Upgrade", b"Cookie: \xff=\xfe",
    b"Cookie: " + b'"\\' * 2_000, b"Cookie: sid=\x01", b"Cookie: {\"a\": 1}", b"Authorization: Basic \xff",
    b"Authorization: Bearer " + b"a." * 500, b"Authorization: Basic " + b"=" * 9, b"Authorization:",
    b"X: " + b"y" * 9_000, b" folded: x", b"X : y", b": y", b"X\x00: y", b"X: a\x00b", b"X: a\rb", b"X",
    b"Accept: " + b"*/*;q=9," * 500, b"Accept: \xff", b"Accept-Language: \xff", b"Range: bytes=9-1,-,x",
    b"If-None-Match: \xff", b"If-None-Match: " + b"W/\"," * 900, b"If-Modified-Since: \xff",
    b"Prefer: wait=" + b"9" * 99, b"Prefer: \xff", b"HX-Request: true", b"Origin: \xff", b"Origin: null",
    b"Referer: \xff", b"Referer: http://[", b"Origin: http://[", b"HX-Current-URL: http://[", b"traceparent: 00-\xff",
    b"traceparent: x", b"X-Forwarded-For: \xff, [", b"X-Forwarded-Proto: \xff", b"Content-Type: application/json",
    b"Content-Type: multipart/form-data", b"Content-Type: \xff", b"Content-Type: a/b; charset=\xff",
    b"Accept-Encoding: \xff;q=x", b"Idempotency-Key: \xff", b"Last-Event-ID: \xff", b"X-Order-Token: \xff",
    b"X-Cart-Token: \xff", b"Sec-Fetch-Site: \xff", b"User-Agent: \xff" + b"(" * 900,
]  # fmt: skip
BODIES = [b"", b"", b"hello", b"0\r\n\r\n", b"zz\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"\x00\xff"]


def odd_heads(count: int) -> list[bytes]:
    """Requests whose parts are drawn; the same ones in every run."""
    draw = random.Random(6)
    made = []
    for _ in range(count):
        method, target, host = (draw.choice(each) for each in (METHODS_TRIED, TARGETS, HOSTS))
        first = b" ".join([method, target, draw.choice(VERSIONS)])
        lines = [b"Host: " + host] if host is not None else []  # type: ignore[operator]
        lines += draw.sample(LINES, draw.randint(0, 4))
        made.append(b"\r\n".join([first, *lines, b"Connection: close", b"", draw.choice(BODIES)]))
    return made + [b"\r\n".join([b"GET /products HTTP/1.1", b"Host: localhost", line, END]) for line in LINES]


async def test_hundreds_of_odd_heads_get_an_answer_of_ours(app: Quart, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.setFormatter(JsonLine())
    found = []
    caplog.set_level(logging.INFO)
    async with serving(app, bounded(1.0, 1.0)) as port:
        for request_ in odd_heads(600):
            answer = await answer_to(port, request_)
            if answer.status >= 500 or answer.lacks or answer.count > 2:
                found.append((answer.status, answer.lacks, answer.count, request_[:300]))
    assert found == []
    assert max(map(len, caplog.text.splitlines())) < LONGEST_LINE
    assert "Traceback" not in caplog.text
    assert '"exception"' not in caplog.text
