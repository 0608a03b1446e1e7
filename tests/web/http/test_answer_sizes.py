"""A small request never makes a large answer, and a large body is refused before anybody reads it."""

import dataclasses
import json
from typing import Any
from urllib.parse import quote

import pytest
from quart import Quart

from core.settings import Settings
from tests.house.test_routes import routes
from tests.web.clients import Api, Browser
from web.api.documents.list_pages import LONGEST_LINK
from web.app import create_app
from web.forms.form_limits import PLAIN
from web.forms.input_model import LONGEST_FIELD, MOST_ERRORS
from web.http.body_limits import LARGEST_BODY, ROOMIER

pytestmark = pytest.mark.asyncio
LARGEST_ANSWER = 64 * 1024  # bytes
LARGEST_REFUSAL = 8 * 1024
MEGABYTE = b"{" + b",".join(b'"f%d":1' % number for number in range(95_000)) + b"}"
NAMES = ("q", "category", "state", "status", "kind", "actor", "action", "sort", "next", "page", "from", "no_such")
LONG = quote('é"' * 850)
FORM = {"Content-Type": PLAIN}
SAFE = ("GET", "HEAD", "OPTIONS")


@pytest.fixture
def app(shop: str, settings: Settings) -> Quart:
    """One that counts nobody's requests."""
    return create_app(dataclasses.replace(settings, rate_limit=False))


def places(app: Quart, *, safe: bool) -> list[tuple[str, str]]:
    """Method and path of all routes; ids that nobody has stand in them."""
    found = [route.split() for route in sorted(routes(app))]
    asked = [
        (method, "/".join("0" if part.startswith("<") else part for part in rule.split("/"))) for method, rule in found
    ]
    return [(method, path) for method, path in asked if (method in SAFE) == safe]


async def test_a_megabyte_is_413_everywhere_before_it_is_read(app: Quart, root: Browser) -> None:
    assert len(MEGABYTE) > 1_000_000
    api, found = await Api(app).log_in("root@example.com"), places(app, safe=False)
    assert len(found) > 80
    program = {"Content-Type": "application/json", "Authorization": f"Bearer {api.access}", "Idempotency-Key": "k"}
    for method, path in found:
        if any(pattern.fullmatch(path) for pattern, _ in ROOMIER):
            continue
        is_api = path.startswith("/api/")
        client, headers = (api.client, program) if is_api else (root.client, FORM)
        answer = await client.open(path, method=method, data=MEGABYTE, headers=headers)
        refused = 403 if path.startswith("/ops/") else 413  # there it lacks the token of operators
        assert answer.status_code == refused, (method, path)
        assert len(await answer.get_data()) < LARGEST_ANSWER


@pytest.mark.parametrize(
    "body",
    [
        {f"f{number}": 1 for number in range(4_000)},
        {"x" * 60_000: 1, "y" * 3_000: 1},
        {"email": {f"f{number}": 1 for number in range(4_000)}},
        {"email": ["x"] * 10_000},
        [1] * 20_000,
        "x" * 60_000,
    ],
)
@pytest.mark.parametrize("path", ["/auth/login", "/auth/register", "/cart/items", "/auth/password/forgot"])
async def test_twenty_errors_are_told_and_no_more(api: Api, path: str, body: Any) -> None:
    assert len(json.dumps(body)) < LARGEST_BODY
    answer = await api.call("POST", path, body)
    assert answer.status_code in (422, 400)
    assert len(await answer.get_data()) < LARGEST_REFUSAL
    errors = (await answer.get_json())["errors"]
    assert 1 <= len(errors) <= MOST_ERRORS
    assert all(len(error["field"]) <= LONGEST_FIELD for error in errors)


async def test_no_page_and_no_list_repeats_a_long_question(app: Quart, root: Browser) -> None:
    api = await Api(app).log_in("root@example.com")
    found = [path for method, path in places(app, safe=True) if method == "GET" and not path.startswith("/auth/logout")]
    assert len(found) > 60
    for path in found:
        client = api.client if path.startswith("/api/") else root.client
        headers = {"Authorization": f"Bearer {api.access}"} if client is api.client else {}
        plain = len(await (await client.get(path, headers=headers)).get_data())
        for name in NAMES:
            answer = await client.get(f"{path}?{name}={LONG}", headers=headers)
            assert answer.status_code < 500, (path, name)
            assert len(await answer.get_data()) <= max(LARGEST_ANSWER, plain), (path, name)
            assert sum(len(key) + len(value) for key, value in answer.headers.items()) < 2 * LONGEST_LINK, (path, name)
