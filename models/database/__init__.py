"""The database as the rest of the house sees it: `write` and `read` units of work, open it, close it."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from typing import TypeVar, cast

import telemetry
from core.failpoints import failpoint
from models.database import bundled_sqlite  # the library is chosen before the ORM binds it

bundled_sqlite.install()

from tortoise import Tortoise  # noqa: E402
from tortoise.connection import get_connection  # noqa: E402
from tortoise.exceptions import ValidationError  # noqa: E402

from models.database.commit_actions import after_commit, collect  # noqa: E402
from models.database.configuration import Terms, tortoise_config  # noqa: E402
from models.database.rows import (  # noqa: E402
    fetch_all,
    fetch_column,
    fetch_count,
    fetch_first,
    fetch_value,
    from_row,
)
from models.database.transaction import (  # noqa: E402
    CommitInDoubt,
    ConnectionFailed,
    ConstraintViolated,
    DatabaseBusy,
    Engine,
    Notification,
    Notify,
    OwnConnection,
    Row,
    RowLocked,
    StorageFailed,
    Transaction,
    TransactionLost,
    ValueRefused,
    Work,
    next_id,
    unchanged,
)

__all__ = [
    "CommitInDoubt",
    "ConnectionFailed",
    "ConstraintViolated",
    "DatabaseBusy",
    "Notification",
    "Notify",
    "Row",
    "RowLocked",
    "StorageFailed",
    "Transaction",
    "TransactionLost",
    "ValueRefused",
    "Work",
    "after_commit",
    "changes",
    "check_storage",
    "close_database",
    "fetch_all",
    "fetch_column",
    "fetch_count",
    "fetch_first",
    "fetch_value",
    "from_row",
    "install_notify",
    "next_id",
    "open_database",
    "read",
    "read_long",
    "read_one",
    "storage_warning",
    "unchanged",
    "write",
    "write_lock_holder",
]

T = TypeVar("T")
log = logging.getLogger(__name__)

_open_engine: Engine | None = None
_notify: Notify | None = None
_busy_seconds = 10.0


def install_notify(notify: Notify | None) -> None:
    """Name the function that tells workers of jobs just committed. It must not block and may fail."""
    global _notify  # noqa: PLW0603  one notifier a process, like the one database
    _notify = notify


def _engine() -> Engine:
    """The open one. Asking the ORM for it takes longer than a statement."""
    return _open_engine or cast(Engine, get_connection("default"))


async def open_database(
    url: str,
    *,
    busy_seconds: float = 10.0,
    synchronous: str = "FULL",
    connections: int = 10,
    prepared_statements: bool = True,
) -> None:
    """Open the one database of this process. `busy_seconds` is how long a write may wait for its turn.

    `connections` is how many PostgreSQL gets from this process at most; `prepared_statements` is off behind a pooler
    that cannot keep them.
    """
    global _busy_seconds, _open_engine  # noqa: PLW0603
    _busy_seconds = busy_seconds
    terms = Terms(busy_seconds, synchronous, connections, prepared_statements)
    await Tortoise.init(tortoise_config(url, terms), _enable_global_fallback=True)
    _open_engine = cast(Engine, get_connection("default"))


async def close_database() -> None:
    """Let go of it; call in a `finally`, or the process may not end."""
    global _open_engine  # noqa: PLW0603
    _open_engine = None
    await Tortoise.close_connections()


async def write(work: Work[T]) -> T:
    """Run a unit of work in one transaction, commit it durably, then notify workers of the jobs it enqueued.

    A caller that is cancelled cannot stop a commit that has begun: the jobs of such a commit are still notified.

    Raises:
        DatabaseBusy: nothing was done; worth another try.
        ConstraintViolated: the database refused it; nothing was done.
    """
    doing = asyncio.ensure_future(_write_and_notify(work))
    doing.add_done_callback(_await_result)
    return await asyncio.shield(doing)


def _await_result(done: "asyncio.Future[T]") -> None:
    """Take note of an error whose caller went away, or asyncio complains of it in the log."""
    if not done.cancelled():
        done.exception()


async def _write_and_notify(work: Work[T]) -> T:
    actions = collect()
    with telemetry.unit_of_work("write"), _values_named():
        value, notifications = await _engine().write(work, busy_seconds=_busy_seconds)
    failpoint("after_commit")
    for action in actions:
        action()
    if notifications and _notify is not None:
        try:
            _notify(notifications)
        except Exception:
            log.warning("workers could not be notified: they find the jobs by polling", exc_info=True)
    return value


@contextlib.contextmanager
def _values_named() -> Iterator[None]:
    """What the ORM does not take as a value of a column is refused as the database refuses it."""
    try:
        yield
    except ValidationError as error:
        raise ValueRefused(type(error).__name__) from error


async def read(work: Work[T]) -> T:
    """Run work that changes nothing and that somebody waits for: it takes milliseconds, whatever the shop has grown to.

    Raises:
        DatabaseBusy: the database cannot be read now.
    """
    with telemetry.unit_of_work("read"), _values_named():
        return await _engine().read(work)


async def read_long(work: Work[T], *, snapshot: bool = False) -> T:
    """`read` for what may take seconds: checks, charts, exports, searches of the admin.

    It runs beside all else, two at a time in this process. With `snapshot` all of it sees one state of the database.

    Raises:
        DatabaseBusy: the database cannot be read now, or it took longer than a minute.
    """
    with telemetry.unit_of_work("read"), _values_named():
        return await _engine().read_long(work, snapshot=snapshot)


async def read_one(work: Work[T]) -> T:
    """`read` for a row or two found by their keys, without the ORM; on SQLite it runs where it is called."""
    with telemetry.unit_of_work("read"):
        return await _engine().read_one(work)


async def check_storage() -> None:
    """Do nothing if there is room for more where the database lies; a server looks after its own.

    Raises:
        StorageFailed: there is none, or it cannot be written.
    """
    await _engine().check_storage()


def write_lock_holder() -> str:
    """Which process has kept all others from writing to SQLite for seconds, and since when; empty if none has."""
    return _engine().write_lock_holder()


def storage_warning() -> str:
    """What will keep SQLite's file from being written one day, and whose doing it is; empty if nothing does."""
    return _engine().storage_warning()


def connect() -> OwnConnection:
    """A connection of its own for the calling thread: `.write(work)` and `.read(work)`, blocking."""
    return _engine().connect()


def changes() -> int | None:
    """Another number whenever anything was committed by any process since; None where that cannot be told cheaply."""
    return _engine().changes()
