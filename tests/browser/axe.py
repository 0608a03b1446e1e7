"""The accessibility checker axe-core, as it was published: see vendor/axe.json for version, licence and checksum."""

import hashlib
import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

VENDOR = Path(__file__).parent / "vendor"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SERIOUS = ("serious", "critical")


def script() -> str:
    """The text of axe-core, if it is the one that was vendored."""
    text = (VENDOR / "axe.min.js").read_bytes()
    told = json.loads((VENDOR / "axe.json").read_text())
    assert hashlib.sha256(text).hexdigest() == told["sha256"], "axe.min.js is not the file that was vendored"
    return text.decode()


def findings(page: Page) -> list[str]:
    """What is wrong with the page and serious, each with the place."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(script())
    result: Any = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{found['id']} ({found['impact']}): {node['target']}: {node['failureSummary']}"
        for found in result["violations"]
        if found["impact"] in SERIOUS
        for node in found["nodes"][:3]
    ]
