"""The first view of home, list and product on a throttled telephone (400 kbit/s, a quarter of the speed).

The median of `ROUNDS` visits with an empty cache, in Chromium.
"""

import asyncio
import os
import shutil

from playwright.sync_api import sync_playwright

from benchmarks.report import Figure, median
from benchmarks.shop import empty_shop
from tests.browser.first_view import FirstView, first_view

ROUNDS = 5
PAGES = {"home": "/", "list": "/products", "product": "/products/sku:SKU-0014"}
TARGET = "first paint < 2 s, largest < 2.5 s, shift < 0.05, < 200 kB"


async def measure() -> list[Figure]:
    """The first view of each page."""
    with empty_shop() as shop:
        await shop.fill()
        shop.start("web")
        await asyncio.to_thread(shop.await_web)
        return await asyncio.to_thread(_visit, f"http://127.0.0.1:{shop.port}")


def _visit(url: str) -> list[Figure]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            return [_figure(name, [first_view(browser, url + PAGES[name]) for _ in range(ROUNDS)]) for name in PAGES]
        finally:
            browser.close()


def _figure(name: str, views: list[FirstView]) -> Figure:
    first, largest = median([each.first_paint for each in views]), median([each.largest_paint for each in views])
    kilobytes, shift = max(each.kilobytes for each in views), max(each.shift for each in views)
    words = f"first paint {first:.0f} ms, largest {largest:.0f} ms, shift {shift:.3f}, {kilobytes:.0f} kB"
    is_reached = first < 2000 and largest < 2500 and shift < 0.05 and kilobytes < 200
    return Figure("first", f"a slow telephone: {name}", words, None, TARGET, is_reached)
