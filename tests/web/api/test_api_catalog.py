"""The catalogue over the API."""

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import write

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def get(shop, api):
    """Ask for a path of the API: status, document, headers."""
    await write(seed_demo)

    async def ask(path, **headers):
        answer = await api.call("GET", path, **headers)
        text = await answer.get_data(as_text=True)
        return answer.status_code, (await answer.get_json(force=True) if text else None), answer.headers

    return ask


async def test_categories(get):
    _, page, _ = await get("/categories")
    assert (page["total"], len(page["items"]), page["pages"]) == (8, 8, 1)
    kitchen = page["items"][0]
    assert set(kitchen) == {"id", "slug", "name", "description", "product_count"}
    for name in ("kitchen", kitchen["id"]):
        assert (await get(f"/categories/{name}"))[:2] == (200, kitchen)
    assert (await get("/categories/attic"))[0] == 404


async def test_a_page_of_products_has_links_in_body_and_header(get):
    status, page, headers = await get("/products?page=2&per_page=10&sort=name")
    assert status == 200
    assert [page[name] for name in ("page", "per_page", "total", "pages")] == [2, 10, 100, 10]
    assert len(page["items"]) == 10
    assert page["links"]["next"] == "/api/v1/products?per_page=10&sort=name&page=3"
    assert "<" + page["links"]["prev"] + '>; rel="prev"' in headers["Link"]
    assert (await get("/products"))[1]["per_page"] == 24


async def test_a_product_in_full(get):
    status, product, headers = await get("/products/sku:sku-0001")
    assert status == 200
    assert set(product) == {
        *("id", "sku", "slug", "name", "description", "price", "category", "status", "image_url", "stock"),
        *("family", "created_at", "updated_at"),
    }
    assert product["price"] == {"amount": 1800, "currency": "USD"}
    assert product["stock"] == {"available": 50, "state": "in_stock"}
    assert product["image_url"].startswith("/static/products/sku-0001.")
    assert product["created_at"].endswith("Z")
    assert (await get(f"/products/{product['id']}"))[1] == product
    assert headers["ETag"]


async def test_an_unchanged_product_is_a_304_and_a_changed_stock_is_not(get):
    tag = (await get("/products/sku:SKU-0001"))[2]["ETag"]
    status, body, _ = await get("/products/sku:SKU-0001", **{"If-None-Match": tag})
    assert (status, body) == (304, None)
    await write(lambda tx: tx.execute("UPDATE inventory SET reserved = 1, version = version + 1"))
    status, product, _ = await get("/products/sku:SKU-0001", **{"If-None-Match": tag})
    assert (status, product["stock"]["available"]) == (200, 49)


@pytest.mark.parametrize("name", ["nope", "sku:nope", "1", "%00", "x" * 26])
async def test_no_such_product(get, name):
    status, problem, headers = await get(f"/products/{name}")
    assert (status, problem["code"]) == (404, "product_not_found")
    assert headers["Content-Type"] == "application/problem+json"


async def test_filters(get):
    _, page, _ = await get("/products?q=lamp&category=home&min_price=5000&max_price=10000&in_stock=true&sort=-price")
    assert [product["sku"] for product in page["items"]] == ["SKU-0014"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("page=x", "page"),
        ("per_page=0", "per_page"),
        ("per_page=101", "per_page"),
        ("per_page=-1", "per_page"),
        ("min_price=-1", "min_price"),
        ("min_price=1.5", "min_price"),
        ("max_price=99999999999999999999", "max_price"),
        ("min_price=2&max_price=1", "min_price"),
        ("sort=id", "sort"),
        ("sort=price;--", "sort"),
        ("in_stock=maybe", "in_stock"),
        ("q=" + "x" * 101, "q"),
        ("category=%00", "category"),
        ("colour=red", "colour"),
        ("page=1&page=2", "page"),
    ],
)
async def test_bad_parameters_are_named(get, query, field):
    status, problem, _ = await get(f"/products?{query}")
    assert (status, problem["code"]) == (422, "invalid")
    assert [error["field"] for error in problem["errors"]] == [field]
