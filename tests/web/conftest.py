"""Clients of the application on this test's database."""

from collections.abc import Sequence
from typing import Any

import pytest
from quart import Quart

from models.database.sqlite_connection import SqliteTransaction
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


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The SQL that units of work send from here on, in order."""
    sent: list[str] = []
    run = SqliteTransaction._run

    def spy(transaction: SqliteTransaction, sql: str, values: Sequence[Any]) -> Any:
        sent.append(sql)
        return run(transaction, sql, values)

    monkeypatch.setattr(SqliteTransaction, "_run", spy)
    return sent
