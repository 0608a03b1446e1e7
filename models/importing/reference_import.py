"""What the rows of the reference application become here, in one transaction; each that had to be mended is named."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from models.accounts import bcrypt_hashes
from models.accounts.account_record import Role
from models.accounts.passwords import hash_password
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.backups.sqlite_copy import CopyFailed
from models.catalog.product_changes import HIGHEST_PRICE_CENTS, LONGEST_NAME, SKU
from models.catalog.search.search_index import index_products
from models.database import Transaction
from models.importing.imported_orders import ImportedLine, ImportedOrder, write_order
from models.importing.reference_file import ReferenceFile, ReferenceRow
from models.orders.order_states import Status
from models.shared.email_addresses import is_email_address, kept_form
from models.shared.plain_text import plain
from models.shared.public_ids import new_public_id
from models.shared.slugs import slug_of

STATUSES = {"paid": Status.CONFIRMED, "completed": Status.DELIVERED, "canceled": Status.CANCELLED}
UNDECIDED = (Status.PENDING, Status.RESERVED)
SHELF = "Other"
MOST_QUANTITY = 999
MOST_THRESHOLD = 100_000
NOBODY = "unknown@example.invalid"
IS_TAKEN = "SELECT (SELECT count(*) FROM product) + (SELECT count(*) FROM orders) AS rows"
USER = """
INSERT INTO users (public_id, email, name, password_hash, role, must_change_password, is_active, token_version,
    created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?) RETURNING id
