"""`cartwright copy --to postgresql://…` moves a live shop from its SQLite file to PostgreSQL."""

import argparse
import asyncio
from dataclasses import replace
from pathlib import Path

from cli.output import refuse
from cli.progress import progress_bar
from cli.startup import with_database
from core.settings import EXIT_CONFIGURATION, EXIT_TRY_AGAIN, Settings
from models.backups.sqlite_copy import CopyFailed
from models.catalog.search import search_index
from models.copying import shop_copy
from models.copying.shop_copy import ROWS_A_SECOND, CopyResult
from models.copying.source_file import SourceFile
from models.copying.target_server import TargetServer
from models.database import ConnectionFailed, read_long, write
from models.database.schema_versions import mismatch
from models.database.upgrade import upgrade
from models.operations import doctor
from models.operations.doctor import Violation

SCHEMES = ("postgresql://", "postgres://")


def copy(settings: Settings, arguments: argparse.Namespace) -> int:
    """Move the shop to PostgreSQL while it sells: 0 done, 1 done but the books are not in order, 2 not moved."""
    try:
        if not arguments.reopen and not str(arguments.to or "").startswith(SCHEMES):
            raise CopyFailed("say where to: --to postgresql://user:password@host/database")
        source = _source(settings)
        if arguments.reopen:
            source.reopen()
            print("the file takes changes again")
            return 0
        rows = shop_copy.count_rows(source)
        seconds = max(1, rows // ROWS_A_SECOND)
        print(f"{rows:,} rows to copy, about {seconds:,} second{'s' * (seconds != 1)}; the shop sells meanwhile")
        done, found = asyncio.run(_copy(source, arguments.to, settings))
    except CopyFailed as error:
        return refuse(f"cartwright copy: {error}")
    except ConnectionFailed as error:
        return refuse(f"cartwright copy: --to: {error}", EXIT_TRY_AGAIN if error.is_passing else EXIT_CONFIGURATION)
    print(f"{done.rows:,} rows of {done.tables} tables are there, with equal counts and sums")
    print(f"nobody could write for {done.stopped_seconds:.1f} s; the file refuses every change from now on")
    for violation in found:
        print(f"{violation.invariant}: {violation.words}")
    print(f"doctor: {len(found)} violations")
    print("now start web and workers with this CARTWRIGHT_DATABASE_URL, and stop those on the file")
    return 1 if found else 0


def _source(settings: Settings) -> SourceFile:
    if not settings.database_url.startswith("sqlite"):
        raise CopyFailed("CARTWRIGHT_DATABASE_URL is not a SQLite file: there is nothing to move up from")
    source = SourceFile(Path(settings.database_url.removeprefix("sqlite:///")))
    if words := mismatch(source.migrations()):
        raise CopyFailed(f"CARTWRIGHT_DATABASE_URL: {words}")
    return source


async def _copy(source: SourceFile, url: str, settings: Settings) -> tuple[CopyResult, list[Violation]]:
    await upgrade(url, prepared_statements=settings.database_prepared)
    target = await TargetServer.connect(url)
    there = replace(settings, database_url=url)
    try:
        await target.begin(settings.database_url, source.tables)
        with progress_bar("copying", "rows") as progress:
            await shop_copy.first_pass(source, target, progress)
        indexed = source.fingerprint("product")
        await with_database(there, lambda: write(search_index.index_all))
        done = await shop_copy.second_pass(source, target)
    finally:
        await target.close()
    if source.fingerprint("product") != indexed:
        await with_database(there, lambda: write(search_index.index_all))
    return done, await with_database(there, lambda: read_long(doctor.violations, snapshot=True))
