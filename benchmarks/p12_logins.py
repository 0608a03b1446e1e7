"""P12: 200 people log in at once; meanwhile somebody looks at the front page."""

import asyncio
import json
import time

from benchmarks.http import Client
from benchmarks.report import Figure, percentile
from benchmarks.shop import empty_shop

LOGINS = 200
PASSWORD = "velvet-otter-canyon-42"


async def measure() -> list[Figure]:
    """Every login costs a full password hash. The front page is asked for without a pause until the last is in."""
    with empty_shop() as shop:
        await shop.fill()
        shop.start("web")
        shop.await_web()
        credentials = json.dumps({"email": "shopper@example.com", "password": PASSWORD})
        await _call(shop.port, "/api/v1/auth/register", credentials)
        looking = asyncio.create_task(_look(shop.port))
        began = time.monotonic()
        statuses = await asyncio.gather(*(_call(shop.port, "/api/v1/auth/login", credentials) for _ in range(LOGINS)))
        seconds = time.monotonic() - began
        looking.cancel()
        times = await looking
    served, turned_away = statuses.count(200), LOGINS - statuses.count(200)
    p95 = percentile(times, 95)
    words = f"front page p95 {p95 * 1000:.0f} ms of {len(times)} looks; "
    words += f"{served} in, {turned_away} told to come again, {seconds:.1f} s"
    return [Figure("P12", f"{LOGINS} logins at once", words, None, "p95 <= 1 s", p95 <= 1)]


async def _call(port: int, path: str, body: str) -> int:
    client = Client(port)
    status, _ = await client.call("POST", path, body)
    client.close()
    return status


async def _look(port: int) -> list[float]:
    """The seconds each look at the front page took, until it is cancelled. No two are the same page."""
    client, times = Client(port), []
    try:
        while True:
            began = time.monotonic()
            await client.call("GET", f"/?look={len(times)}")
            times.append(time.monotonic() - began)
    except asyncio.CancelledError:
        return times
    finally:
        client.close()
