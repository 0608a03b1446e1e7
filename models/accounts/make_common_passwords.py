"""`python -m models.accounts.make_common_passwords LIST…` makes the file of common passwords anew, one a line."""

import sys
from pathlib import Path

from models.accounts.common_passwords import FILE, digest
from models.accounts.passwords import inside

COMMONEST = 100_000
SHOP_WORDS = (
    "shop",
    "shopper",
    "shopping",
    "shopadmin",
    "jobshop",
    "cartwright",
    "cart",
    "checkout",
    "customer",
    "order",
)


def make(lists: list[Path]) -> int:
    """Write the file: the first `COMMONEST` lines of each list by what is inside of them; the number of entries."""
    lines = [
        line for each in lists for line in each.read_text(encoding="utf-8", errors="replace").splitlines()[:COMMONEST]
    ]
    texts = {inside(line) for line in lines if not line.startswith("#")} | {inside(word) for word in SHOP_WORDS}
    entries = sorted({digest(text) for text in texts if text})
    FILE.write_bytes(b"".join(entries))
    return len(entries)


if __name__ == "__main__":
    print(make([Path(name) for name in sys.argv[1:]]), "entries")
