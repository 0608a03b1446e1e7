"""Small print of the API: numbers in the address are written plainly, and an answer without a body is of no kind."""

import asyncio
import json
from typing import Any

import pytest
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from tests.web.clients import PASSWORD, Api, make_user

pytestmark = pytest.mark.asyncio
ODD = ["1_0", "%2B1", "%201", "1%20", "1.0", "1e1", "0x1", "%D9%A1", "%EF%BC%91", ""]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("place", ["/products?page=", "/products?per_page=", "/products?min_price=", "/orders?page=",
                                   "/categories?page=", "/addresses?per_page="])  # fmt: skip
async def test_a_number_that_python_alone_would_read_is_none(app: Quart, place: str, text: str) -> None:
    await make_user()
    answer = await (await Api(app).log_in("ann@example.com")).call("GET", place + text)
    assert answer.status_code == 422
    (error,) = (await answer.get_json())["errors"]
    assert (error["code"], error["message"]) == ("int_parsing", "This has to be a whole number.")


@pytest.mark.parametrize("place", ["/products?page=1&per_page=24&min_price=0", "/orders?page=01", "/addresses?page=2"])
async def test_plain_numbers_are_fine(app: Quart, place: str) -> None:
    await make_user()
    assert (await (await Api(app).log_in("ann@example.com")).call("GET", place)).status_code == 200


async def raw(app: Quart, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> tuple[int, set[str]]:
    """Status and the names of the headers as they are sent; the test client would make some up."""
    sent: list[Any] = []
    answered = asyncio.Event()
    coming = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        if coming:
            return coming.pop()
        await answered.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            answered.set()

    scope = {
        "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "path": path,
        "raw_path": path.encode(),
        "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1), "server": ("localhost", 80), "asgi": {},
        "headers": [(name.lower().encode(), text.encode()) for name, text in {"Host": "localhost", **headers}.items()],
        "extensions": {},
    }  # fmt: skip
    await app.asgi_app(scope, receive, send)
    assert b"".join(message["body"] for message in sent[1:]) == b""
    return sent[0]["status"], {name.decode().lower() for name, _ in sent[0]["headers"]}


async def test_an_answer_without_a_body_is_of_no_kind(app: Quart) -> None:
    await write(seed_demo)
    await make_user()
    ann = await Api(app).log_in("ann@example.com")
    mine = {"Authorization": f"Bearer {ann.access}", "Content-Type": "application/json"}
    product = (await (await ann.call("GET", "/products")).get_json())["items"][0]["id"]
    tag = (await ann.call("GET", f"/products/{product}")).headers["ETag"]
    new = {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}
    forgot = json.dumps({"email": "ann@example.com"}).encode()
    for status, answer in (
        (304, await raw(app, "GET", f"/api/v1/products/{product}", {"If-None-Match": tag})),
        (308, await raw(app, "GET", "/api/products", {})),
        (202, await raw(app, "POST", "/api/v1/auth/password/forgot", mine, forgot)),
        (204, await raw(app, "POST", "/api/v1/auth/password", mine, json.dumps(new).encode())),
    ):
        assert answer[0] == status
        assert "content-type" not in answer[1]
        assert ("content-length" in answer[1]) == (status not in (204, 304))
    assert (await ann.call("GET", "/products")).headers["Content-Type"] == "application/json"
