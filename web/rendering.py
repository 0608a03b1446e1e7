"""A template as an answer."""

from typing import Any
from urllib.parse import urlencode

from quart import Response, g, render_template, request

from models.shared.errors import NotFound, Refusal
from models.shared.paging import Page
from web.http.request_kind import is_from_htmx

HIGHEST_PAGE = 999_999
REFUSED = (400, 401, 403, 409, 410, 413, 422, 429, 503)  # what somebody sent was not taken


async def page(template: str, *, status: int = 200, **values: Any) -> Response:
    """The rendered template, as HTML with this status.

    A `page` of a list that is past its end is a 404 with a way back, by the template itself if it has one and so gets
    `page_past_the_end`.
    """
    if status == 200 and not is_from_htmx() and (listed := _past_the_end(values.get("page"))) is not None:
        if "page_past_the_end" not in values:
            raise _no_such_page(listed)
        status = 404
    values.setdefault("refused", status in REFUSED)
    if "cart_count" in values:
        g.cart_count = values["cart_count"]  # it need not be counted again for the navigation
    body = await render_template(template, **values)
    return Response(body, status=status, content_type="text/html; charset=utf-8")


def _past_the_end(listed: Any) -> Page[Any] | None:
    return listed if isinstance(listed, Page) and not listed.items and listed.page > listed.pages else None


def _no_such_page(listed: Page[Any]) -> NotFound:
    last = {**request.args.to_dict(flat=False), "page": [str(listed.pages)]}
    words = f"There is no page {listed.page}: the list ends at page {listed.pages}."
    return NotFound(words, way_back=(f"{request.path}?{urlencode(last, doseq=True)}", f"Go to page {listed.pages}"))


def told_to_wait(response: Response, refusal: Refusal) -> Response:
    """The response, saying when to come again if the refusal does."""
    if "retry_after" in refusal.extra:
        response.headers["Retry-After"] = str(refusal.extra["retry_after"])
    return response


def page_number() -> int:
    """The page the query asks for; the first one when it asks for none that can be.

    A number beyond all lists counts as the highest, so that it is past the end and not the first page.
    """
    asked = request.args.get("page", "1")
    if not asked.isascii() or not asked.isdigit():
        return 1
    return max(1, int(asked)) if len(asked) <= len(str(HIGHEST_PAGE)) else HIGHEST_PAGE
