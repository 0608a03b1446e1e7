"""What production expects of a value beyond its form: each function says what is wrong with it, or None."""

import ipaddress
import itertools
from email.utils import parseaddr
from urllib.parse import urlsplit

FEWEST_DIFFERENT = 8  # characters in a random secret
NO_DOMAINS = (".localhost", ".localdomain", ".local", ".invalid")  # no server takes mail from them
KEYBOARD = ("qwerty", "qwertz", "azerty", "asdfgh", "zxcvb", "1q2w3e")  # rows of it
PLACEHOLDERS = ("change-me", "changeme", "your-secret", "secret-key", "password", "example", *KEYBOARD)


def weakness(secret: str, shortest: int) -> str | None:
    """Why a random secret cannot be this one; `shortest` is in bytes."""
    if len(secret.encode()) < shortest:
        return f"is too short: {shortest} bytes are the least"
    core = _repeated(secret)
    is_plain = any(word in secret.lower() for word in PLACEHOLDERS) or _is_run(secret)
    if is_plain or len(core.encode()) < shortest or len(set(core)) < FEWEST_DIFFERENT:
        return "has been published or is no secret: make a random one"
    return None


def is_open_broker(url: str) -> bool:
    """Whether anybody in the network could use this broker: it is on another machine, and asks for no password."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite" or _is_this_machine(parts.hostname or ""):
        return False
    return not parts.password or (parts.username, parts.password) == ("guest", "guest")


def is_of_no_domain(sender: str) -> bool:
    """Whether mail of this sender is from no domain of the internet, as the default is."""
    domain = parseaddr(sender)[1].rpartition("@")[2].lower()
    return f".{domain}".endswith(NO_DOMAINS)


def _repeated(text: str) -> str:
    """What a text repeats, to its end or into it; the text itself where it repeats nothing."""
    sizes = range(1, len(text) // 2 + 1)
    return next((text[:size] for size in sizes if text[size:] == text[:-size]), text)


def _is_run(text: str) -> bool:
    """Whether most characters follow each other, up or down, as on a keyboard's digits or in the alphabet."""
    steps = [ord(after) - ord(before) for before, after in itertools.pairwise(text)]
    return max(steps.count(1), steps.count(-1), steps.count(0)) * 2 > len(steps)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in ("", "localhost") or host.endswith(".localhost")
