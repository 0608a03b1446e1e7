"""What takes a fresh proof on the pages takes a fresh login over the API, for accounts that have a second factor.

Without one, which is for development alone in the case of staff, a password is all there is to prove.
"""

from quart import g

from models.accounts import refresh_tokens
from models.database import read
from models.shared.errors import FreshLoginRequired
from web.security.identity import caller
from web.sign_in.fresh_proof import FRESH_MS


async def require_fresh_login() -> None:
    """Raises FreshLoginRequired for the tokens of a login that is older than 15 minutes."""
    family = g.get("family")
    if not caller().has_second_factor or not family:
        return
    if not await read(lambda tx: refresh_tokens.is_younger(tx, family, FRESH_MS)):
        raise FreshLoginRequired("Log in again, with password and code, and repeat this within 15 minutes.")
