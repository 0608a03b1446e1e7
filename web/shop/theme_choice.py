"""Light or dark: as the device says, unless the visitor chose; the choice is kept in a cookie of the browser."""

from typing import Literal

from quart import Blueprint, Response, request

from web.forms.form_reader import read_form
from web.forms.input_model import Input
from web.http.cookies import drop_cookie, set_cookie
from web.http.redirects import own_path, path_of, see_other
from web.http.request_kind import is_from_htmx
from web.theme import COOKIE

blueprint = Blueprint("theme", __name__)

COOKIE_SECONDS = 365 * 24 * 3600


class ThemeForm(Input):
    """The form in the footer."""

    theme: Literal["light", "dark", "auto"]


@blueprint.post("/theme")
async def choose() -> Response:
    form, _ = await read_form(ThemeForm)
    response = Response("", status=204) if is_from_htmx() else see_other(_back())
    if form is not None and form.theme != "auto":
        set_cookie(response, COOKIE, form.theme, max_age_seconds=COOKIE_SECONDS)
    else:
        drop_cookie(response, COOKIE)
    return response


def _back() -> str:
    """The page the form stood on."""
    return own_path(path_of(request.headers.get("Referer", "")), "/")
