"""A PgBouncer in transaction mode before the tests' PostgreSQL."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.servers.postgres import Postgres, as_owner
from tests.servers.throwaway import await_start, folder, free_port, missing

START_SECONDS = 60
ALL_DATABASES = "* = host=127.0.0.1 port={server} user=cartwright"
SETTINGS = """
[databases]
{databases}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
{auth}
pool_mode = transaction
default_pool_size = 8
server_round_robin = 1
logfile = {place}/log
{more}
"""


def program() -> str | None:
    """Where it is installed."""
    return shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@contextlib.contextmanager
def pooler(
    server: Postgres, *, databases: str = ALL_DATABASES, passwords: dict[str, str] | None = None, more: str = ""
) -> Iterator[int]:
    """Its port, as long as it runs. Each transaction goes to another session of the server, where there are several.

    Args:
        server: what it leads to.
        databases: which it knows, as its settings say it; {server} is the server's port.
        passwords: of the users that it asks for one; without them it asks nobody.
        more: other lines of its settings.
    """
    found = program()
    if found is None:
        missing("PgBouncer")
    with folder("pgbouncer") as place:
        port, settings = free_port(), place / "settings.ini"
        names = {"databases": databases.format(server=server.port), "auth": _auth(place, passwords), "more": more}
        settings.write_text(SETTINGS.format(port=port, place=place, **names))
        os.chmod(settings, 0o644)
        process = subprocess.Popen([*as_owner(place), found, "-q", str(settings)], stderr=subprocess.DEVNULL)
        try:
            await_start(lambda: _listens(port), within_seconds=START_SECONDS, log=place / "log")
            yield port
        finally:
            process.terminate()
            process.wait(START_SECONDS)


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


def _auth(place: Path, passwords: dict[str, str] | None) -> str:
    """Whom it lets in, as its settings say it."""
    if passwords is None:
        return "auth_type = any"
    users = place / "users"
    users.write_text("".join(f'"{name}" "{password}"\n' for name, password in passwords.items()))
    users.chmod(0o644)
    return f"auth_type = scram-sha-256\nauth_file = {users}"
