"""Uploaded pictures. A name is made of the content, so what has one never changes.

A picture from before there were widths gets its smaller ones when they are first asked for.
"""

import logging
import re

from quart import Blueprint, Response

from models.catalog import product_pictures
from models.database import DatabaseBusy, read, write
from models.shared.errors import NotFound
from pipelines.gateways.picture_files import narrowed

blueprint = Blueprint("media", __name__)
log = logging.getLogger(__name__)

NAME = re.compile(r"([0-9a-f]{32})(?:-(400|800))?\.webp")
FOREVER = "public, max-age=31536000, immutable"


@blueprint.get("/media/<name>")
async def show(name: str) -> Response:
    found = NAME.fullmatch(name)
    if not found:
        raise NotFound("There is no such picture.")
    headers = {
        "Cache-Control": FOREVER,
        "ETag": f'"{name.removesuffix(".webp")}"',
        "Accept-Ranges": "bytes",
        "Content-Security-Policy": "default-src 'none'",
    }
    content = await _kept(name) if found[2] is None else await _at_width(name, f"{found[1]}.webp", int(found[2]))
    return Response(content, content_type="image/webp", headers=headers)


async def _kept(name: str) -> bytes:
    return await read(lambda tx: product_pictures.content_of(tx, name))


async def _at_width(name: str, original: str, width: int) -> bytes:
    try:
        return await _kept(name)
    except NotFound:
        made = await narrowed(await _kept(original), width)
    try:
        await write(lambda tx: product_pictures.keep_size(tx, original, width, made))
    except DatabaseBusy:
        log.warning("a picture is made again when it is asked for next: the database was busy")
    return made.content
