"""The shop's own pages: about, shipping, returns, terms, privacy, contact."""

from email.utils import parseaddr

from markupsafe import Markup
from quart import Blueprint, Response

from models.content import content_pages
from models.database import read
from models.shared.rich_text import clean
from web.app_context import settings
from web.rendering import page

blueprint = Blueprint("content_pages", __name__)


@blueprint.get("/pages/<slug>")
async def show(slug: str) -> Response:
    written = await read(lambda tx: content_pages.find(tx, slug))
    body = Markup(clean(written.body))  # noqa: S704  cleaned just now, whoever wrote it
    sender = parseaddr(settings().mail_from)[1]
    return await page(
        "shop/page.html", written=written, body=body, contact=sender, canonical=f"/pages/{slug}" if body else ""
    )
