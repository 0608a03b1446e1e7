"""What of a job people may see."""

import json

import pytest

from models.jobs.admin.job_masking import MASK, arguments


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


def test_a_value_that_is_shown_comes_without_secrets():
    assert shown("mail.order", {"message": "sent by tok_4242abcd"}) == {"message": "sent by [hidden]"}
    assert shown("mail.order", {"tok_4242abcd": "x"}) == {"[hidden]": MASK}
