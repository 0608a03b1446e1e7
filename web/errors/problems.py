"""Refusals and failures, rendered in one place: a problem document, a page, or a fragment when HTMX asked."""

import logging
from typing import Any

from quart import Quart, Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import HTTP_STATUS_CODES

from models.database import ConstraintViolated, DatabaseBusy, StorageFailed, ValueRefused
from models.shared.errors import Busy, Conflict, Invalid, NotFound, Refusal, Unauthenticated
from web.forms.input_model import MOST_ERRORS
from web.http.envelope import request_id
from web.http.redirects import login_path
from web.http.request_kind import is_for_programs, is_from_htmx

log = logging.getLogger(__name__)

REALM = "cartwright"
SENTENCES = {
    400: "The request cannot be understood.",
    404: "This page does not exist. Check the address, or search for what you need.",
    405: "This address does not take that kind of request.",
    408: "The request took too long to arrive.",
    413: "That is more than this shop takes in one request.",
    415: "The body is of a kind this address does not take.",
    500: "Something went wrong on our side. Please try again; if it happens again, contact us.",
}
TITLES = {404: "Not found", 405: "Not possible here", 408: "Too slow", 413: "Too large", 500: "Something went wrong"}
CODES = {400: "bad_request", 413: "payload_too_large", 500: "internal_error"}
KEPT_HEADERS = ("Allow", "Retry-After")


def register(app: Quart) -> None:
    """Let the application answer every refusal and failure from here."""
    app.register_error_handler(Refusal, answer)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(DatabaseBusy, _database_busy)
    app.register_error_handler(ValueRefused, _value_refused)
    app.register_error_handler(ConstraintViolated, _conflict)
    app.register_error_handler(Exception, _failure)


async def answer(refusal: Refusal) -> Response:
    """The answer that says no."""
    if is_for_programs():
        response = _document(refusal)
    elif isinstance(refusal, Unauthenticated):
        response = _to_login()
    else:
        ways = {name: refusal.extra.get(name) for name in ("expired", "way_back")}
        response = await _page(refusal.status, refusal.title, refusal.detail, **ways)
    if "retry_after" in refusal.extra:
        response.headers["Retry-After"] = str(refusal.extra["retry_after"])
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def problem(status: int, code: str, title: str, detail: str, *, errors: Any = (), **extra: Any) -> Response:
    """An RFC 9457 document."""
    body = {
        "type": f"/problems/{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        "request_id": request_id(),
        "errors": [error._asdict() for error in errors[:MOST_ERRORS]],
        **extra,
    }
    return Response(current_app.json.dumps(body), status=status, content_type="application/problem+json")


def _document(refusal: Refusal) -> Response:
    response = problem(
        refusal.status, refusal.code, refusal.title, refusal.detail, errors=refusal.errors, **refusal.extra
    )
    if refusal.status == 401:
        response.headers.add("WWW-Authenticate", f'Bearer realm="{REALM}"')
        response.headers.add("WWW-Authenticate", f'Basic realm="{REALM}", charset="UTF-8"')
    return response


def _to_login() -> Response:
    if is_from_htmx():
        return Response("", status=401, headers={"HX-Redirect": login_path()})
    return Response("", status=303, headers={"Location": login_path()})


async def _page(status: int, title: str, detail: str, **ways: Any) -> Response:
    template = "_error.html" if is_from_htmx() else "error.html"
    values = {"status": status, "title": title, "detail": detail, "request_id": request_id(), "refused": True, **ways}
    try:
        body = await render_template(template, **values)
    except Exception:  # the page that reports failures must not fail
        log.exception("request %s: the error page cannot be rendered", request_id())
        return Response(f"{status} {title}\n{detail}\n", status=status, content_type="text/plain; charset=utf-8")
    return Response(body, status=status, content_type="text/html; charset=utf-8")


async def _http_error(error: HTTPException) -> Response:
    """What Quart found: no such path, the wrong method, a body too large."""
    status = error.code or 500
    title = HTTP_STATUS_CODES.get(status, "Error")
    detail = SENTENCES.get(status, f"{title}.")
    if is_for_programs():
        response = problem(status, CODES.get(status, title.lower().replace(" ", "_")), title, detail)
    else:
        response = await _page(status, TITLES.get(status, title), detail)
    for name, value in error.get_headers():
        if name in KEPT_HEADERS:
            response.headers[name] = value
    response.headers.setdefault("Cache-Control", "no-store")
    return response


async def _database_busy(error: DatabaseBusy) -> Response:
    log.warning("a request is refused: %s", error)  # without its id, which stands beside it: equal lines are counted
    g.cart_count = 0  # nobody waits a second time, for the number in the navigation
    if isinstance(error, StorageFailed):
        return await answer(Busy("The shop cannot save orders right now. Please try again later.", retry_after=30))
    return await answer(
        Busy("The shop is very busy right now. Nothing was saved; please try again in a moment.", retry_after=1)
    )


async def _value_refused(error: ValueRefused) -> Response:
    """It ought to have been refused at the door, field by field; what a path names by it does not exist."""
    if "\x00" in request.path:
        return await answer(NotFound(SENTENCES[404]))
    log.warning("request %s: the database cannot hold a value: %s", request_id(), error)
    return await answer(Invalid("Something in the request cannot be stored: a number or a text is out of bounds."))


async def _conflict(error: ConstraintViolated) -> Response:
    """A constraint is the last word where two requests race; what a single request may ask was checked before."""
    log.warning("request %s: %s", request_id(), error, exc_info=error)
    return await answer(Conflict("Someone else changed this at the same time. Nothing was saved; please try again."))


async def _failure(error: Exception) -> Response:
    log.error("request %s failed", request_id(), exc_info=error)
    if is_for_programs():
        return problem(500, CODES[500], HTTP_STATUS_CODES[500], SENTENCES[500])
    return await _page(500, TITLES[500], SENTENCES[500])
