"""Whether a PostgreSQL server lets this program in, and the words for when it does not."""

import ssl
from dataclasses import replace

import asyncpg

from models.database.postgres.postgres_errors import Meaning, meaning
from models.database.postgres.postgres_pool import Access
from models.database.transaction import ConnectionFailed

POOLER = (
    "a pooler refuses what we set for our sessions: set CARTWRIGHT_DATABASE_PREPARED=off, or have it pass that on"
    " (docs/scaling.md)"
)


async def try_server(access: Access) -> None:
    """Connect and hang up.

    Raises:
        ConnectionFailed: that did not go. What the server says is told, and never the URL, which may hold a password.
    """
    try:
        await _connect(access)
    except asyncpg.ProtocolViolationError as error:  # a pooler says nearly everything by this code
        if access.prepared and await _can_connect(replace(access, prepared=False)):
            raise ConnectionFailed(f"{POOLER}: {_words(error)}", is_passing=False) from error
        raise _told(error) from error
    except Exception as error:
        raise _told(error) from error


async def _connect(access: Access) -> None:
    connection = await asyncpg.connect(**access.options())
    await connection.close()


async def _can_connect(access: Access) -> bool:
    try:
        await _connect(access)
    except Exception:
        return False
    return True


def _told(error: Exception) -> ConnectionFailed:
    if meaning(error) in (Meaning.LOST, Meaning.BUSY) and not _is_about_tls(error):
        return ConnectionFailed(f"the database cannot be reached: {_words(error)}", is_passing=True)
    return ConnectionFailed(f"no way into the database by this URL: {_words(error)}", is_passing=False)


def _is_about_tls(error: Exception) -> bool:
    """No TLS there, the wrong certificate, or no file of it here: time does not mend that."""
    return isinstance(error, ssl.SSLError | FileNotFoundError) or "SSL" in str(
        error
    )  # the driver's own words, the same in every language


def _words(error: Exception) -> str:
    return "it did not answer in time" if isinstance(error, TimeoutError) else str(error) or type(error).__name__
