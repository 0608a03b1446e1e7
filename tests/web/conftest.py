"""Clients of the application on this test's database."""

from collections.abc import Sequence
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from models.database.postgres.postgres_transaction import PostgresTransaction
from models.database.sqlite.sqlite_connection import SqliteTransaction
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.stack import uses_postgres
from tests.web.clients import Api, Browser, make_user


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


@pytest_asyncio.fixture
async def ann(app: Quart, tmp_path: Any) -> Browser:
    """A customer who is logged in, in a shop with the demo products."""
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    return browser


@pytest_asyncio.fixture
async def root(app: Quart, ann: Browser) -> Browser:
    """An admin who is logged in, in the same shop."""
    await make_user("root@example.com", role="admin")
    browser = Browser(app)
    await browser.log_in("root@example.com")
    return browser


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
