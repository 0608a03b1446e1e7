"""The profile: who is signed in."""

from quart import Blueprint, render_template

from web.identity import caller

blueprint = Blueprint("profile", __name__)


@blueprint.get("/auth/profile")
async def show() -> str:
    return await render_template("account/profile.html", user=caller())
