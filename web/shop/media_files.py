"""Uploaded pictures. A name is made of the content, so what has one never changes."""

import re

from quart import Blueprint, Response

from models.catalog import product_pictures
from models.database import read
from models.shared.errors import NotFound

blueprint = Blueprint("media", __name__)

NAME = re.compile(r"[0-9a-f]{32}\.webp")
FOREVER = "public, max-age=31536000, immutable"


@blueprint.get("/media/<name>")
async def show(name: str) -> Response:
    if not NAME.fullmatch(name):
        raise NotFound("There is no such picture.")
    headers = {
        "Cache-Control": FOREVER,
        "ETag": f'"{name[:32]}"',
        "Accept-Ranges": "bytes",
        "Content-Security-Policy": "default-src 'none'",
    }
    content = await read(lambda tx: product_pictures.content_of(tx, name))
    return Response(content, content_type="image/webp", headers=headers)
