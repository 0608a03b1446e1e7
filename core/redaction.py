"""Removes secrets from text before it is logged, traced, stored as a job's error or shown on a page.

Secrets are recognised by the name before them and by their form. Every pattern takes linear time: repetition is
possessive or bounded, and a run of characters is matched only from its first one (tests/house/test_patterns.py).
"""

import re

HIDDEN = "[hidden]"
MARGIN = 100  # characters after the cut that are searched too, for a secret that the cut divides
NAMES = (
    r"(?:password|passwd|passphrase|secret|token|(?:api|access|private)[_-]?key|x-otlp-api-key"
    r"|otel_exporter_otlp_[a-z_]{0,20}headers|(?<![a-z])(?:card(?:[_-]?number)?|cvc|cvv))[\w-]{0,40}+"
)
LINK = r"""\\{0,4}+(?:["']?\s{0,8}+[:=]|["'],)\s{0,8}+"""  # behind a comma too: headers are pairs
QUOTED = r"""\\{0,4}+b?(?:"(?:[^"\\]++|\\.)*+"?|'(?:[^'\\]++|\\.)*+'?)"""
NAMED = re.compile(
    rf"""(?P<name>{NAMES})(?P<link>{LINK})(?:\[hidden\]|{QUOTED}|(?:(?:bearer|basic)\s{{1,8}}+)?[^\s"',;&)}}\]]++)""",
    re.I | re.S,
)
HEADER = re.compile(  # to the end of the line: there may be several cookies or values
    rf"""(?P<name>(?<![a-z])(?:authorization|cookie))(?P<link>{LINK})"""
    rf"""(?:{QUOTED}|[^\s"'](?:[^\r\n"']++|(?<==)"[^\r\n"]*+"?)*+)""",
    re.I | re.S,
)
SCHEME = re.compile(r"\b(bearer|basic)\s{1,8}+[\w.~+/=-]{8,}+", re.I)
IN_URL = re.compile(r"(?<=://)[^\s/]*@")
IN_SERVICE_URL = re.compile(  # a password in which nothing was percent-encoded may hold a slash
    r"(?P<scheme>\b(?:postgres(?:ql)?|rediss?|amqps?|smtps?)://)[^\s@/]{0,200}+[@/][^\s]{0,200}@", re.I
)
OF_PROVIDER = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:sk|pk|rk|tok|whsec)_|(?:pi|seti|cs)_[a-z0-9]{1,80}+_secret_)[\w+/=-]++", re.I
)
JWT = re.compile(r"(?<![A-Za-z0-9])eyJ[\w-]++(?:\.[\w-]*+){0,2}")
LOCAL = r"\w.!#$%&'*+=?^`{|}~-"
ADDRESS = re.compile(rf"(?<![{LOCAL}])(['`{{|=&?]*+)[{LOCAL}]++@(?=[\w-]++\.\w)")
CARD = re.compile(r"""(?P<request>\brequest(?:[_ -]id)?["']?[:= ]{1,3}+["']?[0-9a-f]{16}\b)|\b\d(?:[ -]?\d){13,18}\b""")
WORDS = (
    *("@", "eyj", "bearer", "basic", "autho", "cookie", "passw", "passphrase", "secret", "token", "key", "card", "cv"),
    *("headers", "sk_", "pk_", "rk_", "tok_", "whsec_"),
)
DIGITS = re.compile(r"\d{4}[ -]?\d{4}")


def redact(text: str) -> str:
    """The text without passwords, tokens, keys, card numbers and the local parts of e-mail addresses."""
    if not _is_suspicious(text):
        return text
    text = CARD.sub(_hide_card, text)
    text = NAMED.sub(rf"\g<name>\g<link>{HIDDEN}", text)
    text = HEADER.sub(rf"\g<name>\g<link>{HIDDEN}", text)
    text = SCHEME.sub(rf"\1 {HIDDEN}", text)
    text = IN_SERVICE_URL.sub(rf"\g<scheme>{HIDDEN}@", text)
    text = IN_URL.sub(f"{HIDDEN}@", text)
    text = OF_PROVIDER.sub(HIDDEN, text)
    text = JWT.sub(HIDDEN, text)
    return ADDRESS.sub(rf"\1{HIDDEN}@", text)


def redact_within(text: str, longest: int) -> str:
    """The first `longest` characters of a text that may be large, redacted."""
    return redact(text[: longest + MARGIN])[:longest]


def _is_suspicious(text: str) -> bool:
    """A quick check that passes most texts unchanged: every line of the log goes through it."""
    lower = text.lower()
    for word in WORDS:
        if word in lower:
            return True
    return DIGITS.search(text) is not None


def _hide_card(found: re.Match[str]) -> str:
    is_card = found["request"] is None and _is_card([int(digit) for digit in found[0] if digit.isdigit()])
    return HIDDEN if is_card else found[0]


def _is_card(digits: list[int]) -> bool:
    """Whether the digits end in the check digit that card numbers have (Luhn)."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
