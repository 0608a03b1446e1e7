"""Deletes what is past its age as the job does, of one table."""

from models.database import read, write
from models.operations import retention

MAIL_DAYS = 90


async def purged(table: str) -> int:
    """How many rows of a table went."""
    rows = 0
    for age in (each for each in retention.AGES if each.table == table):
        while keys := await read(lambda tx, age=age: retention.too_old(tx, age, MAIL_DAYS)):  # type: ignore[misc]
            rows += await write(lambda tx, age=age, keys=keys: retention.delete_slice(tx, age, keys, MAIL_DAYS))  # type: ignore[misc]
    return rows
