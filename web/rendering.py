"""A template as an answer."""

from typing import Any

from quart import Response, g, render_template, request

from models.shared.errors import Refusal


async def page(template: str, *, status: int = 200, **values: Any) -> Response:
    """The rendered template, as HTML with this status."""
    if "cart_count" in values:
        g.cart_count = values["cart_count"]  # it need not be counted again for the navigation
    body = await render_template(template, **values)
    return Response(body, status=status, content_type="text/html; charset=utf-8")


def told_to_wait(response: Response, refusal: Refusal) -> Response:
    """The response, saying when to come again if the refusal does."""
    if "retry_after" in refusal.extra:
        response.headers["Retry-After"] = str(refusal.extra["retry_after"])
    return response


def page_number() -> int:
    """The page the query asks for; the first one when it asks for none that can be."""
    asked = request.args.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
