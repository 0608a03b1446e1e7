"""The ears of these tests hear: a script against the policy, an error on the console, a page that is too wide."""

import time

import pytest

from tests.browser.visitor import PATIENCE, Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("planted", "heard"),
    [
        (
            "document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))",
            "Content Sec",
        ),
        ("document.body.setAttribute('style', 'color: red')", "Content Sec"),
        ("setTimeout(() => { throw new Error('planted') })", "planted"),
        ("console.error('planted')", "planted"),
        ("fetch('/nowhere')", "404"),
    ],
)
def test_a_complaint_is_heard(visitor: Visitor, planted: str, heard: str) -> None:
    page = visitor.go("/")
    page.evaluate(f"void ({planted})")
    deadline = time.monotonic() + PATIENCE / 1000
    while not visitor.complaints and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert heard in visitor.complaints[0]
    assert page.evaluate("window.ran") is None
    visitor.complaints.clear()


def test_a_wide_page_is_seen(visitor: Visitor) -> None:
    page = visitor.go("/")
    assert visitor.overflows() == 0
    page.evaluate("document.body.append(Object.assign(document.createElement('img'), {width: 3000, height: 1}))")
    page.evaluate("document.images[document.images.length - 1].className = 'max-w-none'")
    page.evaluate("document.body.lastChild.style.maxWidth = 'none'")
    assert visitor.overflows() > 0
