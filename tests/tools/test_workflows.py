"""The workflows are valid, pinned, and call the Makefile; the bill of materials names every locked package."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.product import ROOT
from tests.linters import tools

__all__ = ["tools"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
RULES = "{extends: default, rules: {line-length: {max: 160}, comments: {min-spaces-from-content: 1}}}"
TARGETS = set(re.findall(r"^([a-z -]+):(?!=)", (ROOT / "Makefile").read_text(), re.M))
VALIDATE = """
import json, sys, pathlib, cyclonedx.schema, jsonschema, referencing
folder = pathlib.Path(cyclonedx.schema.__file__).parent / "_res"
names = ("bom-1.6", "spdx", "jsf-0.82")
found = {name: json.loads((folder / f"{name}.SNAPSHOT.schema.json").read_text()) for name in names}
resources = ((each["$id"], referencing.Resource.from_contents(each)) for each in found.values())
registry = referencing.Registry().with_resources(resources)
errors = jsonschema.Draft7Validator(found["bom-1.6"], registry=registry).iter_errors(json.load(open(sys.argv[1])))
print(next((each.message for each in errors), "valid"))
"""
KNOWN = {name for target in TARGETS for name in target.split()}


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_a_workflow_is_valid(workflow: Path, tools: Path) -> None:
    checked = run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow)
    assert checked.returncode == 0, checked.stdout
    linted = run(tools / "yamllint", "--strict", "-d", RULES, workflow)
    assert (linted.returncode, linted.stdout) == (0, "")


def test_the_linters_can_fail(tools: Path, tmp_path: Path) -> None:
    planted = tmp_path / "planted.yml"
    planted.write_text(WORKFLOWS[0].read_text().replace("runs-on:", "run-on:"))
    assert run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", planted).returncode == 1
    planted.write_text("a: 1\na: 2\n")
    assert run(tools / "yamllint", "--strict", "-d", RULES, planted).returncode == 1


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_a_workflow_uses_pinned_actions_and_targets_that_there_are(workflow: Path) -> None:
    text = workflow.read_text()
    for action in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"\./\.github/workflows/\w+\.yml|[\w-]+/[\w-]+@[0-9a-f]{40}", action), action
    called = {target for line in re.findall(r"run: (.+)$", text, re.M) for target in re.findall(r"make ([\w-]+)", line)}
    matrix = re.findall(r"target: \[(.+)\]", text)
    assert called | {name for names in matrix for name in names.split(", ")} <= KNOWN
    assert all("make " in line for line in re.findall(r"run: (.+)$", text, re.M))


def test_ci_runs_each_part_of_the_tests() -> None:
    [matrix] = re.findall(r"target: \[(.+)\]", (ROOT / ".github" / "workflows" / "ci.yml").read_text())
    groups = set(re.findall(r'Part\(\s*"[^"]+",\s*"(\w+)"', (ROOT / "tests" / "run.py").read_text()))
    assert {f"test-{group}" for group in groups} | {"lint", "types", "audit"} == set(matrix.split(", "))


def test_a_part_that_there_is_not_is_refused() -> None:
    refused = run(sys.executable, "tests/run.py", "--part=nothing")
    assert (refused.returncode, refused.stdout) == (2, "there is no part nothing\n")


def test_the_bill_of_materials_is_valid_and_whole(tools: Path, tmp_path: Path) -> None:
    printed = run(sys.executable, "-m", "tools.sbom")
    bill = json.loads(printed.stdout)
    (tmp_path / "bill.json").write_text(printed.stdout)
    judged = run(tools / "python", "-c", VALIDATE, tmp_path / "bill.json")
    assert judged.stdout == "valid\n", judged.stdout + judged.stderr
    (tmp_path / "bill.json").write_text(printed.stdout.replace('"library"', '"librarian"', 1))
    assert "librarian" in run(tools / "python", "-c", VALIDATE, tmp_path / "bill.json").stdout
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    named = {each["purl"] for each in bill["components"]}
    assert len(named) == len(bill["components"])
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / "requirements.lock").read_text(), re.M):
        assert f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}" in named
    assert run(sys.executable, "-m", "tools.sbom").stdout == printed.stdout
