"""Which callers are one customer: what is counted against one of them is not counted against a neighbour."""

import pytest

from web.http.client_address import one_customers


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("2001:db8:1:2::7", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::7", "2001:db8:1:3::"),
        ("fe80::1%eth0", "fe80::"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("198.51.100.7", "198.51.100.7"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_an_address_is_counted_as(address: str, counted_as: str) -> None:
    assert one_customers(address) == counted_as
