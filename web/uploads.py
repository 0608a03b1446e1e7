"""How large a request may be: where pictures are taken in, larger than elsewhere."""

import re
from typing import Any

from quart import Request

UPLOADS = re.compile(r"/admin/products/[0-9a-z]+/pictures")
LARGEST_UPLOAD = 5 * 1024 * 1024 + 64 * 1024  # bytes: a picture, and the form around it


class RoomyRequest(Request):
    """A request whose path says how much it may bring."""

    def __init__(self, method: str, scheme: str, path: str, *rest: Any, **options: Any) -> None:
        takes_in = method == "POST" and UPLOADS.fullmatch(path) is not None
        if takes_in:
            options["max_content_length"] = LARGEST_UPLOAD
        super().__init__(method, scheme, path, *rest, **options)
        if takes_in:
            self.max_content_length = LARGEST_UPLOAD  # the reader of forms asks for it here
