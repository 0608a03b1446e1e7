"""Readable parts of addresses, made from names."""

import re
import unicodedata

NOT_PLAIN = re.compile(r"[^a-z0-9]+")
LONGEST = 80


def slug_of(name: str) -> str:
    """`Brook Chef's Knife, 20 cm` becomes `brook-chefs-knife-20-cm`; a name without Latin letters becomes `product`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return NOT_PLAIN.sub("-", plain)[:LONGEST].strip("-") or "product"
