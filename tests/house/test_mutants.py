"""The tool that plants mutants: what it changes, and that its list of survivors is about the code of now."""

import ast

from tests.house.product import ROOT
from tests.mutants.__main__ import known_survivors
from tests.mutants.changes import changed, mutants
from tests.mutants.plan import MODULES

CODE = """
SQL = "UPDATE job SET state = 'dead' WHERE id = ? AND fence = ?"
async def settle(tx, claim):
    if claim.is_ours and not claim.is_late:
        await tx.execute(SQL, claim.id, claim.fence)
        claim.is_settled = True
    log.info("said")
    return claim.count > 3
"""


def test_each_kind_of_change_is_made_once_and_what_is_logged_is_left_alone() -> None:
    found = mutants("a.py", CODE)
    assert [(each.function, each.words) for each in found] == [
        ("", "`id = ?` always true"),
        ("", "`fence = ?` always true"),
        ("settle", "`claim.is_ours` left out of `claim.is_ours and (not claim.is_late)`"),
        ("settle", "`not claim.is_late` left out of `claim.is_ours and (not claim.is_late)`"),
        ("settle", "`not claim.is_late` without not"),
        ("settle", "without `await tx.execute(SQL, claim.id, claim.fence)`"),
        ("settle", "without `claim.is_settled = True`"),
        ("settle", "True is False"),
        ("settle", "`claim.count > 3` is LtE"),
    ]
    texts = [ast.unparse(changed(CODE, each.number)) for each in found]
    assert len({*texts, ast.unparse(ast.parse(CODE))}) == len(found) + 1
    assert "WHERE (id = ? OR 1=1) AND fence = ?" in texts[0]


def test_every_module_of_the_plan_and_its_tests_exist() -> None:
    named = [path for module in MODULES for path in (module.path, *module.tests)]
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_known_survivor_is_a_mutant_of_the_code_of_now() -> None:
    keys = {each.key for module in MODULES for each in mutants(module.path, (ROOT / module.path).read_text())}
    assert [key for key in known_survivors() if key not in keys] == []
