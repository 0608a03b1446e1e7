"""A customer's saved addresses: at most twenty, of which one is the default to send to and one to bill to.

Orders keep a copy of their own, so that changing or deleting an address changes no order. Every change starts at the
customer's row, which makes changes of one book wait for each other.
"""

import json
from dataclasses import dataclass
from typing import Any

from models.database import Row, Transaction
from models.shared.errors import AddressBookFull, NotFound
from models.shared.public_ids import new_public_id

MOST = 20
PARTS = ("name", "line1", "line2", "city", "region", "postal_code", "country", "phone")
DEFAULTS = ("default_shipping", "default_billing")
COLUMNS = ", ".join(("public_id", *PARTS, *DEFAULTS))


@dataclass(frozen=True, slots=True)
class AddressBookEntry:
    """One entry of the book."""

    id: str
    name: str
    line1: str
    line2: str
    city: str
    region: str
    postal_code: str
    country: str
    phone: str
    default_shipping: bool
    default_billing: bool

    @property
    def parts(self) -> dict[str, str]:
        """What an order copies."""
        return {part: getattr(self, part) for part in PARTS}


async def book(tx: Transaction, user_id: int) -> list[AddressBookEntry]:
    """The customer's addresses: the default to send to first, then the newest."""
    rows = await tx.fetch(
        f"SELECT {COLUMNS} FROM address WHERE user_id = ? ORDER BY default_shipping DESC, id DESC",  # noqa: S608
        user_id,
    )
    return [_address(row) for row in rows]


async def find(tx: Transaction, user_id: int, address_id: str) -> AddressBookEntry:
    """One of the customer's own addresses. Raises `NotFound`, also for somebody else's."""
    sql = f"SELECT {COLUMNS} FROM address WHERE user_id = ? AND public_id = ?"  # noqa: S608  our own columns
    row = await tx.fetch_one(sql, user_id, address_id) if address_id.isalnum() else None
    if row is None:
        raise _no_such()
    return _address(row)


async def parts_of(tx: Transaction, user_id: int, address_id: str) -> dict[str, str]:
    """What an order copies of one of the customer's addresses; nothing if there is no such address."""
    return next((each.parts for each in await book(tx, user_id) if each.id == address_id), {})


async def add(tx: Transaction, user_id: int, parts: dict[str, Any]) -> AddressBookEntry:
    """Save an address; the first one is the default for both. `parts` may name `DEFAULTS` too.

    Raises:
        AddressBookFull: there are twenty already.
    """
    await _take_turn(tx, user_id)
    count = await tx.fetch_one("SELECT count(*) AS n FROM address WHERE user_id = ?", user_id)
    saved = count["n"] if count else 0
    if saved >= MOST:
        raise AddressBookFull(f"The address book holds {MOST} addresses already. Delete one first.")
    address_id = new_public_id()
    await tx.execute(
        f"INSERT INTO address (user_id, created_at, updated_at, {COLUMNS})"  # noqa: S608
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(user_id, tx.now, tx.now, address_id, *(parts.get(part, "") for part in PARTS), False, False),
    )
    await _set_defaults(tx, user_id, address_id, {name: parts.get(name) or not saved for name in DEFAULTS})
    return await find(tx, user_id, address_id)


async def remember(tx: Transaction, user_id: int, parts: dict[str, str]) -> AddressBookEntry | None:
    """The entry with these parts, saved now if there was none; None if the book is full."""
    known = next((each for each in await book(tx, user_id) if each.parts == parts), None)
    if known is not None:
        return known
    try:
        return await add(tx, user_id, dict(parts))
    except AddressBookFull:
        return None


async def last_ordered_to(tx: Transaction, user_id: int) -> dict[str, str]:
    """Where the customer's last order went; empty before the first one."""
    row = await tx.fetch_one("SELECT shipping_address FROM orders WHERE user_id = ? ORDER BY id DESC LIMIT 1", user_id)
    return json.loads(row["shipping_address"]) if row else {}


async def change(tx: Transaction, user_id: int, address_id: str, parts: dict[str, Any]) -> AddressBookEntry:
    """Change the parts that are named. A default that is set is taken from the address that had it.

    Raises:
        NotFound: there is no such address in this book.
    """
    await _take_turn(tx, user_id)
    await find(tx, user_id, address_id)
    changed = {part: parts[part] for part in PARTS if part in parts}
    settings = "".join(f", {part} = ?" for part in changed)
    await tx.execute(
        f"UPDATE address SET updated_at = ?{settings} WHERE user_id = ? AND public_id = ?",  # noqa: S608
        *(tx.now, *changed.values(), user_id, address_id),
    )
    await _set_defaults(tx, user_id, address_id, {name: parts[name] for name in DEFAULTS if name in parts})
    return await find(tx, user_id, address_id)


async def remove(tx: Transaction, user_id: int, address_id: str) -> None:
    """Delete an address. What it was the default for goes to the newest that is left.

    Raises:
        NotFound: there is no such address in this book.
    """
    await _take_turn(tx, user_id)
    gone = await find(tx, user_id, address_id)
    await tx.execute("DELETE FROM address WHERE user_id = ? AND public_id = ?", user_id, address_id)
    newest = await tx.fetch_one(
        "SELECT public_id FROM address WHERE user_id = ? ORDER BY updated_at DESC, id DESC LIMIT 1", user_id
    )
    if newest is not None:
        inherited = {name: True for name in DEFAULTS if getattr(gone, name)}
        await _set_defaults(tx, user_id, newest["public_id"], inherited)


async def _take_turn(tx: Transaction, user_id: int) -> None:
    """Lock the customer's row: of two changes at once the second sees what the first did."""
    await tx.execute("UPDATE users SET updated_at = updated_at WHERE id = ?", user_id)


async def _set_defaults(tx: Transaction, user_id: int, address_id: str, wanted: dict[str, bool]) -> None:
    for name, is_default in wanted.items():
        if is_default:
            await tx.execute(
                f"UPDATE address SET {name} = ? WHERE user_id = ? AND {name} AND public_id <> ?",  # noqa: S608
                *(False, user_id, address_id),
            )
        await tx.execute(
            f"UPDATE address SET {name} = ? WHERE user_id = ? AND public_id = ?",  # noqa: S608
            *(bool(is_default), user_id, address_id),
        )


def _address(row: Row) -> AddressBookEntry:
    return AddressBookEntry(row["public_id"], *(row[part] for part in PARTS), *(bool(row[name]) for name in DEFAULTS))


def _no_such() -> NotFound:
    return NotFound("There is no such address in your address book.")
