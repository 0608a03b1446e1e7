"""A login and a new password at the same time on PostgreSQL: what the old password opens ends with it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from models.accounts import accounts, refresh_tokens, sessions
from models.accounts.account_record import Account
from models.database import Transaction, close_database, open_database, read, write
from tests.servers.postgres import Postgres

pytestmark = pytest.mark.asyncio

Login = Callable[[Transaction, Account], Awaitable[object]]


@pytest_asyncio.fixture
async def ann(postgres: Postgres) -> AsyncIterator[Account]:
    """A customer of a shop on PostgreSQL."""
    async for url in postgres.copy():
        await open_database(url)
        yield await write(lambda tx: accounts.create_user(tx, email="ann@example.com", password_hash="old"))
        await close_database()


async def by_page(tx: Transaction, ann: Account) -> object:
    return await sessions.start(tx, ann.id, "customer", "old")


async def by_api(tx: Transaction, ann: Account) -> object:
    return await refresh_tokens.start_family(tx, ann.id, "old")


@pytest.mark.parametrize("log_in", [by_page, by_api])
@pytest.mark.parametrize("first", ["the login", "the password"])
async def test_no_login_outlives_the_password_it_rests_on(ann: Account, log_in: Login, first: str) -> None:
    is_begun = asyncio.Event()
    is_waiting = asyncio.Event()

    async def login(tx: Transaction) -> None:
        await log_in(tx, ann)
        await meet(first == "the login")

    async def change(tx: Transaction) -> None:
        assert await accounts.change_password(tx, ann, "new")
        await meet(first == "the password")

    async def meet(is_first: bool) -> None:
        """Whoever is first goes on when the other one had time to do all it can do meanwhile."""
        if is_first:
            is_begun.set()
            await asyncio.wait([asyncio.ensure_future(is_waiting.wait())], timeout=0.5)
        else:
            is_waiting.set()

    works = (login, change) if first == "the login" else (change, login)
    earlier = asyncio.create_task(write(works[0]))
    await is_begun.wait()
    await asyncio.gather(earlier, write(works[1]))
    for question in ("SELECT count(*) FROM session", "SELECT count(*) FROM refresh_token WHERE revoked_at IS NULL"):
        assert (await read(lambda tx, q=question: tx.fetch(q)))[0][0] == 0  # type: ignore[misc]
