"""Tries to prove who one is by a password: counted, made to wait when too many were wrong, and one at a time.

The pages' login, the API's, HTTP Basic and the change of a password all come through here. Within a process the tries
at one account take turns, so that many at once are no way around the count; several processes may let one more pass.
A network address has two tries under way at most, at whatever account, so that few addresses cannot hold up the rest.
"""

import logging
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from models.accounts import login_failures
from models.accounts.account_record import Account
from models.accounts.accounts import find_by_email
from models.accounts.login_failures import LoginFailureState
from models.accounts.passwords import hash_in_thread
from models.database import Transaction, Work, read, write
from models.shared.errors import TooManyRequests
from web.app_context import settings
from web.http.client_address import client_address
from web.http.concurrency_limit import FairQueues
from web.http.envelope import request_id
from web.security.in_flight import set_aside
from web.security.known_devices import known_device

WAY_OUT = ", or choose a new password by mail"

log = logging.getLogger(__name__)
ACCOUNTS = FairQueues(at_once=1)
ADDRESSES = FairQueues(at_once=2)  # as many as there are threads for passwords


@dataclass(frozen=True, slots=True)
class LoginAttempt:
    """One try: the account it is about, if there is one, and what it is counted under."""

    account: Account | None
    email: str
    who: str
    address: str
    has_failures: bool
    is_worth_noting: bool  # that the account is signed in to from this address

    async def failed(self, note: Work[None] | None = None) -> None:
        """The password or the code was wrong; `note` is written with the count."""

        async def work(tx: Transaction) -> None:
            if settings().rate_limit:
                await login_failures.count(tx, [self.who], login_failures.address_key(self.address))
            if note:
                await note(tx)

        if note or settings().rate_limit:
            await write(work)

    async def succeeded(self) -> None:
        """It was right."""

        async def work(tx: Transaction) -> None:
            await login_failures.forget(tx, self.who)
            await login_failures.remember(tx, self.email, self.address)

        if self.has_failures or (self.is_worth_noting and settings().rate_limit):
            await write(work)


@asynccontextmanager
async def attempt(email: str) -> AsyncIterator[LoginAttempt]:
    """A try at the account with this address, when it is its turn.

    Raises:
        TooManyRequests: it comes too soon after too many wrong ones; `extra['retry_after']` says when.
        Busy: too many wait for their turn.
    """
    device, address = known_device(email), client_address()
    async with _turn_of(address):
        seen_ms_ago = await read(lambda tx: login_failures.known_for_ms(tx, email, address))
        is_known = device is not None or seen_ms_ago is not None
        who = _counted_under(email, device, address, is_known=is_known)
        also = who if is_known else login_failures.address_key(address)

        async def look(tx: Transaction) -> tuple[Account | None, LoginFailureState]:
            return await find_by_email(tx, email), await login_failures.read_state(tx, who, also)

        async with ACCOUNTS.turn(who):
            account, state = await read(look)
            _refuse_early(state, WAY_OUT)
            is_worth_noting = seen_ms_ago is None or seen_ms_ago >= login_failures.NOTED_AGAIN_MS
            yield LoginAttempt(account, email, who, address, state.has_failures, is_worth_noting)


@asynccontextmanager
async def code_attempt(account: Account) -> AsyncIterator[LoginAttempt]:
    """A try at the second step of a sign-in, when it is its turn. Known devices wait as strangers do.

    Raises:
        TooManyRequests: it comes too soon after too many wrong ones.
        Busy: too many wait for their turn.
    """
    address, who = client_address(), login_failures.code_key(account.email)
    async with _turn_of(address), ACCOUNTS.turn(who):
        state = await read(lambda tx: login_failures.read_state(tx, who, login_failures.address_key(address)))
        _refuse_early(state)
        yield LoginAttempt(account, account.email, who, address, state.has_failures, is_worth_noting=False)


async def hash_in_turn(password: str) -> str:
    """The hash of a new password, in the sender's share of the processor. Raises Busy when too many wait."""
    async with _turn_of(client_address()):
        return await hash_in_thread(password)


@asynccontextmanager
async def _turn_of(address: str) -> AsyncIterator[None]:
    """The address's turn; who waits for it keeps nobody from anything but passwords."""
    with set_aside():
        async with ADDRESSES.turn(address):
            yield


def _counted_under(email: str, device: str | None, address: str, *, is_known: bool) -> str:
    if device is not None:
        return login_failures.device_key(device)
    return login_failures.pair_key(email, address) if is_known else login_failures.account_key(email)


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


def _refuse_early(state: LoginFailureState, way_out: str = "") -> None:
    if state.wait_ms and settings().rate_limit:
        seconds = math.ceil(state.wait_ms / 1000)
        log.warning("request %s: a try at a password came %d s too early", request_id(), seconds)
        raise TooManyRequests(
            f"Too many tries went wrong. Please wait {_in_words(seconds)}{way_out}.", retry_after=seconds
        )


def _in_words(seconds: int) -> str:
    if seconds < 100:
        return "a second" if seconds == 1 else f"{seconds} seconds"
    return f"{math.ceil(seconds / 60)} minutes"
