"""The cart over the API."""

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import read, write

pytestmark = pytest.mark.asyncio

PASSWORD = "velvet-otter-canyon-42"


@pytest_asyncio.fixture
async def mug(shop):
    await write(seed_demo)
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))
    return row["public_id"]


@pytest.fixture
def ask(api):
    """Call the API: status and document."""

    async def call(method, path, body=None, token=None):
        answer = await api.call(method, path, body, **({"X-Cart-Token": token} if token else {}))
        return answer.status_code, await answer.get_json(force=True)

    return call


async def register(api, email="ann@example.com", **headers):
    answer = await api.call("POST", "/auth/register", {"email": email, "password": PASSWORD}, **headers)
    assert answer.status_code == 201
    await api.log_in(email, PASSWORD)


async def test_a_cart_is_never_404(ask, mug):
    empty = {
        "id": None,
        "version": 0,
        "items": [],
        "subtotal": {"amount": 0, "currency": "USD"},
        "can_be_ordered": False,
        "warnings": [],
    }
    assert await ask("GET", "/cart") == (200, empty)
    assert await ask("GET", "/cart", token="nobodys") == (200, empty)


async def test_a_guest_is_told_the_secret_once_and_uses_it(ask, mug):
    status, cart = await ask("POST", "/cart/items", {"product_id": mug, "quantity": 2})
    assert status == 201
    token = cart.pop("cart_token")
    line = cart["items"][0]
    assert (line["product_id"], line["sku"], line["quantity"], line["available"]) == (mug, "SKU-0001", 2, 50)
    assert (line["unit_price"]["amount"], line["line_total"]["amount"], cart["subtotal"]["amount"]) == (
        1800,
        3600,
        3600,
    )
    assert await ask("GET", "/cart", token=token) == (200, cart)
    status, cart = await ask("POST", "/cart/items", {"product_id": mug}, token=token)
    assert (status, cart["items"][0]["quantity"], "cart_token" in cart) == (201, 3, False)
    status, cart = await ask("PATCH", f"/cart/items/{line['id']}", {"quantity": 5}, token=token)
    assert (status, cart["subtotal"]["amount"]) == (200, 9000)
    status, cart = await ask("DELETE", f"/cart/items/{line['id']}", token=token)
    assert (status, cart["items"]) == (200, [])
    assert (await ask("DELETE", f"/cart/items/{line['id']}", token=token))[0] == 404
    assert (await ask("DELETE", "/cart", token=token))[0] == 200


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"quantity": 51}, 409, "insufficient_stock"),
        ({"quantity": 0}, 422, "invalid"),
        ({"quantity": -40}, 422, "invalid"),
        ({"quantity": 1.0}, 422, "invalid"),
        ({"quantity": "1"}, 422, "invalid"),
        ({"quantity": True}, 422, "invalid"),
        ({"quantity": None}, 422, "invalid"),
        ({"quantity": 2**63}, 422, "invalid"),
        ({"product_id": "x"}, 404, "product_not_found"),
        ({"product_id": "\x00"}, 400, "malformed_json"),
        ({"product_id": "\ud800"}, 400, "malformed_json"),
        ({"product_id": 1}, 422, "invalid"),
        ({"unit_price": 1}, 422, "invalid"),
    ],
)
async def test_refusals(ask, mug, body, status, code):
    answered, problem = await ask("POST", "/cart/items", {"product_id": mug, "quantity": 1, **body})
    assert (answered, problem["code"]) == (status, code)
    assert (await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM cart")))["n"] == 0
    if code == "insufficient_stock":
        assert problem["available"] == 50


async def test_a_customer_has_one_cart_and_nobody_else_reaches_it(app, api, ask, mug):
    await register(api)
    _, cart = await ask("POST", "/cart/items", {"product_id": mug, "quantity": 2})
    assert "cart_token" not in cart
    stranger = type(api)(app)
    item = cart["items"][0]["id"]
    for method, body in (("PATCH", {"quantity": 9}), ("DELETE", None)):
        assert (await stranger.call(method, f"/cart/items/{item}", body)).status_code == 404
    assert (await ask("GET", "/cart"))[1] == cart


async def test_logging_in_with_the_header_merges(app, api, mug):
    await register(api)
    await api.call("POST", "/cart/items", {"product_id": mug, "quantity": 40})
    guest = type(api)(app)
    made = await (await guest.call("POST", "/cart/items", {"product_id": mug, "quantity": 30})).get_json()
    token = {"X-Cart-Token": made["cart_token"]}
    credentials = {"email": "ann@example.com", "password": PASSWORD}
    for _ in range(2):
        assert (await guest.call("POST", "/auth/login", credentials, **token)).status_code == 200
        cart = await (await api.call("GET", "/cart")).get_json()
        assert [line["quantity"] for line in cart["items"]] == [50]
    assert (await (await guest.call("GET", "/cart", **token)).get_json())["items"] == []
