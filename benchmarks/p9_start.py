"""P9: from starting the web process to the first page served, on a database that is there already."""

import asyncio
import time

from benchmarks.http import Client
from benchmarks.report import Figure, median
from benchmarks.shop import empty_shop

ROUNDS = 5
PATIENCE_SECONDS = 30


async def measure() -> list[Figure]:
    """Started five times; each time the front page is asked for until it comes."""
    with empty_shop() as shop:
        await shop.fill()
        times = []
        for _ in range(ROUNDS):
            began = time.monotonic()
            shop.start("web")
            while not await _is_served(shop.port):
                assert time.monotonic() - began < PATIENCE_SECONDS, shop.logs()
                await asyncio.sleep(0.01)
            times.append(time.monotonic() - began)
            shop.stop()
    seconds = median(times)
    return [Figure("P9", "start to first page", f"{seconds:.2f} s", None, "<= 1.5 s", seconds <= 1.5)]


async def _is_served(port: int) -> bool:
    client = Client(port)
    try:
        status, body = await client.call("GET", "/")
    except OSError:
        return False
    finally:
        client.close()
    return status == 200 and b"</html>" in body
