"""A layer between SQLite and the system, inside one process: it fails, waits or forgets as the test says.

All reads, writes and syncs of the database and its log go through it. A file of the test says what goes wrong:
`write EIO`, `sync EIO`, `read EIO`, `write ENOSPC`, `sync wait`. Where the test has made a folder `durable`, a sync
leaves a copy of its file there, as a power cut would leave it.
"""

import contextlib
import ctypes
import fcntl
import importlib
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORD, DURABLE = "storage-layer", "durable"
WRITE_AHEAD_LOG, DATABASE = 0x80000, 0x100  # what kind of file is opened, by SQLite's flags
CODES = {"read EIO": 266, "write EIO": 778, "sync EIO": 1034, "write ENOSPC": 13}  # as SQLite's own layer answers
OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(ctypes.c_int)
)
TRANSFER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
SIZE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(ctypes.c_int64))


class System(ctypes.Structure):
    """The beginning of `sqlite3_vfs`."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("version", "file_bytes", "longest_path")),
        *((name, ctypes.c_void_p) for name in ("next", "name", "data")),
        ("open", OPEN),
    )


class Methods(ctypes.Structure):
    """`sqlite3_io_methods`, which every open file has."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", TRANSFER),
        ("write", TRANSFER),
        ("truncate", ctypes.c_void_p),
        ("sync", SYNC),
        ("size", SIZE),
        ("others", ctypes.c_void_p * 12),
    )


class Layer:
    """What is in place of SQLite's own calls. It lives as long as the process, since SQLite knows its address."""

    def __init__(self, database: str, folder: Path) -> None:
        self._database, self._folder = database, folder
        self._paths: dict[int, str] = {}
        self._own: dict[int, Methods] = {}
        self._ours: dict[int, Methods] = {}
        system = System.from_address(_library().sqlite3_vfs_find(None))
        self._open = OPEN(ctypes.cast(system.open, ctypes.c_void_p).value)
        self._opened = OPEN(self._after_open)
        system.open = self._opened

    def _after_open(self, system: int, name: int | None, file: int, flags: int, out: Any) -> int:
        code = self._open(system, name, file, flags, out)
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        if code == 0 and flags & (DATABASE | WRITE_AHEAD_LOG) and path.startswith(self._database):
            address = ctypes.c_void_p.from_address(file)
            self._paths[file] = path
            address.value = ctypes.addressof(self._methods(address.value or 0))
        return code

    def _methods(self, address: int) -> Methods:
        if address not in self._ours:
            own = Methods.from_address(address)
            ours = Methods.from_buffer_copy(own)
            ours.read = TRANSFER(self._answering("read", own.read))
            ours.write = TRANSFER(self._answering("write", own.write))
            ours.sync = SYNC(self._syncing(own))
            self._own[address], self._ours[address] = own, ours
        return self._ours[address]

    def _answering(self, call: str, own: Callable[..., int]) -> Callable[..., int]:
        def answer(file: int, *rest: int) -> int:
            return self._wrong(call) or own(file, *rest)

        return answer

    def _syncing(self, own: Methods) -> Callable[[int, int], int]:
        def sync(file: int, flags: int) -> int:
            while self._word() == "sync wait":
                time.sleep(0.02)
            code = self._wrong("sync") or own.sync(file, flags)
            if code == 0 and (self._folder / DURABLE).is_dir():
                self._keep(file, own)
            return code

        return sync

    def _keep(self, file: int, own: Methods) -> None:
        """All that was written to the file until now is on the disk."""
        path = Path(self._paths[file])
        with (self._folder / f"{DURABLE}.lock").open("w") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)  # or an older copy could take the place of a newer one
            size = ctypes.c_int64()
            own.size(file, ctypes.byref(size))
            content = ctypes.create_string_buffer(size.value)
            own.read(file, ctypes.addressof(content), size.value, 0)
            made = self._folder / DURABLE / f"{path.name}.{os.getpid()}"
            made.write_bytes(content.raw)
            os.replace(made, made.with_name(path.name))

    def _wrong(self, call: str) -> int:
        word = self._word()
        return CODES.get(word, 0) if word.startswith(f"{call} ") else 0

    def _word(self) -> str:
        with contextlib.suppress(FileNotFoundError):
            return (self._folder / WORD).read_text()
        return ""


def _library() -> Any:
    name = "pysqlite3._sqlite3" if sqlite3.__name__ == "pysqlite3" else "_sqlite3"
    library = ctypes.CDLL(importlib.import_module(name).__file__)
    library.sqlite3_vfs_find.restype = ctypes.c_void_p
    return library


_installed: list[Layer] = []


def install(database: str, folder: Path) -> None:
    """Put the layer below every connection that this process opens to the database from now on."""
    _installed.append(Layer(database, folder))
