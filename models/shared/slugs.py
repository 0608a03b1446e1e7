"""Readable parts of addresses, made from names."""

import re

from anyascii import anyascii

NOT_PLAIN = re.compile(r"[^a-z0-9]+")
LONGEST = 80


def slug_of(name: str, *, otherwise: str = "") -> str:
    """`Brook Chef's Knife, 20 cm` becomes `brook-chefs-knife-20-cm`, and `Łódź Blanket` `lodz-blanket`.

    Letters of every script are written in Latin ones; `otherwise` is for a name that has no letters at all.
    """
    plain = anyascii(name).lower().replace("'", "")
    return NOT_PLAIN.sub("-", plain)[:LONGEST].strip("-") or otherwise
