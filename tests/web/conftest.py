"""Clients of the application on this test's database."""

from typing import Any

import pytest
from quart import Quart

from tests.web.clients import Api, Browser


@pytest.fixture
def client(app: Quart) -> Any:
    """Quart's test client."""
    return app.test_client()


@pytest.fixture
def browser(app: Quart) -> Browser:
    return Browser(app)


@pytest.fixture
def api(app: Quart) -> Api:
    return Api(app)
