"""More requests at once than the shop handles: those beyond hear so at once, and nobody is counted for ever."""

import asyncio
from dataclasses import replace

import pytest
from quart import Quart

from web.app import create_app
from web.security import in_flight

pytestmark = pytest.mark.asyncio


@pytest.fixture
def slow(app: Quart) -> asyncio.Event:
    return add_slow(app)


def add_slow(app: Quart) -> asyncio.Event:
    """Requests of /slow are answered when this is set."""
    may_answer = asyncio.Event()

    async def answer() -> str:
        await may_answer.wait()
        return "done"

    app.add_url_rule("/slow", "slow", answer)
    return may_answer


async def _handled(app: Quart, number: int) -> None:
    async with asyncio.timeout(30):
        while app.extensions["in_flight"].count != number:
            await asyncio.sleep(0.01)


async def test_a_request_beyond_the_limit_is_told_when_to_come_back(app, slow, monkeypatch):
    monkeypatch.setattr(in_flight, "MOST", 3)
    client = app.test_client()
    waiting = [asyncio.create_task(client.get("/slow")) for _ in range(3)]
    await _handled(app, 3)
    refused = await client.get("/api/v1/products")
    assert refused.status_code == 503
    assert 1 <= int(refused.headers["Retry-After"]) <= 5
    assert (await refused.get_json())["code"] == "busy"
    page = await client.get("/")
    assert page.status_code == 503
    assert (await client.get("/livez")).status_code == 200
    slow.set()
    assert {(await answer).status_code for answer in waiting} == {200}
    await _handled(app, 0)
    assert (await client.get("/api/v1/products")).status_code == 200


async def test_an_address_that_takes_all_places_closes_the_shop_for_itself_alone(settings, shop, monkeypatch):
    monkeypatch.setattr(in_flight, "MOST", 20)
    app = create_app(replace(settings, trusted_proxies=1))
    may_answer = add_slow(app)
    client = app.test_client()

    async def asked(address, path="/api/v1/cart"):
        return (await client.get(path, headers={"X-Forwarded-For": address})).status_code

    waiting = [asyncio.create_task(asked("203.0.113.1", "/slow")) for _ in range(20)]
    await _handled(app, 20)
    assert await asked("203.0.113.1") == 503
    assert await asked("203.0.113.2") == 200
    waiting += [asyncio.create_task(asked(f"198.51.100.{n}", "/slow")) for n in range(19)]
    await _handled(app, 39)
    assert await asked("198.51.100.0") == 503
    assert await asked("203.0.113.2") == 200
    waiting.append(asyncio.create_task(asked("198.51.100.19", "/slow")))
    await _handled(app, 40)
    assert await asked("203.0.113.2") == 503
    may_answer.set()
    assert set(await asyncio.gather(*waiting)) == {200}
    await _handled(app, 0)


async def test_a_request_whose_client_went_away_is_not_counted_any_more(app, slow):
    client = app.test_client()
    waiting = asyncio.create_task(client.get("/slow"))
    await _handled(app, 1)
    waiting.cancel()
    slow.set()
    await _handled(app, 0)
