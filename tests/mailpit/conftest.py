"""A stocked shop and an inbox for each test."""

import pytest

from tests.faults.conftest import *  # noqa: F403  the same shop, with all that it stands on
from tests.servers_mailpit import mailpit, mailpit_binary

__all__ = ["mailpit", "mailpit_binary"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/mailpit/" in str(item.path):
            item.add_marker(pytest.mark.faults)
            item.add_marker(pytest.mark.timeout(300, func_only=True))  # the first one may have to build the server
