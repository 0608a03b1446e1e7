"""Ids for the outside: random, so that knowing one tells nothing of any other."""

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u


def new_public_id() -> str:
    """26 characters that carry 128 random bits."""
    number = secrets.randbits(130)
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(0, 130, 5))
