"""The contract of the API: a valid OpenAPI document, complete, that breaks no client there is."""

import copy
import json
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from quart import Blueprint, Quart

from tests.web.api.contract import KEPT, breaks, contract_of
from tests.web.clients import Api, make_user
from web.api.description.openapi import document, undescribed
from web.api.description.operation import CUSTOMER, Operation
from web.api.description.operation_tags import ORDERS
from web.api.schemas.operations_schemas import TestSent
from web.errors.problem_pages import titles
from web.errors.problem_texts import PROBLEM_TEXTS

pytestmark = pytest.mark.asyncio


async def test_the_document_is_valid_openapi_3_1(app: Quart) -> None:
    spec = json.loads(json.dumps(document(app)))
    assert spec["openapi"].startswith("3.1")
    assert [str(error) for error in OpenAPIV31SpecValidator(spec).iter_errors()] == []


async def test_every_route_of_the_api_describes_itself(app: Quart) -> None:
    assert undescribed(app) == []
    spec = document(app)
    operations = [each for methods in spec["paths"].values() for each in methods.values()]
    names = [each["operationId"] for each in operations]
    assert len(names) == len(set(names))
    assert {tag for each in operations for tag in each["tags"]} == {tag["name"] for tag in spec["tags"]}
    for each in operations:
        assert each["summary"]
        assert "default" in each["responses"] or each["tags"] == ["HTMx-FrontEnd"]


async def test_the_document_tells_the_bounds_of_numbers_and_nothing_that_is_not_used(app: Quart) -> None:
    spec = document(app)
    schemas = spec["components"]["schemas"]
    for name, field, least, most in (("CartItemAddition", "quantity", 1, 999), ("Restock", "quantity", 1, 100_000)):
        told = schemas[name]["properties"][field]
        assert (told["minimum"], told["maximum"]) == (least, most)
    assert [name for name in schemas if f'/schemas/{name}"' not in json.dumps(spec)] == []
    key = next(each for each in spec["paths"]["/api/v1/orders"]["post"]["parameters"] if each["in"] == "header")
    assert (key["name"], key["required"]) == ("Idempotency-Key", True)


async def test_no_two_schemas_share_a_title(app: Quart) -> None:
    """Generators of clients name a class by its title, and leave the second one out."""
    titles_of = [schema["title"] for schema in document(app)["components"]["schemas"].values() if "title" in schema]
    assert sorted(titles_of) == sorted(set(titles_of))


async def test_every_page_stands_under_its_tag(app: Quart) -> None:
    spec = document(app)
    paths = {path for path, methods in spec["paths"].items() if "get" in methods and not path.startswith("/api/")}
    assert {"/", "/products", "/cart", "/orders/{order_id}", "/admin"} <= paths
    assert spec["paths"]["/products"]["get"]["tags"] == ["HTMx-FrontEnd"]


async def test_nothing_that_clients_rely_on_is_broken(app: Quart) -> None:
    now = contract_of(document(app))
    assert breaks(json.loads(KEPT.read_text()), now) == []
    assert set(json.loads(KEPT.read_text())) == set(now), "write it down anew: python -m tests.web.api.contract"


@pytest.mark.parametrize(
    "planted",
    [
        lambda new: new.pop("GET /api/v1/orders"),
        lambda new: new["POST /api/v1/orders"].update(statuses=["200"]),
        lambda new: new["GET /api/v1/orders/{order_id}"]["gives"].pop("application/json.number"),
        lambda new: new["GET /api/v1/products"]["gives"].update({"application/json.items[].sku": "integer"}),
        lambda new: new["POST /api/v1/cart/items"]["takes"].pop("body.quantity"),
        lambda new: new["POST /api/v1/cart/items"]["takes"].update({"body.gift": "boolean!"}),
        lambda new: new["GET /api/v1/products"]["takes"].update({"query page": "integer!"}),
    ],
)
async def test_a_break_is_found(planted: Any) -> None:
    kept = json.loads(KEPT.read_text())
    new = copy.deepcopy(kept)
    planted(new)
    assert breaks(kept, new)


async def test_what_is_only_added_breaks_nothing() -> None:
    kept = json.loads(KEPT.read_text())
    new = copy.deepcopy(kept)
    new["GET /api/v1/new"] = {"statuses": ["200"], "takes": {}, "gives": {}}
    new["GET /api/v1/orders/{order_id}"]["gives"]["application/json.gift"] = "boolean"
    new["POST /api/v1/cart/items"]["takes"]["body.gift"] = "boolean"
    new["POST /api/v1/auth/login"]["takes"]["body.password"] = new["POST /api/v1/auth/login"]["takes"][
        "body.password"
    ].rstrip("!")
    assert breaks(kept, new) == []


async def test_no_code_lacks_a_page_and_no_page_a_code(app: Quart, browser: Any) -> None:
    assert set(titles()) == set(PROBLEM_TEXTS)
    for code, (status, title) in titles().items():
        answer = await browser.get(f"/problems/{code}")
        text = await answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert str(status) in text
        assert title.split("'")[0] in text
        assert "&#39;code&#39;" not in text  # a page, not our notes for it
    assert "sku_taken" in await (await browser.get("/problems")).get_data(as_text=True)
    assert (await browser.get("/problems/none")).status_code == 404


async def test_a_second_version_stands_beside_the_first(app: Quart) -> None:
    second: Any = Blueprint("second_version", __name__)

    @second.get("/orders")
    @Operation("List one's own orders anew", tag=ORDERS, access=CUSTOMER, gives=TestSent)
    async def orders() -> Any:
        return {"delivery_id": "2"}

    app.register_blueprint(second, url_prefix="/api/v2")
    await make_user()
    ann, client = await Api(app).log_in("ann@example.com"), app.test_client(use_cookies=False)
    bearer = {"Authorization": f"Bearer {ann.access}"}
    assert (await client.get("/api/v2/orders")).status_code == 401
    assert await (await client.get("/api/v2/orders", headers=bearer)).get_json() == {"delivery_id": "2"}
    assert "items" in await (await client.get("/api/v1/orders", headers=bearer)).get_json()
    assert (await client.get("/api/orders", headers=bearer)).headers["Location"] == "/api/v1/orders"
    assert {"/api/v1/orders", "/api/v2/orders"} <= set(document(app)["paths"])
    assert breaks(json.loads(KEPT.read_text()), contract_of(document(app))) == []


async def test_the_documentation_pages_keep_their_scripts_at_home(app: Quart) -> None:
    for path in ("/docs", "/redoc"):
        answer = await app.test_client(use_cookies=False).get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert "unsafe-eval" not in policy
        text = await answer.get_data(as_text=True)
        assert "https://" not in text
