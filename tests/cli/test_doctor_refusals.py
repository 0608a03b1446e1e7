"""`cartwright doctor` on what is no shop's database: a sentence and a code at once, and nothing is created."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_command_line import cartwright, filled_once  # noqa: F401  a fixture

SECONDS = 60  # a hang would take for ever; a start on a busy machine takes a few


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database at all " * 100)


def of_somebody_else(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")


def cut_off(path: Path) -> None:
    of_somebody_else(path)
    path.write_bytes(path.read_bytes()[:1000])


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a missing file": (lambda path: None, "there is no file"),
    "an empty file": (lambda path: path.touch(), "is empty"),
    "garbage": (garbage, "cannot be read: file is not a database"),
    "half a file": (cut_off, "cannot be read"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "a pipe": (os.mkfifo, "no regular file"),
    "another program's database": (of_somebody_else, "the database lacks"),
}


def everything_below(folder: Path) -> list[tuple[str, bytes]]:
    files = sorted(folder.rglob("*"))
    return [(str(each), each.read_bytes() if each.is_file() else b"") for each in files]


def looked(folder: Path, path: Path) -> subprocess.CompletedProcess[str]:
    return cartwright("doctor", folder=folder, CARTWRIGHT_DATABASE_URL=f"sqlite:///{path}")


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("what", BAD)
def test_what_is_no_database_gets_a_sentence_and_a_code(what: str, tmp_path: Path) -> None:
    make, words = BAD[what]
    path, data = tmp_path / "its" / "shop.db", tmp_path / "data"
    path.parent.mkdir()
    make(path)
    before = everything_below(path.parent)
    answer = looked(data, path)
    assert answer.returncode == 2
    assert words in answer.stderr
    assert answer.stderr.startswith("cartwright doctor: could not look: ")
    assert "Traceback" not in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert everything_below(path.parent) == before


@pytest.mark.timeout(SECONDS)
def test_a_schema_of_a_newer_release_is_told_and_left_alone(filled_once: Path, tmp_path: Path) -> None:  # noqa: F811
    folder = Path(shutil.copytree(filled_once, tmp_path / "newer"))
    with closing(sqlite3.connect(folder / "shop.db")) as connection, connection:
        connection.execute(
            "INSERT INTO aerich (version, app, content) SELECT '999_20990101000000_later.py', app, content FROM aerich"
            " ORDER BY id DESC LIMIT 1"
        )
    answer = cartwright("doctor", folder=folder)
    assert answer.returncode == 2
    assert "999_20990101000000_later" in answer.stderr or "newer" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.timeout(SECONDS)
def test_a_folder_that_takes_no_files_is_told(tmp_path: Path) -> None:
    from models.database.sqlite.sqlite_file import trouble_in_folder

    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    if os.getuid() != 0:
        assert "nothing can be written in the folder" in trouble_in_folder(str(closed / "shop.db"))
        return
    reader = os.fork()
    if reader == 0:  # root may write everywhere, so somebody else looks
        os.chmod(tmp_path, 0o755)
        os.setuid(65534)
        os._exit(0 if "nothing can be written" in trouble_in_folder(str(closed / "shop.db")) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) == 0
