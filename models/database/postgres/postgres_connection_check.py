"""Whether a PostgreSQL server lets this program in, and the words for when it does not."""

import ssl

import asyncpg

from models.database.postgres.postgres_errors import Meaning, meaning
from models.database.postgres.postgres_pool import Access
from models.database.transaction import ConnectionFailed


async def try_server(url: str) -> None:
    """Connect and hang up.

    Raises:
        NoWayIn: that did not go. What the server says is told, and never the URL, which may hold a password.
    """
    try:
        connection = await asyncpg.connect(**Access(url).options())
    except Exception as error:
        raise _told(error) from error
    await connection.close()


def _told(error: Exception) -> ConnectionFailed:
    if meaning(error) in (Meaning.LOST, Meaning.BUSY) and not _is_about_tls(error):
        return ConnectionFailed(f"the database cannot be reached: {_words(error)}", is_passing=True)
    return ConnectionFailed(f"no way into the database by this URL: {_words(error)}", is_passing=False)


def _is_about_tls(error: Exception) -> bool:
    """No TLS there, the wrong certificate, or no file of it here: time does not mend that."""
    return isinstance(error, ssl.SSLError | FileNotFoundError) or "SSL" in str(error)


def _words(error: Exception) -> str:
    return "it did not answer in time" if isinstance(error, TimeoutError) else str(error) or type(error).__name__
