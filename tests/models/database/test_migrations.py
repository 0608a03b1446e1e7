"""The migrations say what the tables are: nothing may be declared that no migration makes."""

import pytest

from models.database.make_migration import what_lacks


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
def test_the_migrations_make_what_is_declared(dialect: str) -> None:
    assert what_lacks(dialect) == "No changes detected"
