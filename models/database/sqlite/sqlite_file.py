"""Whether there is a database of SQLite at a path, before anything is opened that would create one or wait."""

import os
import sqlite3
import stat
from contextlib import closing
from urllib.parse import quote

BUSY_SECONDS = 2.0


def trouble_with(path: str) -> str:
    """Why the file cannot be read as a database, in a sentence; empty if it can. Nothing is created."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return f"there is no file {path}: `cartwright migrate` makes it"
    except OSError as error:
        return f"{path} cannot be looked at: {error.strerror}"
    if not stat.S_ISREG(mode):
        return f"{path} is {'a folder' if stat.S_ISDIR(mode) else 'no regular file'}, so it is no database"
    try:
        address = f"file:{quote(os.path.abspath(path))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as connection:
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.Error as error:
        return f"{path} cannot be read: {error}"
    return "" if tables else f"{path} is empty: `cartwright migrate` makes the tables"


def trouble_in_folder(path: str) -> str:
    """Why a database at this path cannot be worked with although it can be read: its folder takes no files."""
    folder = os.path.dirname(os.path.abspath(path))
    return "" if os.access(folder, os.W_OK | os.X_OK) else f"nothing can be written in the folder {folder}"
