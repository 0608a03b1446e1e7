"""Limits on how much one caller may ask for: shared by all processes, cheap for those who stay within them."""

import fcntl
import os
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from models.database import close_database, open_database, read, write
from models.shared import rate_limit_counters
from tests.models.operations.ages import purged
from tests.web.clients import Api, Browser, code_of, make_user
from web.app import create_app
from web.security.rate_limiter import Policy, RateLimiter

pytestmark = pytest.mark.asyncio
SMALL = Policy("small", quota=10, window_seconds=600, share=3, lease=4)
EXACT = Policy("exact", quota=10, window_seconds=600, share=0, lease=1)


async def passed(process: RateLimiter, policy: Policy, times: int, name: str = "ann") -> int:
    """How many of so many requests pass."""
    return sum([(await process.spend(policy, name)).passes for _ in range(times)])


async def test_a_process_gives_its_share_and_the_quota_and_no_more(shop: str) -> None:
    process = RateLimiter()
    assert await passed(process, SMALL, 40) == 13
    verdict = await process.spend(SMALL, "ann")
    assert not verdict.passes
    assert 0 < verdict.reset_seconds <= 60
    assert await passed(process, SMALL, 40, "bob") == 13


async def test_processes_share_the_quota(shop: str) -> None:
    one, other, third = RateLimiter(), RateLimiter(), RateLimiter()
    both = [await passed(each, EXACT, 1) for _ in range(12) for each in (one, other)]
    assert sum(both) == 10
    assert await passed(third, EXACT, 5) == 0
    assert await passed(one, SMALL, 40) + await passed(other, SMALL, 40) + await passed(third, SMALL, 40) == 10 + 3 * 3


async def test_what_was_asked_at_once_counts_as_well(shop: str) -> None:
    import asyncio

    process = RateLimiter()
    verdicts = await asyncio.gather(*(process.spend(SMALL, "ann") for _ in range(60)))
    assert sum(verdict.passes for verdict in verdicts) == 13


async def test_the_allowance_comes_back_bit_by_bit(shop: str) -> None:
    assert await passed(RateLimiter(), EXACT, 20) == 10
    await write(lambda tx: tx.execute("UPDATE rate_bucket SET full_at = full_at - 61000"))
    assert await passed(RateLimiter(), EXACT, 20) == 1
    await write(lambda tx: tx.execute("UPDATE rate_bucket SET full_at = full_at - 600000"))
    assert await purged("rate_bucket") == 1
    assert await passed(RateLimiter(), EXACT, 20) == 10


async def test_a_caller_within_the_share_costs_the_database_nothing(app: Quart, statements: list[str]) -> None:
    client = app.test_client()
    for _ in range(100):
        assert (await client.get("/auth/login")).status_code == 200
    assert not [sql for sql in statements if "rate_bucket" in sql]


async def test_who_is_turned_away_costs_the_database_nothing(shop: str, statements: list[str]) -> None:
    process = RateLimiter()
    await passed(process, SMALL, 14)
    statements.clear()
    assert await passed(process, SMALL, 100) == 0
    assert statements == []


async def test_a_lease_costs_one_write(shop: str, statements: list[str]) -> None:
    await passed(RateLimiter(), SMALL, 3 + 4)
    assert len([sql for sql in statements if "rate_bucket" in sql]) == 1


