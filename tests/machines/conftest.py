"""The bench of a machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.machines.bench import Bench, bench_of


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with bench_of(tmp_path) as bench:
        yield bench
