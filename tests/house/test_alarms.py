"""The alarms of the code, of the runbook, of the alert rules and of the pages are the same ones, from one table."""

import ast
import re

from models.alarms.alarm_kinds import CODES, KINDS
from models.alarms.alarm_watch import STORAGE_PARTS
from models.alarms.alarms import ON
from tests.house import alarm_documents
from tests.house.product import ROOT, sources

RAISED_BY = {"turn_on", "Alarm", "QueueAlarm", "LoopWatch"}


def _codes_in_code() -> set[str]:
    """Every code that is raised: what is passed to those who raise alarms, and what the query names."""
    found = {*re.findall(r"SELECT '([a-z_]+)'", ON), *STORAGE_PARTS}
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in RAISED_BY:
                given = [*node.args, *(word.value for word in node.keywords if word.arg == "alarm")]
                found |= {str(each.value) for each in given if isinstance(each, ast.Constant)}
    return found


def test_the_runbook_has_a_row_for_each_alarm_and_no_other() -> None:
    text = alarm_documents.RUNBOOK.read_text()
    assert alarm_documents.with_rows(text) == text, "write it anew: python -m tests.house.alarm_documents"
    assert re.findall(r'<a id="([a-z_]+)"></a>', text) == list(CODES)


def test_each_alarm_has_its_alert_rule_and_no_other() -> None:
    text = alarm_documents.RULES.read_text()
    assert alarm_documents.with_rules(text) == text, "write it anew: python -m tests.house.alarm_documents"
    assert re.findall(r'cartwright_alarm_code="([a-z_]+)"', text) == list(CODES)


def test_each_alarm_of_the_table_is_raised_somewhere() -> None:
    assert set(CODES) - _codes_in_code() == set()


def test_an_alarm_without_its_row_or_rule_is_found(monkeypatch) -> None:
    kinds = {code: kind for code, kind in KINDS.items() if code != "poison"}
    monkeypatch.setattr(alarm_documents, "KINDS", kinds)
    runbook, rules = alarm_documents.RUNBOOK.read_text(), alarm_documents.RULES.read_text()
    assert alarm_documents.with_rows(runbook) != runbook
    assert alarm_documents.with_rules(rules) != rules


def test_the_page_on_watching_names_the_table() -> None:
    assert "/admin/runbook" in (ROOT / "docs" / "observability.md").read_text()
