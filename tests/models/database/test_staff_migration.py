"""Admins of the version before become owners; on the way back nobody with a lesser role is left with all rights."""

import pytest

from models.accounts.account_record import StaffRole
from models.accounts.accounts import create_user, find_by_email
from models.database import close_database, open_database, read, write
from models.database.upgrade import downgrade, upgrade
from models.staff.staff_roles import role_of

pytestmark = pytest.mark.asyncio
INSERT = (
    "INSERT INTO users (public_id, email, name, password_hash, role, must_change_password, is_active, token_version,"
    " created_at, updated_at) VALUES (?, ?, '', 'x', ?, ?, ?, 1, 1, 1)"
)


async def before_staff(database_url: str) -> None:
    while not (await downgrade(database_url))[0].endswith("_staff.py"):
        pass  # a later migration


async def test_admins_become_owners_and_lesser_roles_are_customers_on_the_way_back(database_url: str) -> None:
    await before_staff(database_url)
    await open_database(database_url, busy_seconds=60)
    for email, role in (("boss@example.com", "admin"), ("ann@example.com", "customer")):
        await write(lambda tx, email=email, role=role: tx.execute(INSERT, email[:3], email, role, False, True))
    await close_database()

    await upgrade(database_url)
    await open_database(database_url, busy_seconds=60)
    found = {
        email: await read(lambda tx, email=email: find_by_email(tx, email))
        for email in ("boss@example.com", "ann@example.com")
    }
    assert [role_of(account) for account in found.values()] == [StaffRole.OWNER, StaffRole.NONE]
    staff = {"password_hash": "x", "role": "admin", "staff_role": StaffRole.SUPPORT}
    await write(lambda tx: create_user(tx, email="sue@example.com", **staff))
    await close_database()

    await before_staff(database_url)
    await open_database(database_url, busy_seconds=60)
    rows = await read(lambda tx: tx.fetch("SELECT email, role FROM users ORDER BY email"))
    assert [(row["email"], row["role"]) for row in rows] == [
        ("ann@example.com", "customer"),
        ("boss@example.com", "admin"),
        ("sue@example.com", "customer"),
    ]
    await close_database()
    await upgrade(database_url)
