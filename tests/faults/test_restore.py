"""The restore drill: a backup made under load, everything lost; the shop comes back and does nothing twice."""

import asyncio
import json
import re
import shutil
from pathlib import Path

import pytest

from models.audit.audit_log import command
from models.database import close_database, open_database, read, write
from models.payments import unmatched_charges
from tests.faults import books
from tests.faults.mailbox import Mailbox
from tests.faults.processes import Shop, until
from tests.faults.shopping import place, products, set_stock
from tests.faults.stacks import on_databases_by_redis

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]

UNDECIDED = "SELECT id FROM orders WHERE status IN ('pending', 'reserved')"
WAVE = 15


class Buyers:
    """One order after the other, a few of them with an answer of the provider's that gets lost."""

    def __init__(self, product: str) -> None:
        self._product, self.placed = product, list[str]()
        self._is_over = False

    async def keep_buying(self) -> None:
        while not self._is_over:
            token = "tok_timeout" if len(self.placed) % 5 == 0 else "tok_ok"
            self.placed.append(await place([(self._product, 1)], token))
            await asyncio.sleep(0.01)

    async def bought(self, more: int) -> None:
        wanted = len(self.placed) + more
        await until(lambda: len(self.placed) >= wanted, what=f"{more} more orders are placed")

    def go_home(self) -> None:
        self._is_over = True


async def test_a_lost_shop_comes_back_from_its_backup_and_repeats_nothing(shop: Shop) -> None:
    product = (await products(1))[0]
    await set_stock(product, 100_000)
    buyers = Buyers(product)
    with Mailbox() as mailbox:
        workers = [shop.worker(smtp_url=mailbox.url) for _ in range(2)]
        buying = asyncio.create_task(buyers.keep_buying())
        await buyers.bought(WAVE)
        await until(lambda: mailbox.message_ids, what="mail goes out")
        before = list(buyers.placed)
        file = await _backup(shop)
        await buyers.bought(WAVE)
        buyers.go_home()
        await buying
        await asyncio.gather(*(worker.kill() for worker in workers))
        sent = dict(mailbox.message_ids)
        numbers = {row["public_id"]: f"CW-{10_000 + row['id']}" for row in await books.rows("SELECT * FROM orders")}

        restored, report = await _restored(shop, file)
        await close_database()
        await open_database(restored.database_url)
        known = {row["public_id"] for row in await books.rows("SELECT public_id FROM orders")}
        assert set(before) <= known
        charged = {
            each["key"].partition(":")[0] for each in books.provider_entries(shop) if each["state"] == "captured"
        }
        lost = {numbers[each] for each in set(buyers.placed) - known if each in charged}
        assert lost, "nothing was lost, so the report proves nothing"
        assert set(re.findall(r"^  (CW-[0-9]+): ", report, re.MULTILINE)) == lost
        restored.worker(smtp_url=mailbox.url)
        await until(_is_decided, what="all orders of the copy are decided")
        assert await books.disagreements_with_provider(restored) == []
        assert mailbox.message_ids == sent, "a mail went out before a person resumed the queue"
        assert await _violations(restored) == {f"order {number}" for number in lost}
        for each in await read(unmatched_charges.open_charges):
            await write(lambda tx, each=each: unmatched_charges.request_refund(tx, command("test"), each.public_id))
        refunded = "SELECT count(*) AS n FROM unmatched_charge WHERE state = 'refunded'"
        await until(lambda: _is(refunded, len(lost)), what="what was charged for lost orders is refunded")
    assert await _violations(restored) == set()
    await restored.close()


async def _backup(shop: Shop) -> Path:
    backing_up = await shop.run("backup", "--json", backup_dir=shop.folder / "backups")
    assert backing_up.code == 0, backing_up.said
    return Path(json.loads(backing_up.said.splitlines()[-1])["file"])


async def _restored(shop: Shop, file: Path) -> tuple[Shop, str]:
    """Another shop, from nothing but the backup, and what the command said; the provider is the same."""
    restored = await shop.next_door()
    shutil.copy(shop.folder / "test-provider.jsonl", restored.folder)
    restoring = await restored.run("restore", str(file))
    assert restoring.code == 0, restoring.said
    return restored, restoring.said


async def _violations(shop: Shop) -> set[str]:
    """The orders that doctor complains of."""
    doctor = await shop.run("doctor")
    found = set(re.findall(r"^I19: .* for (order CW-[0-9]+)", doctor.said, re.MULTILINE))
    assert f"{len(found)} violations" in doctor.said, doctor.said
    assert doctor.code == bool(found)
    return found


async def _is(sql: str, wanted: int) -> bool:
    return (await books.rows(sql))[0]["n"] == wanted


async def _is_decided() -> bool:
    return not await books.rows(UNDECIDED)


async def test_a_worker_that_knows_the_folder_makes_backups_by_itself(shop: Shop) -> None:
    folder = shop.folder / "kept"
    shop.worker(backup_dir=folder)
    done = "SELECT state, error_message FROM job WHERE kind = 'backup.make' AND state NOT IN ('queued', 'running')"
    (job,) = await until(lambda: books.rows(done), what="the job of the timetable has ended")
    assert job["state"] == "succeeded", job
    assert len(list(folder.glob("shop-*.json"))) == 1
    assert [row["state"] for row in await books.rows("SELECT state FROM backup_run")] == ["good"]


async def test_a_worker_without_a_folder_makes_none(shop: Shop) -> None:
    shop.worker()
    await until(lambda: books.rows("SELECT 1 FROM job WHERE kind = 'figures.roll'"), what="the timetable has begun")
    assert not await books.rows("SELECT 1 FROM job WHERE kind = 'backup.make'")
