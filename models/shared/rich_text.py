"""Rich text: the few elements a description may have, and nothing that could run, load or lead astray."""

import html as escaping
import re

import nh3

ELEMENTS = {"p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h2", "h3", "blockquote", "a"}
LONGEST_TEXT = 20_000  # characters


def from_form(text: str) -> str:
    """What somebody wrote, in an editor or a plain box: without any markup, blank lines part its paragraphs."""
    text = text.strip()
    if text and "<" not in text:
        parts = [
            escaping.escape(escaping.unescape(part), quote=False) for part in re.split(r"(?:\r?\n[ \t]*+){2,}+", text)
        ]
        text = "".join(f"<p>{'<br>'.join(part.splitlines())}</p>" for part in parts)
    return clean(text)


def clean(html: str) -> str:
    """The text with everything else taken out of it: safe to be written into a page as it is."""
    return nh3.clean(
        html[:LONGEST_TEXT],
        tags=ELEMENTS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
        clean_content_tags={"script", "style", "template", "noscript", "iframe", "svg", "math", "object"},
        strip_comments=True,
    )
