"""A PgBouncer in transaction mode before the tests' PostgreSQL."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator

from tests.servers.postgres import Postgres, as_owner
from tests.servers.throwaway import await_start, folder, free_port, missing

START_SECONDS = 60
SETTINGS = """
[databases]
* = host=127.0.0.1 port={server} user=cartwright

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 8
server_round_robin = 1
logfile = {place}/log
"""


def program() -> str | None:
    """Where it is installed."""
    return shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@contextlib.contextmanager
def pooler(server: Postgres) -> Iterator[int]:
    """Its port, as long as it runs. Each transaction goes to another session of the server, where there are several."""
    found = program()
    if found is None:
        missing("PgBouncer")
    with folder("pgbouncer") as place:
        port, settings = free_port(), place / "settings.ini"
        settings.write_text(SETTINGS.format(server=server.port, port=port, place=place))
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
