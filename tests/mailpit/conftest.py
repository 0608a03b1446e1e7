"""A stocked shop and an inbox for each test."""

import pytest

from tests.faults.conftest import launcher, shop, stocked
from tests.servers_mailpit import mailpit, mailpit_binary

__all__ = ["launcher", "mailpit", "mailpit_binary", "shop", "stocked"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/mailpit/" in str(item.path):
            item.add_marker(pytest.mark.faults)
            item.add_marker(pytest.mark.timeout(120, func_only=True))  # the first one may have to build the server
