"""Guests' polls that are answered before the application: the same answer, for nobody who may not have it."""

from typing import Any

import pytest
import pytest_asyncio
from quart import request

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import write
from tests.web.clients import Api
from tests.web.placing import api_body, product_id
from web.app import create_app
from web.security import rate_limit_policies
from web.security.rate_limiter import Policy

pytestmark = pytest.mark.asyncio
MORE = {"Prefer": "handling=lenient"}  # sends a poll the long way


class Poll:
    """A guest with an order, and the paths that got as far as the application since."""

    def __init__(self, api: Api, order: dict[str, Any], came_in: list[str]) -> None:
        self.api, self.came_in = api, came_in
        self.path = f"/orders/{order['id']}"
        self.headers = {"X-Order-Token": order["access_token"], "If-None-Match": '"v1"'}

    async def ask(self, path: str = "", **changes: str) -> Any:
        self.came_in.clear()
        return await self.api.call("GET", path or self.path, **(self.headers | changes))


@pytest_asyncio.fixture
async def poll(shop: str, settings: Settings) -> Poll:
    await write(seed_demo)
    app = create_app(settings)
    came_in: list[str] = []

    @app.before_request
    async def note() -> None:
        came_in.append(request.path)

    api = Api(app)
    cart = await api.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 1})
    headers = {"X-Cart-Token": (await cart.get_json())["cart_token"], "Idempotency-Key": "guest-1"}
    order = await api.call("POST", "/orders", api_body(email="eve@example.com"), **headers)
    return Poll(api, await order.get_json(), came_in)


def told(response: Any) -> dict[str, str]:
    """What it says, without what differs with every request."""
    kept = {name.lower(): value for name, value in response.headers.items() if name.lower() != "x-request-id"}
    return kept | {
        "ratelimit": kept.get("ratelimit", "").partition(";")[0],
        "id": str("X-Request-Id" in response.headers),
    }


@pytest.mark.parametrize("status", ["pending", "confirmed"])
async def test_it_says_what_the_application_says(poll: Poll, status: str) -> None:
    await write(lambda tx: tx.execute("UPDATE orders SET status = ?", status))
    short = await poll.ask()
    assert (short.status_code, poll.came_in, await short.get_data()) == (304, [], b"")
    long = await poll.ask(**MORE)
    assert (long.status_code, len(poll.came_in)) == (304, 1)
    assert told(short) == told(long)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"If-None-Match": '"v2"'}, 200),
        ({"If-None-Match": '"v0", "v1"'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"v99999999999999999999"'}, 200),
        ({"X-Order-Token": "wrong"}, 404),
        ({"X-Order-Token": "\xe9"}, 404),
        ({"X-Order-Token": ""}, 401),
        ({"Authorization": "Bearer nonsense"}, 401),
        ({"Host": "evil.example"}, 400),
        ({"Host": "["}, 400),
        ({"Origin": "https://elsewhere.example"}, 304),
        ({"Prefer": "wait=0"}, 304),
    ],
)
async def test_all_else_is_for_the_application(poll: Poll, changes: dict[str, str], status: int) -> None:
    response = await poll.ask(**changes)
    assert response.status_code == status
    assert status != 304 or poll.came_in


@pytest.mark.parametrize("path", ["/orders/none", f"/orders/{'0' * 26}"])
async def test_an_order_that_is_none_is_not_found(poll: Poll, path: str) -> None:
    assert (await poll.ask(path)).status_code == 404


async def test_a_question_in_the_address_is_looked_at(poll: Poll) -> None:
    assert (await poll.ask(f"{poll.path}?nonsense=1")).status_code == (
        await poll.ask(f"{poll.path}?a=1", **MORE)
    ).status_code
    assert poll.came_in


async def test_it_counts_against_the_limit(poll: Poll, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit_policies, "READ", Policy("read", quota=3, window_seconds=60, share=0, lease=1))
    statuses = [(await poll.ask()).status_code for _ in range(6)]
    assert statuses.count(304) == 3
    assert statuses[-1] == 429
