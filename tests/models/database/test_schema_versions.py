"""Which program may work on which schema, and what taking a migration back would delete."""

import pytest

from models.database.schema_versions import dropped_by, known_migrations, migration_facts, mismatch, number_of_migration

KNOWN = dict.fromkeys(known_migrations())
OWN = max(map(number_of_migration, KNOWN))
NEXT = f"{OWN + 1}_20300101000000_next.py"


@pytest.mark.parametrize("suits", [OWN, OWN - 1, 1])
def test_a_newer_schema_that_suits_this_program_is_worked_on(suits: int) -> None:
    assert mismatch(KNOWN | {NEXT: suits}) is None


@pytest.mark.parametrize("suits", [OWN + 1, OWN + 2, None])
def test_a_newer_schema_that_does_not_is_refused(suits: int | None) -> None:
    assert mismatch(KNOWN | {NEXT: suits}) == (
        f"the database is newer than this program (it has {NEXT}): install the newer release"
    )


def test_an_older_schema_is_refused_with_the_command() -> None:
    older = {name: suits for name, suits in KNOWN.items() if number_of_migration(name) < OWN}
    assert mismatch(older) == "the database lacks 1 migration(s): run `cartwright migrate`"


def test_no_migration_suits_a_program_from_after_it() -> None:
    for name in known_migrations():
        facts = migration_facts(name)
        assert facts.suits <= facts.number, name


def test_only_what_holds_data_is_data() -> None:
    sql = 'DROP TABLE IF EXISTS "refund"; ALTER TABLE "job" DROP COLUMN "fence"; DROP TABLE "search_word"'
    assert dropped_by(sql) == [("refund", None), ("job", "fence")]
