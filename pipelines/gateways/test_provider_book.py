"""The book of the built-in payment provider: a file that only grows, one JSON object a line, and an index of it.

The book is independent of the shop's database: what stands in it happened, whatever becomes of the process
that asked.

The index tells where in the book a key stands. It is a folder of 256 files by a hash of the key, so that the memory
that is needed does not grow with the book. It is made from the book, and made again if it is missing.
"""

import fcntl
import hashlib
import json
import os
import shutil
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.shared.payment_states import ChargeState, RefundState
from pipelines.gateways.payment_provider import ListedCharge

LONGEST_LINE = 4096  # bytes
CHUNK = 1 << 16
Entry = dict[str, Any]


class ProviderBook:
    """Processes that share the file share the book. All methods are called inside `locked`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        weakref.finalize(self, os.close, self._file)
        self._folder = path.with_suffix(".index")
        self._mark = self._folder / "indexed"  # how many bytes of the book the index covers

    @contextmanager
    def locked(self) -> Iterator[None]:
        """No other process reads or writes meanwhile; the index is complete."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            self._index_rest()
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def find(self, key: str) -> Entry | None:
        """The last entry under this key that is not a refusal."""
        for offset, state in reversed(self._places(key)):
            if state != "refused":
                return self._entry(offset)
        return None

    def refusals(self, key: str) -> int:
        """How often the provider refused this key."""
        return sum(state == "refused" for _, state in self._places(key))

    def append(self, entry: Entry) -> None:
        """Write an entry to the book and the index."""
        size = os.fstat(self._file).st_size
        is_cut_off = size > 0 and os.pread(self._file, 1, size - 1) != b"\n"  # by a power failure
        os.write(self._file, b"\n" * is_cut_off + json.dumps(entry).encode() + b"\n")
        self._index_rest()

    def charges(self, since_ms: int, until_ms: int, *, begin: int, most: int) -> tuple[list[ListedCharge], int]:
        """Captured charges of this time, or of none that is known, from an offset on, with what was refunded of each.

        The second value is the offset of those that follow; 0 after the last.
        """
        found: dict[str, ListedCharge] = {}
        rest, offset = 0, begin
        with os.fdopen(os.dup(self._file), "rb") as book:
            book.seek(begin)
            for line in book:
                with suppress(ValueError, KeyError):  # a line cut off by a power failure is no entry
                    entry = json.loads(line)
                    charge = found.get(entry.get("charge", ""))
                    if charge is not None and entry["state"] == RefundState.REFUNDED:
                        refunded = charge.refunded_cents + entry["amount_cents"]
                        found[charge.key] = replace(charge, refunded_cents=refunded)
                    is_captured = entry["state"] == ChargeState.CAPTURED and entry["key"] not in found
                    if is_captured and not rest and since_ms <= entry.get("at", since_ms) < until_ms:
                        if len(found) == most:
                            rest = offset
                        else:
                            found[entry["key"]] = _listed(**entry)
                offset += len(line)
        return list(found.values()), rest

    def _places(self, key: str) -> list[tuple[int, str]]:
        """Offset and state of the entries under this key, in the order of the book."""
        found = []
        with suppress(FileNotFoundError):
            for line in self._shelf(key).read_text(encoding="utf-8").splitlines():
                offset, state, name = line.split(" ", 2)
                if name == key:
                    found.append((int(offset), state))
        return found

    def _entry(self, offset: int) -> Entry:
        entry: Entry = json.loads(os.pread(self._file, LONGEST_LINE, offset).split(b"\n", 1)[0])
        return entry

    def _shelf(self, key: str) -> Path:
        return self._folder / hashlib.sha256(key.encode()).hexdigest()[:2]

    def _index_rest(self) -> None:
        """Index what was written since; everything if the book is another one."""
        size, begun = os.fstat(self._file).st_size, 0
        try:
            begun = int(self._mark.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            self._start_over()
        if begun > size:
            self._start_over()
            begun = 0
        while begun < size:
            chunk = os.pread(self._file, CHUNK, begun)
            whole = chunk[: chunk.rfind(b"\n") + 1]
            if not whole:
                return  # a line that is not complete
            self._index(whole, begun)
            begun += len(whole)
            self._mark.write_text(str(begun), encoding="utf-8")

    def _start_over(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(mode=0o700)

    def _index(self, lines: bytes, offset: int) -> None:
        for line in lines.splitlines(keepends=True):
            with suppress(ValueError, KeyError):  # a line cut off by a power failure is no entry
                entry = json.loads(line)
                with self._shelf(entry["key"]).open("a", encoding="utf-8") as shelf:
                    shelf.write(f"{offset} {entry['state']} {entry['key']}\n")
            offset += len(line)


def _listed(
    key: str, amount_cents: int, number: str = "", currency: str = "", at: int | None = None, **_: object
) -> ListedCharge:
    return ListedCharge(key, number, amount_cents, refunded_cents=0, currency=currency, charged_at=at)
