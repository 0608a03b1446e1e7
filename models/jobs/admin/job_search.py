"""Parses the search line of the job page. Unknown terms are refused, not guessed.

order:CW-10023 kind:mail.order queue:mail process:shop-2 after:2026-11-20 before:2026-11-21T10:00
failure:3fa9… batch:01k… endpoint:shop.example.com buyer@example.com timeout, or the id of a job
"""

import json
import re
import shlex
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from core import shop_time
from models.jobs.ledger.job_kinds import FORMER_NAMES, KINDS, QUEUES
from models.jobs.ledger.job_states import JobState
from models.shared.email_addresses import kept_form
from models.shared.errors import Invalid
from models.shared.public_ids import FIRST_NUMBER

STATES = tuple(JobState)
LONGEST_SEARCH = 300
ORDER_NUMBER = re.compile(r"(?i)(?:CW-)?(\d{5,12})")
NUMBERED = re.compile(r"(?i)CW-\d+")
FAILURE = re.compile(r"[0-9a-f]{16}")
PUBLIC_ID = re.compile(r"[0-9a-z]{26}")
EMAIL = re.compile(r"[^\s@:]{1,64}@[^\s@:]{1,190}")
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class JobQuery:
    """A search for jobs; empty fields match all. Times are epoch milliseconds, `until` is exclusive."""

    state: str = ""
    kind: str = ""
    queue: str = ""
    order_id: int | None = None
    process: str = ""
    failure: str = ""
    batch: str = ""
    job: str = ""
    email: str = ""
    endpoint: str = ""
    words: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def in_words(self) -> str:
        """The query as a search line, shown on the page of a batch."""
        parts = (
            ("state", self.state),
            ("kind", self.kind),
            ("queue", self.queue),
            ("order", f"CW-{FIRST_NUMBER + self.order_id}" if self.order_id is not None else ""),
            ("process", self.process),
            ("failure", self.failure),
            ("batch", self.batch),
            ("job", self.job),
            ("email", self.email),
            ("endpoint", self.endpoint),
            ("after", _stamp(self.since)),
            ("before", _stamp(self.until)),
        )
        return " ".join([*(f"{name}:{value}" for name, value in parts if value), *self.words])

    def to_text(self) -> str:
        """The query as stored text."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_text(text: str) -> "JobQuery":
        """The query in a stored text."""
        kept = json.loads(text)
        return JobQuery(**{**kept, "words": tuple(kept["words"])})


def parse(text: str, state: str = "") -> JobQuery:
    """The query in a search line and a tab.

    Raises:
        Invalid: a term is unknown or malformed; the message names it and what is allowed.
    """
    query = JobQuery(state=_one_of("state", state, STATES)) if state else JobQuery()
    for term in _terms(text):
        query = _with_term(query, term)
    if len(query.words) > MOST_WORDS:
        raise _bad(f"Search for at most {MOST_WORDS} words.")
    if query.since is not None and query.until is not None and query.since >= query.until:
        raise _bad("“after:” has to be before “before:”.")
    return query


def _with_term(query: JobQuery, term: str) -> JobQuery:
    name, colon, value = term.partition(":")
    if colon and name in TERMS:
        if not value:
            raise _bad(f"“{name}:” needs a value right behind it.")
        return with_term(query, name, value)
    if colon and name.startswith("-") and name[1:] in TERMS:
        words = f"Leave out the minus and search for another {name[1:]}."
        raise _bad(f"“{term[:40]}”: a search cannot exclude. {words}")
    if colon and name.isidentifier():
        raise _bad(f"There is no term “{name}:”; there are {', '.join(f'{each}:' for each in TERMS)}.")
    for name, pattern in (("order", NUMBERED), ("email", EMAIL), ("job", PUBLIC_ID)):
        if pattern.fullmatch(term):
            return with_term(query, name, term)
    return replace(query, words=(*query.words, term.lower()))


def _terms(text: str) -> list[str]:
    if len(text) > LONGEST_SEARCH:
        raise _bad(f"Search for at most {LONGEST_SEARCH} characters.")
    if any(ord(character) < 32 for character in text):
        raise _bad("Line breaks and control characters are no part of a search.")
    try:
        return shlex.split(text.replace("'", r"\'"))
    except ValueError:
        raise _bad("A quotation mark is opened and not closed.") from None


def _order(value: str) -> dict[str, object]:
    found = ORDER_NUMBER.fullmatch(value)
    if found is None or int(found[1]) <= FIRST_NUMBER:
        raise _bad(f"“{value[:40]}” is no order number; one looks like CW-10023.")
    return {"order_id": int(found[1]) - FIRST_NUMBER}


def _moment(name: str) -> Callable[[str], dict[str, object]]:
    def read(value: str) -> dict[str, object]:
        try:
            return {name: shop_time.first_moment(value)}
        except ValueError:
            words = "write 2026-11-23 or 2026-11-23T10:00, between the years 2000 and 2200."
            raise _bad(f"“{value[:40]}” is no date; {words}") from None

    return read


def _failure(value: str) -> dict[str, object]:
    if not FAILURE.fullmatch(value):
        raise _bad("A failure is named by 16 letters and digits; its page links to its jobs.")
    return {"failure": value}


def _batch(value: str) -> dict[str, object]:
    if not PUBLIC_ID.fullmatch(value):
        raise _bad("A batch is named by 26 letters and digits; its page links to its jobs.")
    return {"batch": value}


def _job(value: str) -> dict[str, object]:
    if not PUBLIC_ID.fullmatch(value):
        raise _bad("A job is named by 26 letters and digits, as on its page.")
    return {"job": value}


def _email(value: str) -> dict[str, object]:
    if not EMAIL.fullmatch(value):
        raise _bad(f"“{value[:40]}” is no e-mail address; write all of it.")
    return {"email": kept_form(value)}


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise _bad(
            f"There is no {name} “{value[:40]}”; there are {', '.join(known)}.", "state" if name == "state" else "q"
        )
    return value


def _stamp(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    day = shop_time.day_of(milliseconds)
    if shop_time.start_of_day(day) == milliseconds:
        return day.isoformat()
    return shop_time.local(milliseconds).isoformat(timespec="seconds")


def _bad(words: str, field: str = "q") -> Invalid:
    return Invalid.field(field, "bad_term", words)


TERMS: dict[str, Callable[[str], dict[str, object]]] = {
    "order": _order,
    "kind": lambda value: {"kind": _one_of("kind", value, (*KINDS, *FORMER_NAMES))},
    "state": lambda value: {"state": _one_of("state", value, STATES)},
    "queue": lambda value: {"queue": _one_of("queue", value, tuple(queue.name for queue in QUEUES))},
    "process": lambda value: {"process": value.lower()},
    "failure": _failure,
    "batch": _batch,
    "job": _job,
    "email": _email,
    "endpoint": lambda value: {"endpoint": value.lower()},
    "after": _moment("since"),
    "before": _moment("until"),
}


def with_term(query: JobQuery, name: str, value: str) -> JobQuery:
    """The query with one more of `TERMS`. Raises Invalid for an unknown value."""
    return replace(query, **cast(dict[str, Any], TERMS[name](value)))
