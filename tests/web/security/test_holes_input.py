"""Holes seen in another shop, each kept shut here under its number: what is typed, what is said, what is set."""

import logging
from typing import Any

import pytest
from quart import Quart

from core.redaction import redact
from core.settings import BadSetting, load
from models.database import read, write
from models.reports import dashboard_figures
from telemetry.log_lines import TextFormatter
from tests.journeys import story
from tests.web.clients import Api, Browser, text_of
from tests.web.placing import product_id

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/orders/not-an-id", 404), ("/products/not-a-uuid", 404), ("/products/%00", 404),
        ("/products?per_page=0", 422), ("/products?per_page=-1", 422), ("/products?per_page=1e3", 422),
    ],
)  # fmt: skip
async def test_h17_odd_ids_and_sizes_are_refused(app: Quart, ann: Browser, path: str, status: int) -> None:
    api = await Api(app).log_in("ann@example.com")
    assert (await api.call("GET", path)).status_code == status


@pytest.mark.parametrize("password", ["ä" * 37, "x-velvet-otter " * 8])
async def test_h17_a_long_password_works(app: Quart, password: str) -> None:
    assert len(password.encode()) > 72
    body = {"email": "long@example.com", "password": password}
    assert (await Api(app).call("POST", "/auth/register", body)).status_code == 201
    await Api(app).log_in("long@example.com", password)
    wrong = {**body, "password": password[:-1] + "?"}
    assert (await Api(app).call("POST", "/auth/login", wrong)).status_code == 401


async def test_h18_a_products_name_is_escaped_in_fragments(root: Browser) -> None:
    product = await product_id()
    await write(lambda tx: tx.execute("UPDATE product SET name = ? WHERE sku = 'SKU-0001'", "<img src=x onerror=p()>"))
    headers = {"HX-Request": "true", "HX-Target": f"row-{product}"}
    fragments = [
        await root.post(f"/admin/inventory/{product}/restock", headers=headers, quantity="5"),
        await root.get("/products/search?q=img", headers={"HX-Request": "true"}),
        await root.post("/cart/items", headers={"HX-Request": "true"}, product_id=product),
    ]
    for answer in fragments:
        text = await text_of(answer)
        assert "<img src=x" not in text
    assert "&lt;img src=x" in await text_of(await root.get(f"/admin/inventory/{product}"))


async def test_h19_an_address_is_one_account_and_a_whole_address(app: Quart) -> None:
    async def register(email: str) -> int:
        body = {"email": email, "password": "velvet-otter-canyon-42"}
        return int((await Api(app).call("POST", "/auth/register", body)).status_code)

    assert await register("x@example.com\n") == 422
    assert await register("a@example.com") == 201
    assert await register("A@EXAMPLE.com") in (201, 409)
    assert (await story.one("SELECT count(*) AS n FROM users"))["n"] == 1


@pytest.mark.parametrize("wild", ["%", "_", "%_%", "*", '"', "\\\\"])
async def test_h21_wildcards_are_letters_like_others(app: Quart, root: Browser, wild: str) -> None:
    api = await Api(app).log_in("root@example.com")
    for path in ("/products", "/admin/products", "/inventory"):
        answer = await api.client.get(
            f"/api/v1{path}", query_string={"q": wild}, headers={"Authorization": f"Bearer {api.access}"}
        )
        assert (answer.status_code, (await answer.get_json())["items"]) == (200, []), path


async def test_h21_a_large_body_is_refused(app: Quart) -> None:
    answer = await app.test_client().post("/api/v1/auth/login", data=b"x" * 1_100_000)
    assert answer.status_code == 413


async def test_h25_headers_for_the_collector_are_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    record = logging.LogRecord("x", logging.INFO, "f", 1, "OTEL_EXPORTER_OTLP_HEADERS=%s", ("x-api-key=canary",), None)
    assert "canary" not in TextFormatter().format(record)
    assert "canary" not in redact("headers: {'x-otlp-api-key': 'canary'}")


async def test_h26_settings_are_read_or_refused() -> None:
    given = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATABASE_URL": "postgresql://u@db.example/shop"}
    assert load(given, dotenv=None).database_url == given["CARTWRIGHT_DATABASE_URL"]
    with pytest.raises(BadSetting, match="CARTWRIGHT_DATABASE"):
        load({**given, "CARTWRIGHT_DATABASE": "x"}, dotenv=None)


async def test_h26_health_says_503_when_something_fails(client: Any) -> None:
    await write(lambda tx: tx.execute("DELETE FROM aerich"))
    for path in ("/readyz", "/api/v1/health"):
        assert (await client.get(path)).status_code == 503


async def test_h26_the_dashboard_counts_orders_and_not_products(root: Browser) -> None:
    figures = await read(dashboard_figures.figures)
    on_sale = await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM product WHERE status = 'active'"))
    assert (figures["orders"], figures["products"]) == (0, on_sale["n"])
