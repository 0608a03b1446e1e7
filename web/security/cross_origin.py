"""Refuse requests that change something and that another site made a browser send."""

from typing import Any
from urllib.parse import urlsplit

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def is_cross_origin(headers: Any, method: str, host: str) -> bool:
    """Browsers tell by Sec-Fetch-Site, older ones by Origin; who tells nothing is none. Proxies must pass Host on."""
    if method in SAFE:
        return False
    site, origin = headers.get("Sec-Fetch-Site"), headers.get("Origin")
    if site is not None and site not in ("same-origin", "none"):
        return True
    try:
        return origin is not None and urlsplit(origin).netloc.lower() != host.lower()
    except ValueError:
        return True  # no browser sends an origin that is no URL
