"""A proof that the owner is at the keys: a password or a passkey within the last quarter of an hour.

A sign-in counts. What takes a proof and has none asks for it on a page that then does what was asked for.
"""

import functools
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from quart import Response, g, request

from models.accounts import sessions
from models.accounts.account_record import Account
from models.accounts.passwords import check_in_thread
from models.database import read, write
from models.shared.errors import Invalid, TooManyRequests
from models.sign_in import passkeys
from web.forms.form_reader import PROOF_FIELD
from web.http.redirects import own_path, path_of, see_other
from web.http.request_kind import is_from_htmx
from web.rendering import page, told_to_wait
from web.security.csrf import FIELD
from web.security.identity import caller
from web.security.login_attempts import attempt

PATH = "/account/proof"
FRESH_MS = 15 * 60_000

View = Callable[..., Awaitable[Response]]


async def prove_password(account: Account, password: str) -> None:
    """Before something that takes more than being signed in.

    Raises:
        Invalid: this is not the account's password.
        TooManyRequests: it was wrong too often of late.
    """
    async with attempt(account.email) as trial:
        is_right = await check_in_thread(password, account.password_hash)
        await (trial.succeeded() if is_right else trial.failed())
    if not is_right:
        raise Invalid.field("current_password", "wrong_password", "This is not your current password.")


def is_fresh() -> bool:
    """Whether the caller's session holds a proof that is young enough."""
    return bool(g.get("session_secret")) and time.time() * 1000 - int(g.get("proven_at", 0)) < FRESH_MS


async def note_proof() -> None:
    """The owner has just shown a password or a passkey in this session."""
    secret = str(g.session_secret)
    await write(lambda tx: sessions.prove(tx, secret))
    g.proven_at = int(time.time() * 1000)


def needs_proof(view: View) -> View:
    """Decorates a view of a page that changes something: it takes a fresh proof."""

    @functools.wraps(view)
    async def run(**values: Any) -> Response:
        return await ask_for_proof() or await view(**values)

    return run


async def ask_for_proof() -> Response | None:
    """None with a fresh proof, or with a right password in the form; else the page that asks for one."""
    if is_fresh():
        return None
    if is_from_htmx():
        back = own_path(path_of(request.headers.get("HX-Current-URL", "")), "/")
        return see_other(f"{PATH}?{urlencode({'next': back})}")
    given = (await request.form).get(PROOF_FIELD)
    if given is None:
        return await proof_page(status=403)
    try:
        await prove_password(caller(), given)
    except (Invalid, TooManyRequests) as refusal:
        words = refusal.errors[0].message if refusal.errors else refusal.detail
        return told_to_wait(await proof_page({PROOF_FIELD: words}, status=refusal.status), refusal)
    await note_proof()
    return None


async def proof_page(
    errors: dict[str, str] | None = None, *, status: int = 200, action: str = "", next_path: str = ""
) -> Response:
    """Asks for the password or a passkey; what the form held is sent again with it."""
    user_id = caller().id
    known = await read(lambda tx: passkeys.of_account(tx, user_id))
    is_form = not action and request.method == "POST"
    typed = (await request.form).items(multi=True) if is_form else ()
    kept = [(name, text) for name, text in typed if name != FIELD and "password" not in name]
    where = action or request.full_path.rstrip("?")
    values = {"kept": kept, "action": where, "next": next_path, "has_passkeys": bool(known), "field_name": PROOF_FIELD}
    return await page("account/proof.html", status=status, errors=errors or {}, **values)
