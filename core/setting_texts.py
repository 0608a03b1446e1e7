"""Parsers of settings: each returns the value, or raises a ValueError that says what is expected."""

import ipaddress
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

ATOM = r"[\w!#$%&'*+/=?^`{|}~-]++"
LABEL = r"(?!-)[\w-]{1,63}+(?<!-)"
ADDRESS = rf"{ATOM}(?:\.{ATOM})*+@(?:{LABEL}\.)+{LABEL}"
HOST_NAME = re.compile(rf"(?:{LABEL}\.)*{LABEL}", re.ASCII)
IN_ASCII = "xn--bcher-kva.example"
SENDER = re.compile(rf'{ADDRESS}|(?:"[^"<>]*" *|[^"<>@,;:]*)<{ADDRESS}>')

CONTACT = re.compile(rf"mailto:{ADDRESS}|https://[^\s/]++\S*+")


def plain(text: str) -> str:
    """The text unchanged."""
    return text


def folder(text: str) -> Path:
    """A folder that is there, or can come to be in one that is."""
    path = Path(text)
    there = next(each for each in (path, *path.absolute().parents) if os.path.lexists(each))
    if not os.path.isdir(there):
        raise ValueError(f"must be a folder, and {str(there)!r} is none")
    if there != path:
        _try_in(there)
    return path


def _try_in(parent: Path) -> None:
    """Make a folder in that one and delete it: rights do not tell whether a file system takes any."""
    try:
        os.rmdir(tempfile.mkdtemp(dir=parent, prefix=".cartwright-"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ValueError(f"must be a folder, and none can be made in {str(parent)!r}: {reason}") from None


def one_of(*allowed: str) -> Callable[[str], str]:
    """One of these words."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"must be {' or '.join(allowed)}, not {text!r}")
        return text

    return read


def switch(text: str) -> bool:
    """`on` or `off` as a truth value."""
    if text not in ("on", "off"):
        raise ValueError(f"must be on or off, not {text!r}")
    return text == "on"


def whole(lowest: int, highest: int) -> Callable[[str], int]:
    """A whole number within these bounds, in ASCII digits."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
            raise ValueError(f"must be a whole number from {lowest} to {highest}, not {text!r}")
        return int(text)

    return read


def seconds(lowest: float, highest: float) -> Callable[[str], float]:
    """Seconds within these bounds, as a plain decimal number."""

    def read(text: str) -> float:
        if not re.fullmatch(r"\d+(\.\d+)?", text) or not lowest <= float(text) <= highest:
            raise ValueError(f"must be seconds from {lowest:g} to {highest:g}, not {text!r}")
        return float(text)

    return read


def url(*schemes: str) -> Callable[[str], str]:
    """A complete URL of one of these schemes."""

    def read(text: str) -> str:
        parts = urlsplit(text)
        try:
            has_host = bool(parts.port or parts.hostname or "host=" in parts.query)
        except ValueError:  # its message would contain a part of the password
            raise ValueError("has a port that is no number: percent-encode what is special in a password") from None
        if parts.scheme != "sqlite" and "@" in f"{parts.path}{parts.query}{parts.fragment}":
            raise ValueError("has an @ behind its host: percent-encode what is special in a password")
        complete = len(parts.path) > 1 if parts.scheme == "sqlite" else has_host
        if parts.scheme not in schemes or not complete:
            raise ValueError(f"must be a URL that starts with {' or '.join(f'{scheme}://' for scheme in schemes)}")
        return text.rstrip("/")

    return read


def public_url(text: str) -> str:
    """Where people reach the shop: scheme and host, to which paths are added."""
    whole_url = url("http", "https")(text)
    parts = urlsplit(whole_url)
    if parts.path or parts.username is not None or any(mark in whole_url for mark in "?#"):
        raise ValueError("must be scheme and host alone, such as https://shop.example.com")
    if not _is_host(parts.hostname or ""):
        raise ValueError(f"must have a host such as shop.example.com (bücher.example is {IN_ASCII}), not {text!r}")
    return whole_url


def smtp_url(text: str) -> str:
    """The URL of the mail server, with `?tls=` saying whether encryption is required."""
    whole_url = url("smtp", "smtps")(text)
    if urlsplit(whole_url).query not in ("", "tls=off", "tls=auto", "tls=required"):
        raise ValueError("may end in ?tls=off, ?tls=auto or ?tls=required, and in nothing else")
    return whole_url


def listed(text: str) -> tuple[str, ...]:
    """Words separated by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def host_names(text: str) -> tuple[str, ...]:
    """Names or numeric addresses of hosts; there are no wildcards."""
    names = listed(text)
    for name in names:
        if not _is_host(name):
            raise ValueError(f"must be host names such as www.shop.example.com, not {name!r}")
    return names


def _is_host(text: str) -> bool:
    """Whether it is a name or a numeric address as a Host header has it."""
    return bool(HOST_NAME.fullmatch(text)) or _is_numeric(text)


def _is_numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def sender(text: str) -> str:
    """Who mail is from: one address, with a name before it or not."""
    if not SENDER.fullmatch(text):
        raise ValueError(f"must be one sender such as Shop <mail@shop.example.com>, not {text!r}")
    return text


def origins(text: str) -> tuple[str, ...]:
    """Web origins: scheme and host without a path."""
    names = listed(text)
    for origin in names:
        found = re.fullmatch(r"https?://([a-z0-9.-]+)(?::([0-9]{1,5}))?", origin)
        if not found or not _is_host(found[1]) or not 0 < int(found[2] or 443) < 65_536:
            raise ValueError(f"must be origins such as https://shop.example.com, not {origin!r}")
    return names


def contact(text: str) -> str:
    """Where strangers report to: an address of mail or of a page, as RFC 9116 wants it."""
    if not CONTACT.fullmatch(text):
        raise ValueError(
            f"must be such as mailto:security@shop.example.com or https://shop.example.com/report, not {text!r}"
        )
    return text
