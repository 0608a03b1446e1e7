"""What a named token opens, of what its owner may do. It makes no tokens, and changes no account."""

from quart import g, request

from models.shared.errors import ScopeTooSmall
from models.sign_in.api_tokens import TokenScope
from web.security.cross_origin import SAFE

ACCOUNT = ("/api/v1/auth/", "/api/v1/account/")  # one's own account and its credentials
WHO = "/api/v1/auth/me"


def check_scope(*, is_for_staff: bool) -> None:
    """Before an operation's view. Raises ScopeTooSmall; without a named token there is nothing to check."""
    scope: TokenScope | None = g.get("token_scope")
    if scope is None:
        return
    is_reading = request.method in SAFE
    if request.path.startswith(ACCOUNT) and not (request.path == WHO and is_reading):
        raise ScopeTooSmall("A named token opens nothing of the account itself. Log in for that.")
    if scope is TokenScope.READ and not is_reading:
        raise ScopeTooSmall("This token has the scope read: it changes nothing.")
    if scope is TokenScope.SHOP and is_for_staff:
        raise ScopeTooSmall("This token has the scope shop: it opens nothing that is for staff.")
