"""What messages say, from templates/mail.

A kind's template holds its words: a heading, then paragraphs. Text and HTML are both made of these by `letter.txt` and
`letter.html`, so that they carry the same facts.
"""

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, select_autoescape

from core.shop_time import day_in_words, moment_in_mail
from models.shared.money_text import money
from models.shipping.carrier_links import tracking_url

TEMPLATES = Path(__file__).parents[2] / "templates"
WIDTH = 78  # of a line of text


class Text(NamedTuple):
    """A message's words."""

    subject: str
    text: str
    html: str


class LetterRow(NamedTuple):
    """A line of a receipt: `kind` is line, part or sum; `if_free` stands in the place of an amount of nothing."""

    kind: str
    label: str
    cents: int
    if_free: str = ""

    @property
    def amount(self) -> str:
        """What stands on the right."""
        return money(self.cents) if self.cents or not self.if_free else self.if_free


class KindOfMail(NamedTuple):
    """What is the same in every message of a kind: its subject, what its link is called, and why somebody gets it."""

    subject: str
    action: str
    reason: str


def wrapped(text: str) -> str:
    """Lines that a mail program shows whole; addresses in them are not broken."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


_environment = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True
)
_environment.filters.update(money=money, moment=moment_in_mail, day=day_in_words, wrapped=wrapped)
_environment.globals.update(tracking_url=tracking_url)

ORDERED = "You are receiving this email because an order was placed at Cartwright with this address."
VIEW_ORDER = "View your order"
NO_ACCOUNT = "You are receiving this email because an account at Cartwright was created with this address."
ADMIN = "You are receiving this email because you are an admin of Cartwright."
MAILS = {
    "order_confirmed": KindOfMail("Order {number} is confirmed", VIEW_ORDER, ORDERED),
    "order_cancelled": KindOfMail("Order {number} was cancelled", VIEW_ORDER, ORDERED),
    "order_shipped": KindOfMail("Order {number} is on its way", VIEW_ORDER, ORDERED),
    "order_delivered": KindOfMail("Order {number} was delivered", VIEW_ORDER, ORDERED),
    "order_refunded": KindOfMail("A refund for order {number}", VIEW_ORDER, ORDERED),
    "order_lookup": KindOfMail(
        "The link to your order {number}",
        VIEW_ORDER,
        "You are receiving this email because the link to an order was asked for with your address.",
    ),
    "password_reset": KindOfMail(
        "Choose a new password",
        "Choose a new password",
        "You are receiving this email because a new password was asked for with your address.",
    ),
    "email_verify": KindOfMail("Confirm your e-mail address", "Confirm the address", NO_ACCOUNT),
    "email_change": KindOfMail("Confirm your new e-mail address", "Confirm the new address", NO_ACCOUNT),
    "email_change_notice": KindOfMail(
        "{heading}",
        "Choose a new password",
        "You are receiving this email because this is or was the address of your account at Cartwright.",
    ),
    "security_notice": KindOfMail("{heading}", "Choose a new password", NO_ACCOUNT),
    "stock_low": KindOfMail("Low stock: {name} ({available} left)", "See its stock", ADMIN),
    "stock_depleted": KindOfMail("Sold out: {name}", "See its stock", ADMIN),
    "integrity_violated": KindOfMail("The books are wrong: {count}", "See the violations", ADMIN),
    "payments_paused": KindOfMail("Payments are paused: the provider does not answer", "See what waits", ADMIN),
    "webhook_disabled": KindOfMail("Webhook disabled: {url}", "See the webhook", ADMIN),
}
KINDS = tuple(name.replace("_", ".") for name in MAILS)  # as stored mail is marked


def render(
    template: str,
    names: Mapping[str, object],
    *,
    url: str,
    action: str = "",
    contact: str = "",
    rows: Sequence[LetterRow] = (),
    address: Sequence[str] = (),
    **context: object,
) -> Text:
    """The message called `template`, whose one link leads to `url`.

    `names` fill its subject, `context` its words; `rows` are a receipt, `address` the lines it ships to, `contact` is
    where questions go, `action` what the link is called here, if not as in every message of its kind.
    """
    kind = MAILS[template]
    words = _environment.get_template(f"mail/{template}.txt").render({**context, "contact": contact})
    heading, *paragraphs = [" ".join(part.split()) for part in words.split("\n\n") if part.strip()]
    letter = {"heading": heading, "paragraphs": paragraphs, "rows": rows, "address": address, "url": url}
    letter |= {"action": action or kind.action, "reason": kind.reason, "contact": contact}
    text, html = (_environment.get_template(f"mail/letter.{form}").render(letter) for form in ("txt", "html"))
    subject = " ".join(kind.subject.format(**names, heading=heading).split())
    return Text(subject, text.strip() + "\n", html)
