"""The API's reference: /docs, /redoc and the OpenAPI document, for everybody. Admins are shown their operations too.

The pages know an admin by the session's cookie, the document of the API by its credentials as all of the API does.
"""

from quart import Blueprint, Response, current_app

from web.api.description.openapi import document
from web.app_context import settings
from web.http.envelope import content_security_policy
from web.rendering import page
from web.security.identity import current_account
from web.staff.staff_gate import staff_only

blueprint = Blueprint("api_documentation", __name__)

EXTENSION = "cartwright.openapi"


@blueprint.get("/api/v1/openapi.json")
async def openapi() -> Response:
    """The document: all of it for admins, for others what they can use."""
    account = current_account()
    return _document(is_public=account is None or not account.is_admin)


@blueprint.get("/admin/openapi.json")
async def whole() -> Response:
    """All of the document, for the pages of an admin who is logged in."""
    await staff_only()
    return _document(is_public=False)


def _document(*, is_public: bool) -> Response:
    kept: dict[bool, str] = current_app.extensions.setdefault(EXTENSION, {})
    if is_public not in kept:  # computed once: routes do not change
        kept[is_public] = current_app.json.dumps(document(current_app, is_public=is_public))
    return Response(kept[is_public], content_type="application/json")


@blueprint.get("/docs")
async def swagger() -> Response:
    return await _page("docs/swagger.html")


@blueprint.get("/redoc")
async def redoc() -> Response:
    return await _page("docs/redoc.html")


async def _page(template: str) -> Response:
    """The page. Its policy allows inline styles and workers, which both viewers need, but only our scripts."""
    account = current_account()
    is_admin = account is not None and account.is_admin
    response = await page(template, document="/admin/openapi.json" if is_admin else "/api/v1/openapi.json")
    policy = content_security_policy(settings().asset_url).replace(
        "style-src 'self'", "style-src 'self' 'unsafe-inline'"
    )
    response.headers["Content-Security-Policy"] = f"{policy}; worker-src 'self' blob:"
    return response
