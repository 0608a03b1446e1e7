"""The forms of a product's stock: a sale is never overwritten by a form from before it, and nothing typed is lost."""

import re

import pytest

from models.database import write
from tests.web.admin.test_admin_shop import one
from tests.web.clients import Browser, text_of
from tests.web.placing import product_id

pytestmark = pytest.mark.asyncio
SOLD = "UPDATE inventory SET on_hand = on_hand - 2, version = version + 1 WHERE product_id = 1"


def fields_of(page: str, form: str) -> dict[str, str]:
    """What stands in the form that is sent to this address."""
    (found,) = re.findall(rf'<form[^>]*action="[^"]*/{form}".*?</form>', page, re.S)
    return dict(re.findall(r'name="([a-z_]+)"[^>]*? value="([^"]*)"', found))


async def counted() -> tuple[int, int]:
    row = await one("SELECT on_hand, low_stock_threshold FROM inventory WHERE product_id = 1")
    return row["on_hand"], row["low_stock_threshold"]


async def test_another_threshold_from_before_a_sale_is_kept_in_the_form_and_the_sale_stands(root: Browser) -> None:
    path = f"/admin/inventory/{await product_id()}"
    opened = fields_of(await text_of(await root.get(path)), "count")
    await write(lambda tx: tx.execute(SOLD))
    on_hand, threshold = await counted()
    typed = opened | {"low_stock_threshold": "17", "reason": "It sells well"}
    again = fields_of(await text_of(await root.post(f"{path}/count", path, **typed), 409), "count")
    assert await counted() == (on_hand, threshold)
    kept = {"on_hand": str(on_hand), "low_stock_threshold": "17", "reason": "It sells well"}
    assert kept.items() <= again.items()
    assert (await root.post(f"{path}/count", path, **again)).status_code == 303
    assert await counted() == (on_hand, 17)


async def test_a_count_that_was_typed_stays_typed_after_every_refusal(root: Browser) -> None:
    path = f"/admin/inventory/{await product_id()}"
    opened = fields_of(await text_of(await root.get(path)), "count")
    without_reason = await text_of(await root.post(f"{path}/count", path, **opened | {"on_hand": "41"}), 422)
    assert fields_of(without_reason, "count")["on_hand"] == "41"
    await write(lambda tx: tx.execute(SOLD))
    stale = await text_of(await root.post(f"{path}/count", path, **opened | {"on_hand": "41", "reason": "x"}), 409)
    assert fields_of(stale, "count")["on_hand"] == "41"


async def test_a_restock_that_was_refused_keeps_its_note(root: Browser) -> None:
    path = f"/admin/inventory/{await product_id()}"
    refused = await text_of(await root.post(f"{path}/restock", path, quantity="many", note="Pallet 7"), 422)
    assert {"quantity": "many", "note": "Pallet 7"}.items() <= fields_of(refused, "restock").items()
