"""A span and a duration for each request, wrapped around the application when somebody watches.

They are named by the route's pattern and say nothing of the address itself: its parts may be ids or secrets.
"""

from typing import TYPE_CHECKING, Any

from quart import Quart, request

import telemetry

if TYPE_CHECKING:
    from telemetry.recorder import Recorder
from web.http.envelope import REQUEST_ID
from web.http.request_heads import METHODS
from web.http.request_kind import PROBES

ROUTE = "cartwright.route"
UNWATCHED = ("/static/", *PROBES)


class Traced:
    """Wraps an ASGI application."""

    def __init__(self, inner: Any, recorder: "Recorder") -> None:
        self._inner, self._recorder = inner, recorder

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"].startswith(UNWATCHED):
            await self._inner(scope, receive, send)
            return
        status = 0

        async def listen(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self._recorder.request(_trace_headers(scope)) as served:
            try:
                await self._inner(scope, receive, listen)
            finally:
                _describe(served, scope, status)


def install(app: Quart) -> None:
    """Watch this application's requests, if anybody wants to know; the outermost of all that goes around it."""
    recorder = telemetry.active()
    if recorder is not None:
        app.before_request(_note_route)
        app.asgi_app = Traced(app.asgi_app, recorder)  # type: ignore[method-assign]


async def _note_route() -> None:
    if request.url_rule is not None:
        scope: Any = request.scope
        scope[ROUTE] = request.url_rule.rule


def _describe(served: Any, scope: Any, status: int) -> None:
    method = scope["method"] if scope["method"] in METHODS else "_OTHER"
    facts: dict[str, str | int] = {"http.request.method": method, "url.scheme": scope["scheme"]}
    if route := scope.get(ROUTE):
        facts["http.route"] = route
    if status:
        facts["http.response.status_code"] = status
    served.describe(facts)
    served.span.update_name(f"{method} {route}" if route else method)
    served.span.set_attribute("cartwright.request.id", scope.get(REQUEST_ID, ""))
    if status >= 500:
        served.fail(str(status))
    elif not status:
        served.fail("no_answer")  # the client left, or the server failed before it had one


def _trace_headers(scope: Any) -> dict[str, str]:
    return {
        name.decode(): value.decode("latin-1")
        for name, value in scope["headers"]
        if name in (b"traceparent", b"tracestate")
    }
