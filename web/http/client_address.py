"""Where a request comes from, as far as our own proxies vouch for it."""

import ipaddress
import re

from quart import request

WITH_PORT = re.compile(r"\[([^\[\]]*)\](?::\d{1,5})?|([^:]*):\d{1,5}")


def client_address() -> str:
    """The client's network address; of an IPv6 address the first 64 bits, which is what one customer is given."""
    return one_customers(request.remote_addr or "")


def one_customers(text: str) -> str:
    """What of a network address belongs to one customer."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return text
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False).network_address)
    return str(address)


def forwarded_address(entry: str) -> str | None:
    """The address an entry of X-Forwarded-For names, without quotes, brackets and port; None if it names none."""
    text = entry.strip(' "')
    found = WITH_PORT.fullmatch(text)
    if found is not None:
        text = found[1] or found[2] or ""
    try:
        return str(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError:
        return None
