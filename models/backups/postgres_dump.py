"""Copies a PostgreSQL database with its own programs, pg_dump, pg_restore and psql, which the client package brings.

The password goes by the environment, so that it is in no list of processes.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from core.process_environment import child_environment
from models.backups.sqlite_copy import CopyFailed


def dump(url: str, target: Path, *, snapshot: str | None = None) -> None:
    """Write the database, as an exported snapshot sees it, to the new file `target` in pg_dump's own format.

    Raises:
        CopyFailed: the program is missing, or it failed; what it said.
    """
    named = [f"--snapshot={snapshot}"] if snapshot else []
    target.touch(mode=0o600, exist_ok=False)
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", *named, f"--file={target}")


def check_dump(path: Path) -> None:
    """Read the whole dump as a restore would, without a database. Raises CopyFailed."""
    _run("pg_restore", None, "--file=/dev/null", str(path))


def restore_dump(path: Path, url: str) -> None:
    """Fill an empty database from a dump, all of it or nothing. Raises CopyFailed.

    A dump begins with settings of the session. The last statement of the transaction takes them back: a pooler in
    transaction mode gives the session to the next client as it is, which would not find the tables.
    """
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "script.sql")
        _run("pg_restore", None, "--no-owner", "--no-privileges", f"--file={script}", str(path))
        stop = ("--set=ON_ERROR_STOP=1", "--no-psqlrc", "--quiet", "--output=/dev/null")
        _run("psql", url, "--single-transaction", *stop, f"--file={script}", "--command=RESET ALL")


def _run(program: str, url: str | None, *words: str) -> None:
    found = shutil.which(program) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)), None
    )
    if found is None:
        raise CopyFailed(f"{program} is not installed: it comes with PostgreSQL's client package")
    environment, address = child_environment(), []
    if url is not None:
        parts = urlsplit(url)
        environment |= {"PGPASSWORD": unquote(parts.password)} if parts.password else {}
        address = [f"--dbname={urlunsplit(parts._replace(netloc=_without_password(parts.netloc)))}"]
    done = subprocess.run([found, *address, *words], env=environment, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise CopyFailed(f"{program} ended with {done.returncode}: {said[-500:]}")


def _without_password(netloc: str) -> str:
    user, at, host = netloc.rpartition("@")
    return f"{user.partition(':')[0]}{at}{host}"
