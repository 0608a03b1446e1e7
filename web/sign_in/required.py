"""In production the people of the shop need a second factor: until they have one, every page leads to setting it up."""

from quart import Response, request

from models.accounts.account_record import Account
from models.shared.errors import SecondFactorMissing
from web.app_context import settings
from web.http.redirects import see_other
from web.http.request_kind import is_for_programs
from web.security.identity import current_account

SET_UP = "/account/security"
OPEN = frozenset({"/auth/change-password", "/auth/logout", "/theme", "/api/v1/auth/me", "/api/v1/auth/logout"})
OPEN_BELOW = (SET_UP, "/account/proof")


def is_required(account: Account) -> bool:
    """Whether the account has to set one up before anything else."""
    return account.is_admin and settings().is_production and not account.has_second_factor


async def lead_to_second_factor() -> Response | None:
    """Before all routes. Raises SecondFactorMissing over the API."""
    account, path = current_account(), request.path
    if account is None or not is_required(account) or path in OPEN or path.startswith(OPEN_BELOW):
        return None
    if is_for_programs():
        raise SecondFactorMissing("Set up an authenticator app or a passkey on the pages of the shop first.")
    return see_other(SET_UP)
