"""Which other sites' scripts may use the API: none, unless the operator lists their origins.

A listed origin is named back, never `*` and never what merely came in. Credentials stay out: the API takes no cookie.
"""

from quart import Response, request

from web.app_context import settings

METHODS = "GET, POST, PATCH, DELETE"
ACCEPTED = (
    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer, X-Cart-Token,"
    " X-Order-Token"
)
EXPOSED = (
    "ETag, Idempotency-Replayed, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After,"
    " X-Request-Id"
)
REMEMBERED_SECONDS = 600


def is_listed() -> bool:
    """Whether the request is a script's of a listed site, for the API."""
    return request.path.startswith("/api/") and request.headers.get("Origin") in settings().cors_origins


async def answer_preflight() -> Response | None:
    """Before all routes: a browser asks whether a listed site's script may send what it wants to send."""
    if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers or not is_listed():
        return None
    headers = {
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": ACCEPTED,
        "Access-Control-Max-Age": str(REMEMBERED_SECONDS),
    }
    return Response("", status=204, headers=headers)


async def open_to_listed(response: Response) -> Response:
    """After all routes: let a listed site's script read the answer."""
    if settings().cors_origins and request.path.startswith("/api/"):
        response.headers.add("Vary", "Origin")
        if is_listed():
            response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
            response.headers["Access-Control-Expose-Headers"] = EXPOSED
    return response
