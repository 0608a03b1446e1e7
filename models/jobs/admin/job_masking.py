"""Masks a job's arguments, except those that its kind allows to be shown."""

import json
from typing import NamedTuple

from core.redaction import redact
from models.jobs.ledger.job_kinds import find_kind

MASK = "••••••"
LONGEST_VALUE = 200


class Argument(NamedTuple):
    """One argument as it is shown."""

    name: str
    value: str
    is_masked: bool


def arguments(kind_name: str, payload: str) -> list[Argument]:
    """The payload's fields. A value is shown if the kind allows its name and it is neither nested nor long."""
    try:
        fields = json.loads(payload)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        return [Argument("payload", MASK, True)]
    kind = find_kind(kind_name)
    allowed = kind.shown if kind else ()
    return [_argument(str(name), value, str(name) in allowed) for name, value in fields.items()]


def _argument(name: str, value: object, is_allowed: bool) -> Argument:
    if is_allowed and isinstance(value, str | int | float | bool) and len(str(value)) <= LONGEST_VALUE:
        return Argument(name, redact(str(value)), False)
    return Argument(redact(name[:60]), MASK, True)
