"""A template as an answer."""

from typing import Any

from quart import Response, render_template


async def page(template: str, *, status: int = 200, **values: Any) -> Response:
    """The rendered template, as HTML with this status."""
    body = await render_template(template, **values)
    return Response(body, status=status, content_type="text/html; charset=utf-8")
