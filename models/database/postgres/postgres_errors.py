"""What an error of PostgreSQL or of the way to it means for a unit of work: refused, worth another try, or busy.

Only errors of a known meaning are named here; every other one is a defect of the program and is raised as it is.
"""

import enum

import asyncpg
from tortoise.exceptions import BaseORMException

from models.database.transaction import ConstraintViolated


class Meaning(enum.Enum):
    """What to do about an error."""

    REFUSED = enum.auto()  # a constraint or a trigger said no
    TAKEN = enum.auto()  # a unique key: on SQLite the unit would have waited and seen the row, so it may look again
    AGAIN = enum.auto()  # deadlocked, not serialisable, or planned for a schema of yesterday
    LOST = enum.auto()  # the connection is gone, or leads to a server that no longer takes writes
    BUSY = enum.auto()  # not in time, or the server has no room
    UNFIT = enum.auto()  # a value that the server, or the driver for it, cannot take
    DEFECT = enum.auto()


MEANINGS: tuple[tuple[tuple[type[BaseException], ...], Meaning], ...] = (
    ((asyncpg.UniqueViolationError,), Meaning.TAKEN),
    ((asyncpg.IntegrityConstraintViolationError, asyncpg.RaiseError), Meaning.REFUSED),
    (
        (
            asyncpg.SerializationError,
            asyncpg.DeadlockDetectedError,
            asyncpg.InvalidCachedStatementError,
            asyncpg.OutdatedSchemaCacheError,
        ),
        Meaning.AGAIN,
    ),
    (
        (
            asyncpg.PostgresConnectionError,
            asyncpg.InternalClientError,
            asyncpg.AdminShutdownError,
            asyncpg.CrashShutdownError,
            asyncpg.ReadOnlySQLTransactionError,
            asyncpg.IdleInTransactionSessionTimeoutError,
            asyncpg.InternalClientError,  # the server said goodbye while a statement was on its way
            ConnectionError,
        ),
        Meaning.LOST,
    ),
    ((asyncpg.DataError, UnicodeEncodeError), Meaning.UNFIT),
    (
        (
            asyncpg.LockNotAvailableError,
            asyncpg.OperatorInterventionError,  # cancelled by a timeout, or the server is starting
            asyncpg.InsufficientResourcesError,
            asyncpg.InsufficientPrivilegeError,  # somebody took rights of our role away
            asyncpg.PostgresSystemError,
            OSError,  # no way to the server, its certificate is not the right one, and TimeoutError
        ),
        Meaning.BUSY,
    ),
)
NO_ENTRY = (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError)


def meaning(error: BaseException) -> Meaning:
    """What an error raised by a unit of work means."""
    cause = (isinstance(error, BaseORMException | ConstraintViolated) and error.__cause__) or error
    for classes, found in MEANINGS:
        if isinstance(cause, classes):
            return found
    return Meaning.LOST if _is_closed(cause) else Meaning.DEFECT


def is_connection_failure(error: BaseException) -> bool:
    """Whether an error met while connecting is the server's or the network's, and not of the URL's making."""
    return isinstance(error, NO_ENTRY) or meaning(error) in (Meaning.LOST, Meaning.BUSY)


def storage_part(error: BaseException) -> str:
    """What keeps the server from writing until somebody mends it; empty if it is something else."""
    if isinstance(error, asyncpg.DiskFullError):
        return "disk_full"
    if isinstance(error, asyncpg.InsufficientPrivilegeError):
        return "rights"
    return "read_only" if isinstance(error, asyncpg.ReadOnlySQLTransactionError) else ""


def _is_closed(error: BaseException) -> bool:
    """asyncpg has no class of its own for the use of a connection that was closed meanwhile."""
    return isinstance(error, asyncpg.InterfaceError) and "closed" in str(error)  # in the driver's own English
