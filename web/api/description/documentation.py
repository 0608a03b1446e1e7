"""The documentation of the API: /docs, /redoc and the document itself. A gate stands before all beneath them."""

from typing import Any

from quart import Blueprint, Response, current_app

from web.api.description.openapi import document
from web.app_context import settings
from web.http.envelope import content_security_policy
from web.rendering import page

blueprint = Blueprint("api_documentation", __name__)

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
    """The page; both programs write styles of their own into it and may work in a thread. Scripts stay ours."""
    response = await page(template)
    policy = content_security_policy(settings().asset_url).replace(
        "style-src 'self'", "style-src 'self' 'unsafe-inline'"
    )
    response.headers["Content-Security-Policy"] = f"{policy}; worker-src 'self' blob:"
    return response
