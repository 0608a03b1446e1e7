"""What can be searched for among jobs, and what is explained instead of being guessed."""

import pytest

from models.jobs.admin.job_search import JobQuery, parse
from models.shared.errors import Invalid


def test_every_term_means_what_it_says():
    text = 'order:CW-10023 kind:mail.order queue:mail process:Shop-2 after:2026-11-20 "took too long" Timeout'
    query = parse(text, "dead")
    assert query == JobQuery(
        state="dead",
        kind="mail.order",
        queue="mail",
        order_id=23,
        process="shop-2",
        words=("took too long", "timeout"),
        since=1_795_132_800_000,
    )


def test_an_order_number_alone_is_an_order():
    assert parse("cw-10001").order_id == 1


def test_a_time_of_day_and_a_zone_are_understood():
    assert parse("before:2026-11-20T10:00").until == parse("before:2026-11-20T12:00+02:00").until


def test_an_apostrophe_is_a_word_like_any_other():
    assert parse("can't connect").words == ("can't", "connect")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour:red", "There is no term “colour:”"),
        ("kind:mail", "There is no kind “mail”"),
        ("state:lost", "There is no state “lost”"),
        ("queue:slow", "There is no queue “slow”"),
        ("order:23", "no order number"),
        ("CW-9999", "no order number"),
        ("order:", "needs a value"),
        ("after:yesterday", "is no date"),
        ("after:1026-01-01", "between the years"),
        ("failure:xyz", "16 letters"),
        ('"half open', "opened and not closed"),
        ("after:2026-11-21 before:2026-11-20", "has to be before"),
        ("a b c d e f g h i", "at most 8 words"),
        ("x" * 301, "at most 300 characters"),
        ("two\nlines", "Line breaks"),
    ],
)
def test_a_bad_term_is_explained(text, words):
    with pytest.raises(Invalid, match=words):
        parse(text)


def test_a_query_in_words_is_the_query_again():
    query = parse("order:CW-10023 kind:mail.order after:2026-11-20 timeout", "dead")
    assert parse(query.in_words()) == query


def test_an_id_an_address_and_an_endpoint_are_searched_for():
    assert parse("0" * 26).job == "0" * 26
    assert parse("Ann@Example.com").email == "ann@example.com"
    assert parse("email:ann@example.com").email == "ann@example.com"
    assert parse("endpoint:Shop.example.com").endpoint == "shop.example.com"
    query = parse(f"job:{'0' * 26} ann@example.com endpoint:x state:dead")
    assert query == parse(query.in_words())
    assert query == query.from_text(query.to_text())
    for term in ("job:x", "email:x", "endpoint:"):
        with pytest.raises(Invalid):
            parse(term)


@pytest.mark.parametrize("term", ["-state:dead", "-kind:mail.order", "-queue:mail"])
def test_a_term_with_a_minus_is_explained(term):
    with pytest.raises(Invalid) as refused:
        parse(term)
    assert "cannot exclude" in refused.value.detail
    assert term in refused.value.detail
