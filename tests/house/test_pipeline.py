"""The table of the order process, the kinds of jobs and their documentation agree with what runs."""

import inspect
import re
from collections.abc import Iterable

from models.jobs.ledger.job_kinds import KINDS
from models.orders.order_states import MOVES, Status
from pipelines.orders.order_process import ORDER
from pipelines.orders.process_document import as_markdown
from pipelines.orders.process_steps import After, ExternalStep, Pipeline, Step
from pipelines.registry import HANDLERS
from tests.house.product import ROOT

BLOCK = re.compile(r"<!-- pipeline -->\n(.*?)\n<!-- /pipeline -->", re.S)


def illegal_rows(rows: Iterable[Step | After]) -> list[str]:
    """Rows whose outcome is no legal move, or that call something that cannot be called."""
    found = []
    for row in rows:
        if isinstance(row, Step):
            found += [f"{row.at} -> {to}" for to in (row.then, row.else_) if to not in MOVES[row.at]]
            parts = (
                (row.action.begin, row.action.ask, row.action.finish)
                if isinstance(row.action, ExternalStep)
                else (row.action,)
            )
            found += [f"{row.at}: {part!r}" for part in (*parts, *filter(None, [row.undo])) if not _is_async(part)]
        else:
            found += [f"on {row.at}: {action!r}" for action in row.actions if not _is_async(action)]
    return found


def stuck(pipeline: Pipeline) -> list[Status]:
    """Statuses that are not decided and from which nothing leads on."""
    steps = {row.at for row in pipeline.rows if isinstance(row, Step)}
    return [status for status in Status if not status.is_decided and status not in steps]


def _is_async(part: object) -> bool:
    return inspect.iscoroutinefunction(part)


def test_every_row_has_a_callable_and_a_legal_outcome() -> None:
    assert illegal_rows(ORDER.rows) == []


def test_every_undecided_order_has_a_next_step() -> None:
    assert stuck(ORDER) == []


def test_every_kind_of_job_has_a_handler_and_the_other_way_round() -> None:
    assert set(KINDS) == set(HANDLERS)
    assert all(inspect.iscoroutinefunction(handler) for handler in HANDLERS.values())
    assert all(name == kind.name for name, kind in KINDS.items())


def test_the_documentation_shows_what_runs() -> None:
    page = (ROOT / "docs" / "order.md").read_text()
    found = BLOCK.findall(page)
    assert found == [as_markdown()], "print it anew: python -m cli pipeline --markdown"


def test_the_rules_can_fail() -> None:
    async def go(*_: object) -> None: ...

    wrong = Step(Status.PENDING, go, then=Status.SHIPPED, else_=Status.CANCELLED)
    assert illegal_rows([wrong]) == ["pending -> shipped"]
    assert illegal_rows([After(Status.CONFIRMED, print)])  # type: ignore[arg-type]
    assert stuck(Pipeline(wrong)) == [Status.RESERVED]
