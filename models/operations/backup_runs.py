"""Each run of the backup as a row: what the integrity page, `/metrics` and the alarms read."""

from dataclasses import dataclass

from models.database import Transaction


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """How one run ended. `state` is good, suspect (the copy's books are not in order) or failed; times in ms."""

    name: str
    state: str
    detail: str
    size: int
    orders: int
    began_at: int
    ended_at: int


async def record(tx: Transaction, run: BackupOutcome) -> None:
    """Keep it."""
    await tx.execute(
        "INSERT INTO backup_run (name, state, detail, size, orders, began_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(run.name, run.state, run.detail[:2000], run.size, run.orders, run.began_at, run.ended_at),
    )


async def last_good(tx: Transaction) -> BackupOutcome | None:
    """The newest run whose copy counts; None if there was none."""
    return await _newest(tx, "WHERE state = 'good'")


async def last_run(tx: Transaction) -> BackupOutcome | None:
    """The newest run however it ended; None if there was none."""
    return await _newest(tx, "")


async def age_seconds(tx: Transaction) -> float | None:
    """How old the newest copy that counts is; None if there is none."""
    newest = await last_good(tx)
    return (tx.now - newest.began_at) / 1000 if newest else None


async def _newest(tx: Transaction, which: str) -> BackupOutcome | None:
    row = await tx.fetch_one(
        f"SELECT name, state, detail, size, orders, began_at, ended_at FROM backup_run {which} ORDER BY id DESC LIMIT 1"  # noqa: S608  one of two constants
    )
    return BackupOutcome(**dict(row)) if row else None
