"""Prints what a query finds in a shop's database, as JSON: `rows.py DATABASE_URL "SELECT …"`."""

import asyncio
import json
import sqlite3
import sys
from typing import Any

import asyncpg


async def _of_postgres(url: str, sql: str) -> list[dict[str, Any]]:
    connection = await asyncpg.connect(url)
    try:
        return [dict(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


def _of_sqlite(path: str, sql: str) -> list[dict[str, Any]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(sql)]
    finally:
        connection.close()


if __name__ == "__main__":
    url, sql = sys.argv[1:]
    scheme, _, path = url.partition(":///")
    print(json.dumps(_of_sqlite(path, sql) if scheme == "sqlite" else asyncio.run(_of_postgres(url, sql))))
