"""The built-in payment provider for trying things out: it keeps a book of its own and can be told to fail.

By the token of one payment:

    tok_ok        captured
    tok_declined  declined
    tok_slow      captured after two seconds
    tok_timeout   captured, but the first answer is lost
    tok_error     refuses twice, then captured

For all payments, by a word in the file `test-provider.mode` beside the book, read at each call:

    hang          no answer, nothing happens
    hang_after    no answer, but it happens
    fail          an error, nothing happens
    refuse        refuses, nothing happens
    lie           captures and says "declined"; refunds nothing and says it did
    garbage       captures and answers nonsense
"""

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipelines.gateways.payment_provider import (
    BookEntry,
    Captured,
    ChargePage,
    Declined,
    PaymentProvider,
    ProviderRefused,
    Unknown,
)
from pipelines.gateways.test_provider_book import Entry, ProviderBook

SLOW_SECONDS = 2.0
REFUSALS_OF_ERROR = 2
LISTED = 1_000  # charges on one page of the list
FOREVER_SECONDS = 1e6


class TestProvider(PaymentProvider):
    """Processes that share the file share the book."""

    __test__ = False

    def __init__(self, book: Path) -> None:
        self._book = ProviderBook(book)
        self._mode_file = book.with_suffix(".mode")

    async def charge(
        self, key: str, *, amount_cents: int, currency: str, token: str, number: str = ""
    ) -> Captured | Declined | Unknown:
        mode = await self._mood()
        if token == "tok_slow":  # noqa: S105  a name of a behaviour
            await asyncio.sleep(SLOW_SECONDS)
        state = "declined" if token == "tok_declined" else "captured"  # noqa: S105
        entry = {"key": key, "state": state, "amount_cents": amount_cents, "currency": currency, "number": number}
        booked, is_new = self._write_once(entry, refusals=REFUSALS_OF_ERROR if token == "tok_error" else 0)  # noqa: S105
        if booked["state"] == "declined" or mode == "lie":
            return Declined("The card was declined.")
        if is_new and token == "tok_timeout":  # noqa: S105
            return Unknown("the provider did not answer in time")
        said: Captured = await self._said(mode, Captured(f"test_{key}"))
        return said

    async def refund(self, key: str, *, charge_key: str, amount_cents: int) -> str:
        mode = await self._mood()
        if mode != "lie":
            self._write_once({"key": key, "state": "refunded", "amount_cents": amount_cents, "charge": charge_key})
        said: str = await self._said(mode, f"test_{key}")
        return said

    async def lookup(self, key: str) -> BookEntry | None:
        await self._mood()
        with self._book.locked():
            found = self._book.find(key)
        if found is None:
            return None
        return BookEntry(found["state"], found["amount_cents"], found.get("currency", ""), f"test_{key}")

    async def list_charges(self, *, since_ms: int, until_ms: int, page: str = "") -> ChargePage:
        await self._mood()
        with self._book.locked():
            charges, rest = self._book.charges(since_ms, until_ms, begin=int(page or 0), most=LISTED)
        return ChargePage(tuple(charges), next_page=str(rest) if rest else "")

    async def _mood(self) -> str:
        """What the provider was told for all calls; it ends here with what prevents the call."""
        mode = ""
        with suppress(OSError):
            mode = self._mode_file.read_text(encoding="utf-8").strip()
        if mode == "hang":
            await asyncio.sleep(FOREVER_SECONDS)
        if mode == "fail":
            raise ConnectionError("500 Internal Server Error (test)")
        if mode == "refuse":
            raise ProviderRefused("503 Service Unavailable (test)")
        return mode

    async def _said(self, mode: str, answer: Any) -> Any:
        """The answer to what has happened, unless the provider was told otherwise."""
        if mode == "hang_after":
            await asyncio.sleep(FOREVER_SECONDS)
        return {"<html>": "502 Bad Gateway"} if mode == "garbage" else answer

    def _write_once(self, entry: Entry, refusals: int = 0) -> tuple[Entry, bool]:
        """Write an entry unless its key is there; the entry that stands, and whether it is new."""
        with self._book.locked():
            known = self._book.find(entry["key"])
            if known is not None:
                return known, False
            if refusals and self._book.refusals(entry["key"]) < refusals:
                self._book.append({"key": entry["key"], "state": "refused"})
                raise ProviderRefused("the provider is out of order (test)")
            self._book.append({**entry, "at": int(time.time() * 1000)})
            return entry, True
