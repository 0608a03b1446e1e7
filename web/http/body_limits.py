"""The request as this shop reads it: its path says how large its body may be, and its cookies are read in one way."""

import re
from functools import cached_property
from typing import Any

from quart import Request
from werkzeug.datastructures import ImmutableMultiDict

from web.http.cookies import parse_cookies

LARGEST_BODY = 64 * 1024  # bytes
LARGEST_TEXT = 256 * 1024  # all texts of a form
LARGEST_TABLE = 3 * 1024 * 1024  # a file of products as JSON or in a form
LARGEST_UPLOAD = 5 * 1024 * 1024 + LARGEST_BODY  # a picture, and the form around it
ROOMIER = (
    (re.compile(r"/admin/products(/[0-9a-z]+)?"), LARGEST_UPLOAD),
    (re.compile(r"(/api/v1)?/admin/products/file"), LARGEST_TABLE),
)


class ShopRequest(Request):
    """A request of this shop."""

    def __init__(self, method: str, scheme: str, path: str, *rest: Any, **options: Any) -> None:
        most = _largest_body(method, path)
        super().__init__(method, scheme, path, *rest, **{**options, "max_content_length": most})
        self.max_content_length = most  # the reader of forms asks for it here

    @cached_property
    def cookies(self) -> ImmutableMultiDict[str, str]:
        """What web/http/cookies.py finds."""
        return ImmutableMultiDict(parse_cookies(self.headers.getlist("Cookie")))


def _largest_body(method: str, path: str) -> int:
    """How many bytes this request may bring."""
    if method != "POST":
        return LARGEST_BODY
    return next((most for pattern, most in ROOMIER if pattern.fullmatch(path)), LARGEST_BODY)
