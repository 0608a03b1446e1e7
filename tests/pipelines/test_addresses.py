"""Messages go to public addresses only: whatever the name, its disguise, or what it resolves to a moment later."""

import asyncio
import socket
from typing import Any

import pytest

from pipelines.gateways import outgoing_addresses
from pipelines.gateways.outgoing_addresses import NoSuchHost, Rules, UnsafeAddress, is_public, look_up_host, read_url

STRICT, DEVELOPMENT, OPEN = Rules(), Rules(https_only=False), Rules(https_only=False, allow_private=True)
PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "169.254.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not-an-address",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_private_numbers_are_told_apart(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"])
def test_public_numbers_are_called(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        *("http://example.com/", "ftp://example.com/", "https://", "https:///x", "//example.com", "example.com"),
        *("https://user@example.com/", "https://u:p@example.com/", "https://example.com/#x", "https://example.com:22/"),
        *("https://example.com:99999/", "https://exa mple.com/", "https://example.com/\r\nX: y", "https://[::1"),
        *("https://example.com\\@127.0.0.1/", "https://bücher.example/", "javascript:alert(1)", "", "https://.../"),
    ],
)
def test_what_is_no_plain_https_address_is_refused(url: str) -> None:
    with pytest.raises(UnsafeAddress):
        read_url(url, STRICT)


def test_plain_http_and_odd_ports_are_for_trying_out() -> None:
    assert read_url("http://example.com/a?b=c", DEVELOPMENT) == ("http", "example.com", 80, "/a?b=c")
    with pytest.raises(UnsafeAddress):
        read_url("http://example.com:9000/", DEVELOPMENT)
    assert read_url("http://127.0.0.1:9000", OPEN) == ("http", "127.0.0.1", 9000, "/")
    assert read_url("https://example.com:8443", STRICT) == ("https", "example.com", 8443, "/")


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
    """Names resolve to these numbers, one list for each look."""
    looks = iter(answers)

    async def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        numbers = next(looks)
        if not numbers:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", getaddrinfo, raising=True)


@pytest.mark.asyncio
async def test_every_number_of_a_name_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(UnsafeAddress):
        await look_up_host("https://example.com/", STRICT)


@pytest.mark.asyncio
async def test_a_name_is_resolved_once_and_called_by_that_number(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    target = await look_up_host("https://example.com/x", STRICT)
    assert (target.number, target.host, target.authority) == ("8.8.8.8", "example.com", "example.com")
    with pytest.raises(UnsafeAddress):
        await look_up_host("https://example.com/x", STRICT)


@pytest.mark.asyncio
@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "localhost", "127.0.0.1", "[::1]", "127.0.0.1."])
async def test_disguises_of_this_machine_are_seen_through(host: str) -> None:
    with pytest.raises((UnsafeAddress, NoSuchHost)):
        await look_up_host(f"https://{host}/", STRICT)


@pytest.mark.asyncio
async def test_a_name_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, [])
    with pytest.raises(NoSuchHost):
        await look_up_host("https://nowhere.example/", STRICT)


def test_a_process_is_strict_unless_it_is_told_otherwise() -> None:
    assert Rules() == Rules(https_only=True, allow_private=False)
    assert outgoing_addresses.rules() == Rules()
