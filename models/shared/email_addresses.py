"""E-mail addresses as they are kept and compared: one mailbox has one spelling.

The part before the @ is one of RFC 5321 in lower case; the domain is the form DNS and mail servers know (`xn--…`).
"""

import re

import idna

LONGEST_EMAIL = 254
LONGEST_LOCAL = 64
ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]++"
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
EMAIL = re.compile(rf"{ATOM}(?:\.{ATOM})*+@(?:{LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{0,57}}[a-z0-9])")


def kept_form(text: str) -> str:
    """The address as it would be kept; a text that is none comes back in lower case, and finds nothing."""
    plain = text.strip(" ").lower()
    local, at, domain = plain.rpartition("@")
    if plain.isascii() or len(plain) > LONGEST_EMAIL:
        return plain
    try:
        return f"{local}{at}{idna.encode(domain, uts46=True).decode()}"
    except UnicodeError:
        return plain


def objection_to(kept: str) -> str | None:
    """What is wrong with an address in its kept form; None for one that mail can be sent to.

    Quoted local parts ("a b"@example.com) are of RFC 5321, and refused: not all that carries mail on takes them.
    """
    if kept.startswith('"') and '"@' in kept:
        return "Enter an e-mail address without quotation marks: mail to quoted ones does not arrive everywhere."
    return None if is_email_address(kept) else "Enter an e-mail address."


def is_email_address(kept: str) -> bool:
    """Whether mail can be sent to an address in its kept form."""
    is_short = len(kept) <= LONGEST_EMAIL and len(kept.partition("@")[0]) <= LONGEST_LOCAL
    return is_short and EMAIL.fullmatch(kept) is not None
