"""Every setting stands in .env.example with a word on it, is read by somebody, and nothing else stands there."""

import ast
import re
from collections.abc import Iterable
from dataclasses import fields

from core.settings import PREFIX, Settings
from tests.house.product import ROOT, Source, sources

NAME = re.compile(rf"^#?({PREFIX}[A-Z_]+)=", re.M)


def named_in(example: str) -> list[str]:
    return [name.removeprefix(PREFIX).lower() for name in NAME.findall(example)]


def unread(files: Iterable[Source], names: Iterable[str]) -> set[str]:
    """Settings that no part of the product looks at."""
    read = {
        node.attr
        for file in files
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    return set(names) - read


def test_every_setting_stands_in_the_example_once() -> None:
    assert sorted(named_in((ROOT / ".env.example").read_text())) == sorted(each.name for each in fields(Settings))


def test_every_setting_is_read() -> None:
    assert unread(sources(), [each.name for each in fields(Settings)]) == set()


def test_the_rules_can_fail() -> None:
    assert named_in("# a word\n#CARTWRIGHT_PORT=5566\n") == ["port"]
    assert unread([Source("web/x.py", "settings.port = 1\nport = 2")], ["port"]) == {"port"}
    assert unread([Source("web/x.py", "print(settings.port)")], ["port"]) == set()
