"""What the people of the shop may do, decided before the view of each admin page and operation: deny by default."""

from quart import Response, current_app, request
from werkzeug.exceptions import HTTPException

from models.shared.errors import Forbidden
from models.staff.staff_roles import Permission, is_allowed, refusal_words, role_of
from web.http.request_kind import is_for_programs
from web.security.identity import caller, current_account
from web.sign_in.fresh_login import require_fresh_login
from web.sign_in.fresh_proof import ask_for_proof
from web.staff.staff_routes import NEEDS_PROOF, PERMISSIONS

WAY_BACK = ("/admin", "Go to the overview")


def admit_staff() -> None:
    """Check the role of the caller against the route of this request.

    Raises:
        Unauthenticated: nobody is signed in.
        Forbidden: a customer, or a role without the permission; a route without a row is for nobody.
    """
    account = caller()
    if not account.is_admin:
        raise Forbidden("Only the people of the shop may go there.")
    permission = PERMISSIONS.get(_route())
    if permission is None:
        raise Forbidden("Nobody may go there: the page stands in no list of permissions.")
    if not is_allowed(account, permission):
        words = refusal_words(role_of(account), permission)
        raise Forbidden(words) if is_for_programs() else Forbidden(words, way_back=WAY_BACK)


async def staff_only() -> None:
    """The gate of a part that is for the people of the shop, run before its views. Raises as `admit_staff` does."""
    admit_staff()


async def proven_only() -> Response | None:
    """The next gate of those pages: what changes much asks for a fresh password or passkey."""
    return await ask_for_proof() if _route() in NEEDS_PROOF else None


async def require_proof() -> None:
    """The same over the API. Raises FreshLoginRequired."""
    if _route() in NEEDS_PROOF:
        await require_fresh_login()


def may(name: str) -> bool:
    """Whether who is asking holds the permission of this name, for templates. Raises KeyError for an unknown one."""
    return is_allowed(current_account(), Permission[name.upper()])


def may_open(address: str) -> bool:
    """Whether who is asking may open the page of the admin at this address; any other address is open to everybody."""
    path = address.partition("#")[0].partition("?")[0]
    if not path.startswith("/admin"):
        return True
    try:
        rule, _ = current_app.url_map.bind("").match(path, method="GET", return_rule=True)
    except HTTPException:
        return False
    permission = PERMISSIONS.get(f"GET {rule.rule}")
    return permission is not None and is_allowed(current_account(), permission)


def _route() -> str:
    rule = request.url_rule.rule if request.url_rule else ""
    return f"{'GET' if request.method == 'HEAD' else request.method} {rule}"
