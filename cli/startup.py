"""The start of a process: check the preconditions, and set up the gateways."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from core.process_environment import in_container
from core.settings import BadSetting, Settings
from core.shop_time import set_time_zone
from models.accounts.accounts import shipped_password_accounts
from models.database import bundled_sqlite, close_database, open_database, read
from models.database.schema_versions import SchemaMismatch
from models.database.upgrade import check_schema
from models.orders import guest_access
from models.shared.secret_tokens import derived
from pipelines.gateways.outgoing_addresses import Rules, install_rules
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from pipelines.gateways.test_provider import TestProvider
from pipelines.mail.mail_sender import Outbox

log = logging.getLogger("cartwright")
T = TypeVar("T")
_alone = threading.Lock()


async def with_database(settings: Settings, work: Callable[[], Awaitable[T]]) -> T:
    """Run `work` with the database open; returns its value."""
    await open_database(settings.database_url, prepared_statements=settings.database_prepared)
    try:
        return await work()
    finally:
        await close_database()


def run_with_database(settings: Settings, work: Callable[[], Awaitable[T]]) -> T:
    """The same for a thread without an event loop; one thread of a process at a time, since it has one database."""
    with _alone:
        return asyncio.run(with_database(settings, work))


def check_start(settings: Settings, *, is_alone: bool = False) -> None:
    """Refuse to start on a wrong schema, an unsafe SQLite, or in production with the demo's password in use.

    `is_alone`: no supervisor starts this process, so others may be in other containers.

    Raises:
        BadSetting: the message says what to do.
    """
    require_schema(settings)
    if settings.database_url.startswith("sqlite") and not bundled_sqlite.is_safe():
        _judge_sqlite(settings, is_alone=is_alone)
    if settings.is_production:
        _refuse_shipped_password(settings)


def _judge_sqlite(settings: Settings, *, is_alone: bool) -> None:
    """An SQLite with the known defect: several containers must not share its file, one machine is told."""
    words = f"SQLite {'.'.join(map(str, bundled_sqlite.version()))} can corrupt a file that several processes write"
    if settings.is_production and is_alone and in_container():
        raise BadSetting(
            f"CARTWRIGHT_DATABASE_URL: {words}, and containers share it: 3.51.3 is the least;"
            " run `cartwright up` in one container, or use PostgreSQL"
        )
    log.warning("%s; the lock beside it makes them take turns. 3.51.3 or newer is free of it", words)


def require_schema(settings: Settings) -> None:
    """Refuse to start on a database whose migrations differ from the program's.

    Raises:
        BadSetting: the message names the command to run.
    """
    try:
        asyncio.run(check_schema(settings.database_url, prepared_statements=settings.database_prepared))
    except SchemaMismatch as error:
        raise BadSetting(f"CARTWRIGHT_DATABASE_URL: {error}") from None


def _refuse_shipped_password(settings: Settings) -> None:
    if accounts := asyncio.run(with_database(settings, lambda: read(shipped_password_accounts))):
        raise BadSetting(f"CARTWRIGHT_ENV is production, but {accounts[0]} still has the password this shop ships with")


def set_up_gateways(settings: Settings) -> None:
    """Set the payment provider and the mailer of this process."""
    set_time_zone(settings.time_zone)
    if settings.test_payments:
        install_provider(TestProvider(settings.data_dir / "test-provider.jsonl"))
    install_mailer(SmtpMailer(settings.smtp_url) if settings.smtp_url else None)
    install_rules(Rules(https_only=settings.is_production, allow_private=settings.webhook_private))
    set_up_outbox(settings)


def set_up_outbox(settings: Settings) -> None:
    """Say who this process's mail comes from and where its links lead."""
    order_keys = derived(settings.signing_keys, guest_access.PURPOSE)
    names = {"sender": settings.mail_from, "public_url": settings.public_url}
    Outbox.set_up(**names, order_keys=order_keys, keep_days=settings.mail_keep_days)


def holds_tables(settings: Settings) -> bool:
    """Whether there is anything in the database.

    Raises:
        CopyFailed: the SQLite file is something else.
    """
    from models.backups import checked_copies, sqlite_copy

    if settings.database_url.startswith("sqlite"):
        return sqlite_copy.holds_tables(Path(settings.database_url.removeprefix("sqlite:///")))
    return asyncio.run(with_database(settings, lambda: read(checked_copies.has_tables)))
