"""Photographs every page and state of a running shop: `python -m tests.browser.screens [FOLDER] [--dark]`.

The pictures of docs/screens are made so, with 255 colours each.
"""

import argparse
import io
import math
import re
import sys
import tempfile
from pathlib import Path
from typing import cast

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import staff_screens, stage
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.running_shop import ROOT, RunningShop
from tests.browser.tour import LIMITED, Tour
from tests.browser.visitor import NARROW, PASSWORD, WIDE, Visitor

SIZES = {"1280": WIDE, "375": NARROW}
COLOURS = 255
WEIGHT = 0.4  # how much of a colour's area counts for the palette: small pictures keep their colours
# One screen of these is enough.
LONG = {"home", "products", "products-last", "problems", "menu", "added", "added-too-many"}
NARROW_ONLY = {"menu"}
ALSO_DARK = {"home", "product", "order", "checkout-payment"}


class Photographer:
    """Keeps each stop at both sizes."""

    def __init__(self, browser: Browser, folder: Path, *, is_dark: bool) -> None:
        self._browser, self._folder, self._is_dark = browser, folder, is_dark

    def open_window(self, shop: RunningShop) -> Visitor:
        return Visitor(self._browser, shop.url, color_scheme="dark" if self._is_dark else "light")

    def shoot(self, visitor: Visitor, name: str) -> None:
        for suffix, size in SIZES.items():
            if name in NARROW_ONLY and size is WIDE:
                continue
            visitor.page.set_viewport_size(size)  # type: ignore[arg-type]
            visitor.page.evaluate("scrollTo(0, 0)")
            visitor.page.wait_for_timeout(250)
            self._keep(visitor, name, suffix)
            if name in ALSO_DARK and not self._is_dark:
                visitor.page.emulate_media(color_scheme="dark")
                self._keep(visitor, name, f"dark-{suffix}")
                visitor.page.emulate_media(color_scheme="light")
        visitor.page.set_viewport_size(WIDE)  # type: ignore[arg-type]

    def _keep(self, visitor: Visitor, name: str, suffix: str) -> None:
        shot = visitor.page.screenshot(full_page=name not in LONG, animations="disabled")
        path = self._folder / f"{name}-{suffix}.png"
        with_few_colours(Image.open(io.BytesIO(shot)).convert("RGB")).save(path, optimize=True)
        print(f"{path} {path.stat().st_size // 1024} kB")

    def admin(self, shop: RunningShop) -> None:
        """Behind the shop, where the orders of the tour have left their traces."""
        visitor = self.open_window(shop)
        names = [shop.ask(f"/api/v1/products/sku:SKU-00{number}")["name"] for number in (14, 27)]
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
        stage.set_up(shop.folder)
        for name in staff_screens.walk(visitor, shop):
            self.shoot(visitor, f"admin-{name}")
        visitor.close()


def with_few_colours(picture: Image.Image) -> Image.Image:
    """The same, a third of the size as a file."""
    found = cast(list[tuple[int, tuple[int, int, int]]], picture.getcolors(1 << 24))
    weighed = [colour for count, colour in found for _ in range(int(count**WEIGHT))]
    side = math.isqrt(len(weighed)) + 1
    sample = Image.new("RGB", (side, side), weighed[0])
    sample.putdata(weighed)
    return picture.quantize(palette=sample.quantize(COLOURS), dither=Image.Dither.NONE)


def main(folder: Path, *, is_dark: bool = False) -> int:
    """The whole tour, on a shop, on one without a worker, and on an empty one."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        photographer = Photographer(browser, folder, is_dark=is_dark)
        for part, is_empty in (("attended", False), ("unattended", False), ("empty", True)):
            (Path(place) / part).mkdir()
            shop = RunningShop(Path(place) / part, is_empty=is_empty, **(LIMITED if is_empty else {}))
            try:
                tour = Tour(shop.open(), photographer.open_window, photographer.shoot)
                getattr(tour, part)()
                if part == "attended":
                    photographer.admin(shop)
            finally:
                shop.close()
        browser.close()
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screens")
    parser.add_argument("--dark", action="store_true")
    wanted = parser.parse_args()
    sys.exit(main(wanted.folder, is_dark=wanted.dark))
