"""What the machine has to be right for: the database's version, room on the disk, clocks, settings, and a backup."""

import os
import time
from pathlib import Path
from typing import NamedTuple

from models.database import Transaction, bundled_sqlite, fetch_value
from models.operations import backup_runs
from models.shared.times import DAY_MS, duration

LEAST_FREE_BYTES = 1_000_000_000
LEAST_FREE_SHARE = 0.05
MOST_SKEW_MS = 2_000
SERVER_NOW = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
LATEST_HEARTBEAT = "SELECT max(last_seen_at) FROM worker"


class MachineCheck(NamedTuple):
    """One check and what it found; `tone` is good, warn or bad."""

    name: str
    tone: str
    words: str


async def machine_checks(tx: Transaction, data_dir: Path, *, is_production: bool, weak: str) -> list[MachineCheck]:
    """All of them, each looked at now. `weak` names settings that production would refuse; empty if there are none."""
    return [
        await _database(tx),
        _disk(data_dir),
        await _clock(tx),
        _settings(is_production=is_production, weak=weak),
        await _backup(tx),
    ]


async def _database(tx: Transaction) -> MachineCheck:
    if tx.dialect == "postgres":
        version = await fetch_value(tx, str, "SELECT current_setting('server_version')")
        return MachineCheck("Database", "good", f"PostgreSQL {version}")
    words = f"SQLite {'.'.join(map(str, bundled_sqlite.version()))}"
    if bundled_sqlite.is_safe():
        return MachineCheck("Database", "good", words)
    return MachineCheck(
        "Database", "bad", f"{words} can corrupt a file that several processes write; 3.51.3 is the least"
    )


def _disk(data_dir: Path) -> MachineCheck:
    disk = os.statvfs(data_dir)
    free, share = disk.f_bavail * disk.f_frsize, disk.f_bavail / max(1, disk.f_blocks)
    words = f"{free / 1e9:,.1f} GB free, {share:.0%} of the disk"
    is_scarce = free < LEAST_FREE_BYTES or share < LEAST_FREE_SHARE
    return MachineCheck("Disk space", "bad" if is_scarce else "good", words)


async def _clock(tx: Transaction) -> MachineCheck:
    """Workers and the database server have clocks of their own; leases and due times go wrong where they differ."""
    now = int(time.time() * 1000)
    server = await fetch_value(tx, int, SERVER_NOW) if tx.dialect == "postgres" else now
    heartbeat = await fetch_value(tx, int, LATEST_HEARTBEAT) or 0
    for skew, whose in ((abs((server or now) - now), "the database server's"), (heartbeat - now, "a worker's")):
        if skew > MOST_SKEW_MS:
            return MachineCheck("Clock", "bad", f"This clock and {whose} differ by {duration(skew / 1000)}")
    return MachineCheck("Clock", "good", "This clock, the workers' and the database's agree")


def _settings(*, is_production: bool, weak: str) -> MachineCheck:
    if not is_production:
        return MachineCheck("Settings", "warn", "This shop runs in development: CARTWRIGHT_ENV is not production")
    return MachineCheck("Settings", "warn" if weak else "good", weak or "Fit for production")


async def _backup(tx: Transaction) -> MachineCheck:
    newest, last = await backup_runs.last_good(tx), await backup_runs.last_run(tx)
    if newest is None:
        return MachineCheck("Backup", "warn", "There is no good backup yet")
    age = tx.now - newest.began_at
    words = f"The newest good one is {duration(age / 1000)} old"
    if last is not None and last.state != newest.state:
        return MachineCheck("Backup", "bad", f"{words}; the last run was {last.state}: {last.detail}")
    return MachineCheck("Backup", "warn" if age > DAY_MS else "good", words)
