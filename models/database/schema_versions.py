"""Which schemas a program can work on: expand, migrate, contract.

Each migration says by `SUITS` from which migration's program on its schema can be used. One that only adds suits older
programs, so they stay ready and may restart while the newer release is rolled out; one that takes something away suits
no program from before it. What a migration says is kept in the database, where an older program can read it.
"""

import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from models.database.configuration import APP

MIGRATIONS = Path(__file__).parents[2] / "migrations"
APPLIED = """
SELECT a.version, s.suits FROM aerich a LEFT JOIN schema_support s ON s.migration = a.version
WHERE a.app = 'cartwright'
"""
DERIVED = {
    "schema_support",
    "product_search",
    "search_word",
    "figure_mark",
    "check_mark",
    "catalog_change",
}  # made again from what remains


class SchemaMismatch(Exception):
    """The schema is older or newer than the program, or cannot be seen; the message says what to do."""


@dataclass(frozen=True, slots=True)
class MigrationFacts:
    """What a migration's file says of itself.

    Attributes:
        suits: the number of the oldest migration whose program can work on the schema after this one.
        touches: the tables whose rows it reads or rewrites all.
        concurrently: statements for PostgreSQL that run after it, outside of a transaction, while the shop sells.
    """

    name: str
    number: int
    suits: int
    touches: tuple[str, ...]
    concurrently: tuple[str, ...]


def number_of_migration(name: str) -> int:
    return int(name.partition("_")[0])


def known_migrations() -> list[str]:
    """The names of the files in the migrations folder, in order."""
    return sorted((file.name for file in (MIGRATIONS / APP).glob("[0-9]*.py")), key=number_of_migration)


@cache
def migration_module(name: str) -> ModuleType:
    """The file of this name, as a module."""
    spec = importlib.util.spec_from_file_location(f"migration_{number_of_migration(name)}", MIGRATIONS / APP / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def migration_facts(name: str) -> MigrationFacts:
    """What the file of this name says; one that says nothing suits its own program and newer ones."""
    module, number = migration_module(name), number_of_migration(name)
    return MigrationFacts(
        name=name,
        number=number,
        suits=getattr(module, "SUITS", number),
        touches=getattr(module, "TOUCHES", ()),
        concurrently=getattr(module, "CONCURRENTLY", ()),
    )


def dropped_by(sql: str) -> list[tuple[str, str | None]]:
    """The tables that statements drop, and the columns as (table, column); not those of indexes and triggers."""
    tables = [(name, None) for name in re.findall(r'DROP TABLE (?:IF EXISTS )?"(\w+)"', sql)]
    columns = re.findall(r'ALTER TABLE "(\w+)" DROP COLUMN "(\w+)"', sql)
    return [(table, column) for table, column in (*tables, *columns) if table not in DERIVED]


def mismatch(applied: Mapping[str, int | None]) -> str | None:
    """Why this program cannot work on a schema with these migrations, in a sentence; None if it can.

    `applied` maps each migration to what it said it suits; None where nothing is kept about it.
    """
    known = known_migrations()
    if missing := [name for name in known if name not in applied]:
        return f"the database lacks {len(missing)} migration(s): run `cartwright migrate`"
    own = number_of_migration(known[-1])
    newer = [name for name in applied if name not in known]
    too_new = [name for name in newer if (applied[name] or number_of_migration(name)) > own]
    if too_new:
        first = min(too_new, key=number_of_migration)
        return f"the database is newer than this program (it has {first}): install the newer release"
    return None