"""
CATEGORY = """
INSERT INTO category (public_id, slug, name, description, position, created_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id
"""
PRODUCT = """
INSERT INTO product (public_id, sku, slug, name, description, price_cents, category_id, status, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
STOCK = """
INSERT INTO inventory (product_id, on_hand, reserved, low_stock_threshold, updated_at) VALUES (?, ?, 0, ?, ?)
"""
LEDGER = """
INSERT INTO stock_ledger (product_id, kind, d_on_hand, on_hand, reserved, actor, at)
VALUES (?, 'initial', ?, ?, 0, ?, ?)
"""


@dataclass(slots=True)
class ImportReport:
    """How many rows were taken over, and a sentence for each that was mended or left out."""

    taken: Counter[str] = field(default_factory=Counter)
    mended: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Shelf:
    """A product as orders need it."""

    id: int
    sku: str
    name: str
    cents: int


async def take_over(
    tx: Transaction, actor: Actor, file: ReferenceFile, progress: Callable[[int, int], None]
) -> ImportReport:
    """Everything of the file, into a shop without products and orders.

    Raises:
        CopyFailed: there are some already.
    """
    row = await tx.fetch_one(IS_TAKEN)
    if row is None or row["rows"]:
        raise CopyFailed("the shop has products or orders already: take over into an empty one")
    report = ImportReport()
    users = await _users(tx, file, report)
    categories = await _categories(tx, file, report)
    held = _held(file)
    products = await _products(tx, file, report, categories, held)
    lines = defaultdict[str, list[ReferenceRow]](list)
    for line in file.rows("lines"):
        lines[line.text("order_id")].append(line)
    orders = list(file.rows("orders"))
    for place, order in enumerate(orders, 1):
        kept = _lines(order.text("id"), lines[order.text("id")], products, report)
        if kept:
            await write_order(tx, _order(order, kept, users, report, tx.now))
            report.taken["orders"] += 1
        else:
            report.mended.append(f"order {order.text('id')}: it has no line that can be kept; left out")
        progress(place, len(orders))
    after = {**report.taken, "mended": len(report.mended)}
    await audit_log.record(tx, actor, "shop.import", ("shop", ""), after=after)
    return report


async def _users(tx: Transaction, file: ReferenceFile, report: ImportReport) -> dict[str, tuple[int, str]]:
    """The accounts, by their ids there: the id here and the address."""
    found: dict[str, tuple[int, str]] = {}
    by_email = {row["email"]: row["id"] for row in await tx.fetch("SELECT id, email FROM users")}
    for row in file.rows("users"):
        there, written = row.text("id"), row.text("email")
        email = kept_form(written.strip())
        if not is_email_address(email):
            words = f"{written!r} is no e-mail address; left out, orders are kept as a guest's"
            report.mended.append(f"user {there}: {words}")
            continue
        if email in by_email:
            report.mended.append(f"user {there}: {written!r} is the address of another account; its orders went there")
            found[there] = (by_email[email], email)
            continue
        if email != written:
            report.mended.append(f"user {there}: the address {written!r} became {email!r}")
        found[there] = (await _user(tx, row, email, report), email)
        by_email[email] = found[there][0]
    return found


async def _user(tx: Transaction, row: ReferenceRow, email: str, report: ImportReport) -> int:
    stored = row.text("password_hash", "hashed_password", "password")
    if not bcrypt_hashes.is_bcrypt(stored) or not bcrypt_hashes.is_supported():
        why = "no bcrypt hash" if bcrypt_hashes.is_supported() else "bcrypt, which this system cannot check"
        report.mended.append(f"user {row.text('id')}: its password is {why}; its owner asks for a link by mail")
        stored = hash_password(secrets.token_urlsafe(32))
    is_admin = row.text("role").lower() == Role.ADMIN or row.truth("is_admin", "is_superuser", otherwise=False)
    at = row.moment("created_at", otherwise=tx.now)
    made = await tx.fetch_one(
        USER,
        *(new_public_id(), email, plain(row.text("full_name", "name", "username"))[:200], stored),
        *(Role.ADMIN if is_admin else Role.CUSTOMER, row.truth("must_change_password", otherwise=False)),
        *(row.truth("is_active", "active", otherwise=True), at, tx.now),
    )
    assert made is not None
    report.taken["users"] += 1
    return int(made["id"])


async def _categories(tx: Transaction, file: ReferenceFile, report: ImportReport) -> dict[str, int]:
    """Their ids here by their ids there; what has none gets a shelf of its own under ""."""
    found: dict[str, int] = {}
    named: dict[str, int] = {}
    rows = [*file.rows("categories"), ReferenceRow({"id": "", "name": SHELF})]
    for place, row in enumerate(rows):
        there, name = row.text("id"), plain(row.text("name")).strip()[:80] or SHELF
        known = named.get(name.casefold())
        if known is None:
            slug = slug_of(name, otherwise="shelf")[:70]
            slug, at = f"{slug}-{place}" if place else slug, row.moment("created_at", otherwise=tx.now)
            made = await tx.fetch_one(CATEGORY, new_public_id(), slug, name, plain(row.text("description")), place, at)
            assert made is not None
            known = named[name.casefold()] = int(made["id"])
            report.taken["categories"] += bool(there)
        elif there:
            report.mended.append(f"category {there}: there are two called {name!r}; they became one")
        found[there] = known
    return found


def _held(file: ReferenceFile) -> Counter[str]:
    """Units of each product that confirmed orders keep."""
    kept = {order.text("id") for order in file.rows("orders") if _status(order) == Status.CONFIRMED}
    held = Counter[str]()
    for line in file.rows("lines"):
        if line.text("order_id") in kept:
            held[line.text("product_id")] += min(MOST_QUANTITY, max(0, line.number("quantity", "qty") or 0))
    return held


async def _products(
    tx: Transaction, file: ReferenceFile, report: ImportReport, categories: dict[str, int], held: Counter[str]
) -> dict[str, _Shelf]:
    stock = {row.text("product_id"): row for row in file.rows("inventory")}
    found: dict[str, _Shelf] = {}
    skus: set[str] = set()
    for row in file.rows("products"):
        there = row.text("id")
        shelf = await _product(tx, row, report, categories, skus)
        found[there] = shelf
        await _stock(tx, stock.get(there, row), there, shelf, held[there], report)
        report.taken["products"] += 1
    return found


async def _product(
    tx: Transaction, row: ReferenceRow, report: ImportReport, categories: dict[str, int], skus: set[str]
) -> _Shelf:
    there, written = row.text("id"), row.text("sku")
    sku = written.strip()
    if not SKU.fullmatch(sku) or sku.lower() in skus:
        sku = f"IMPORT-{len(skus) + 1}"
        report.mended.append(f"product {there}: the SKU {written!r} is taken or none of ours; it became {sku}")
    skus.add(sku.lower())
    name = plain(row.text("name", "title")).strip()[:LONGEST_NAME] or sku
    cents = row.cents("price") or 0
    is_sold = row.truth("is_active", "active", otherwise=True) and not row.truth("is_deleted", otherwise=False)
    if not 1 <= cents <= HIGHEST_PRICE_CENTS:
        report.mended.append(f"product {there}: the price {row.text('price', 'price_cents')!r} is none; it is off sale")
        cents, is_sold = min(max(cents, 1), HIGHEST_PRICE_CENTS), False
    if row.text("category_id") not in categories:
        report.mended.append(f"product {there}: its category is not there; it is under {SHELF}")
    category = categories.get(row.text("category_id"), categories[""])
    at, description = row.moment("created_at", otherwise=tx.now), plain(row.text("description"))[:20_000]
    made = await tx.fetch_one(
        *(PRODUCT, new_public_id(), sku, slug_of(name, otherwise=slug_of(sku)), name, description, cents, category),
        *("active" if is_sold else "retired", at, tx.now),
    )
    assert made is not None
    await index_products(tx, [(made["id"], sku, name, description)])
    return _Shelf(int(made["id"]), sku, name, cents)


async def _stock(
    tx: Transaction, row: ReferenceRow, there: str, shelf: _Shelf, held: int, report: ImportReport
) -> None:
    """What is on hand: at least what confirmed orders wait for."""
    on_hand = row.number("on_hand", "quantity", "quantity_on_hand", "stock", "stock_quantity") or 0
    reserved = row.number("reserved", "quantity_reserved", "reserved_quantity")
    if on_hand < held:
        words = f"{on_hand} on hand, but its paid orders wait for {held}: it was oversold; {held} on hand now"
        report.mended.append(f"product {there}: {words}, count the shelf")
        on_hand = held
    if reserved is not None and reserved != held:
        report.mended.append(f"product {there}: {reserved} reserved there, its paid orders hold {held}")
    threshold = row.number("low_stock_threshold", "threshold", "reorder_level")
    threshold = min(MOST_THRESHOLD, max(0, 5 if threshold is None else threshold))
    await tx.execute(STOCK, shelf.id, on_hand, threshold, tx.now)
    await tx.execute(LEDGER, shelf.id, on_hand, on_hand, "import", tx.now)


def _status(order: ReferenceRow) -> Status | None:
    word = order.text("status").lower().rpartition(".")[2]  # an enum may be stored with its name
    return STATUSES.get(word) or (Status(word) if word in tuple(Status) else None)


def _order(
    row: ReferenceRow, lines: list[ImportedLine], users: dict[str, tuple[int, str]], report: ImportReport, now: int
) -> ImportedOrder:
    there, status = row.text("id"), _status(row)
    if status is None or status in UNDECIDED:
        report.mended.append(f"order {there}: it was {row.text('status')!r}, and nobody pays it any more; cancelled")
        status = Status.CANCELLED
    user_id, email = users.get(row.text("user_id", "customer_id"), (None, ""))
    email = email or kept_form(row.text("email", "customer_email").strip())
    if not is_email_address(email):
        report.mended.append(f"order {there}: it says no address to mail to")
        email = NOBODY
    subtotal = sum(line.quantity * line.unit_cents for line in lines)
    total = row.cents("total")
    if total is None or total < subtotal:
        report.mended.append(f"order {there}: the total {row.text('total', 'total_cents')!r} is not that of its lines")
    shipping = max(0, (total or 0) - subtotal)
    address = {"name": email.partition("@")[0], **row.address("shipping_address", "address")}
    at = row.moment("created_at", otherwise=now)
    return ImportedOrder(there, user_id, email, status, shipping, address, at, lines)


def _lines(
    there: str, written: list[ReferenceRow], products: dict[str, _Shelf], report: ImportReport
) -> list[ImportedLine]:
    """One line for each product, in whole units that can be sold."""
    lines: dict[int, ImportedLine] = {}
    for row in written:
        shelf, quantity = products.get(row.text("product_id")), row.number("quantity", "qty") or 0
        if shelf is None or quantity < 1:
            words = f"{quantity} of product {row.text('product_id')}"
            report.mended.append(f"order {there}: {words} cannot be an order line; left out")
            continue
        cents = next((each for each in (row.cents("unit_price"), row.cents("price")) if each is not None), shelf.cents)
        known = lines.get(shelf.id)
        if known is not None or quantity > MOST_QUANTITY or cents < 0:
            report.mended.append(f"order {there}: its lines of {shelf.sku} became one of at most {MOST_QUANTITY}")
        quantity = min(MOST_QUANTITY, quantity + (known.quantity if known else 0))
        name = plain(row.text("product_name", "name"))[:LONGEST_NAME] or shelf.name
        unit_cents = known.unit_cents if known else max(0, cents)
        lines[shelf.id] = ImportedLine(shelf.id, shelf.sku, name, quantity, unit_cents)
    return list(lines.values())
