"""A database of the reference application is taken over; what it has wrong is mended and named."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from quart import Quart

from models.accounts import passwords
from models.audit.audit_log import command
from models.backups.sqlite_copy import CopyFailed
from models.catalog.product_lists import ProductQuery, list_products
from models.database import read, read_long, write
from models.importing.reference_file import ReferenceFile, ReferenceRow
from models.importing.reference_import import ImportReport, take_over
from models.operations import doctor
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.journeys.test_unmatched_charges import compared
from tests.models.orders_at_hand import row
from tests.web.clients import Api

SCHEMA = """
CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT, password_hash TEXT, full_name TEXT, role TEXT, is_active BOOLEAN,
    must_change_password BOOLEAN, created_at TEXT);
CREATE TABLE categories (id TEXT PRIMARY KEY, name TEXT, description TEXT);
CREATE TABLE products (id TEXT PRIMARY KEY, sku TEXT, name TEXT, description TEXT, price FLOAT, category_id TEXT,
    is_active BOOLEAN, created_at TEXT);
CREATE TABLE inventory (product_id TEXT, on_hand INTEGER, reserved INTEGER, low_stock_threshold INTEGER);
CREATE TABLE orders (id TEXT PRIMARY KEY, user_id TEXT, status TEXT, total FLOAT, shipping_address TEXT,
    created_at TEXT);
CREATE TABLE order_items (id TEXT PRIMARY KEY, order_id TEXT, product_id TEXT, quantity INTEGER, unit_price FLOAT);
INSERT INTO categories VALUES ('c1', 'Kitchen', 'Pots'), ('c2', 'Kitchen', '');
INSERT INTO products VALUES ('p1', 'MUG', 'Mug', 'Stoneware', 12.99, 'c1', 1, '2025-05-01 10:00:00'),
    ('p2', 'mug', 'Bowl', '', 20.0, 'c2', 1, NULL), ('p3', 'PAN', 'Pan', '', 0, 'gone', 1, NULL);
INSERT INTO inventory VALUES ('p1', 10, 2, 3), ('p2', 1, 0, 5);
INSERT INTO orders VALUES ('o1', 'u1', 'paid', 25.98, '{"name": "Ann", "line1": "1 Mill Lane", "city": "Porto"}', NULL),
    ('o2', 'u2', 'PAID', 65.0, 'Somewhere 5', '2025-05-02T10:00:00+00:00'), ('o3', 'u9', 'pending', 12.99, '', NULL),
    ('o4', 'u1', 'delivered', 12.99, '', NULL), ('o5', 'u1', 'paid', 9.0, '', NULL);
INSERT INTO order_items VALUES ('i1', 'o1', 'p1', 2, 12.99), ('i2', 'o2', 'p2', 2, 20.0), ('i3', 'o2', 'p2', 1, 20.0),
    ('i4', 'o3', 'p1', 1, 12.99), ('i5', 'o4', 'p1', 1, 12.99), ('i6', 'o5', 'p1', -40, 12.99);
"""
USERS = (
    ("u1", "Ann@Example.com", "customer"),
    ("u2", "ann@example.com", "customer"),
    ("u3", "boss@example.com", "admin"),
    ("u4", "no address", "customer"),
)
PASSWORD = "correct horse battery staple"


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A database with what that application does right and wrong."""
    path = tmp_path / "reference.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SCHEMA)
        connection.executemany(
            "INSERT INTO users VALUES (?, ?, ?, 'A Name', ?, 1, 0, '2025-05-01')",
            [(id_, email, made_there(PASSWORD), role) for id_, email, role in USERS],
        )
        connection.execute("UPDATE users SET password_hash = 'plain:secret' WHERE id = 'u3'")
    return path


def made_there(password: str) -> str:
    """A bcrypt hash, made by the system's library."""
    from models.accounts.bcrypt_hashes import PROBE, ROOM_BYTES, _crypt, ctypes

    crypt = _crypt()
    assert crypt is not None
    found = crypt(password.encode(), PROBE, ctypes.create_string_buffer(ROOM_BYTES))
    assert found is not None
    return found.decode()


async def taken_over(path: Path) -> ImportReport:
    file = ReferenceFile(path)
    return await write(lambda tx: take_over(tx, command("import-reference"), file, lambda done, total: None))


