"""Accounts: who there is, found by address, session or token; made, given a new password, switched off."""

from models.accounts import passwords, refresh_tokens, sessions
from models.accounts.account_record import Account, Role, StaffRole
from models.database import Transaction, fetch_all, fetch_first
from models.shared.email_addresses import kept_form, objection_to
from models.shared.errors import EmailTaken, FieldError, Invalid
from models.shared.public_ids import new_public_id

TAKEN = "There is an account with this e-mail address already."


def clean_email(text: str) -> str:
    """The address as it is kept: in lower case, its domain as DNS knows it, without blanks around it.

    Raises:
        Invalid: it is no address that mail can be sent to.
    """
    email = kept_form(text)
    if message := objection_to(email):
        raise Invalid("This is not an e-mail address.", errors=[FieldError("email", "email", message)])
    return email


async def create_user(
    tx: Transaction,
    *,
    email: str,
    password_hash: str,
    name: str = "",
    role: Role = Role.CUSTOMER,
    staff_role: StaffRole = StaffRole.OWNER,
    must_change_password: bool = False,
) -> Account:
    """Open an account. The address is only claimed: nothing becomes the account's before a mail to it was answered.

    `staff_role` is that of an admin; a customer has none.

    Raises:
        Invalid: it is no address.
        EmailTaken: it has an account.
    """
    address = clean_email(email)
    account = await fetch_first(
        *(tx, Account),
        "INSERT INTO users (public_id, email, name, password_hash, role, staff_role, must_change_password, is_active,"
        " token_version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"
        " ON CONFLICT (email) DO NOTHING RETURNING *",
        *(new_public_id(), address, name, password_hash, role, staff_role if role == Role.ADMIN else StaffRole.NONE),
        *(must_change_password, True, tx.now, tx.now),
    )
    if account is None:
        raise EmailTaken(TAKEN)
    return account


async def find_by_email(tx: Transaction, email: str) -> Account | None:
    """The account with this address, however it is written."""
    return await fetch_first(tx, Account, "SELECT * FROM users WHERE email = ?", kept_form(email))


async def find_by_id(tx: Transaction, public_id: str) -> Account | None:
    """The account with this public id."""
    return await fetch_first(tx, Account, "SELECT * FROM users WHERE public_id = ?", public_id)


async def find_by_row_id(tx: Transaction, user_id: int) -> Account | None:
    """The account of this row."""
    return await fetch_first(tx, Account, "SELECT * FROM users WHERE id = ?", user_id)


async def find_by_token(tx: Transaction, public_id: str, version: int, family: str) -> Account | None:
    """The account an access token speaks for, if neither it nor its family has ended: one indexed read."""
    return await fetch_first(
        *(tx, Account),
        "SELECT * FROM users WHERE public_id = ? AND token_version = ? AND is_active AND EXISTS (SELECT 1 FROM"
        " refresh_token WHERE family = ? AND user_id = users.id AND revoked_at IS NULL AND ends_at > ?)",
        *(public_id, version, family, tx.now),
    )


async def change_password(
    tx: Transaction, account: Account, password_hash: str, *, keep_family: str | None = None
) -> bool:
    """Set a new password and end every login but `keep_family`; False if somebody else changed it meanwhile.

    What was opened with a password that had to be changed ends all the same: it was anybody's who knew it.
    """
    kept = None if account.must_change_password else keep_family
    changed = await tx.execute(
        "UPDATE users SET password_hash = ?, must_change_password = ?, token_version = token_version + ?,"
        " updated_at = ? WHERE id = ? AND password_hash = ? AND is_active",
        *(password_hash, False, 0 if kept else 1, tx.now, account.id, account.password_hash),
    )
    if not changed:
        return False
    await sessions.end_all(tx, account.id)
    await refresh_tokens.revoke_all(tx, account.id, except_family=kept)
    await end_links(tx, account.id)
    return True


async def rename(tx: Transaction, account_id: int, name: str) -> None:
    """Give the account another name."""
    await tx.execute("UPDATE users SET name = ?, updated_at = ? WHERE id = ?", name, tx.now, account_id)


async def end_links(tx: Transaction, account_id: int) -> None:
    """End every link that was mailed for the account and not used yet."""
    await tx.execute("DELETE FROM password_reset WHERE user_id = ?", account_id)
    await tx.execute("DELETE FROM email_link WHERE user_id = ?", account_id)


async def keep_stronger_hash(tx: Transaction, account: Account, password_hash: str) -> None:
    """Replace the hash of an unchanged password by one made with today's parameters."""
    await tx.execute(
        "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?",
        *(password_hash, account.id, account.password_hash),
    )


async def set_active(tx: Transaction, account_id: int, *, is_active: bool) -> None:
    """Switch an account on or off. Off, all its logins end at once."""
    await tx.execute(
        "UPDATE users SET is_active = ?, token_version = token_version + 1, updated_at = ? WHERE id = ?",
        *(is_active, tx.now, account_id),
    )
    await sessions.end_all(tx, account_id)
    await refresh_tokens.revoke_all(tx, account_id)


async def shipped_password_accounts(tx: Transaction) -> list[str]:
    """The addresses of accounts that still open with a password this program was shipped with.

    It hashes once for each admin or account with a pending change: for a start or a check, not for a request.
    """
    accounts = await fetch_all(tx, Account, "SELECT * FROM users WHERE role = 'admin' OR must_change_password")
    return [
        account.email
        for account in accounts
        if any(passwords.is_password(shipped, account.password_hash) for shipped in passwords.SHIPPED)
    ]
