"""A template as an answer."""

from typing import Any

from quart import Response, g, render_template


async def page(template: str, *, status: int = 200, **values: Any) -> Response:
    """The rendered template, as HTML with this status."""
    if "cart_count" in values:
        g.cart_count = values["cart_count"]  # it need not be counted again for the navigation
    body = await render_template(template, **values)
    return Response(body, status=status, content_type="text/html; charset=utf-8")
