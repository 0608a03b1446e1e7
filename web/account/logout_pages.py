"""Sign out: a page that asks, and a POST that does it."""

from quart import Blueprint, Response, flash, render_template

from web.checkout.guest_cart import forget_guest_cart
from web.http.redirects import see_other
from web.security.identity import log_out

blueprint = Blueprint("logout", __name__)


@blueprint.get("/auth/logout")
async def ask() -> str:
    return await render_template("account/logout.html")


@blueprint.post("/auth/logout")
async def sign_out() -> Response:
    await log_out()
    await flash("You are signed out", "success")
    response = see_other("/auth/login")
    forget_guest_cart(response)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'  # our cookies are dropped by name; the note stays
    return response
