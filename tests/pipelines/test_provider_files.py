"""The built-in payment provider and the files it keeps open."""

import os
from pathlib import Path

from pipelines.gateways.test_provider import TestProvider


def count_open(path: Path) -> int:
    """How many descriptors of this process lead to the file."""
    links = (Path("/proc/self/fd") / each for each in os.listdir("/proc/self/fd"))
    return sum(os.readlink(each) == str(path) for each in links if each.exists())


def test_a_provider_that_nobody_uses_any_more_keeps_no_file_open(tmp_path: Path) -> None:
    book = tmp_path / "provider.jsonl"
    provider = TestProvider(book)
    assert count_open(book) == 1
    del provider
    assert count_open(book) == 0
