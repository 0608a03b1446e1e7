"""E-mail address and password, checked the same way for the pages, the API's login and HTTP Basic.

Whatever is wrong (no such account, another password, an account switched off) costs the same time and gets one answer.
"""

import dataclasses
import logging

from models import accounts
from models.accounts import Account
from models.database import read, write
from models.passwords import check_in_thread, hash_in_thread, needs_rehash
from models.refusals import InvalidCredentials
from web.envelope import request_id

SENTENCE = "The e-mail address or the password is wrong."

log = logging.getLogger(__name__)


async def check(email: str, password: str) -> Account:
    """The account these credentials open.

    Raises:
        InvalidCredentials: they open none.
        Busy: too many people are signing in.
    """
    account = await read(lambda tx: accounts.find_by_email(tx, email))
    matches = await check_in_thread(password, account.password_hash if account else None)
    if account is None or not matches or not account.is_active:
        log.warning("request %s: login refused, account %s", request_id(), account.public_id if account else "unknown")
        raise InvalidCredentials(SENTENCE)
    if needs_rehash(account.password_hash):
        return await _strengthened(account, password)
    return account


async def _strengthened(account: Account, password: str) -> Account:
    stronger = await hash_in_thread(password)
    await write(lambda tx: accounts.keep_stronger_hash(tx, account, stronger))
    return dataclasses.replace(account, password_hash=stronger)
