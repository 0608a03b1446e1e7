"""Ways to PostgreSQL: TLS that is verified, passwords that nobody reads, sockets, and what the URL says of them."""

import asyncio
import logging
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
from tortoise.exceptions import OperationalError

from models.database import ConnectionFailed, DatabaseBusy, Transaction, close_database, open_database, read
from models.database.schema_versions import SchemaMismatch
from models.database.transaction import INSUFFICIENT_PRIVILEGE, sqlstate
from models.database.upgrade import applied_migrations, check_schema, upgrade
from tests.servers.postgres import Postgres
from tests.servers.throwaway import missing

pytestmark = pytest.mark.asyncio

PASSWORD = "p@ss/w:rd %?#é"
ENCODED = "p%40ss%2Fw%3Ard%20%25%3F%23%C3%A9"
CERTIFY = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=x"]
NAMED = ["-addext", "subjectAltName=IP:127.0.0.1"]


@pytest_asyncio.fixture
async def url(postgres: Postgres) -> AsyncIterator[str]:
    """The URL of an empty shop."""
    async for each in postgres.copy():
        yield each


def set_tls(postgres: Postgres, state: str) -> None:
    """Returns when it holds for new connections: a server is told to read its settings, and does so in its own time."""
    postgres.say(f"ALTER SYSTEM SET ssl = {state}", "SELECT pg_reload_conf()")

    async def shown() -> str:
        connection = await asyncpg.connect(f"{postgres.url('postgres')}?sslmode=prefer")
        try:
            return str(await connection.fetchval("SHOW ssl"))
        finally:
            await connection.close()

    with ThreadPoolExecutor(1) as thread:  # a test's event loop may be running already
        deadline = time.monotonic() + 60
        while thread.submit(lambda: asyncio.run(shown())).result() != state:
            assert time.monotonic() < deadline, f"ssl never became {state}"


@pytest.fixture
def authority(postgres: Postgres, tmp_path: Path) -> Iterator[Path]:
    """The server speaks TLS for this test; the certificate to trust."""
    if shutil.which("openssl") is None:
        missing("openssl")
    folder = tmp_path
    for name in ("server", "stranger"):
        subprocess.run(
            [*CERTIFY, *NAMED, "-keyout", f"{name}.key", "-out", f"{name}.crt"],
            cwd=folder,
            check=True,
            capture_output=True,
        )
    for file in ("server.key", "server.crt"):
        kept = Path(shutil.copy(folder / file, postgres.folder / "data" / file))
        shutil.chown(kept, (postgres.folder / "data").owner())
        kept.chmod(0o600)
    set_tls(postgres, "on")
    yield folder / "server.crt"
    set_tls(postgres, "off")


