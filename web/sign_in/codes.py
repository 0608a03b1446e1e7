"""Codes of authenticator apps and recovery codes, as they are typed: counted, and each taken once."""

from functools import partial

from models.accounts.account_record import Account
from models.database import write
from models.shared.errors import Invalid, SecondFactorRequired
from models.sign_in import authenticators, recovery_codes, second_factors, security_notices
from models.sign_in.second_factors import FactorKeys
from web.app_context import derived_keys, settings
from web.http.request_actor import actor_for
from web.security.login_attempts import code_attempt

MISSING = "Type the code from your authenticator app, or a recovery code."
WRONG = "This code is wrong, too old, or was used before."


def factor_keys() -> FactorKeys:
    """The shop's keys for second factors."""
    purposes = (authenticators.PURPOSE, recovery_codes.PURPOSE)
    return FactorKeys(*(derived_keys(settings(), purpose) for purpose in purposes))


async def check_code(account: Account, text: str) -> None:
    """Use a code up.

    Raises:
        SecondFactorRequired: there is none, it is wrong, or was used before.
        TooManyRequests: too many were wrong of late.
    """
    if not text.strip():
        raise SecondFactorRequired(MISSING)
    async with code_attempt(account) as trial:
        is_right = await write(lambda tx: second_factors.take_code(tx, factor_keys(), account.id, text))
        note = partial(security_notices.note_refusal, account=account, actor=actor_for(account), by="code")
        await (trial.succeeded() if is_right else trial.failed(note))
    if not is_right:
        raise SecondFactorRequired(WRONG)


async def confirm_authenticator(account: Account, code: str) -> None:
    """The first code of a new app. Raises Invalid for a wrong one, TooManyRequests."""
    plain = "".join(code.split())
    keys = factor_keys().authenticator
    async with code_attempt(account) as trial:
        is_right = await write(lambda tx: authenticators.take_code(tx, keys, account.id, plain, is_confirmed=False))
        await (trial.succeeded() if is_right else trial.failed())
    if not is_right:
        raise Invalid.field("code", "wrong_code", "This is not the code that the app shows now.")
