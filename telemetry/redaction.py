"""Takes secrets out of words before anybody writes them down: by the name they follow, and by what they look like."""

import re

HIDDEN = "[hidden]"
NAMES = (
    r"(?:proxy-)?authorization|(?:set-)?cookie|[\w-]*password|passwd|[\w-]*secret(?:_key|-key)?|[\w-]*token"
    r"|api[_-]?key|card(?:[_-]?number)?|cvc|cvv|otel_exporter_otlp_[a-z_]*headers|x-otlp-api-key"
)
NAMED = re.compile(
    rf"""\b(?P<name>{NAMES})(?P<link>["']?\s*[:=]\s*)(?P<value>"[^"]*"|'[^']*'|(?:(?:bearer|basic)\s+)?[^\s"',;&)}}\]]+)""",
    re.I,
)
SCHEME = re.compile(r"\b(bearer|basic)\s+[\w.~+/=-]{8,}", re.I)
IN_URL = re.compile(r"(?<=://)[^\s/@]*:[^\s/@]*@")
WEBHOOK = re.compile(r"\bwhsec_[\w+/=-]+")
JWT = re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*")
ADDRESS = re.compile(r"[\w.%+-]+@(?=[\w-]+(?:\.[\w-]+)+)")
CARD = re.compile(r"\b\d(?:[ -]?\d){13,18}\b")
WORDS = (
    "@",
    "eyj",
    "whsec",
    "bearer",
    "basic",
    "autho",
    "cookie",
    "passw",
    "secret",
    "token",
    "key",
    "card",
    "cv",
    "head",
)
DIGITS = re.compile(r"\d{4}[ -]?\d{4}")


def redact(text: str) -> str:
    """The words without passwords, tokens, keys, card numbers and e-mail addresses."""
    if not _is_suspicious(text):
        return text
    text = NAMED.sub(rf"\g<name>\g<link>{HIDDEN}", text)
    text = SCHEME.sub(rf"\1 {HIDDEN}", text)
    text = IN_URL.sub(f"{HIDDEN}@", text)
    text = WEBHOOK.sub(HIDDEN, text)
    text = JWT.sub(HIDDEN, text)
    text = ADDRESS.sub(f"{HIDDEN}@", text)
    return CARD.sub(_hide_card, text)


def _is_suspicious(text: str) -> bool:
    """A quick look that clears most words: this is on every line of the log."""
    lower = text.lower()
    for word in WORDS:
        if word in lower:
            return True
    return DIGITS.search(text) is not None


def _hide_card(found: re.Match[str]) -> str:
    return HIDDEN if _is_card([int(digit) for digit in found[0] if digit.isdigit()]) else found[0]


def _is_card(digits: list[int]) -> bool:
    """Whether the digits end in the check digit that card numbers have (Luhn)."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
