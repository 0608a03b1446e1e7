"""How many rows the tables have, roughly: for estimates, so that nothing is counted that takes long."""

from models.database.transaction import Transaction


async def rows_of(tx: Transaction) -> dict[str, int]:
    """Rows by table. On SQLite the highest row number, on PostgreSQL the planner's estimate."""
    if tx.dialect == "postgres":
        found = await tx.fetch(
            "SELECT relname AS name, reltuples AS rows FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace = current_schema()::regnamespace"
        )
        return {row["name"]: max(0, int(row["rows"])) for row in found}
    sizes = {}
    for row in await tx.fetch("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"):
        if "WITHOUT ROWID" not in row["sql"]:
            last = await tx.fetch_one(f'SELECT max(rowid) AS last FROM "{row["name"]}"')  # noqa: S608  from the schema
            sizes[row["name"]] = (last["last"] if last else 0) or 0
    return sizes
