"""The editor of a product's details, by keyboard and by mouse: what is written there is what the shop shows."""

import pytest
from playwright.sync_api import expect

from tests.browser.running_shop import RunningShop
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def test_text_is_formatted_by_keyboard_and_saved_with_one_button(staff: Visitor, running: RunningShop) -> None:
    product = running.ask("/api/v1/products/sku:SKU-0070")["id"]
    page = staff.go(f"/admin/products/{product}")
    area, bar = page.locator("#details-area"), page.get_by_role("toolbar", name="Formatting")
    expect(page.locator("#details")).to_be_hidden()
    area.focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type("Made of ")
    page.keyboard.press("Control+b")
    page.keyboard.type("oak")
    page.keyboard.press("Control+b")
    page.keyboard.type(" by hand.")
    page.keyboard.press("Enter")
    page.keyboard.type("Care")
    page.keyboard.press("Shift+Tab")  # out of the text, to the bar
    expect(bar.get_by_role("button", name="Bold")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name="Heading H2", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(area).to_be_focused()
    expect(area.locator("h2")).to_have_text("Care")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    bar.get_by_role("button", name="Heading H2", exact=True).click()
    bar.get_by_role("button", name="Bulleted list").click()
    page.keyboard.type("Wipe it dry.")
    page.keyboard.press("Control+k")
    expect(page.locator("#details-link")).to_be_focused()
    page.keyboard.type("https://example.com/care")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # nothing keeps the keyboard in the editor
    expect(area).not_to_be_focused()
    page.locator("#name").fill("Oak & Ash")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".note-good")).to_contain_text("Saved")
    expect(page.locator("#name")).to_have_value("Oak & Ash")
    shop = staff.go(f"/products/{product}")
    shown = shop.locator(".prose")
    expect(shown.locator("strong, b")).to_have_text("oak")
    expect(shown.locator("h2")).to_have_text("Care")
    expect(shown.locator("li")).to_contain_text("Wipe it dry.")
    expect(shown.locator("a[href='https://example.com/care']")).to_have_count(1)


def test_pasted_markup_is_cut_to_what_is_kept(staff: Visitor, running: RunningShop) -> None:
    product = running.ask("/api/v1/products/sku:SKU-0071")["id"]
    page = staff.go(f"/admin/products/{product}")
    area = page.locator("#details-area")
    area.focus()
    page.keyboard.press("Control+A")
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/html", "<p style='color:red' onclick='x()'>Red <u>words</u></p><script>x()</script>");
            data.setData("text/plain", "Red words");
            const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            document.getElementById("details-area").dispatchEvent(paste);
        }"""
    )
    expect(area).to_contain_text("Red words")
    expect(area.locator("script, u, [style], [onclick]")).to_have_count(0)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".note-good")).to_contain_text("Saved")
    expect(page.locator("#details-area")).to_contain_text("Red words")


def test_a_file_is_chosen_previewed_and_imported(staff: Visitor, running: RunningShop) -> None:
    page = staff.go("/admin/products/file")
    file = {"name": "p.csv", "mimeType": "text/csv", "buffer": b"sku,price\r\nSKU-0072,4.20\r\n"}
    page.locator("#file").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("tbody tr")).to_contain_text("$4.20")
    page.locator("#file").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Import 1 product").click()
    expect(page.locator(".note-good")).to_contain_text("1 changed")


def test_prices_of_the_selected_are_previewed_and_changed(staff: Visitor, running: RunningShop) -> None:
    page = staff.go("/admin/products?q=SKU-008")
    page.get_by_label("Select all on this page").check()
    page.get_by_role("button", name="Change price and stock").click()
    page.get_by_label("Price", exact=True).select_option("Set to")
    page.get_by_label("Amount or percentage").fill("8.88")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Change 10 products").click()
    expect(page.locator(".note-good")).to_contain_text("Saved: 10 products.")
    assert running.ask("/api/v1/products/sku:SKU-0085")["price"]["amount"] == 888


def test_a_page_of_the_shop_is_written_in_the_same_editor(staff: Visitor) -> None:
    page = staff.go("/admin/pages/returns")
    area, bar = page.locator("#body-area"), page.get_by_role("toolbar", name="Formatting")
    expect(page.locator("#body")).to_be_hidden()
    area.focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type("Send it back within ")
    page.keyboard.press("Control+b")
    page.keyboard.type("60 days")
    page.keyboard.press("Control+b")
    page.keyboard.press("Enter")
    bar.get_by_role("button", name="Bulleted list").click()
    page.keyboard.type("In its box.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".note-good")).to_contain_text("Saved")
    shown = staff.go("/pages/returns").locator(".prose")
    expect(shown.locator("strong, b")).to_have_text("60 days")
    expect(shown.locator("li")).to_have_text("In its box.")