@pytest.mark.asyncio
async def test_what_is_taken_over_has_its_books_in_order(shop: str, reference: Path) -> None:
    report = await taken_over(reference)
    assert report.taken == Counter(users=2, categories=1, products=3, orders=4)
    assert await read_long(doctor.violations, snapshot=True) == []
    statuses = await story.every("SELECT status, total_cents, shipping_cents FROM orders ORDER BY id")
    assert [tuple(each) for each in statuses] == [
        ("confirmed", 2598, 0),
        ("confirmed", 6500, 500),
        ("cancelled", 1299, 0),
        ("delivered", 1299, 0),
    ]
    stock = await story.every("SELECT on_hand, reserved FROM inventory ORDER BY product_id")
    assert [tuple(each) for each in stock] == [(10, 2), (3, 3), (0, 0)]
    found = await read(lambda tx: list_products(tx, ProductQuery(q="stoneware")))
    assert [each.sku for each in found.items] == ["MUG"]


@pytest.mark.asyncio
async def test_every_row_that_was_mended_is_named(shop: str, reference: Path) -> None:
    mended = (await taken_over(reference)).mended
    for words in (
        "user u1: the address 'Ann@Example.com' became 'ann@example.com'",
        "user u2: 'ann@example.com' is the address of another account; its orders went there",
        "user u3: its password is no bcrypt hash; its owner asks for a link by mail",
        "user u4: 'no address' is no e-mail address; left out, orders are kept as a guest's",
        "category c2: there are two called 'Kitchen'; they became one",
        "product p2: the SKU 'mug' is taken or none of ours; it became IMPORT-2",
        "product p3: the price '0.0' is none; it is off sale",
        "product p3: its category is not there; it is under Other",
        "order o3: it was 'pending', and nobody pays it any more; cancelled",
        "order o3: it says no address to mail to",
        "order o5: -40 of product p1 cannot be an order line; left out",
        "order o5: it has no line that can be kept; left out",
    ):
        assert words in mended, (words, mended)
    assert any(words.startswith("product p2: 1 on hand, but its paid orders wait for 3") for words in mended)
    assert len(mended) == 15, mended


@pytest.mark.asyncio
async def test_orders_of_both_accounts_are_one_customers(shop: str, reference: Path) -> None:
    await taken_over(reference)
    assert await row(
        "SELECT count(*) FROM orders o JOIN users u ON u.id = o.user_id WHERE u.email = 'ann@example.com'"
    ) == (3,)


@pytest.mark.asyncio
async def test_what_was_paid_elsewhere_is_not_looked_for_at_our_provider(
    shop: str, reference: Path, tmp_path: Path
) -> None:
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await taken_over(reference)
    assert await compared() == []


@pytest.mark.asyncio
async def test_a_shop_that_sells_already_is_left_alone(demo_shop: str, reference: Path) -> None:
    with pytest.raises(CopyFailed, match="has products or orders already"):
        await taken_over(reference)


@pytest.mark.asyncio
async def test_an_old_password_opens_the_account_and_is_hashed_anew(app: Quart, reference: Path) -> None:
    await taken_over(reference)
    for password, status in (("wrong horse battery", 401), (PASSWORD, 200), (PASSWORD, 200)):
        credentials = {"email": "ann@example.com", "password": password}
        answer = await Api(app).call("POST", "/auth/login", credentials)
        assert answer.status_code == status
    (stored,) = await row("SELECT password_hash FROM users WHERE email = 'ann@example.com'")
    assert stored.startswith("$argon2id$")


def test_garbage_is_no_database_of_that_application(tmp_path: Path) -> None:
    garbage = tmp_path / "garbage.db"
    garbage.write_bytes(b"not a database at all" * 100)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE users (id)")
    for path, words in (
        (garbage, "no SQLite database"),
        (other, "has no products, orders, lines"),
        (tmp_path, "no file"),
    ):
        with pytest.raises(CopyFailed, match=words):
            ReferenceFile(path)


def test_amounts_and_times_are_read_however_they_are_written() -> None:
    read_as = ReferenceRow({"price": 12.995, "total_cents": 700, "at": "2025-05-01 10:00:00", "epoch": 5, "bad": "x"})
    assert read_as.cents("price") == 1300
    assert read_as.cents("total") == 700
    assert read_as.cents("bad") is None
    assert read_as.moment("at", otherwise=1) == 1746093600000
    assert read_as.moment("epoch", otherwise=1) == 5000
    assert read_as.moment("bad", otherwise=1) == 1


def test_a_bcrypt_hash_opens_and_is_due_for_a_better_one() -> None:
    stored = made_there("grüße")
    assert passwords.is_password("grüße", stored)
    assert not passwords.is_password("grusse", stored)
    assert not passwords.is_password("grüße\0", stored)
    assert passwords.needs_rehash(stored)
    assert not passwords.needs_rehash(passwords.hash_password("grüße"))
