"""Rich text keeps what it may have and loses everything that could run, load or lead astray."""

import pytest

from models.catalog.demo import CATALOG
from models.catalog.seed import details_of
from models.shared.rich_text import LONGEST_TEXT, clean


def test_what_it_may_have_stays_as_it_is() -> None:
    text = "<p>One <strong>two</strong> <em>three</em></p><h3>Care</h3><ul><li>a</li></ul>"
    assert clean(text) == text


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick=alert(1)>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<p style='position:fixed'>x</p>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "<iframe src='https://evil.example'></iframe>",
        "<form action='https://evil.example'><input></form>",
        "<p hx-get='/auth/logout' x-data='evil'>x</p>",
        "<style>*{display:none}</style>",
        "<!-- <script> -->",
        "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    ],
)
def test_what_could_do_harm_is_gone(evil: str) -> None:
    left = clean(evil).lower()
    for word in ("script", "onerror", "onclick", "style", "<img", "<svg", "<math", "<iframe", "<form", "hx-", "x-data"):
        assert word not in left
    assert "javascript:" not in left
    assert "data:" not in left


def test_links_lead_out_without_telling_who_sent_them() -> None:
    assert clean('<a href="https://example.com">x</a>') == (
        '<a href="https://example.com" rel="nofollow noopener noreferrer">x</a>'
    )


def test_it_ends_somewhere_and_is_closed_there() -> None:
    long = clean("<p>" + "a" * 2 * LONGEST_TEXT)
    assert len(long) <= LONGEST_TEXT + 10
    assert long.endswith("</p>")


def test_the_demo_shop_says_nothing_that_would_be_taken_out() -> None:
    for category in CATALOG:
        text = details_of(category.slug)
        assert clean(text) == text
