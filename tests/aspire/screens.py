"""Photographs Aspire's dashboard while the shop runs under it: `python -m tests.aspire.screens LOGIN_URL [FOLDER]`.

`LOGIN_URL` is what the app host prints. The pictures of docs/screens/aspire are made so.
"""

import io
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.screens import with_few_colours
from tests.browser.visitor import WIDE, Visitor

SHOP = "http://localhost:5566"


def main(login: str, folder: Path) -> None:
    """An order is bought in the browser, two workers are added in the dialog, and the order's trace is looked up."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        shopper = Visitor(browser, SHOP)
        shopper.order("tok_ok", _products()[0], email="ada@example.com")
        shopper.sees_settled()
        page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
        page.goto(login)
        _scale(page, folder, workers=4)
        _trace(page, folder)
        _metrics(page, folder)
        browser.close()


def _products() -> list[str]:
    found = httpx.get(f"{SHOP}/api/v1/products?in_stock=true&per_page=5").json()
    return [product["name"] for product in found["items"]]


def _scale(page: Page, folder: Path, workers: int) -> None:
    row = page.get_by_role("row").filter(has_text="wanted")
    row.get_by_title("Set the number of running workers").click()
    dialog = page.locator("#interactions-input-dialog")
    number, button = dialog.locator("input").first, dialog.get_by_text("Scale", exact=True).last
    number.fill("9")
    button.click()
    expect(dialog).to_contain_text("Give a whole number from 0 to 8.")
    number.fill(str(workers))
    _keep(page, folder / "scale.png")
    button.click()
    expect(row).to_contain_text(f"{workers} of {workers} running")
    _keep(page, folder / "resources.png")


def _trace(page: Page, folder: Path) -> None:
    page.goto(f"{_dashboard(page)}/traces")
    page.get_by_text("web: POST /checkout", exact=False).last.click()
    expect(page.get_by_text("smtp send").first).to_be_visible()
    _keep(page, folder / "trace.png")


def _metrics(page: Page, folder: Path) -> None:
    page.goto(f"{_dashboard(page)}/metrics/resource/worker-1")
    page.get_by_title("cartwright.queue.depth", exact=True).click()
    expect(page.get_by_text("cartwright.job.state").first).to_be_visible()
    _keep(page, folder / "metrics.png")


def _dashboard(page: Page) -> str:
    return "{0.scheme}://{0.netloc}".format(urlsplit(page.url))


def _keep(page: Page, path: Path) -> None:
    page.wait_for_timeout(1500)  # the dashboard draws what moves
    with_few_colours(Image.open(io.BytesIO(page.screenshot())).convert("RGB")).save(path, optimize=True)
    print(f"{path} {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2] if len(sys.argv) > 2 else "docs/screens/aspire"))
