"""`cartwright import-catalogue` puts a CSV file on sale; `import-reference` takes over the reference application."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from cli.progress import progress_bar
from cli.startup import require_schema, with_database
from core.settings import Settings

if TYPE_CHECKING:
    from models.importing.reference_file import ReferenceFile
    from models.importing.reference_import import ImportReport


def import_catalogue(settings: Settings, arguments: argparse.Namespace) -> int:
    """Put the products of a CSV file on sale, all or none: 0 done, 2 nothing was done."""
    from models.audit.audit_log import command
    from models.catalog import catalogue_file
    from models.database import write

    require_schema(settings)
    by = command("import-catalogue")
    try:
        lines = catalogue_file.read_catalogue(arguments.file)
        work = partial(catalogue_file.put_on_sale, actor=by, lines=lines)
        products = asyncio.run(with_database(settings, lambda: write(work)))
    except catalogue_file.BadCatalogue as error:
        print(f"cartwright import-catalogue: {error}", file=sys.stderr)
        return 2
    print(f"{products:,} products are on sale")
    return 0


def import_reference(settings: Settings, arguments: argparse.Namespace) -> int:
    """Take over users, catalogue, stock and orders of the reference application: 0 done, 2 nothing was done."""
    from models.backups.sqlite_copy import CopyFailed
    from models.importing.reference_file import ReferenceFile

    require_schema(settings)
    try:
        file = ReferenceFile(arguments.file)
        with progress_bar("taking over", "orders") as progress:
            report = asyncio.run(with_database(settings, lambda: _take_over(file, progress)))
    except CopyFailed as error:
        print(f"cartwright import-reference: {error}", file=sys.stderr)
        return 2
    for words in report.mended:
        print(f"mended: {words}")
    counts = ", ".join(f"{report.taken[what]:,} {what}" for what in ("users", "categories", "products", "orders"))
    print(f"taken over: {counts}; {len(report.mended)} rows mended or left out")
    return 0


async def _take_over(file: "ReferenceFile", progress: Callable[[int, int], None]) -> "ImportReport":
    from models.audit.audit_log import command
    from models.database import write
    from models.importing import reference_import

    return await write(lambda tx: reference_import.take_over(tx, command("import-reference"), file, progress))
