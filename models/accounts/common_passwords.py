"""The passwords attackers try first: is a text one of the 100,000 commonest, their bases, or a word of this shop?

Kept as five bytes of each one's SHA-256, sorted: less than half a megabyte, and no words in the tree that nobody wants
to read. `python -m models.accounts.make_common_passwords LIST…` makes the file anew.
"""

import functools
import hashlib
from pathlib import Path

FILE = Path(__file__).with_suffix(".bin")
SIZE = 5  # bytes: of 90,000 entries one in twelve million other texts is taken for one


def is_listed(text: str) -> bool:
    """Whether this very text is in the file."""
    wanted, entries = digest(text), _entries()
    low, high = 0, len(entries) // SIZE
    while low < high:
        middle = (low + high) // 2
        if entries[middle * SIZE : middle * SIZE + SIZE] < wanted:
            low = middle + 1
        else:
            high = middle
    return entries[low * SIZE : low * SIZE + SIZE] == wanted


def digest(text: str) -> bytes:
    """How a text stands in the file."""
    return hashlib.sha256(text.encode(errors="replace")).digest()[:SIZE]


@functools.cache
def _entries() -> bytes:
    return FILE.read_bytes()
