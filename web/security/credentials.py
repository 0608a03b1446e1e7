"""E-mail address and password, checked the same way for the pages, the API's login and HTTP Basic.

Whatever is wrong (no such account, another password, an account switched off) costs the same time and gets one answer.
"""

import dataclasses
import logging
from functools import partial

from models.accounts import accounts
from models.accounts.account_record import Account
from models.accounts.passwords import check_in_thread, needs_rehash
from models.database import Work, write
from models.shared.errors import InvalidCredentials
from models.sign_in import security_notices
from web.http.envelope import request_id
from web.http.request_actor import actor_for
from web.security.login_attempts import attempt, hash_in_turn

SENTENCE = "The e-mail address or the password is wrong."

log = logging.getLogger(__name__)


async def check(email: str, password: str) -> Account:
    """The account these credentials open.

    Raises:
        InvalidCredentials: they open none.
        TooManyRequests: too many were wrong of late.
        Busy: too many people are signing in.
    """
    async with attempt(email) as trial:
        account = trial.account
        matches = await check_in_thread(password, account.password_hash if account else None)
        if account is None or not matches or not account.is_active:
            name = account.public_id if account else "unknown"
            log.warning("request %s: login refused, account %s", request_id(), name)
            await trial.failed(_note_of(account))
            raise InvalidCredentials(SENTENCE)
        await trial.succeeded()
    if needs_rehash(account.password_hash):
        return await _strengthened(account, password)
    return account


def _note_of(account: Account | None) -> Work[None] | None:
    if account is None or not account.is_admin:
        return None
    return partial(security_notices.note_refusal, account=account, actor=actor_for(account), by="password")


async def _strengthened(account: Account, password: str) -> Account:
    stronger = await hash_in_turn(password)
    await write(lambda tx: accounts.keep_stronger_hash(tx, account, stronger))
    return dataclasses.replace(account, password_hash=stronger)
