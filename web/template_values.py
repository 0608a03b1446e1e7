"""What every template can use: filters for money and times, the token for forms, who is signed in."""

import functools
import logging
from typing import Any

from markupsafe import Markup
from quart import Quart, g, get_flashed_messages, session

from core.shop_time import day_in_words, moment
from models.carts.carts import Owner
from models.catalog.catalog import UNPICTURED
from models.catalog.product_pictures import SMALLER, name_at
from models.content.content_pages import TITLES
from models.database import read
from models.orders.event_types import for_buyer
from models.shared.money_text import money
from models.shared.rich_text import clean
from models.shared.times import iso
from models.shipping.carrier_links import tracking_url
from models.shipping.countries import LABELS, address_lines, countries, country_name
from models.staff.staff_roles import NAMES, SUMMARIES, role_of
from web.checkout.guest_cart import cart_count, cart_owner
from web.http.request_kind import is_from_htmx
from web.representations.static_files import Assets
from web.security.csrf import csrf_token
from web.security.device_names import device_words
from web.security.identity import current_account
from web.shop_addresses import category_path, named_path, product_path
from web.staff.staff_gate import may, may_open
from web.theme import chosen_theme

log = logging.getLogger(__name__)

UPLOADED = "media/"
LARGEST = 1600  # pixels that an upload is at most wide


def install(app: Quart, assets: Assets, public_url: str) -> None:
    """Give them to the application's templates; `public_url` is where people reach the shop."""
    app.jinja_env.globals.update(public_url=public_url.rstrip("/"), content_titles=TITLES)
    app.jinja_env.filters.update(money=money, moment=moment, day=day_in_words, iso=iso, device=device_words)
    app.jinja_env.filters.update(for_buyer=for_buyer, country=country_name, rich=rich)
    app.jinja_env.globals.update(
        countries=countries(), address_labels=LABELS, address_lines=address_lines, tracking_url=tracking_url
    )
    app.jinja_env.globals.update(product_path=product_path, named_path=named_path, category_path=category_path)
    picture = functools.partial(picture_url, assets)
    app.jinja_env.globals.update(picture=picture, picture_widths=picture_widths)
    app.jinja_env.globals.update(asset=assets.url, csrf_token=csrf_token, chosen_theme=chosen_theme)
    app.jinja_env.globals.update(may=may, may_open=may_open)
    app.jinja_env.globals.update(role_of=role_of, role_names=NAMES, role_summaries=SUMMARIES)
    app.jinja_env.tests["permitted"] = may
    app.context_processor(_visitor)


def rich(html: str) -> Markup:
    """Rich text for a page."""
    return Markup(clean(html))  # noqa: S704  cleaned just now, whoever wrote it


def picture_url(assets: Assets, name: str, width: int | None = None) -> str:
    """The address of a product's picture: one that ships with the shop, or one that was uploaded (media/…).

    With a `width` of SMALLER it is an upload in that width; a drawing is small at any width. What follows a # names a
    part of the picture. A picture that is gone is shown as one that was never there.
    """
    if name.startswith(UPLOADED):
        return f"/{name if width is None else name_at(name, width)}"
    file, mark, part = name.partition("#")
    try:
        return assets.url(file) + mark + part
    except KeyError:
        return assets.url(UNPICTURED)


def picture_widths(name: str) -> str:
    """The `srcset` of an upload, for the browser to choose from; nothing for a drawing."""
    if not name.startswith(UPLOADED):
        return ""
    smaller = [f"/{name_at(name, width)} {width}w" for width in SMALLER]
    return ", ".join([*smaller, f"/{name} {LARGEST}w"])


async def _visitor() -> dict[str, Any]:
    values: dict[str, Any] = {"current_user": current_account(), "cart_count": await _cart_count()}
    if session and not is_from_htmx():  # a fragment has no place for the note left for the next page
        values["notice"] = " ".join(str(message) for message in get_flashed_messages())
    return values


async def _cart_count() -> int:
    """The number in the navigation. Fragments leave it as it is, and a page must not fail for it."""
    if "cart_count" in g:
        return int(g.cart_count)
    if is_from_htmx():
        return 0
    owner = cart_owner()
    if owner == Owner():
        return 0
    try:
        return await read(lambda tx: cart_count(tx, owner))
    except Exception:
        log.warning("the things in a cart could not be counted", exc_info=True)
        return 0
