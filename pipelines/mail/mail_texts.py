"""What messages say: subject, text and HTML from templates/mail, with the links of the public address."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, select_autoescape

from core.shop_time import moment_in_mail
from models.shared.money_text import money
from models.shipping.carrier_links import tracking_url
from models.shipping.countries import address_lines

TEMPLATES = Path(__file__).parents[2] / "templates"


class Text(NamedTuple):
    """A message's words."""

    subject: str
    text: str
    html: str


_environment = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True
)
_environment.filters.update(money=money, moment=moment_in_mail)
_environment.globals.update(address_lines=address_lines, tracking_url=tracking_url)

SUBJECTS = {
    "order_confirmed": "Order {number} is confirmed",
    "order_cancelled": "Order {number} was cancelled",
    "order_shipped": "Order {number} is on its way",
    "order_refunded": "A refund for order {number}",
    "order_lookup": "The link to your order {number}",
    "password_reset": "Choose a new password",
    "email_verify": "Confirm your e-mail address",
    "email_change": "Confirm your new e-mail address",
    "email_change_notice": "Your e-mail address is about to change",
    "stock_low": "Low stock: {name} ({available} left)",
    "stock_depleted": "Sold out: {name}",
    "webhook_disabled": "Webhook disabled: {url}",
}
KINDS = tuple(name.replace("_", ".") for name in SUBJECTS)  # as stored mail is marked


def render(template: str, names: Mapping[str, Any], **context: Any) -> Text:
    """The message called `template`; `names` fill its subject, `context` its body."""
    subject = " ".join(SUBJECTS[template].format(**names).split())
    text = _environment.get_template(f"mail/{template}.txt").render(context)
    html = _environment.get_template(f"mail/{template}.html").render(context)
    return Text(subject, text, html)
