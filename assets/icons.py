"""`python -m assets.icons`: draws the icons and the picture of shared links out of favicon.svg (needs Chromium)."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

STATIC = Path(__file__).parents[1] / "web" / "static"
ICONS = STATIC / "icons"
SHARED = (1200, 630)
NAME = """
<body style="margin:0;height:630px;display:flex;gap:56px;align-items:center;justify-content:center;background:#f7f4ee">
<div style="width:220px">{mark}</div>
<div style="font:700 104px sans-serif;letter-spacing:-4px;color:#1f1a14">Cartwright
<div style="font:400 40px sans-serif;letter-spacing:0;color:#62594c">Everyday things, made to last.</div></div>
"""


def drawn(page: Page, html: str, width: int, height: int) -> Image.Image:
    """What the browser makes of it, in so many pixels."""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(html)
    return Image.open(io.BytesIO(page.screenshot(omit_background=True)))


def main() -> None:
    """Write them into web/static/icons."""
    ICONS.mkdir(exist_ok=True)
    mark = (STATIC / "favicon.svg").read_text()
    square = mark.replace(' rx="9"', "")  # a touch icon gets its corners from the telephone
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for name, picture, size in (("touch-180", square, 180), ("favicon", mark, 48)):
            body = f'<body style="margin:0;display:grid;width:{size}px">{picture}'
            image = drawn(page, body, size, size)
            if name == "favicon":
                image.save(ICONS / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
            else:
                image.save(ICONS / f"{name}.png", optimize=True)
        drawn(page, NAME.format(mark=mark), *SHARED).convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(
            ICONS / "share.png", optimize=True
        )
        browser.close()


if __name__ == "__main__":
    main()
