"""Accounts, sessions and refresh tokens, in the database."""

import asyncio
from typing import Any

import pytest

from models.accounts import accounts, passwords, refresh_tokens, sessions
from models.accounts.account_record import Account
from models.database import Transaction, read, write
from models.shared.errors import EmailTaken, Invalid
from tests.models.operations.ages import purged

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("shop")]
PASSWORD = "velvet-otter-canyon-42"


async def make(email: str = "ann@example.com", password: str = PASSWORD, **columns: Any) -> Account:
    hashed = passwords.hash_password(password)
    return await write(lambda tx: accounts.create_user(tx, email=email, password_hash=hashed, **columns))


async def session_for(account: Account) -> str:
    secret = await write(lambda tx: sessions.start(tx, account.id, account.role, account.password_hash))
    assert secret
    return secret


async def family_for(account: Account) -> refresh_tokens.Issued:
    issued = await write(lambda tx: refresh_tokens.start_family(tx, account.id, account.password_hash))
    assert issued
    return issued


async def move_clock(table: str, column: str, milliseconds: int) -> None:
    await write(lambda tx: tx.execute(f"UPDATE {table} SET {column} = {column} - ?", milliseconds))


async def test_one_address_is_one_account_in_any_case() -> None:
    assert (await make("A@X.com")).email == "a@x.com"
    with pytest.raises(EmailTaken):
        await make("a@x.COM")
    found = await read(lambda tx: accounts.find_by_email(tx, " A@x.com"))
    assert found is not None
    assert found.email == "a@x.com"


@pytest.mark.parametrize(
    "email", ["a@b.c\n", "a@example.com\n", "a\r\nBcc: b@example.com", "a b@example.com", "a@example", "@example.com",
              "a@", "", "a@-example.com", "a" * 65 + "@example.com", "a@" + "b." * 130 + "com", "a@exa\x00mple.com"],
)  # fmt: skip
async def test_what_is_no_address_makes_no_account(email: str) -> None:
    with pytest.raises(Invalid):
        await make(email)
    assert (await read(lambda tx: tx.fetch_one("SELECT COUNT(*) AS n FROM users")))["n"] == 0


async def test_twenty_registrations_of_one_address_make_one_account() -> None:
    outcomes = await asyncio.gather(*[make() for _ in range(20)], return_exceptions=True)
    assert sum(isinstance(outcome, Account) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, EmailTaken) for outcome in outcomes) == 19


async def test_a_session_is_stored_as_its_hash_only() -> None:
    secret = await session_for(await make())
    rows = await read(lambda tx: tx.fetch("SELECT * FROM session"))
    assert len(secret) >= 43
    assert secret not in str([tuple(row) for row in rows])


@pytest.mark.parametrize(("role", "idle"), [("customer", 14 * 86_400_000), ("admin", 30 * 60_000)])
async def test_an_idle_session_ends(role: str, idle: int) -> None:
    secret = await session_for(await make(role=role))
    await move_clock("session", "seen_at", idle - 60_000)
    found = await read(lambda tx: sessions.find(tx, secret))
    assert found is not None
    assert found.is_stale
    await move_clock("session", "seen_at", 60_000)
    assert await read(lambda tx: sessions.find(tx, secret)) is None


@pytest.mark.parametrize(("role", "age"), [("customer", 30 * 86_400_000), ("admin", 12 * 3_600_000)])
async def test_a_session_ends_of_age_however_busy(role: str, age: int) -> None:
    secret = await session_for(await make(role=role))
    await move_clock("session", "expires_at", age - 60_000)
    assert await read(lambda tx: sessions.find(tx, secret))
    await move_clock("session", "expires_at", 60_000)
    assert await read(lambda tx: sessions.find(tx, secret)) is None
    assert await purged("session") == 1


async def test_a_fresh_session_needs_no_touch() -> None:
    secret = await session_for(await make())
    await move_clock("session", "seen_at", 59 * 60_000)
    found = await read(lambda tx: sessions.find(tx, secret))
    assert found is not None
    assert not found.is_stale


async def test_a_password_changed_meanwhile_starts_nothing() -> None:
    account = await make()
    new = passwords.hash_password("another-otter-canyon-42")
    assert await write(lambda tx: accounts.change_password(tx, account, new))
    assert not await write(lambda tx: accounts.change_password(tx, account, new))
    assert await write(lambda tx: sessions.start(tx, account.id, account.role, account.password_hash)) is None
    assert await write(lambda tx: refresh_tokens.start_family(tx, account.id, account.password_hash)) is None


