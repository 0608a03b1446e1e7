"""The accessibility checker axe-core, as it was published: see vendor/axe.json for version, licence and checksum."""

import functools
import hashlib
import json
from pathlib import Path

from playwright.sync_api import Page

VENDOR = Path(__file__).parent / "vendor"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SERIOUS = ["serious", "critical"]
# What is right is left where it is: to hand all of a long page's results over took five times as long as the checks.
CHECK = """async ([rules, serious]) => {
  const result = await axe.run({runOnly: rules, resultTypes: ["violations"]});
  return result.violations.filter(found => serious.includes(found.impact)).flatMap(found => found.nodes.slice(0, 3).map(
    node => `${found.id} (${found.impact}): ${node.target}: ${node.failureSummary}`));
}"""


@functools.cache
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
    found: list[str] = page.evaluate(CHECK, [RULES, SERIOUS])
    return found
