"""Behind the shop by hand: rows that change in place, and pictures that are what they say or are refused."""

import io
import struct
import zlib

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import STAFF
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def drawn(kind: str, size: tuple[int, int] = (120, 90)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind)
    return file.getvalue()


def bomb() -> bytes:
    """A PNG of a few hundred bytes that claims to be 60,000 pixels wide and high."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


BAD = {
    "a script": (b"<script>alert(1)</script>", "no PNG, JPEG or WebP"),
    "a drawing that can run": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "Save it as PNG"),
    "a bomb": (bomb(), "million pixels"),
    "a fake": (b"\x89PNG\r\n\x1a\n" + b"<?php system($_GET[0]);" * 20, "no PNG, JPEG or WebP"),
    "another kind": (drawn("GIF"), "no PNG, JPEG or WebP"),
    "half a picture": (drawn("PNG", (400, 400))[:300], "broken or was cut off"),
}


def hang(page: Page, content: bytes) -> None:
    """Send the picture, and wait for the page that answers."""
    page.locator("#picture").set_input_files({"name": "mug.png", "mimeType": "image/png", "buffer": content})
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()


def test_a_good_picture_is_hung_and_six_bad_ones_are_refused_beside_the_box(
    staff: Visitor, running: RunningShop
) -> None:
    staff.excuse("status of 422")
    product = running.ask("/api/v1/products/sku:SKU-0050")["id"]
    page = staff.go(f"/admin/products/{product}")
    pictures = page.locator("section", has=page.locator("#pictures")).locator("img")
    before = pictures.count()
    for what, (content, words) in BAD.items():
        hang(page, content)
        expect(page.locator("#picture-error")).to_contain_text(words)
        expect(page.locator("#picture[aria-invalid]"), what).to_be_visible()
        expect(pictures, what).to_have_count(before)
    page.locator("#alt").fill("From the side")
    hang(page, drawn("JPEG"))
    expect(page.locator(".note-good")).to_contain_text("Saved")
    expect(pictures).to_have_count(before + 1)
    shop = staff.go(f"/products/{product}")
    hung = shop.get_by_alt_text("From the side").first
    hung.scroll_into_view_if_needed()
    expect(hung).to_have_js_property("complete", True)
    assert hung.evaluate("image => image.naturalWidth > 0 && image.currentSrc.includes('/media/')")
    assert str(hung.get_attribute("src")).endswith(".webp")


def test_a_row_of_stock_changes_in_place_and_says_what_is_wrong(staff: Visitor, running: RunningShop) -> None:
    staff.excuse("422")
    product = running.ask("/api/v1/products/sku:SKU-0060")["id"]
    page = staff.go("/admin/inventory?q=SKU-0060")
    page.evaluate("window.mark = 'the same page'")
    box, row = page.locator(f"#quantity-{product}"), page.locator(f"#stock-{product}")

    def enter(words: str) -> None:
        """Send a quantity, and wait for the row that answers."""
        row.evaluate("row => { row.dataset.seen = '1' }")
        box.fill(words)
        box.press("Enter")
        expect(page.locator(f"#stock-{product}[data-seen]")).to_have_count(0)

    for wrong, words in (("0", "1 to 100,000"), ("-4", "whole number"), ("many", "whole number")):
        enter(wrong)
        expect(page.locator(f"#problem-{product}")).to_contain_text(words)
        expect(box).to_have_value(wrong)
    expect(row).to_contain_text("50")
    enter("7")
    expect(row).to_contain_text("+7")
    expect(row.locator("td").nth(1)).to_contain_text("57")
    expect(page.locator(f"#problem-{product}")).to_be_empty()
    expect(box).to_be_focused()
    assert page.evaluate("window.mark") == "the same page"


def test_an_order_moves_in_its_row_and_a_stale_row_is_told_so(
    visitor: Visitor, staff: Visitor, names: list[str]
) -> None:
    staff.excuse("409")
    visitor.sign_up("rows@example.com")
    order_id = visitor.order("tok_ok", names[1]).removeprefix("/orders/")
    visitor.sees_settled()
    page = staff.go("/admin/orders")
    page.evaluate("window.mark = 'the same page'")
    stale = staff.new_page()
    stale.goto("/admin/orders")
    row, late = page.locator(f"#row-{order_id}"), stale.locator(f"#row-{order_id}")
    row.locator("summary", has_text="Ship").click()
    row.get_by_label("Carrier").fill("Post")
    row.get_by_role("button", name="Mark as shipped").click()
    expect(row).to_contain_text("Shipped")
    late.locator("summary", has_text="Cancel").click()
    late.get_by_role("button", name="Cancel the order").click()
    expect(late.locator(".field-error")).to_contain_text("shipped cannot become cancelled")
    expect(late.get_by_role("button", name="Delivered")).to_be_visible()
    row.get_by_role("button", name="Delivered").click()
    expect(row.locator(".badge")).to_have_text("Delivered")
    expect(row.locator("summary, button")).to_have_count(0)
    assert page.evaluate("window.mark") == "the same page"


def test_ticked_boxes_and_lines_typed_in_a_list_are_back_after_the_login_that_had_ended(staff: Visitor) -> None:
    staff.excuse("403")
    page = staff.go("/admin/webhooks")
    page.locator("form[action='/admin/webhooks'] [name=url]").fill("https://shop.example/late")
    events = page.locator("form[action='/admin/webhooks'] [name=events]")
    wanted = ["payment.*", "stock.*", "order.placed"]
    for value in [event.get_attribute("value") for event in events.all()]:
        page.locator(f"form[action='/admin/webhooks'] [name=events][value='{value}']").set_checked(value in wanted)
    staff.context.clear_cookies(name="sid")
    page.get_by_role("button", name="Register it").click()
    page.get_by_role("link", name="Log in and go on").click()
    staff.log_in(STAFF)
    expect(page.locator("form[action='/admin/webhooks'] [name=url]")).to_have_value("https://shop.example/late")
    ticked = "all => all.filter(each => each.checked).map(each => each.value)"
    assert sorted(events.evaluate_all(ticked)) == sorted(wanted)

    page = staff.go("/admin/inventory")
    second = page.locator("input[name=quantity]").nth(1)
    second.fill("17")
    staff.context.clear_cookies(name="sid")
    second.press("Enter")
    page.locator(".toast").get_by_role("link", name="Log in").click()
    staff.log_in(STAFF)
    typed = "all => all.map(each => each.value).filter(Boolean)"
    expect(second).to_have_value("17")
    assert page.locator("input[name=quantity]").evaluate_all(typed) == ["17"]
