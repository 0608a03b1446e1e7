"""On which stacks a fault test runs: RabbitMQ and Redis differ in the bell alone, and both ring for PostgreSQL.

What is about the database is asked on each database once, what is about the bell on each queue.
"""

import pytest

EACH_DATABASE = ("sqlite", "redis")
EACH_SERVED_QUEUE = ("rabbitmq", "redis")
each_database = pytest.mark.stack(*EACH_DATABASE)
