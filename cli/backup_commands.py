"""`cartwright backup` makes a copy that is checked before it counts; `cartwright restore` starts a shop from one."""

import argparse
import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cli.lost_orders import report_of_lost_orders
from cli.output import print_json, refuse
from cli.progress import progress_bar
from cli.startup import holds_tables, require_schema, set_up_gateways, with_database
from core.settings import VERSION, Settings, public_texts
from models.audit.audit_log import command
from models.backups import backup_folder, checked_copies, postgres_dump, restored_shop, sqlite_copy
from models.backups.backup_folder import Description
from models.backups.checked_copies import CopyCheck
from models.backups.sqlite_copy import CopyFailed
from models.database import read_long, write
from models.database.schema_versions import known_migrations
from models.operations import backup_runs
from models.operations.backup_runs import BackupOutcome


def backup(settings: Settings, arguments: argparse.Namespace) -> int:
    """Copy the live database into a folder, and check the copy: 0 it counts, 1 its books are not in order, 2 failed."""
    folder = arguments.to or settings.backup_dir or settings.data_dir / "backups"
    require_schema(settings)
    began = datetime.now(UTC)
    try:
        path, described = asyncio.run(_make(settings, folder, began))
    except CopyFailed as error:
        failed = _outcome("", "failed", str(error), began)
        asyncio.run(with_database(settings, lambda: _record(failed)))
        return refuse(f"cartwright backup: {error}")
    state, detail = ("suspect", "; ".join(described.violations)) if described.violations else ("good", "")
    outcome = _outcome(path.name, state, detail, began, size=described.size, orders=described.orders)
    asyncio.run(with_database(settings, lambda: _record(outcome)))
    gone = backup_folder.prune(folder, newest=settings.backup_keep, days=settings.backup_keep_days)
    _tell(path, described, len(gone), as_json=arguments.json)
    return 1 if described.violations else 0


def restore(settings: Settings, arguments: argparse.Namespace) -> int:
    """Fill an empty database from a backup, and start quiet: nothing goes out twice. 0 done, 2 not done."""
    try:
        described = backup_folder.described(arguments.file)
        _require_empty(settings)
        _fill(settings, arguments.file)
    except CopyFailed as error:
        return refuse(f"cartwright restore: {error}")
    require_schema(settings)
    quieted = asyncio.run(
        with_database(settings, lambda: write(lambda tx: restored_shop.quiet(tx, command("restore"))))
    )
    print(f"restored {described.orders} orders, the newest {described.last_order or 'none'}, as of {described.made_at}")
    print(f"{quieted.requeued} jobs that were running run again")
    print(f"{quieted.held_back} mails and webhook deliveries wait on the job page: they may have gone out already")
    print("the queues mail and webhooks are paused: resume them on the job page when you have looked")
    set_up_gateways(settings)
    for words in asyncio.run(with_database(settings, lambda: report_of_lost_orders(described.made_at))):
        print(words)
    return 0


async def _make(settings: Settings, folder: Path, began: datetime) -> tuple[Path, Description]:
    is_file = settings.database_url.startswith("sqlite")
    path = backup_folder.new_path(folder, ending=".db" if is_file else ".dump", now=began)
    part = path.with_name(f"{path.name}.part")
    try:
        checked = await (_copy_file(settings, part) if is_file else _dump_server(settings, part))
        if checked.violations:
            path = path.with_suffix(f"{path.suffix}.suspect")
        return path, backup_folder.keep(part, path, _description(began, checked))
    finally:
        part.unlink(missing_ok=True)


async def _copy_file(settings: Settings, part: Path) -> CopyCheck:
    source = Path(settings.database_url.removeprefix("sqlite:///"))
    with progress_bar("copying", "pages") as progress:
        await asyncio.to_thread(sqlite_copy.copy_database, source, part, progress)
    sqlite_copy.check_file(part)
    copied = replace(settings, database_url=f"sqlite:///{part}")
    return await with_database(copied, lambda: read_long(checked_copies.check_books, snapshot=True))


async def _dump_server(settings: Settings, part: Path) -> CopyCheck:
    work = partial(checked_copies.dump_checked, url=settings.database_url, target=part)
    checked = await with_database(settings, lambda: read_long(work, snapshot=True))
    await asyncio.to_thread(postgres_dump.check_dump, part)
    return checked


def _description(began: datetime, checked: CopyCheck) -> Description:
    return Description(
        made_at=began.isoformat(timespec="seconds"),
        version=VERSION,
        schema=known_migrations()[-1],
        size=0,
        sha256="",
        orders=checked.orders,
        last_order=checked.last_order,
        settings=public_texts(),
        violations=checked.violations,
    )


async def _record(outcome: BackupOutcome) -> None:
    await write(lambda tx: backup_runs.record(tx, outcome))


def _outcome(name: str, state: str, detail: str, began: datetime, *, size: int = 0, orders: int = 0) -> BackupOutcome:
    return BackupOutcome(name, state, detail, size, orders, int(began.timestamp() * 1000), int(time.time() * 1000))


def _tell(path: Path, described: Description, gone: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"file": str(path), "size": described.size, "orders": described.orders, "deleted": gone})
        return
    for words in described.violations:
        print(words)
    verdict = "does not count: its books are not in order" if described.violations else "checked"
    print(f"{path}: {described.size:,} bytes, {described.orders:,} orders, {verdict}; {gone} old backups deleted")


def _require_empty(settings: Settings) -> None:
    if holds_tables(settings):
        raise CopyFailed("the database is not empty: restore into a new file or database, and keep the old one")


def _fill(settings: Settings, file: Path) -> None:
    if not settings.database_url.startswith("sqlite"):
        postgres_dump.restore_dump(file, settings.database_url)
        return
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    part = backup_folder.beside(path)
    with progress_bar("restoring", "pages") as progress:
        sqlite_copy.copy_database(file, part, progress)
    sqlite_copy.check_file(part)
    sqlite_copy.put_in_place(part, path)
