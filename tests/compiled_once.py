"""Templates and routes are compiled once for all the applications that tests make: most of a test's time went there."""

from typing import Any

import jinja2
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

from web.http.quart_app import ShopQuart


class KeptTemplates(jinja2.BytecodeCache):
    """In memory, and by the template's source, so that a changed template is another one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


def install() -> None:
    """Before the first application is made."""
    ShopQuart.jinja_options = {**ShopQuart.jinja_options, "bytecode_cache": KeptTemplates()}
    compile_builder, kept = Rule._compile_builder, {}

    def compiled(rule: Rule, append_unknown: bool = True) -> Any:
        key = (rule.rule, append_unknown, tuple(rule._trace), repr(rule.defaults))
        if key not in kept:
            kept[key] = compile_builder(rule, append_unknown)
        return kept[key]

    Rule._compile_builder = compiled  # type: ignore[method-assign]