async def is_encrypted(url: str) -> bool:
    """Whether a shop opened by this URL talks over TLS."""

    async def work(tx: Transaction) -> bool:
        row = await tx.fetch_one("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        return row is not None and bool(row["ssl"])

    await open_database(url, busy_seconds=60)
    try:
        return await read(work)
    finally:
        await close_database()


async def test_a_server_without_tls_is_refused_when_the_url_asks_for_it(url: str) -> None:
    with pytest.raises(DatabaseBusy, match="no connection"):
        await is_encrypted(f"{url}?sslmode=require")
    with pytest.raises(ConnectionFailed, match="SSL") as kept_out:
        await check_schema(f"{url}?sslmode=require")
    assert not kept_out.value.is_passing


async def test_the_url_asks_for_tls_and_for_a_certificate_that_is_the_servers(url: str, authority: Path) -> None:
    assert await is_encrypted(f"{url}?sslmode=require")
    assert await is_encrypted(f"{url}?sslmode=verify-full&sslrootcert={authority}")
    assert not await is_encrypted(f"{url}?sslmode=disable")


@pytest.mark.parametrize("mode", ["verify-ca", "verify-full"])
async def test_a_server_that_is_not_who_it_should_be_is_not_talked_to(url: str, authority: Path, mode: str) -> None:
    with pytest.raises(DatabaseBusy, match="SSLCertVerificationError"):
        await is_encrypted(f"{url}?sslmode={mode}&sslrootcert={authority.with_name('stranger.crt')}")


async def test_migrations_verify_the_server_too(url: str, authority: Path) -> None:
    assert await upgrade(f"{url}?sslmode=verify-full&sslrootcert={authority}") == []
    with pytest.raises(ConnectionFailed, match="certificate verify failed") as refused:
        await upgrade(f"{url}?sslmode=verify-full&sslrootcert={authority.with_name('stranger.crt')}")
    assert not refused.value.is_passing


async def test_a_server_that_is_away_is_not_taken_for_an_empty_one() -> None:
    with pytest.raises(ConnectionFailed, match="cannot be reached") as kept_out:
        await check_schema("postgresql://cartwright@127.0.0.1:9/shop")
    assert kept_out.value.is_passing


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda url: f"{url}_of_nobody", 'database ".*" does not exist'),
        (lambda url: url.replace("cartwright@", "nobody@"), 'role "nobody" does not exist'),
        (lambda url: f"{url}?sslmode=perhaps", "sslmode"),
        (lambda url: f"{url}?sslmode=verify-full&sslrootcert=/nowhere.crt", "No such file"),
        (lambda url: f"{url}?frobnicate=1", "frobnicate"),
    ],
)
async def test_what_time_does_not_mend_is_told_apart(url: str, spoil: Callable[[str], str], words: str) -> None:
    for work in (check_schema, upgrade, applied_migrations):
        with pytest.raises(ConnectionFailed, match=words) as kept_out:
            await work(spoil(url))
        assert not kept_out.value.is_passing


async def test_a_role_that_may_not_read_is_not_told_to_migrate(postgres: Postgres, url: str) -> None:
    postgres.say("CREATE ROLE weak LOGIN")
    try:
        for work in (check_schema, upgrade):
            with pytest.raises(ConnectionFailed, match="permission denied"):
                await work(url.replace("cartwright@", "weak@"))
    finally:
        postgres.say("DROP ROLE weak")


async def test_an_empty_database_is_told_to_be_migrated(postgres: Postgres) -> None:
    async for empty in postgres.copy("template1"):
        with pytest.raises(SchemaMismatch, match="run `cartwright migrate`"):
            await check_schema(empty)


async def test_the_socket_of_the_machine_is_a_way_too(postgres: Postgres, url: str) -> None:
    name = url.rsplit("/", 1)[1]
    socket = f"postgresql://cartwright@/{name}?host={postgres.folder}&port={postgres.port}"
    assert not await is_encrypted(socket)


async def test_a_password_with_special_characters_opens_and_is_told_nobody(
    postgres: Postgres, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rules = postgres.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text(f"host all keeper 127.0.0.1/32 scram-sha-256\n{before}")
    postgres.say(f"CREATE ROLE keeper LOGIN SUPERUSER PASSWORD '{PASSWORD}'", "SELECT pg_reload_conf()")
    try:
        right = url.replace("cartwright@", f"keeper:{ENCODED}@")
        await is_encrypted(right)
        assert await applied_migrations(right) != []
        with pytest.raises(DatabaseBusy) as refused:
            await is_encrypted(url.replace("cartwright@", "keeper:wr%40ng@"))
        assert "InvalidPasswordError" in str(refused.value)
    finally:
        rules.write_text(before)
        postgres.say("DROP ROLE keeper", "SELECT pg_reload_conf()")
    for secret in (PASSWORD, ENCODED, "wr@ng", "wr%40ng"):
        assert secret not in caplog.text
        assert secret not in str(refused.value)


async def test_errors_are_told_apart_by_code_whatever_language_the_server_speaks() -> None:
    german = OperationalError(asyncpg.InsufficientPrivilegeError("keine Berechtigung f\u00fcr Tabelle aerich"))
    assert sqlstate(german) == INSUFFICIENT_PRIVILEGE
    assert sqlstate(OperationalError("permission denied")) == ""
