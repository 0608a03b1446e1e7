"""The alert rules ask for metrics and labels that the program tells, and for no others."""

import re

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider

from models.alarms.alarm_kinds import CODES
from telemetry.claim_facts import ClaimFacts
from telemetry.exposition import expose
from telemetry.queue_state import QueueState, WorkerGauge
from telemetry.recorder import Recorder
from tests.faults.processes import ROOT

RULES = (ROOT / "docs" / "alerts.yml").read_text()
EXPRESSION = re.compile(r"^ +expr: (?:>-\n)?((?:.|\n {10})*)$", re.MULTILINE)
METRIC = re.compile(r"\b([a-z_]+)(\{[^}]*\}|\[)")
MATCHER = re.compile(r'([a-z_]+)(=~|!=|=)"([^"]*)"')
OF_PROMETHEUS = {"up": {"job", "instance"}}


@pytest.fixture(scope="module")
def exported() -> dict[str, dict[str, set[str]]]:
    """Every name that a scraper reads, with its labels and the values they had."""
    reader = InMemoryMetricReader()
    meter = MeterProvider([reader]).get_meter("test")
    recorder = Recorder(TracerProvider().get_tracer("test"), meter, messaging_system="huey", database_system="sqlite")
    _tell_everything(recorder)
    found: dict[str, dict[str, set[str]]] = {}
    for line in expose(reader).splitlines():
        if not line.startswith("#"):
            name, labels = re.fullmatch(r"([a-z_]+)(?:\{(.*)\})? \S+", line).groups()  # type: ignore[union-attr]
            values = found.setdefault(name, {})
            for label, _, value in MATCHER.findall(labels or ""):
                values.setdefault(label, set()).add(value)
    return found


def _tell_everything(recorder: Recorder) -> None:
    with recorder.request({}) as served:
        served.describe({"http.request.method": "GET", "http.route": "/", "http.response.status_code": 503})
    with recorder.outside("smtp send", {"server.address": "mail"}) as handed:
        handed.fail("undeliverable")
    with recorder.outside("payment charge", {}) as charged:
        charged.describe({"cartwright.payment.answer": "unknown"})
    with recorder.outside("webhook post", {}) as posted:
        posted.fail("5xx")
    with recorder.unit_of_work("write"):
        recorder.sending("orders", "order.process")[1]()
    recorder.accepted("mail.order", 1.0)
    claimed = ClaimFacts(1, "order.process", "orders", "CW-1", is_prompt=True, waited_seconds=0.1, traceparent="")
    with recorder.attempt(recorder.begin_attempt(claimed)) as attempt:
        attempt.end_as("dead")
    depth = {("orders", "dead"): 1}
    ages = {"orders": 1.0, "mail": 2.0}
    recorder.alarms.report(dict.fromkeys(CODES, True))
    workers = [WorkerGauge("w1", "lost", 1, 0.0), WorkerGauge("w2", "stalled", 1, 20.0)]
    recorder.gauges.report(QueueState(depth, ages, {"orders": 1.0}, 1, 1.0, 1.0, workers))


def _expressions() -> list[str]:
    found = [" ".join(match.split()) for match in EXPRESSION.findall(RULES)]
    assert len(found) == RULES.count("- alert:") > 10
    return found


@pytest.mark.parametrize("expression", _expressions())
def test_a_rule_asks_for_what_is_told(expression: str, exported: dict[str, dict[str, set[str]]]) -> None:
    asked = METRIC.findall(expression)
    bare = re.findall(r"(?<!by )\(((?:cartwright|smtp|http)_[a-z_]+)\)", expression)
    assert asked or bare, expression
    for name, labels in [*asked, *((name, "") for name in bare)]:
        known = {label: set[str]() for label in OF_PROMETHEUS[name]} if name in OF_PROMETHEUS else exported.get(name)
        assert known is not None, f"{name} is told by nobody; there are {sorted(exported)}"
        for label, sign, value in MATCHER.findall(labels):
            assert label in known, f"{name} has no label {label}; it has {sorted(known)}"
            if sign != "!=" and name in exported:
                assert any(re.fullmatch(value, told) for told in known[label]), f"{name}: no {label} is {value}"
    for label in re.findall(r"by \(([a-z_]+)\)", expression):
        assert any(label in exported.get(name, {}) for name, _ in asked), f"nothing has the label {label}"


def test_the_page_on_watching_lists_what_is_told_and_nothing_else(exported: dict[str, dict[str, set[str]]]) -> None:
    page = (ROOT / "docs" / "observability.md").read_text().partition("## Metrics")[2].partition("## Logs")[0]
    named = {name.replace(".", "_") for name in re.findall(r"^\| `([a-z_.]+)` \|", page, re.MULTILINE)}
    told = {re.sub(r"_(bucket|count|sum|total)$", "", name).removesuffix("_seconds") for name in exported}
    assert told - {"target_info"} == named
