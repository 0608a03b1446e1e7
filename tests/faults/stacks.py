"""On which stacks a fault test runs: RabbitMQ and Redis differ only in notifications; both use PostgreSQL.

Tests of notifications run on each queue. Tests of the database run on each database once: on SQLite and with one of the
two stacks of PostgreSQL, which share them out so that neither takes long. With FAULTS=everywhere both are
asked everything (`make faults`).
"""

import os
from collections.abc import Sequence

import pytest

from tests.stack import stack

SERVED_QUEUES = ("rabbitmq", "redis")
DATABASES_BY_RABBITMQ = ("sqlite", "rabbitmq")
DATABASES_BY_REDIS = ("sqlite", "redis")
on_databases_by_rabbitmq = pytest.mark.stack(*DATABASES_BY_RABBITMQ)
on_databases_by_redis = pytest.mark.stack(*DATABASES_BY_REDIS)


def is_asked_on(stacks: Sequence[str]) -> bool:
    """Whether what is meant for these stacks runs on that of this run."""
    is_shared = stack() in SERVED_QUEUES and bool({*SERVED_QUEUES} & {*stacks})
    return stack() in stacks or (is_shared and os.environ.get("FAULTS") == "everywhere")
