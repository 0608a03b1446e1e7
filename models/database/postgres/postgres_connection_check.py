"""Whether a PostgreSQL server lets this program in, and the words for when it does not."""

import ssl
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import asyncpg

from models.database.postgres.postgres_errors import Meaning, meaning
from models.database.postgres.postgres_pool import Access
from models.database.transaction import ConnectionFailed

NO_WAY = "no way into the database by this URL"
POOLER = (
    "a pooler refuses what we set for our sessions: set CARTWRIGHT_DATABASE_PREPARED=off, or have it pass that on"
    " (docs/scaling.md)"
)
# What PgBouncer says of its own and time does not mend, by the code of nearly everything: it speaks English alone, and
# what a server told it has the server's language.
REFUSED_BY_POOLER = (
    *("bouncer config error", "no such database", "no such user", "password authentication failed"),
    *("SASL authentication failed", "empty password returned by client", "TLS required", "SSL required"),
    *("auth failed", "login rejected", "not allowed", "unsupported startup parameter", "unsupported auth"),
)
ALWAYS_THERE = ("postgres", "template1")  # databases of nearly every server


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
        if str(error).startswith(REFUSED_BY_POOLER) or await _is_missing(access):
            raise ConnectionFailed(f"{NO_WAY}: {_words(error)}", is_passing=False) from error
        raise _told(error) from error
    except TimeoutError as error:  # a pooler that was told so shortly before keeps its clients waiting
        if await _is_missing(access):
            raise ConnectionFailed(f"{NO_WAY}: there is no such database", is_passing=False) from error
        raise _told(error) from error
    except Exception as error:
        raise _told(error) from error


async def _connect(access: Access) -> None:
    connection = await asyncpg.connect(**access.options())
    await connection.close()


async def _is_missing(access: Access) -> bool:
    """Whether the server says, by way of another database, that it has none of this name."""
    name = unquote(urlsplit(access.url).path.lstrip("/"))
    for other in ALWAYS_THERE if name else ():
        try:
            connection = await asyncpg.connect(**{**access.options(), "database": other})
            try:
                found = await connection.fetchval("SELECT count(*) FROM pg_database WHERE datname = $1", name)
            finally:
                await connection.close()
        except Exception:  # noqa: S112  this way is not open either
            continue
        return bool(found == 0)
    return False


async def _can_connect(access: Access) -> bool:
    try:
        await _connect(access)
    except Exception:
        return False
    return True


def _told(error: Exception) -> ConnectionFailed:
    if meaning(error) in (Meaning.LOST, Meaning.BUSY) and not _is_about_tls(error):
        return ConnectionFailed(f"the database cannot be reached: {_words(error)}", is_passing=True)
    return ConnectionFailed(f"{NO_WAY}: {_words(error)}", is_passing=False)


def _is_about_tls(error: Exception) -> bool:
    """No TLS there, the wrong certificate, or no file of it here: time does not mend that."""
    return isinstance(error, ssl.SSLError | FileNotFoundError) or "SSL" in str(
        error
    )  # the driver's own words, the same in every language


def _words(error: Exception) -> str:
    return "it did not answer in time" if isinstance(error, TimeoutError) else str(error) or type(error).__name__