async def test_switching_an_account_off_ends_everything_at_once() -> None:
    account = await make()
    secret, issued = await session_for(account), await family_for(account)
    await write(lambda tx: accounts.set_active(tx, account.id, is_active=False))
    assert await read(lambda tx: sessions.find(tx, secret)) is None
    assert await write(lambda tx: refresh_tokens.rotate(tx, issued.secret)) is None
    assert await read(lambda tx: accounts.find_by_token(tx, account.public_id, 1, issued.family)) is None


async def test_of_twenty_uses_of_a_refresh_token_one_succeeds_and_the_family_ends() -> None:
    account = await make()
    issued = await family_for(account)
    outcomes = await asyncio.gather(*[write(lambda tx: refresh_tokens.rotate(tx, issued.secret)) for _ in range(20)])
    [winner] = [outcome for outcome in outcomes if outcome]
    assert winner.family == issued.family
    assert await write(lambda tx: refresh_tokens.rotate(tx, winner.secret)) is None
    assert await read(lambda tx: accounts.find_by_token(tx, account.public_id, 1, issued.family)) is None


async def test_an_unknown_or_expired_refresh_token_ends_nothing() -> None:
    account = await make()
    first, second = await family_for(account), await family_for(account)
    assert await write(lambda tx: refresh_tokens.rotate(tx, "guessed")) is None
    await write(lambda tx: tx.execute("UPDATE refresh_token SET expires_at = ? WHERE family = ?", tx.now, first.family))
    assert await write(lambda tx: refresh_tokens.rotate(tx, first.secret)) is None
    assert await write(lambda tx: refresh_tokens.rotate(tx, second.secret))


async def test_a_new_password_keeps_the_callers_login_and_no_other() -> None:
    account = await make()
    mine, other = await family_for(account), await family_for(account)
    new = passwords.hash_password("another-otter-canyon-42")
    await write(lambda tx: accounts.change_password(tx, account, new, keep_family=mine.family))
    version = (await _now(account)).token_version
    assert await read(lambda tx: accounts.find_by_token(tx, account.public_id, version, mine.family))
    assert not await read(lambda tx: accounts.find_by_token(tx, account.public_id, version, other.family))


async def test_what_a_shipped_password_opened_ends_with_it() -> None:
    account = await make(must_change_password=True, role="admin")
    mine = await family_for(account)
    new = passwords.hash_password("another-otter-canyon-42")
    await write(lambda tx: accounts.change_password(tx, account, new, keep_family=mine.family))
    now = await _now(account)
    assert not now.must_change_password
    assert now.token_version == 2
    assert not await read(lambda tx: accounts.find_by_token(tx, account.public_id, 1, mine.family))
    assert await write(lambda tx: refresh_tokens.rotate(tx, mine.secret)) is None


async def test_accounts_that_open_with_a_shipped_password_are_named() -> None:
    await make("root@example.com", "admin123", role="admin", must_change_password=True)
    await make("strong@example.com", "another-otter-canyon-42", role="admin")
    assert await read(accounts.shipped_password_accounts) == ["root@example.com"]


async def _now(account: Account) -> Account:
    async def work(tx: Transaction) -> Account:
        found = await accounts.find_by_email(tx, account.email)
        assert found
        return found

    return await read(work)


async def test_the_purge_keeps_logins_that_live_and_deletes_those_that_are_over() -> None:
    account = await make()
    old_session, old_family = await session_for(account), await family_for(account)
    await move_clock("session", "expires_at", 40 * 86_400_000)
    await move_clock("refresh_token", "expires_at", 40 * 86_400_000)
    session, family = await session_for(account), await family_for(account)
    await purged("session")
    await purged("refresh_token")
    assert await read(lambda tx: sessions.find(tx, session)) is not None
    assert await read(lambda tx: sessions.find(tx, old_session)) is None
    families = [row["family"] for row in await read(lambda tx: tx.fetch("SELECT family FROM refresh_token"))]
    assert families == [family.family]
    assert old_family.family not in families


async def test_logging_out_one_of_two_logins_ends_that_one() -> None:
    account, other = await make(), await make("bob@example.com")
    first, second, of_other = await family_for(account), await family_for(account), await family_for(other)
    await write(lambda tx: refresh_tokens.revoke_by_secret(tx, of_other.secret, account.id))
    await write(lambda tx: refresh_tokens.revoke_by_secret(tx, first.secret, account.id))
    assert await write(lambda tx: refresh_tokens.rotate(tx, first.secret)) is None
    assert await write(lambda tx: refresh_tokens.rotate(tx, second.secret)) is not None
    assert await write(lambda tx: refresh_tokens.rotate(tx, of_other.secret)) is not None, "it is not theirs to end"
