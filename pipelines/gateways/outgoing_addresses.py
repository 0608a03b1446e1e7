"""Which addresses a message of ours may go to: public ones, looked up once and called by the number that was checked.

What Python calls global is not enough: NAT64, 6to4, Teredo and v4-compatible addresses lead back into private networks.
"""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

PRIVATE_V4 = tuple(
    ip_network(text)
    for text in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # a public number that a large cloud answers from within
    )
)
PUBLIC_V6 = ip_network("2000::/3")  # everything else is reserved, local or a disguise of v4
PRIVATE_V6 = tuple(ip_network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
PORTS = {"https": frozenset({443, 8443}), "http": frozenset({80, 8080})}


class UnsafeAddress(Exception):
    """The address may not be called; the words say why."""


class NoSuchHost(Exception):
    """The name does not resolve now."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How strict this process is. Private addresses are for trying things out on one machine."""

    https_only: bool = True
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """Where a URL leads: the name for TLS and the Host header, and the number that is called."""

    scheme: str
    host: str
    port: int
    path: str
    number: str

    @property
    def authority(self) -> str:
        """The Host header."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == (443 if self.scheme == "https" else 80) else f"{name}:{self.port}"


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet."""
    try:
        address: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in PRIVATE_V4)
    return address in PUBLIC_V6 and not any(address in network for network in PRIVATE_V6)


def read_url(url: str, rules: Rules) -> tuple[str, str, int, str]:
    """Scheme, host, port and path with query of a URL that may be called as far as its text tells.

    Raises:
        UnsafeAddress: it is no such URL.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode().rstrip("."), parts.port
    except (ValueError, UnicodeError):
        raise UnsafeAddress("This is not a web address.") from None
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise UnsafeAddress("Write the address in plain characters, without blanks.")
    if parts.scheme != "https" and (rules.https_only or parts.scheme != "http"):
        raise UnsafeAddress("The address has to start with https://.")
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise UnsafeAddress("The address needs a host, and no user name, password or fragment.")
    port = port or (443 if parts.scheme == "https" else 80)
    if port not in PORTS[parts.scheme] and not rules.allow_private:
        raise UnsafeAddress(f"Port {port} is not called: use {' or '.join(map(str, sorted(PORTS[parts.scheme])))}.")
    return parts.scheme, host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


async def look_up_host(url: str, rules: Rules) -> Target:
    """The target of a URL, resolved once; every number the name has must be one that may be called.

    Raises:
        UnsafeAddress: it may not be called.
        NoSuchHost: the name does not resolve.
    """
    scheme, host, port, path = read_url(url, rules)
    numbers = [host] if _is_number(host) else await resolve(host, port)
    if not rules.allow_private:
        for number in numbers:
            if not is_public(number):
                raise UnsafeAddress("The address leads into a private network.")
    return Target(scheme, host, port, path, numbers[0])


async def resolve(host: str, port: int) -> list[str]:
    """The numbers of a name. Raises NoSuchHost."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchHost(f"{host} cannot be found: {error}") from None
    if not found:
        raise NoSuchHost(f"{host} cannot be found")
    return [str(address[4][0]) for address in found]


def _is_number(host: str) -> bool:
    """Whether the host is an address already. `2130706433` and `0x7f.1` are for the resolver, which knows them."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


_rules = [Rules()]


def install_rules(rules: Rules) -> None:
    """Say how strict this process is."""
    _rules[0] = rules


def rules() -> Rules:
    """How strict this process is."""
    return _rules[0]
