"""Clients of the application on this test's database."""

from collections.abc import Sequence
from typing import Any

import pytest
from quart import Quart

from models.database.postgres_transaction import PostgresTransaction
from models.database.sqlite_connection import SqliteTransaction
from tests.stack import uses_postgres
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
    kind: Any = PostgresTransaction if uses_postgres() else SqliteTransaction
    run = kind._run

    def spy(transaction: Any, sql: str, values: Sequence[Any]) -> Any:
        sent.append(sql)
        return run(transaction, sql, values)

    monkeypatch.setattr(kind, "_run", spy)
    return sent
