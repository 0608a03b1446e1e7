"""Writes the table of docs/runbook.md and the rules of docs/alerts.yml from the table of alarms.

`python -m tests.house.alarm_documents` writes both anew.
"""

from pathlib import Path

from models.alarms.alarm_kinds import KINDS, AlarmKind
from tests.house.product import ROOT

RUNBOOK, RULES = ROOT / "docs" / "runbook.md", ROOT / "docs" / "alerts.yml"
FIRST_ROW, LAST_ROW = "| you see | it is | do |\n|---|---|---|\n", "\n\n## What else can be seen"
FIRST_RULE = "  - name: cartwright-alarms\n    rules:\n"
RULE = """      - alert: Cartwright{name}
        expr: max(cartwright_alarm{{cartwright_alarm_code="{code}"}}) > 0
        labels: {{severity: {severity}}}
        annotations:
          summary: {seen}
          description: What it is and what to do is in docs/runbook.md and at /admin/runbook#{code}.
"""


def rows() -> str:
    """A row of the runbook for each alarm."""
    return "\n".join(
        f'| <a id="{kind.code}"></a>`{kind.code}`: {kind.seen} | {kind.cause} | {kind.remedy} |'
        for kind in KINDS.values()
    )


def rules() -> str:
    """An alert rule for each alarm."""
    return "\n".join(_rule(kind) for kind in KINDS.values())


def with_rows(text: str) -> str:
    """The runbook with the rows of now."""
    before, _, rest = text.partition(FIRST_ROW)
    return f"{before}{FIRST_ROW}{rows()}{LAST_ROW}{rest.partition(LAST_ROW)[2]}"


def with_rules(text: str) -> str:
    """The alert rules with those of now as the last group."""
    return f"{text.partition(FIRST_RULE)[0]}{FIRST_RULE}{rules()}"


def _rule(kind: AlarmKind) -> str:
    name = "".join(part.capitalize() for part in kind.code.split("_"))
    return RULE.format(
        name=name, code=kind.code, severity="critical" if kind.is_critical else "warning", seen=kind.seen
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text)
    print(f"wrote {path}")


if __name__ == "__main__":
    _write(RUNBOOK, with_rows(RUNBOOK.read_text()))
    _write(RULES, with_rules(RULES.read_text()))
