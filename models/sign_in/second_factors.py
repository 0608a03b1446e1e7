"""The second factor of an account: an authenticator app, passkeys, or both, with recovery codes beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.accounts import refresh_tokens
from models.accounts.account_record import Account
from models.database import Transaction
from models.shared.secret_tokens import hashed
from models.sign_in import authenticators, passkeys, recovery_codes
from models.sign_in.passkeys import KnownPasskey

CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class FactorKeys:
    """The keys derived from the shop's, newest first."""

    authenticator: Sequence[bytes]
    recovery: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class SecondFactors:
    """What an account has."""

    has_authenticator: bool
    passkeys: list[KnownPasskey]
    recovery_codes_left: int


async def of_account(tx: Transaction, user_id: int) -> SecondFactors:
    """What the account has."""
    sealed = await authenticators.sealed_secret(tx, user_id, is_confirmed=True)
    left = await recovery_codes.left(tx, user_id)
    return SecondFactors(sealed is not None, await passkeys.of_account(tx, user_id), left)


async def take_code(tx: Transaction, keys: FactorKeys, user_id: int, text: str) -> bool:
    """Use up a code of the app or a recovery code; False if it is neither, or was used before."""
    code = "".join(text.split())
    if len(code) == CODE_DIGITS and code.isascii() and code.isdigit():
        return await authenticators.take_code(tx, keys.authenticator, user_id, code, is_confirmed=True)
    return await recovery_codes.take(tx, keys.recovery, user_id, text)


async def settle(tx: Transaction, keys: FactorKeys, account: Account, *, this_secret: str) -> list[str]:
    """After an app or a passkey came or went: note whether there is one, and with the first one end other logins.

    Returns the recovery codes that came with the first one, to be shown once; they go with the last one.
    """
    found = await of_account(tx, account.id)
    has_one = found.has_authenticator or bool(found.passkeys)
    await tx.execute("UPDATE users SET has_second_factor = ? WHERE id = ?", has_one, account.id)
    if not has_one:
        await recovery_codes.remove_all(tx, account.id)
        return []
    if account.has_second_factor:
        return []
    await tx.execute("DELETE FROM session WHERE user_id = ? AND token_hash <> ?", account.id, hashed(this_secret))
    await refresh_tokens.revoke_all(tx, account.id)
    return await recovery_codes.issue_new(tx, keys.recovery, account.id)


async def remove_every(tx: Transaction, user_id: int) -> None:
    """Forget all of them: for an operator, when their owner has lost everything."""
    await authenticators.remove(tx, user_id)
    await passkeys.remove_all(tx, user_id)
    await recovery_codes.remove_all(tx, user_id)
    await tx.execute("UPDATE users SET has_second_factor = ? WHERE id = ?", False, user_id)
