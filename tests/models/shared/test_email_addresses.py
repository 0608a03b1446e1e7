"""Addresses that reach one mailbox are one address."""

import pytest

from models.shared.email_addresses import is_email_address, kept_form, objection_to

SAME = [
    ("petra@bücher.example", "petra@xn--bcher-kva.example"),
    ("Petra@BÜCHER.example", "petra@xn--bcher-kva.example"),
    ("petra@bu\u0308cher.example", "petra@xn--bcher-kva.example"),
    ("petra@XN--BCHER-KVA.EXAMPLE", "petra@xn--bcher-kva.example"),
    ("a@почта.рф", "a@xn--80a1acny.xn--p1ai"),
    ("a@例え。テスト", "a@xn--r8jz45g.xn--zckzah"),
    ("a@ｅｘａｍｐｌｅ.com", "a@example.com"),
    ("a@straße.example", "a@xn--strae-oqa.example"),
    ("  A@Example.COM ", "a@example.com"),
]
VALID = ["a.b@example.com", "a+b@example.com", "!#$%&'*+/=?^_`{|}~-@example.com", "a@b.co", "a@x--y.example.com"]
INVALID = [
    ".a@example.com",
    "a.@example.com",
    "a..b@example.com",
    "a@b@example.com",
    "jürgen@example.com",
    "a@-b.example.com",
    "a@exa mple.com",
    "a@bü_cher.example",
    "a@\u202eexample.com",
    "a@exa\u200bmple.com\n",
    "a@example.c",
    "a@example.123",
    "a@xn--.example.xn--",
    "ü" * 300 + "@example.com",
    "a@" + "ü" * 250 + ".com",
    "a@" + "ü." * 120 + "com",
]


@pytest.mark.parametrize(("typed", "kept"), SAME)
def test_one_mailbox_has_one_spelling(typed: str, kept: str) -> None:
    assert kept_form(typed) == kept
    assert kept_form(kept) == kept
    assert is_email_address(kept)


@pytest.mark.parametrize("address", VALID)
def test_what_rfc_5321_allows_is_an_address(address: str) -> None:
    assert is_email_address(kept_form(address))


@pytest.mark.parametrize("address", INVALID)
def test_what_no_server_takes_is_none(address: str) -> None:
    assert not is_email_address(kept_form(address))


@pytest.mark.parametrize("typed", ['"a b"@example.com', '"a@b"@bücher.example', '"A"@x.example'])
def test_a_quoted_local_part_is_refused_with_its_reason(typed: str) -> None:
    assert "without quotation marks" in (objection_to(kept_form(typed)) or "")


def test_other_texts_are_no_addresses_and_good_ones_are() -> None:
    assert objection_to('"a') == "Enter an e-mail address."
    assert objection_to("a@example.com") is None
