"""A page for each problem: the address in `type` leads to it, for people who met the code in a program's log."""

from quart import Blueprint, Response
from werkzeug.http import HTTP_STATUS_CODES

from models.shared.errors import NotFound, Refusal
from web.errors.problem_texts import PROBLEM_TEXTS
from web.errors.problems import CODES
from web.http import request_heads
from web.rendering import page

blueprint = Blueprint("problems", __name__)

FROM_HTTP = {words.code: status for status, words in request_heads.WORDS.items()}
FROM_HTTP |= {code: status for status, code in CODES.items()}


@blueprint.get("/problems")
async def index() -> Response:
    """All of them."""
    return await page("problems/list.html", problems=[_shown(code) for code in sorted(PROBLEM_TEXTS)])


@blueprint.get("/problems/<code>")
async def one(code: str) -> Response:
    """One problem: its cause, what to do next, an example."""
    if code not in PROBLEM_TEXTS:
        raise NotFound("There is no such problem.")
    return await page("problems/problem.html", shown=_shown(code))


def titles() -> dict[str, tuple[int, str]]:
    """Status and title of every code there is."""
    found = {code: (status, HTTP_STATUS_CODES.get(status, "Error")) for code, status in FROM_HTTP.items()}
    return found | {refusal.code: (refusal.status, refusal.title) for refusal in _all(Refusal)}


def _all(refusal: type[Refusal]) -> list[type[Refusal]]:
    return [refusal, *(each for below in refusal.__subclasses__() for each in _all(below))]


def _shown(code: str) -> dict[str, object]:
    status, title = titles().get(code, (400, code))
    return {"code": code, "status": status, "title": title, **PROBLEM_TEXTS[code]._asdict()}
