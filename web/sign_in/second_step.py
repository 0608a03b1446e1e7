"""From a right password to a session: at once, or by way of the second factor."""

from quart import Response, request

from models.accounts import login_failures
from models.accounts.account_record import Account
from models.database import Transaction, read, write
from models.sign_in import security_notices, sign_in_steps
from models.sign_in.sign_in_steps import StepPurpose
from web.checkout.guest_cart import take_guest_cart
from web.http.client_address import client_address
from web.http.cookies import drop_cookie, read_cookie, set_cookie
from web.http.redirects import see_other
from web.http.request_actor import actor_for
from web.security.device_names import told_device
from web.security.identity import log_in
from web.security.known_devices import known_device, remember_device

COOKIE = "step"
COOKIE_SECONDS = sign_in_steps.LIFE_MS // 1000


async def ask_for_second(account: Account, page: str) -> Response:
    """Remember that the password was right, and lead to the page that asks for the rest."""
    secret = await write(lambda tx: sign_in_steps.begin(tx, StepPurpose.PASSWORD, account.id))
    response = see_other(page)
    set_cookie(response, COOKIE, secret, max_age_seconds=COOKIE_SECONDS)
    return response


async def waiting_account() -> Account | None:
    """Whose password was right in this browser within ten minutes."""
    secret = read_cookie(COOKIE)
    return await read(lambda tx: sign_in_steps.account_of(tx, secret)) if secret else None


async def finish(account: Account, asked_for: str, *, by: str) -> Response:
    """Start the session and go on. Raises InvalidCredentials when the password was changed in this very moment."""
    secret = read_cookie(COOKIE)
    is_known = known_device(account.email) is not None

    async def note(tx: Transaction) -> None:
        if secret:
            await sign_in_steps.end(tx, secret)
        await note_sign_in(tx, account, by=by, is_known=is_known)

    await log_in(account, note)
    await take_guest_cart(account.id)
    response = see_other("/auth/change-password" if account.must_change_password else asked_for)
    remember_device(response, account.email)
    if secret:
        drop_cookie(response, COOKIE)
    return response


async def note_sign_in(tx: Transaction, account: Account, *, by: str, is_known: bool) -> None:
    """Staff's sign-ins are audited, and mailed about when neither browser nor network address was seen before."""
    device = told_device(request.headers.get("User-Agent", ""))
    await security_notices.note_sign_in(tx, account, actor_for(account), by=by, device=device, is_new=not is_known)


async def is_known_address(email: str) -> bool:
    """Whether the account was signed in to from this network address before: what programs are known by."""
    address = client_address()
    return await read(lambda tx: login_failures.known_for_ms(tx, email, address)) is not None
