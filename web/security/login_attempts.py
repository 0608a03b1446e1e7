"""Tries to prove who one is by a password: counted, made to wait when too many were wrong, and one at a time.

The pages' login, the API's, HTTP Basic and the change of a password all come through here. Within a process the tries
at one account take turns, so that many at once are no way around the count; several processes may let one more pass.
"""

import logging
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from models.accounts import login_failures
from models.accounts.accounts import Account, find_by_email
from models.accounts.login_failures import LoginFailureState
from models.database import Transaction, read, write
from models.shared.errors import TooManyRequests
from web.app_context import settings
from web.http.client_address import client_address
from web.http.concurrency_limit import Turnstiles
from web.http.envelope import request_id
from web.security.known_devices import known_device

log = logging.getLogger(__name__)
ACCOUNTS = Turnstiles(at_once=1)
ADDRESSES = Turnstiles(at_once=2)  # as many as there are threads for passwords


@dataclass(frozen=True, slots=True)
class LoginAttempt:
    """One try: the account it is about, if there is one, and what it is counted under."""

    account: Account | None
    who: str
    address: str
    has_failures: bool

    async def failed(self) -> None:
        """The password was wrong."""
        if settings().rate_limit:
            await write(lambda tx: login_failures.count(tx, [self.who], self.address))

    async def succeeded(self) -> None:
        """It was right."""
        if self.has_failures:
            await write(lambda tx: login_failures.forget(tx, self.who))


@asynccontextmanager
async def attempt(email: str) -> AsyncIterator[LoginAttempt]:
    """A try at the account with this address, when it is its turn.

    Raises:
        TooManyRequests: it comes too soon after too many wrong ones; `extra['retry_after']` says when.
        Busy: too many wait for their turn.
    """
    device = known_device(email)
    who = login_failures.device_key(device) if device else login_failures.account_key(email)
    address = login_failures.address_key(client_address())

    async def look(tx: Transaction) -> tuple[Account | None, LoginFailureState]:
        return await find_by_email(tx, email), await login_failures.read_state(tx, who, who if device else address)

    async with ACCOUNTS.turn(who), ADDRESSES.turn(address):
        account, standing = await read(look)
        _refuse_early(standing)
        yield LoginAttempt(account, who, address, standing.has_failures)


async def refuse_prying(address: str) -> None:
    """Before an answer that tells of an account. Raises TooManyRequests."""
    _refuse_early(await read(lambda tx: login_failures.read_state(tx, address, address)))


async def count_prying(address: str) -> None:
    """After an answer that told of an account: that counts like a wrong password of the address."""
    if settings().rate_limit:
        await write(lambda tx: login_failures.count(tx, [], address))


def prying_address() -> str:
    """What the prying of this request's sender is counted under."""
    return login_failures.address_key(client_address())


def _refuse_early(standing: LoginFailureState) -> None:
    if standing.wait_ms and settings().rate_limit:
        seconds = math.ceil(standing.wait_ms / 1000)
        log.warning("request %s: a try at a password came %d s too early", request_id(), seconds)
        raise TooManyRequests(f"Too many tries went wrong. Please wait {_in_words(seconds)}.", retry_after=seconds)


def _in_words(seconds: int) -> str:
    if seconds < 100:
        return "a second" if seconds == 1 else f"{seconds} seconds"
    return f"{math.ceil(seconds / 60)} minutes"
