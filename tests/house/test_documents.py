"""Documents name what there is."""

import re

from tests.house.product import ROOT

NAMED = re.compile(r"`((?:[a-z_]+/)*test_\w+\.py)`")


def test_the_page_on_security_names_tests_that_exist() -> None:
    named = NAMED.findall((ROOT / "docs" / "security.md").read_text())
    assert len(named) > 20
    assert [name for name in named if not (ROOT / "tests" / name).exists()] == []


def test_every_hole_seen_elsewhere_has_its_tests() -> None:
    kept = {
        int(number)
        for file in (ROOT / "tests").rglob("test_*.py")
        for number in re.findall(r"def test_h(\d\d)_", file.read_text())
    }
    assert kept == set(range(1, 28))
