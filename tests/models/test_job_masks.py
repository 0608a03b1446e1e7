"""What of a job people may see."""

import json

import pytest

from models.job_masks import MASK, arguments, without_secrets


def shown(kind: str, payload: object) -> dict[str, str]:
    return {argument.name: argument.value for argument in arguments(kind, json.dumps(payload))}


def test_a_kind_shows_what_it_allows_and_nothing_else():
    payload = {"message": "confirmed", "password": "hunter2", "email": "ann@example.com"}
    assert shown("mail.order", payload) == {"message": "confirmed", "password": MASK, "email": MASK}


def test_nested_long_and_unknown_are_masked():
    assert shown("mail.order", {"message": {"message": "x"}}) == {"message": MASK}
    assert shown("mail.order", {"message": ["x"]}) == {"message": MASK}
    assert shown("mail.order", {"message": "x" * 201}) == {"message": MASK}
    assert shown("nobody.knows", {"message": "confirmed"}) == {"message": MASK}


@pytest.mark.parametrize("payload", ["[1]", "not json", '"tok_secret"'])
def test_what_is_no_object_is_masked_as_a_whole(payload):
    assert [(argument.name, argument.value) for argument in arguments("mail.order", payload)] == [("payload", MASK)]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("refused for ann.example+x@mail.example.com now", "ann.example"),
        ("Authorization: Bearer abcdefghijkl.mnop", "abcdefghijkl"),
        ("token tok_4242abcd was used", "tok_4242"),
        ("password=hunter2 is wrong", "hunter2"),
        ("{'api_key': 'k-123456'}", "k-123456"),
        ("smtp://user:secretword@mail:25 refused", "secretword"),
        ("eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl", "eyJzdWIiOi"),
    ],
)
def test_errors_come_without_secrets(text, secret):
    assert secret in text
    masked = without_secrets(text)
    assert secret not in masked
    assert MASK in masked


def test_plain_words_stay():
    text = "the provider is out of order (test), attempt 3 of 12"
    assert without_secrets(text) == text
