"""What of a job people may see: arguments that its kind allows, and error texts without addresses and secrets."""

import json
import re
from typing import NamedTuple

from models.job_kinds import KINDS

MASK = "••••••"
LONGEST_VALUE = 200
SECRETS = (
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}"), rf"\1 {MASK}"),
    (
        re.compile(
            r"(?i)\b([\w-]*(?:password|passwd|secret|token|api[_-]?key|authorization)[\w-]*['\"]?\s*[=:]\s*)\S+"
        ),
        rf"\1{MASK}",
    ),
    (re.compile(r"\b(?:tok|sk|pk|whsec)_[\w+/=-]+"), MASK),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), MASK),
    (re.compile(r"(\w+://)[^\s/@:]+:[^\s/@]+@"), rf"\1{MASK}@"),
    (re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+"), f"{MASK}@{MASK}"),
)


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
    kind = KINDS.get(kind_name)
    allowed = kind.shown if kind else ()
    return [_argument(str(name), value, str(name) in allowed) for name, value in fields.items()]


def without_secrets(text: str) -> str:
    """A text of an error with tokens, passwords and mail addresses masked."""
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    return text


def _argument(name: str, value: object, is_allowed: bool) -> Argument:
    if is_allowed and isinstance(value, str | int | float | bool) and len(str(value)) <= LONGEST_VALUE:
        return Argument(name, without_secrets(str(value)), False)
    return Argument(without_secrets(name[:60]), MASK, True)
