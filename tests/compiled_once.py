"""Templates, routes and models are prepared once for all the applications that tests make: a test's time went there."""

from typing import Any

import jinja2
from jinja2.bccache import Bucket
from tortoise.apps import Apps
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
    _keep_routes()
    _keep_models()


def _keep_routes() -> None:
    """A rule is what it was in the application before, if it says the same in a map with the same converters."""
    compile_rule, kept = Rule.compile, {}

    def compiled(rule: Rule) -> None:
        assert rule.map is not None
        place = rule.host if rule.map.host_matching else rule.subdomain
        key = (rule.rule, place, rule.merge_slashes, repr(rule.defaults), *rule.map.converters.values())
        if key not in kept:
            compile_rule(rule)
            builders = [rule._build.__func__, rule._build_unknown.__func__]  # type: ignore[attr-defined]
            kept[key] = (rule._parts, rule._trace, rule._converters, set(rule.arguments), builders)
            return
        rule._parts, rule._trace, rule._converters, arguments, builders = kept[key]
        rule.arguments = set(arguments)
        rule._build, rule._build_unknown = [builder.__get__(rule, None) for builder in builders]

    Rule.compile = compiled  # type: ignore[method-assign]


def _keep_models() -> None:
    """The ORM prepares all models at each opening of a database; once for each dialect and set of fields is enough."""
    prepare, kept = Apps._build_initial_querysets, {}

    def prepared(apps: Apps) -> None:
        models = list(apps.get_models_iterable())
        now = {model: (model._meta.db.executor_class, *model._meta.fields_map) for model in models}
        if any(kept.get(model) != terms for model, terms in now.items()):
            prepare(apps)
            kept.update(now)

    Apps._build_initial_querysets = prepared  # type: ignore[method-assign]
