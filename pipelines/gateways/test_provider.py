"""The built-in payment provider for trying things out: it keeps books of its own and can be told to fail by the token.

    tok_ok        captured
    tok_declined  declined
    tok_slow      captured after two seconds
    tok_timeout   captured, but the first answer is lost
    tok_error     refuses twice, then captured

The books are a file that only grows, one JSON object a line, beside and independent of the shop's database: what
stands in them happened, whatever becomes of the process that asked.
"""

import asyncio
import fcntl
import json
import os
from pathlib import Path
from typing import Any

from pipelines.gateways.payment_provider import Captured, Declined, ProviderRefused, Unknown

SLOW_SECONDS = 2.0
REFUSALS_OF_ERROR = 2
Entry = dict[str, Any]


class TestProvider:
    """Implements `Provider`. Processes that share the file share the books."""

    __test__ = False

    def __init__(self, books: Path) -> None:
        self._path = books
        self._known: dict[str, Entry] = {}
        self._refused: dict[str, int] = {}
        self._read_to = 0
        books.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(books, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)

    async def charge(self, key: str, *, amount_cents: int, currency: str, token: str) -> Captured | Declined | Unknown:
        if token == "tok_slow":  # noqa: S105  a name of a behaviour
            await asyncio.sleep(SLOW_SECONDS)
        state = "declined" if token == "tok_declined" else "captured"  # noqa: S105
        entry = {"key": key, "state": state, "amount_cents": amount_cents, "currency": currency}
        booked, is_new = self._book(entry, refusals=REFUSALS_OF_ERROR if token == "tok_error" else 0)  # noqa: S105
        if booked["state"] == "declined":
            return Declined("The card was declined.")
        if is_new and token == "tok_timeout":  # noqa: S105
            return Unknown("the provider did not answer in time")
        return Captured(f"test_{key}")

    async def refund(self, key: str, *, charge_key: str, amount_cents: int) -> str:
        self._book({"key": key, "state": "refunded", "amount_cents": amount_cents, "charge": charge_key})
        return f"test_{key}"

    def _book(self, entry: Entry, refusals: int = 0) -> tuple[Entry, bool]:
        """Write an entry unless its key is there; the entry that stands, and whether it is new."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            self._catch_up()
            key = entry["key"]
            if key in self._known:
                return self._known[key], False
            if self._refused.get(key, 0) < refusals:
                self._write({"key": key, "state": "refused"})
                raise ProviderRefused("the provider is out of order (test)")
            self._write(entry)
            return entry, True
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _write(self, entry: Entry) -> None:
        os.write(self._file, json.dumps(entry).encode() + b"\n")
        self._catch_up()

    def _catch_up(self) -> None:
        """Read what other processes wrote since."""
        size = os.fstat(self._file).st_size
        text = os.pread(self._file, size - self._read_to, self._read_to)
        self._read_to = size
        for line in text.splitlines():
            entry = json.loads(line)
            if entry["state"] == "refused":
                self._refused[entry["key"]] = self._refused.get(entry["key"], 0) + 1
            else:
                self._known[entry["key"]] = entry
