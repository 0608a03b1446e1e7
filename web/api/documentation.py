"""The documentation of the API: /docs, /redoc and the document itself. A gate stands before all beneath them."""

from typing import Any

from quart import Blueprint, Response, current_app

from web.api.openapi import document
from web.pages import page

blueprint = Blueprint("api_documentation", __name__)

# Both programs write styles of their own into the page; scripts stay ours.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EXTENSION = "cartwright.openapi"


@blueprint.get("/api/v1/openapi.json")
async def openapi() -> Response:
    extensions: dict[str, Any] = current_app.extensions
    if EXTENSION not in extensions:  # the routes never change
        extensions[EXTENSION] = current_app.json.dumps(document(current_app))
    return Response(extensions[EXTENSION], content_type="application/json")


@blueprint.get("/docs")
async def swagger() -> Response:
    return await _page("docs/swagger.html")


@blueprint.get("/redoc")
async def redoc() -> Response:
    return await _page("docs/redoc.html")


async def _page(template: str) -> Response:
    response = await page(template)
    response.headers["Content-Security-Policy"] = POLICY
    return response
