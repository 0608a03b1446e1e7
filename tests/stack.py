"""Which database and queue the tests run the shop on: `TEST_STACK` says it.

`sqlite` is SQLite with Huey; `rabbitmq` and `redis` are PostgreSQL with Dramatiq on RabbitMQ or Redis.
"""

import os

import pytest

STACKS = ("sqlite", "rabbitmq", "redis")


def stack() -> str:
    """The stack of this run of the tests."""
    name = os.environ.get("TEST_STACK") or "sqlite"
    assert name in STACKS, f"TEST_STACK is {name}; there are {', '.join(STACKS)}"
    return name


def uses_postgres() -> bool:
    """Whether the shop's database is PostgreSQL."""
    return stack() != "sqlite"


def sqlite_only(reason: str) -> pytest.MarkDecorator:
    """For a test of something that PostgreSQL does not have."""
    return pytest.mark.skipif(uses_postgres(), reason=f"SQLite only: {reason}")
