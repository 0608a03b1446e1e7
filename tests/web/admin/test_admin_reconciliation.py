"""The integrity page shows what the payment provider's book says otherwise, and settles it by a refund, once."""

import re
import time
from pathlib import Path
from typing import Any

import pytest

from models.database import read, write
from models.operations import backup_runs
from models.operations.backup_runs import BackupOutcome
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


async def test_a_charge_without_an_order_is_refunded_by_its_button(root: Browser, tmp_path: Path) -> None:
    provider = TestProvider(tmp_path / "test-provider.jsonl")
    install_provider(provider)
    await provider.charge("lost:1", amount_cents=4200, currency="USD", token="tok_ok", number="CW-10077")
    for ask in ("reconciliation", "check"):
        await root.post(f"/admin/doctor/{ask}")
        await drain()
    page = await text_of(await root.get("/admin/doctor"))
    assert "the provider holds $42.00 for order CW-10077" in page
    button = re.search(r'action="(/admin/doctor/unmatched/[a-z0-9]+/refund)"', page)
    assert button is not None
    for _ in range(2):
        assert (await root.post(button[1])).status_code == 303
    assert "The refund is on its way." in await text_of(await root.get("/admin/doctor"))
    await drain()
    await root.post("/admin/doctor/check")
    await drain()
    page = await text_of(await root.get("/admin/doctor"))
    assert "CW-10077" not in page
    assert "The books are right." in page
    entry = await provider.lookup("lost:1:unmatched")
    assert entry is not None
    assert entry.amount_cents == 4200
    assert (await root.post("/admin/doctor/unmatched/nothing/refund")).status_code == 404


async def test_the_page_tells_how_old_the_last_good_backup_is_and_what_became_of_the_last_try(root: Browser) -> None:
    assert "There is no good backup yet." in await text_of(await root.get("/admin/doctor"))
    now = int(time.time() * 1000)
    good = BackupOutcome("shop-1.db", "good", "", 1, 12, now - 3_600_000, now - 3_600_000)
    await write(lambda tx: backup_runs.record(tx, good))
    page = await text_of(await root.get("/admin/doctor"))
    assert "with 12 orders." in page
    assert "The last try" not in page
    await write(lambda tx: backup_runs.record(tx, BackupOutcome("", "failed", "no space left", 0, 0, now, now)))
    page = await text_of(await root.get("/admin/doctor"))
    assert "with 12 orders." in page
    assert "failed: no space left" in page


async def test_nobody_but_an_admin_compares_or_settles(ann: Browser) -> None:
    for path in (
        "/admin/doctor/reconciliation",
        "/admin/doctor/differences/nothing/refund",
        "/admin/doctor/unmatched/x/refund",
    ):
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
