"""Open an account, then sign in with it."""

from quart import Blueprint, Response, flash

from models import accounts
from models.database import write
from models.passwords import hash_in_thread, objection
from models.refusals import EmailTaken
from web.forms import form_values, read_form
from web.input import Email, Input, Line, Password
from web.pages import page
from web.redirects import see_other

blueprint = Blueprint("register", __name__)


class Registration(Input):
    """The form, and the body of the API's registration."""

    email: Email
    password: Password
    name: Line = ""


@blueprint.get("/auth/register")
async def ask() -> Response:
    return await _page({"email": "", "name": ""}, {})


@blueprint.post("/auth/register")
async def open_account() -> Response:
    form, errors = await read_form(Registration)
    kept = await form_values("email", "name")
    if form is None:
        return await _page(kept, errors, status=422)
    if reason := objection(form.password):
        return await _page(kept, {"password": reason}, status=422)
    try:
        await create(form)
    except EmailTaken as refusal:
        return await _page(kept, {"email": refusal.detail}, status=409)
    await flash("Account created", "success")
    return see_other("/auth/login")


async def create(registration: Registration) -> accounts.Account:
    """Open the account. Raises `EmailTaken`, or `Busy` when too many passwords wait for their hash."""
    hashed = await hash_in_thread(registration.password)
    return await write(
        lambda tx: accounts.create_user(tx, email=registration.email, password_hash=hashed, name=registration.name)
    )


async def _page(form: dict[str, str], errors: dict[str, str], *, status: int = 200) -> Response:
    return await page("account/register.html", status=status, form=form, errors=errors)
