"""On which stacks a fault test runs: RabbitMQ and Redis differ in the bell alone, and both ring for PostgreSQL.

What is about the bell is asked on each queue. What is about the database is asked on each database once: on SQLite and
with one of the two stacks of PostgreSQL, which share it out so that neither takes long.
"""

import pytest

SERVED_QUEUES = ("rabbitmq", "redis")
DATABASES_BY_RABBITMQ = ("sqlite", "rabbitmq")
DATABASES_BY_REDIS = ("sqlite", "redis")
on_databases_by_rabbitmq = pytest.mark.stack(*DATABASES_BY_RABBITMQ)
on_databases_by_redis = pytest.mark.stack(*DATABASES_BY_REDIS)
