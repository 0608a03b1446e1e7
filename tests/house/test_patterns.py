"""No regular expression of the product needs more than linear time, whatever a stranger sends."""

import re

import pytest

from tests.house.patterns import Use, slow_text, uses
from tests.house.product import Source, sources

FOUND = uses(sources())


@pytest.mark.parametrize("use", FOUND, ids=[f"{use.place} {use.method}" for use in FOUND])
def test_twice_the_text_takes_twice_the_time(use: Use) -> None:
    assert slow_text(use) is None, use.pattern.pattern


def test_all_patterns_of_the_product_are_tried() -> None:
    assert {"core/redaction.py:ADDRESS", "models/jobs/ledger/failure_groups.py:in a table"} <= {
        use.place for use in FOUND
    }
    for file in sources():
        written = file.text.count("re.compile(")
        assert len({use.pattern for use in FOUND if use.place.startswith(f"{file.name}:")}) == written


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"[\w.%+-]+@(?=[\w-]+(?:\.[\w-]+)+)", "sub"),
        (r"\b(?P<name>[\w-]*password|[\w-]*token)(?P<link>[\"']?\s*[:=]\s*)\S+", "sub"),
        (r"(?<=://)[^\s/@]*:[^\s/@]*@", "sub"),
        (r"\beyJ[\w-]+\.[\w-]+\.[\w-]*", "sub"),
        (r"[\W\d_]+$", "search"),
        (r".*/((?:models|web)/.+)", "sub"),
        (r"url\([\"']?([^\"')]+)[\"']?\)", "sub"),
        (r"(?:a|aa)+b", "fullmatch"),
        (r"\s*(\d+)", "search"),
        (rb"[a-z]+=", "search"),
    ],
)  # fmt: skip
def test_a_quadratic_pattern_is_found(pattern: str | bytes, method: str) -> None:
    assert slow_text(Use("planted", re.compile(pattern), method)) is not None


@pytest.mark.parametrize("text", ["def f(x): return re.compile(x)", "import re\ndef f(x): re.match(x, x)"])
def test_a_pattern_out_of_reach_is_refused(text: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        uses([Source("telemetry/queue_state.py", text)])
