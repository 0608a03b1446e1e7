"""Schemathesis sends what the document allows, and what it does not, to a running shop, and follows one answer with the
next request: no 5xx, nothing undocumented, nobody let in who is nobody. `schemathesis.toml` says how long.
"""

import subprocess
from pathlib import Path

import pytest

from tests.fuzz.conftest import Shop

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(600, func_only=True)]
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
CALLERS = {"anonymous": "", "customer": "ann@example.com", "admin": "boss@example.com"}


@pytest.mark.parametrize("caller", CALLERS)
def test_no_request_breaks_the_api(programs: Path, running_shop: Shop, caller: str) -> None:
    email = CALLERS[caller]
    known_as = ["--header", f"Authorization: Bearer {running_shop.access_token(email)}"] if email else []
    command = [programs / "schemathesis", "--config-file", CONFIGURATION, "run", running_shop.spec]
    options = ["--url", running_shop.url, *known_as, "--no-color"]
    folder = running_shop.spec.parent
    ran = subprocess.run([*command, *options], capture_output=True, text=True, check=False, cwd=folder)
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    print(ran.stdout[-1500:])
