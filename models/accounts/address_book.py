"""A customer's saved addresses: at most twenty, of which one is the default to send to and one to bill to.

Orders keep a copy of their own, so that changing or deleting an address changes no order. Every change starts at the
customer's row, which makes changes of one book wait for each other.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from models.database import Transaction, from_row
from models.shared.errors import AddressBookFull, NotFound
from models.shared.public_ids import is_public_id
from models.tables.account_tables import Address

MOST = 20
PARTS = ("name", "line1", "line2", "city", "region", "postal_code", "country", "phone")
DEFAULTS = ("default_shipping", "default_billing")
AddressChange = Mapping[str, str | bool]  # parts and defaults by name


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
    return [_entry(each) for each in await Address.filter(user_id=user_id).order_by("-default_shipping", "-id")]


async def find(tx: Transaction, user_id: int, address_id: str) -> AddressBookEntry:
    """One of the customer's own addresses. Raises `NotFound`, also for somebody else's."""
    return _entry(await _find(user_id, address_id))


async def parts_of(tx: Transaction, user_id: int, address_id: str) -> dict[str, str]:
    """What an order copies of one of the customer's addresses; nothing if there is no such address."""
    return next((each.parts for each in await book(tx, user_id) if each.id == address_id), {})


async def add(tx: Transaction, user_id: int, parts: AddressChange) -> AddressBookEntry:
    """Save an address; the first one is the default for both. `parts` may name `DEFAULTS` too.

    Raises:
        AddressBookFull: there are twenty already.
    """
    await _take_turn(tx, user_id)
    saved = await Address.filter(user_id=user_id).count()
    if saved >= MOST:
        raise AddressBookFull(f"The address book holds {MOST} addresses already. Delete one first.")
    address = Address(user_id=user_id, created_at=tx.now, updated_at=tx.now)
    address.update_from_dict({part: parts.get(part, "") for part in PARTS})
    await address.save()
    await _set_defaults(address, {name: bool(parts.get(name)) or not saved for name in DEFAULTS})
    return _entry(address)


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


async def change(tx: Transaction, user_id: int, address_id: str, parts: AddressChange) -> AddressBookEntry:
    """Change the parts that are named. A default that is set is taken from the address that had it.

    Raises:
        NotFound: there is no such address in this book.
    """
    await _take_turn(tx, user_id)
    address = await _find(user_id, address_id)
    address.update_from_dict({part: parts[part] for part in PARTS if part in parts} | {"updated_at": tx.now})
    await address.save()
    await _set_defaults(address, {name: bool(parts[name]) for name in DEFAULTS if name in parts})
    return _entry(address)


async def remove(tx: Transaction, user_id: int, address_id: str) -> None:
    """Delete an address. What it was the default for goes to the newest that is left.

    Raises:
        NotFound: there is no such address in this book.
    """
    await _take_turn(tx, user_id)
    gone = await _find(user_id, address_id)
    await gone.delete()
    newest = await Address.filter(user_id=user_id).order_by("-updated_at", "-id").first()
    if newest is not None:
        await _set_defaults(newest, {name: True for name in DEFAULTS if getattr(gone, name)})


async def _take_turn(tx: Transaction, user_id: int) -> None:
    """Lock the customer's row: of two changes at once the second sees what the first did."""
    await tx.execute("UPDATE users SET updated_at = updated_at WHERE id = ?", user_id)


async def _find(user_id: int, address_id: str) -> Address:
    found = await Address.get_or_none(user_id=user_id, public_id=address_id) if is_public_id(address_id) else None
    if found is None:
        raise NotFound("There is no such address in your address book.")
    return found


async def _set_defaults(address: Address, wanted: dict[str, bool]) -> None:
    """Make it the default or not, in the place of the address that was."""
    if not wanted:
        return
    for name in (name for name, is_default in wanted.items() if is_default):
        others = Address.filter(user_id=address.user_id, **{name: True}).exclude(id=address.id)
        await others.update(**{name: False})
    address.update_from_dict(wanted)
    await address.save(update_fields=list(wanted))


def _entry(address: Address) -> AddressBookEntry:
    return from_row(AddressBookEntry, address, id=address.public_id)
