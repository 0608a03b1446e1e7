"""A shopper chooses a size: by keyboard, on a phone, and without scripts; an admin fills the grid."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import axe
from tests.browser.conftest import Visit, logged_in
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.browser
PHONE = {"width": 375, "height": 812}


@pytest.fixture(scope="module")
def shop(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """A shop with kimonos in three sizes, of which M is sold out."""
    shop = RunningShop(tmp_path_factory.mktemp("families"))
    try:
        shop.open()
        new = {"name": "Dune Kimono, S", "category_id": "clothing", "description": "Linen."}
        small = shop.tell("POST", "/products", sku="KIM-S", **new, price={"amount": 5000}, stock={"on_hand": 9})
        shop.tell(
            "POST",
            "/admin/families",
            name="Dune Kimono",
            options=[{"name": "Size", "values": ["S", "M", "L", "XL"]}],
            members=[
                {"product_id": small["id"], "values": ["S"]},
                {"sku": "KIM-M", "price": {"amount": 5000}, "on_hand": 0, "values": ["M"]},
                {"sku": "KIM-L", "price": {"amount": 6000}, "on_hand": 9, "values": ["L"]},
            ],
        )
        yield shop
    finally:
        shop.close()


@pytest.mark.parametrize("options", [{}, {"viewport": PHONE}, {"java_script_enabled": False}], ids=str)
def test_a_shopper_chooses_a_size_and_buys_that_one(
    visit: Visit, shop: RunningShop, options: dict[str, object]
) -> None:
    window = visit(shop, **options)
    page = window.go("/products?q=kimono")
    card = page.locator("li.product").filter(has_text="Dune Kimono")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("from $50.00")
    card.get_by_role("link", name="Dune Kimono").click()
    sizes = page.get_by_role("group", name="Size")
    expect(sizes.get_by_role("link")).to_have_count(3)
    expect(sizes.get_by_role("link", name=re.compile("^M ?, sold out$"))).to_be_visible()
    large = sizes.get_by_role("link", name="L", exact=True)
    large.focus()
    large.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dune Kimono, L")
    expect(page.get_by_role("link", name="L", exact=True)).to_have_attribute("aria-current", "true")
    assert window.overflows() <= 0
    page.get_by_role("button", name="Add to Cart").click()
    expect(page.locator("#cart-count")).to_contain_text("1")
    expect(window.go("/cart").locator(".cart-line")).to_contain_text("Dune Kimono, L")


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, PHONE], ids=["wide", "phone"])
def test_pages_of_a_family_have_no_faults_of_access(visit: Visit, shop: RunningShop, size: dict[str, int]) -> None:
    window = visit(shop, viewport=size)
    for path in ("/products?q=kimono", f"/products/{shop.ask('/api/v1/products/sku:KIM-S')['id']}"):
        assert axe.findings(window.go(path)) == []
        assert window.overflows() <= 0, path


def test_an_admin_adds_a_size_in_the_grid(visit: Visit, chromium: Browser, shop: RunningShop) -> None:
    shop.run("admin", "create", "staff@example.com", given=f"{PASSWORD}\n")
    window: Visitor = visit(shop, storage_state=logged_in(chromium, shop))
    page = window.go("/admin/families")
    page.get_by_role("link", name="Dune Kimono").click()
    assert axe.findings(page) == []
    page.get_by_label("SKU, XL").fill("KIM-XL")
    page.get_by_label("Price, XL").fill("65")
    page.get_by_label("Stock on hand, XL").fill("4")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Dune Kimono, XL")).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 812})
    page.reload()
    assert window.overflows() <= 0
    assert axe.findings(page) == []
    assert shop.available("KIM-XL") == 4
