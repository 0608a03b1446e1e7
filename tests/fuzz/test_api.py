"""Schemathesis sends what the document allows, and what it does not, to a running shop: no 5xx, nothing undocumented.

Its cases are many and cheap ones: about a minute for each caller. It brings a plugin of its own for pytest, which no
other test wants; so it is a program of its own here (`uv tool install schemathesis`).
"""

import subprocess
from typing import Any

import pytest

from tests.web.clients import PASSWORD

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(900)]
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,ignored_auth"
ENDS_THE_CALLER = "auth/(logout|password)$"
EXAMPLES = 2  # of each operation, beside the cases that cover its schema
CALLERS = {"anonymous": "", "customer": "ann@example.com", "admin": "boss@example.com"}


@pytest.mark.parametrize("caller", CALLERS)
def test_no_request_breaks_the_api(schemathesis: str, running_shop: Any, caller: str) -> None:
    auth = ["--auth", f"{CALLERS[caller]}:{PASSWORD}"] if CALLERS[caller] else []
    command = [
        *(schemathesis, "run", str(running_shop.spec), "--url", running_shop.url, *auth),
        *("--include-path-regex", "^/api/", "--exclude-path-regex", ENDS_THE_CALLER),
        *("--phases", "coverage,fuzzing", "--max-examples", str(EXAMPLES), "--checks", CHECKS, "--no-color"),
        *("--request-timeout", "20", "--seed", "1"),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=running_shop.spec.parent)
    assert ran.returncode == 0, ran.stdout[-6000:]
