"""Photographs every page of a running shop: `python -m tests.browser.screens FOLDER [admin]`.

With `admin` only the pages behind the shop. Without a folder only those are taken that docs/screens keeps.
"""

import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser import staff_screens, stage
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.running_shop import ROOT, RunningShop
from tests.browser.visitor import NARROW, PASSWORD, WIDE, Visitor

SIZES: Mapping[str, ViewportSize] = {"1280": WIDE, "375": NARROW}  # type: ignore[dict-item]
KEPT_NAMES = """
home-1280 home-375 home-dark-1280 products-1280 search-375 product-1280 product-375 added-375 cart-1280 cart-375
checkout-address-375 checkout-shipping-1280 checkout-payment-375 checkout-review-1280 order-1280 order-375
order-confirmed-375 order-declined-1280 order-cancel-question-1280 order-waiting-375 orders-1280 not-found-375
admin-email-1280 admin-job-1280 admin-overview-1280 admin-analytics-1280 admin-charts-1280 admin-failures-1280
"""
KEPT = frozenset(KEPT_NAMES.split())


class Photographer:
    """Walks through the shop and keeps each page at both sizes."""

    def __init__(self, browser: Browser, shop: RunningShop, folder: Path, only: frozenset[str] | None = None) -> None:
        self._browser, self._shop, self._folder, self._only = browser, shop, folder, only

    def shoot(
        self, visitor: Visitor, name: str, *, whole: bool = True, sizes: Mapping[str, ViewportSize] = SIZES
    ) -> None:
        for suffix, size in sizes.items():
            if self._only is not None and f"{name}-{suffix}" not in self._only:
                continue
            visitor.page.set_viewport_size(size)
            visitor.page.evaluate("scrollTo(0, 0)")
            visitor.page.wait_for_timeout(400)
            path = self._folder / f"{name}-{suffix}.png"
            visitor.page.screenshot(path=path, full_page=whole, animations="disabled")
            print(f"{path} {path.stat().st_size // 1024} kB")
        visitor.page.set_viewport_size(WIDE)  # type: ignore[arg-type]

    def stranger(self) -> None:
        visitor = Visitor(self._browser, self._shop.url)
        product = self._shop.ask("/api/v1/products/sku:SKU-0014")
        pages = {
            "home": "/",
            "products": "/products",
            "search": "/products?q=oak&max_price=80",
            "nothing-found": "/products?q=unobtainable",
            "product": f"/products/{product['id']}",
            "cart-empty": "/cart",
            "login": "/auth/login",
            "register": "/auth/register",
            "not-found": "/nowhere",
        }
        for name, path in pages.items():
            visitor.go(path)
            self.shoot(visitor, name, whole=name not in ("home", "products"))
        visitor.page.emulate_media(color_scheme="dark")
        visitor.go("/")
        self.shoot(visitor, "home-dark", whole=False)
        visitor.go(f"/products/{product['id']}")
        self.shoot(visitor, "product-dark")
        visitor.page.emulate_media(color_scheme="light")
        visitor.go("/products")
        visitor.page.locator("li.product button").first.click()
        visitor.page.locator(".toast").first.wait_for()
        self.shoot(visitor, "added", whole=False)
        visitor.close()

    def customer(self) -> None:
        names = [self._shop.ask(f"/api/v1/products/sku:SKU-00{number}")["name"] for number in (14, 27, 52)]
        visitor = Visitor(self._browser, self._shop.url)
        visitor.sign_up("ann@example.com")
        visitor.go("/orders")
        self.shoot(visitor, "orders-none")
        for token, name in (("tok_ok", "order-confirmed"), ("tok_declined", "order-declined")):
            visitor.order(token, names[0])
            visitor.sees_settled()
            self.shoot(visitor, name)
        for name, path in {"orders": "/orders", "profile": "/auth/profile", "logout": "/auth/logout"}.items():
            visitor.go(path)
            self.shoot(visitor, name)
        visitor.close()

    def guest(self) -> None:
        """The way of somebody without an account, step by step."""
        names = [self._shop.ask(f"/api/v1/products/sku:SKU-00{number}")["name"] for number in (14, 27, 52)]
        visitor = Visitor(self._browser, self._shop.url)
        visitor.put_in_cart(*names)
        visitor.go("/cart")
        self.shoot(visitor, "cart")
        visitor.go("/checkout")
        visitor.fill_in_checkout("tok_timeout", email="guest@example.com")
        for step in ("address", "shipping", "payment", "review"):
            visitor.go(f"/checkout/{step}")
            self.shoot(visitor, f"checkout-{step}")
        visitor.place()
        visitor.sees_step("Stock held")
        self.shoot(visitor, "order")  # the one the README shows
        visitor.sees_settled()
        visitor.page.locator("#cancel-question").click()
        self.shoot(visitor, "order-cancel-question")
        visitor.page.get_by_role("button", name="Yes, cancel").click()
        visitor.sees_step("Payment given back")
        visitor.sees_settled()
        self.shoot(visitor, "order-cancelled")
        visitor.close()

    def admin(self) -> None:
        visitor = Visitor(self._browser, self._shop.url)
        visitor.context.set_default_timeout(60_000)
        names = [self._shop.ask(f"/api/v1/products/sku:SKU-00{number}")["name"] for number in (14, 27)]
        visitor.order("tok_ok", *names, email="bea@example.com")
        visitor.sees_settled()
        visitor.order("tok_timeout", names[0], email="bea@example.com")
        visitor.go("/auth/login")
        visitor.log_in("admin@shop.com", "admin123")
        self.shoot(visitor, "must-change-password")
        visitor.page.get_by_label("Current password").fill("admin123")
        visitor.page.get_by_label("New password").fill(f"{PASSWORD}-admin")
        visitor.page.get_by_role("button", name="Change the password").click()
        visitor.page.wait_for_url(re.compile("/auth/profile"))
        stage.set_up(self._shop.folder)
        for name in staff_screens.walk(visitor, self._shop):
            self.shoot(visitor, f"admin-{name}")
            if self._only is None:
                visitor.page.emulate_media(color_scheme="dark")
                self.shoot(visitor, f"admin-{name}-dark", sizes={"1280": SIZES["1280"]})
                visitor.page.emulate_media(color_scheme="light")
        visitor.close()

    def without_worker(self) -> None:
        """An order that nobody works on yet."""
        self._shop.kill_worker()
        visitor = Visitor(self._browser, self._shop.url)
        name = self._shop.ask("/api/v1/products/sku:SKU-0027")["name"]
        visitor.order("tok_ok", name, email="patient@example.com")
        self.shoot(visitor, "order-waiting")
        visitor.close()


def main(folder: Path, only: frozenset[str] | None = None, parts: Sequence[str] = ()) -> int:
    """All pages, or only some, at 1280 and at 375 pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        shop = RunningShop(Path(place))
        try:
            photographer = Photographer(browser, shop.open(), folder, only)
            for part in parts or ("stranger", "guest", "customer", "admin", "without_worker"):
                getattr(photographer, part)()
        finally:
            shop.close()
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(
        main(Path(sys.argv[1]), parts=sys.argv[2:]) if len(sys.argv) > 1 else main(ROOT / "docs" / "screens", KEPT)
    )
