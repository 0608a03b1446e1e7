"""The migrations say what the tables are, and what they touch: nothing may be declared that no migration makes."""

import asyncio
import re
from types import SimpleNamespace

import pytest

from models.database.make_migration import what_lacks
from models.database.schema_versions import known_migrations, migration_module, number_of_migration

FIRST_THAT_NAMES = 10  # those before it were applied by every shop that there is
READS_ALL = (
    r'UPDATE "(\w+)" SET',
    r'INSERT INTO "\w+" \([^)]*\)\s*SELECT .*? FROM "(\w+)"',
    r'CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?"\w+" ON "(\w+)"',
)
WALKED = r"FROM (\w+)(?: \w LEFT JOIN .*)? WHERE (?:\w\.)?id > "  # a thousand rows at a time
MADE = r'CREATE (?:TEMPORARY |VIRTUAL )?TABLE (?:IF NOT EXISTS )?"(\w+)"'


class Nothing:
    """A database of one dialect without rows."""

    def __init__(self, dialect: str) -> None:
        self.capabilities = SimpleNamespace(dialect=dialect)
        self.ran: list[str] = []

    async def execute_script(self, sql: str) -> None:
        self.ran.append(sql)

    async def execute_query_dict(self, sql: str) -> list[dict[str, object]]:
        self.ran.append(sql)
        return []


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
def test_the_migrations_make_what_is_declared(dialect: str) -> None:
    assert what_lacks(dialect) == "No changes detected"


def tables_read_by(name: str, dialect: str) -> set[str]:
    """The tables there were before whose rows a migration reads or rewrites all."""
    database = Nothing(dialect)
    last = asyncio.run(migration_module(name).upgrade(database))
    sql = "\n".join([*database.ran, last])
    made = set(re.findall(MADE, sql))
    read = {table for pattern in READS_ALL for table in re.findall(pattern, sql, re.DOTALL)}
    walked = {table for statement in database.ran for table in re.findall(WALKED, statement)}
    return (read | walked) - made


@pytest.mark.parametrize("name", [each for each in known_migrations() if number_of_migration(each) >= FIRST_THAT_NAMES])
def test_a_migration_names_the_tables_it_reads_or_rewrites(name: str) -> None:
    module = migration_module(name)
    assert hasattr(module, "TOUCHES"), f"{name} names no TOUCHES, so `migrate --check` cannot say how long it takes"
    found = tables_read_by(name, "sqlite") | tables_read_by(name, "postgres")
    assert found - {"sqlite_master"} <= set(module.TOUCHES), f"{name} touches {sorted(found)}"
