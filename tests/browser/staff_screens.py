"""Every page behind the shop in every state: to be photographed and looked at, and checked by a test."""

import re
from collections.abc import Iterator

from tests.browser import stage
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import Visitor


def walk(visitor: Visitor, shop: RunningShop) -> Iterator[str]:
    """Open one after the other as an admin; the name of each, while it is open."""
    for name, path in stage.paths(shop.folder).items():
        visitor.go(path)
        yield name
    page = visitor.go("/admin/jobs?state=dead")
    page.locator("details[id^=more-] summary").first.click()
    page.locator("input[name=job]").first.check()
    yield "jobs-open"
    visitor.go(stage.PATHS["preview"])
    page.get_by_label("Why").fill("The relay is back.")
    page.locator("#confirm").click()
    page.locator("#batch .badge", has_text="Done").first.wait_for()
    yield "batch"
    page = visitor.go("/admin/orders?status=confirmed")
    page.locator(".drop summary").first.click()
    yield "orders-ship"
    visitor.go("/admin/products/new")
    page.get_by_label("SKU").fill("SKU-0001")
    page.get_by_label("Name").fill("A mug")
    page.get_by_label("Price").fill("free")
    page.get_by_label("Category").select_option(index=1)
    page.get_by_role("button", name="Save and put on sale").click()
    yield "product-refused"
    visitor.go("/admin/jobs/timetable")
    page.get_by_role("button", name=re.compile("Pause.*webhook.deliver")).click()
    page.locator("#alarm", has_text="Paused").wait_for()
    yield "paused"
    page.get_by_role("button", name=re.compile("Resume.*webhook.deliver")).click()
