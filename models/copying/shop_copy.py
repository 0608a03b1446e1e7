"""The two passes: all rows while the shop sells, then what has changed since while nobody can write.

1. Triggers begin to note changes. In one snapshot after the other, each table is copied in chunks.
2. The changes so far are written over, while the shop sells.
3. The file is closed to writers. The last changes are written over, counts and sums of both are compared, and the file
   refuses every further change. If the comparison fails, the file is opened again and the shop goes on as before.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from models.backups.sqlite_copy import CopyFailed
from models.copying.source_file import FileSnapshot, SourceFile
from models.copying.target_server import RowChanges, TargetServer

CHUNK = 5_000  # rows
ROWS_A_SECOND = 20_000  # on a small machine
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CopyResult:
    """How many rows there are, and for how many seconds nobody could write."""

    rows: int
    tables: int
    stopped_seconds: float


def count_rows(source: SourceFile) -> int:
    """All rows there are to copy."""
    with source.snapshot() as seen:
        return sum(seen.count(table) for table in source.tables)


async def first_pass(source: SourceFile, target: TargetServer, progress: Progress) -> None:
    """Copy what is there, however often this was broken off before."""
    source.watch_changes()
    with source.snapshot() as seen:
        total = sum(seen.count(table) for table in source.tables)
        await _catch_up(seen, source, target)  # of tables that an earlier run has copied
        done = 0
        for table in source.tables:
            last, is_whole, _ = await target.progress(table)
            while not is_whole:
                rows = seen.rows_after(table, last, CHUNK)
                is_whole = len(rows) < CHUNK
                await target.append(table, rows, is_whole=is_whole)
                if rows:
                    last = tuple(rows[-1][table.columns.index(name)] for name in table.key)
                done += len(rows)
                progress(min(done, total), total)
    with source.snapshot() as seen:
        await _catch_up(seen, source, target)


async def second_pass(source: SourceFile, target: TargetServer) -> CopyResult:
    """Close the file to writers, write the rest over, compare, and close it for good.

    Raises:
        CopyFailed: counts or sums differ; the file is as it was.
    """
    with source.closed_to_writers() as held:
        began = time.monotonic()
        await _catch_up(held, source, target)
        rows = 0
        for table in source.tables:
            ours, theirs = held.sums(table), await target.sums(table)
            if ours != theirs:
                raise CopyFailed(f"{table.name} has {ours} in the file and {theirs} in the target: nothing was moved")
            rows += ours[0]
        for table in source.tables:
            await target.set_number(table.name, held.last_number(table.name))
        held.close_for_good(source.tables)
    stopped = time.monotonic() - began
    await target.finish()
    return CopyResult(rows, len(source.tables), stopped)


async def _catch_up(seen: FileSnapshot, source: SourceFile, target: TargetServer) -> None:
    """Write over what has changed in tables that are copied as a whole."""
    changes = []
    for table in source.tables:
        _, is_whole, seq = await target.progress(table)
        if not is_whole:
            continue
        keys, new_seq = seen.changed_since(table, seq)
        if not keys:
            continue
        rows = seen.rows_of(table, keys)
        places = [table.columns.index(name) for name in table.key]
        there = {tuple(row[place] for place in places) for row in rows}
        changes.append(RowChanges(table, [key for key in keys if key not in there], rows, new_seq))
    if changes:
        await target.change(changes)
