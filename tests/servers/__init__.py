"""Servers that tests need, started on free ports with throw-away data, and stopped at the end.

What is not installed is skipped by name; on CI it fails.
"""

from tests.servers.postgres import postgres
from tests.servers.rabbitmq import rabbitmq
from tests.servers.redis import redis

__all__ = ["postgres", "rabbitmq", "redis"]
