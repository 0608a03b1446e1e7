"""The API's reference: worth reading, true, and open to everybody without what only admins can do."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter
from quart import Quart

from core.settings import Settings
from tests.web.clients import Api, Browser, make_user
from web.api.description.openapi import described, document
from web.api.description.operation_texts import DESCRIPTIONS, EXAMPLES
from web.app import create_app

pytestmark = pytest.mark.asyncio
PATH = "/api/v1/openapi.json"
STAFF = re.compile(r"/api/v1/(admin|inventory|webhooks)|/ops|/metrics|/admin")


def operations(spec: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """All operations of programs, by method and path."""
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            if not operation["operationId"].startswith("page_"):
                yield f"{method} {path}", operation


async def test_every_page_is_described_too(app: Quart) -> None:
    for path, item in document(app)["paths"].items():
        for method, operation in item.items():
            assert operation["description"].endswith("."), (method, path)
            is_for_staff = operation["operationId"].startswith("page_") and path.startswith("/admin")
            assert ("cookie of staff" in operation["description"]) is is_for_staff, (method, path)


async def test_every_operation_is_described_in_sentences_of_its_own(app: Quart) -> None:
    found = dict(operations(document(app)))
    for route, operation in found.items():
        assert len(operation["description"]) > 25, route
        assert operation["description"].endswith("."), route
        assert operation["description"] != operation["summary"]
    names = {operation["operationId"].removesuffix("_alias") for operation in found.values()}
    assert set(DESCRIPTIONS) == names


async def test_every_body_that_has_to_say_something_has_an_example_that_is_accepted(app: Quart) -> None:
    bodies = {
        name.removesuffix("_alias"): operation.body for (_, _, name), operation in described(app) if operation.body
    }
    assert set(EXAMPLES) == set(bodies)
    for name, example in EXAMPLES.items():
        TypeAdapter(bodies[name]).validate_python(example)


@pytest.mark.parametrize(
    ("route", "security"),
    [
        ("post /api/v1/auth/register", []),
        ("post /api/v1/auth/login", []),
        ("post /api/v1/auth/refresh", []),
        ("post /api/v1/auth/password/forgot", []),
        ("get /livez", []),
        ("get /ops/queues", [{"opsToken": []}]),
        ("post /ops/queues/{name}/pause", [{"opsToken": []}]),
        ("get /metrics", [{"opsToken": []}]),
        ("get /api/v1/orders", [{"bearer": []}, {"basic": []}]),
    ],
)
async def test_it_says_who_may_call(app: Quart, route: str, security: Any) -> None:
    assert dict(operations(document(app)))[route]["security"] == security


async def test_limits_name_their_headers(app: Quart) -> None:
    for route, operation in operations(document(app)):
        refused = operation["responses"].get("429")
        assert (refused is None) == (route in ("get /livez", "get /readyz")), route
        if refused is not None:
            assert set(refused["headers"]) == {"Retry-After", "RateLimit", "RateLimit-Policy"}


async def test_no_field_has_a_default_that_generators_take_for_a_promise(app: Quart) -> None:
    for name, schema in document(app)["components"]["schemas"].items():
        for field, words in schema.get("properties", {}).items():
            assert "default" not in words, (name, field)


async def test_no_two_schemas_have_one_name_for_generators(app: Quart) -> None:
    schemas = document(app)["components"]["schemas"]
    names = Counter(re.sub(r"\W|_", "", schema.get("title", name)).lower() for name, schema in schemas.items())
    assert [name for name, times in names.items() if times > 1] == []


async def test_strangers_and_customers_are_shown_what_they_can_use(app: Quart) -> None:
    await make_user()
    for client in (Api(app), await Api(app).log_in("ann@example.com")):
        answer = await client.client.get(
            PATH, headers={"Authorization": f"Bearer {client.access}"} if client.access else {}
        )
        spec = await answer.get_json()
        assert [path for path in spec["paths"] if STAFF.match(path)] == []
        assert "/api/v1/orders" in spec["paths"]
        named = set(re.findall(r'"#/components/schemas/(\w+)"', await answer.get_data(as_text=True)))
        assert named == set(spec["components"]["schemas"])


async def test_admins_are_shown_everything_by_header_and_on_the_pages(app: Quart) -> None:
    await make_user("root@example.com", role="admin")
    client = await Api(app).log_in("root@example.com")
    answer = await client.client.get(PATH, headers={"Authorization": f"Bearer {client.access}"})
    assert "/api/v1/admin/jobs" in (await answer.get_json())["paths"]
    browser = Browser(app)
    for path in ("/docs", "/redoc"):
        assert f'data-document="{PATH}"' in await (await browser.get(path)).get_data(as_text=True)
    await browser.log_in("root@example.com")
    for path in ("/docs", "/redoc"):
        assert 'data-document="/admin/openapi.json"' in await (await browser.get(path)).get_data(as_text=True)
    assert "/api/v1/admin/jobs" in (await (await browser.get("/admin/openapi.json")).get_json())["paths"]


async def test_a_setting_closes_it_for_everybody(shop: str, settings: Settings) -> None:
    client = create_app(replace(settings, docs=False)).test_client()
    for path in ("/docs", "/redoc", PATH, "/admin/openapi.json"):
        assert (await client.get(path)).status_code == 404, path
