"""The shop's HTML pages in the OpenAPI document: their paths and the kind of request."""

import re
from typing import Any

from web.api.description.operation_tags import PAGES

HTML = {"text/html": {"schema": {"type": "string"}}}
PARAMETER = re.compile(r"\{(\w+)\}")
LOOKED_AT = "A page or a file for browsers; HTMX is sent the part that it asks for."
SUBMITTED = (
    "Takes the fields of a page's form with its token, then leads on or shows the form again with what is wrong."
)
STAFF_ONLY = "It takes the session cookie of staff whose role allows it."
FOR_PROGRAMS = "Programs use the operations under `/api/v1`."
FORM = {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}


def page_item(method: str, path: str, view: Any) -> dict[str, Any]:
    """The entry of a page, or of a form submitted to it."""
    name = f"page_{view.__module__.removeprefix('web.').replace('.', '_')}_{view.__name__}_{method}"
    words = (view.__doc__ or "").strip().splitlines()
    parts = PARAMETER.findall(path)
    item: dict[str, Any] = {
        "operationId": name + "".join(f"_{part}" for part in path.split("/") if part and "{" not in part),
        "summary": words[0] if words else f"{'A page' if method == 'get' else 'A form'} for people",
        "description": _description(method, path),
        "tags": [PAGES],
        "parameters": [{"name": part, "in": "path", "required": True, "schema": {"type": "string"}} for part in parts],
        "responses": {
            "200": {"description": "A page, or a fragment for HTMX.", "content": HTML},
            "303": {"description": "Look there."},
            "default": {"description": "A page that says what is wrong.", "content": HTML},
        },
        "security": [{}],
    }
    return item | ({"requestBody": {"content": FORM}} if method != "get" else {})


def _description(method: str, path: str) -> str:
    said = [LOOKED_AT if method == "get" else SUBMITTED]
    said += [STAFF_ONLY] if path.startswith("/admin") else []
    return " ".join([*said, FOR_PROGRAMS])
