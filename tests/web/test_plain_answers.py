"""Small print of the API: numbers in the address are written plainly, and an answer without a body is of no kind."""

from typing import Any

import pytest
from quart import Quart

from models.database import write
from models.seed import seed_demo
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


async def test_an_answer_without_a_body_is_of_no_kind(app: Quart) -> None:
    await write(seed_demo)
    await make_user()
    ann: Any = await Api(app).log_in("ann@example.com")
    product = (await (await ann.call("GET", "/products")).get_json())["items"][0]["id"]
    tag = (await ann.call("GET", f"/products/{product}")).headers["ETag"]
    new = {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}
    answers = {
        304: await ann.call("GET", f"/products/{product}", **{"If-None-Match": tag}),
        308: await app.test_client().get("/api/products"),
        202: await ann.call("POST", "/auth/password/forgot", {"email": "ann@example.com"}),
        204: await ann.call("POST", "/auth/password", new),
    }
    for status, answer in answers.items():
        assert (answer.status_code, await answer.get_data()) == (status, b"")
        assert "Content-Type" not in answer.headers
    assert (await ann.call("GET", "/products")).headers["Content-Type"] == "application/json"
