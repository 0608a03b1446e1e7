"""The integrity page shows what the payment provider's book says otherwise, and settles it by a refund, once."""

import re
from pathlib import Path
from typing import Any

import pytest

from models.database import read
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.web.clients import Browser, text_of
from tests.web.placing import drain, place_by_page

pytestmark = pytest.mark.asyncio


async def test_an_admin_compares_and_refunds_what_the_provider_took_and_called_declined(
    root: Browser, ann: Browser, tmp_path: Path
) -> None:
    install_provider(TestProvider(tmp_path / "test-provider.jsonl"))
    (tmp_path / "test-provider.mode").write_text("lie")
    path = await place_by_page(ann)
    await drain()
    (tmp_path / "test-provider.mode").unlink()
    page = await text_of(await root.get("/admin/doctor"))
    assert "No differences are known." in page
    assert (await root.post("/admin/doctor/reconciliation")).status_code == 303
    await drain()
    page = await text_of(await root.get("/admin/doctor"))
    assert "but the provider captured" in page
    assert "the last comparison ended" in page
    assert f'href="/admin{path}"' in page
    button = re.search(r'action="(/admin/doctor/differences/[a-z0-9]+/refund)"', page)
    assert button is not None
    for _ in range(2):
        assert (await root.post(button[1])).status_code == 303
    await drain()
    assert "No differences are known." in await text_of(await root.get("/admin/doctor"))
    assert await _refunds() == ["refunded"]
    assert "payment.settle" in await text_of(await root.get("/admin/audit"))


async def _refunds() -> list[Any]:
    rows = await read(lambda tx: tx.fetch("SELECT state FROM payment WHERE purpose = 'refund'"))
    return [row["state"] for row in rows]


async def test_a_difference_that_is_not_there_is_not_found(root: Browser) -> None:
    assert (await root.post("/admin/doctor/differences/nothing/refund")).status_code == 404


async def test_nobody_but_an_admin_compares_or_settles(ann: Browser) -> None:
    for path in ("/admin/doctor/reconciliation", "/admin/doctor/differences/nothing/refund"):
        assert (await ann.post(path)).status_code in (403, 404)


async def test_the_bar_tells_of_an_outage_on_every_page(root: Browser, ann: Browser, tmp_path: Path) -> None:
    install_provider(TestProvider(tmp_path / "test-provider.jsonl"))
    (tmp_path / "test-provider.mode").write_text("refuse")
    paths = [await place_by_page(ann) for _ in range(5)]
    await drain()
    paths.append(await place_by_page(ann))
    await drain()
    for page in ("/admin", "/admin/alarm", "/admin/products"):
        assert "The payment provider does not answer" in await text_of(await root.get(page))
    shown = await text_of(await ann.get(paths[-1]))
    assert "the payment is delayed" in shown
    assert "Until then you can cancel" in shown