async def test_a_database_too_busy_to_count_keeps_nobody_out(database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("SQLite only: the gate beside the file is how this test keeps the database busy")
    await open_database(database_url, busy_seconds=0.05, synchronous="OFF")
    gate = os.open(database_url.removeprefix("sqlite:///") + ".gate", os.O_RDWR | os.O_CREAT)
    process = RateLimiter()
    try:
        fcntl.flock(gate, fcntl.LOCK_EX)
        assert await passed(process, EXACT, 2) == 2
        fcntl.flock(gate, fcntl.LOCK_UN)
        await close_database()
        await open_database(database_url, busy_seconds=60, synchronous="OFF")
        assert await passed(RateLimiter(), EXACT, 20) == 10
    finally:
        os.close(gate)
        await close_database()


def left(answer: Any) -> tuple[str, int]:
    """The limit an answer names, and what is left of it."""
    found = re.fullmatch(r'"([a-z]+)";r=(\d+);t=\d+', answer.headers["RateLimit"])
    assert found, answer.headers["RateLimit"]
    return found[1], int(found[2])


async def test_an_answer_says_what_is_left(app: Quart) -> None:
    api = Api(app)
    answer = await api.call("GET", "/products")
    assert (answer.headers["RateLimit-Policy"], left(answer)) == ('"read";q=1200;w=60', ("read", 1199))
    for headers, status in (({}, 401), ({"Authorization": "Bearer x.y.z"}, 401)):
        refused = await api.call("GET", "/orders", **headers)
        assert (refused.status_code, left(refused)[0]) == (status, "read")
    for _ in range(10):  # half a minute brings fifteen back, so that this may take its time
        answer = await api.call("POST", "/auth/login", {})
    assert left(answer)[0] == "auth"
    assert left(answer)[1] < 299


async def test_too_much_is_a_429_that_says_when_to_come_again(app: Quart, settings: Settings) -> None:
    body, other = {"email": "nobody@example.com"}, create_app(settings)
    answers = [await Api(app).call("POST", "/auth/password/forgot", body) for _ in range(12)]
    answers += [await Api(other).call("POST", "/auth/password/forgot", body) for _ in range(12)]
    assert Counter(answer.status_code for answer in answers) == {202: 20, 429: 4}
    last = answers[-1]
    assert await code_of(last) == (429, "too_many_requests")
    assert 1 <= int(last.headers["Retry-After"]) <= 30
    assert last.headers["RateLimit"] == f'"mail";r=0;t={last.headers["Retry-After"]}'
    assert (await Api(app).call("GET", "/products")).status_code == 200
    page = await Browser(app).post("/auth/forgot-password", email="nobody@example.com")
    assert (page.status_code, "Please slow down" in await page.get_data(as_text=True)) == (429, True)


async def test_an_account_is_one_caller_wherever_it_comes_from(shop: str, settings: Settings) -> None:
    await make_user()
    app = create_app(replace(settings, trusted_proxies=1))
    here, there = await Api(app).log_in("ann@example.com"), await Api(app).log_in("ann@example.com")
    for client, address in ((here, "198.51.100.1"), (there, "198.51.100.2")):
        for _ in range(8):
            answer = await client.call("POST", "/orders", {}, **{"X-Forwarded-For": address})
    assert left(answer)[0] == "checkout"
    assert left(answer)[1] < 120 - 8


async def test_probes_are_exempt_and_off_means_off(app: Quart, settings: Settings) -> None:
    for path in ("/livez", "/readyz", "/api/v1/health"):
        assert "RateLimit" not in (await app.test_client().get(path)).headers
    free: Any = create_app(replace(settings, rate_limit=False))
    body = {"email": "nobody@example.com"}
    answers = [await Api(free).call("POST", "/auth/password/forgot", body) for _ in range(22)]
    assert {answer.status_code for answer in answers} == {202}
    assert "RateLimit" not in answers[0].headers
    assert await read(lambda tx: tx.fetch("SELECT * FROM rate_bucket")) == []


@pytest.mark.usefixtures("shop")
async def test_a_clock_set_back_leaves_nobody_with_an_empty_bucket() -> None:
    bounds = {"quota": 10, "window_ms": 60_000}
    assert (await write(lambda tx: rate_limit_counters.take(tx, "one", 10, **bounds))).granted == 10
    assert (await write(lambda tx: rate_limit_counters.take(tx, "one", 1, **bounds))).granted == 0
    await write(lambda tx: tx.execute("UPDATE rate_bucket SET full_at = full_at + 3600000"))
    assert await write(lambda tx: rate_limit_counters.wait_ms(tx, "one", **bounds)) == 0
    assert (await write(lambda tx: rate_limit_counters.take(tx, "one", 7, **bounds))).left == 3
    assert (await write(lambda tx: rate_limit_counters.take(tx, "one", 7, **bounds))).granted == 3
