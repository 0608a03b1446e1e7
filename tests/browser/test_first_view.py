"""What the first view of a page costs a slow telephone: the bytes on the wire and how much it jumps.

How long it takes depends on the machine; `python -m benchmarks first` measures that.
"""

import pytest
from playwright.sync_api import Browser

from tests.browser.first_view import first_view
from tests.browser.running_shop import RunningShop

pytestmark = pytest.mark.browser
MOST_KILOBYTES = 200
MOST_SHIFT = 0.05
PAGES = {"home": "/", "list": "/products", "category": "/products/kitchen/", "product": "/products/sku:SKU-0014"}


@pytest.mark.parametrize("name", PAGES)
def test_the_first_view_is_small_and_stands_still(chromium: Browser, running: RunningShop, name: str) -> None:
    seen = first_view(chromium, running.url + PAGES[name])
    print(name, seen)
    assert 20 < seen.kilobytes < MOST_KILOBYTES
    assert 0 <= seen.shift < MOST_SHIFT
    assert 0 < seen.first_paint <= seen.largest_paint
