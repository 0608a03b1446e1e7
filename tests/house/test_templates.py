"""Rules of the house about templates: forms carry their token, nothing is inline, nothing lies unused."""

import re
from collections.abc import Callable, Mapping

import pytest

from tests.house.product import sources, templates

FORM = re.compile(r"<form\b.*?</form>", re.S | re.I)
POSTS = re.compile(r"method=\"?post|hx-(post|put|patch|delete)=", re.I)
TOKEN = re.compile(r"\{\{\s*csrf\(|name=\"csrf_token\"")
INLINE = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=|\stype=\"application/ld\+json\")", re.I),
    "an inline style sheet": re.compile(r"<style\b", re.I),
    "an event handler": re.compile(r"\son[a-z]+\s*=", re.I),
    "a style attribute": re.compile(r"\sstyle\s*=", re.I),
    "hx-on": re.compile(r"\shx-on\b|\shx-on:", re.I),
    "a javascript: address": re.compile(r"javascript:|['\"]js:", re.I),
    "an address elsewhere": re.compile(r"(src|href|action)=[\"']?(https?:)?//", re.I),
    "a form that changes something by GET": re.compile(r"<form\b(?![^>]*method=)[^>]*hx-(post|delete)", re.I),
}
NAMED = re.compile(r"""["'](_?[a-z]+\.html|[a-z_]+(?:/[a-z_]+)+\.(?:html|txt|xml))["']""")

Rule = Callable[[Mapping[str, str]], list[str]]


def forms_without_token(files: Mapping[str, str]) -> list[str]:
    return [
        f"{name}: {form[:80]}"
        for name, text in files.items()
        for form in FORM.findall(text)
        if POSTS.search(form) and not TOKEN.search(form)
    ]


def inline(files: Mapping[str, str]) -> list[str]:
    """What the Content Security Policy would stop, and what leads out of the house. Mails are not pages of ours."""
    return [
        f"{name}: {what}"
        for name, text in files.items()
        if not name.startswith("mail/")
        for what, pattern in INLINE.items()
        if pattern.search(re.sub(r"\{#.*?#\}", "", text, flags=re.S))
    ]


def unused(files: Mapping[str, str]) -> list[str]:
    """Templates that no page, no fragment and no mail names."""
    from pipelines.mail.mail_texts import MAILS

    named = {f"mail/{name}.txt" for name in (*MAILS, "letter")} | {"mail/letter.html"}
    for text in [*files.values(), *(file.text for file in sources())]:
        named.update(NAMED.findall(text))
    return [name for name in files if name not in named]


def unescaped(files: Mapping[str, str]) -> list[str]:
    """Values that are written without being escaped, but for the icons' own paths."""
    return [
        f"{name}: {found}"
        for name, text in files.items()
        for found in re.findall(r"\{\{[^}]*\|\s*safe\b[^}]*\}\}|\{%\s*autoescape false.*?%\}", text)
        if "PATHS[name]" not in found
    ]


def stored_asset(files: Mapping[str, str]) -> list[str]:
    """What is stored is no asset: it may have been uploaded, or be gone. `picture()` finds it."""
    return [
        f"{name}: {found}" for name, text in files.items() for found in re.findall(r"\basset\([^'\")][^)]*\)", text)
    ]


@pytest.mark.parametrize("rule", [forms_without_token, inline, unused, unescaped, stored_asset])
def test_the_templates_keep_the_rule(rule: Rule) -> None:
    assert rule(templates()) == []


def test_every_template_that_is_named_is_there() -> None:
    named = {name for file in sources() for name in NAMED.findall(file.text)}
    named |= {name for text in templates().values() for name in NAMED.findall(text)}
    assert named - set(templates()) == set()
    assert len(named) > 20


@pytest.mark.parametrize(
    ("rule", "planted"),
    [
        (forms_without_token, '<form method="post" action="/x"><button>Go</button></form>'),
        (forms_without_token, '<form hx-post="/x"><input name="token"></form>'),
        (inline, "<script>alert(1)</script>"),
        (inline, '<p style="color:red">'),
        (inline, '<button onclick="go()">'),
        (inline, '<button hx-on:click="go()">'),
        (inline, '<a href="javascript:go()">'),
        (inline, '<script src="https://cdn.example/x.js"></script>'),
        (inline, '<link href="//cdn.example/x.css">'),
        (unused, "nobody needs me"),
        (unescaped, "{{ order.note | safe }}"),
        (stored_asset, "{{ asset(product.picture) }}"),
    ],
)
def test_each_rule_can_fail(rule: Rule, planted: str) -> None:
    assert rule({"shop/planted.html": planted})


def test_the_rules_let_pass_what_is_right() -> None:
    fine = '<form method="get"></form><form method="post">{{ csrf(token) }}</form><script defer src="/x.js"></script>'
    fine += "{{ asset('app.css') }}"
    assert [
        rule({"shop/home.html": fine}) for rule in (forms_without_token, inline, unused, unescaped, stored_asset)
    ] == [[]] * 5
