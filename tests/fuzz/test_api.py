"""Schemathesis sends what the document allows, and what it does not, to a running shop, and follows one answer with the
next request: no 5xx, nothing undocumented, nobody let in who is nobody. `schemathesis.toml` says how long.
"""

import os
import subprocess
from pathlib import Path

import pytest

from tests.fuzz.conftest import Shop
from web.checkout.checkout_input import EXAMPLE

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(1500, func_only=True)]
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
CALLERS = {"anonymous": "", "customer": "ann@example.com", "admin": "boss@example.com"}


@pytest.fixture(scope="module")
def known(running_shop: Shop) -> dict[str, str]:
    """What nobody guesses: a product, and an order of the customer's, who has the same in her cart again."""
    headers = {"Authorization": f"Bearer {running_shop.access_token(CALLERS['customer'])}"}
    product = running_shop.call("GET", "/products/sku:SKU-0001")["id"]
    running_shop.call("POST", "/cart/items", {"product_id": product}, **headers)
    order = running_shop.call("POST", "/orders", EXAMPLE, **headers, **{"Idempotency-Key": "first"})["id"]
    running_shop.call("POST", "/cart/items", {"product_id": product}, **headers)
    return {"A_PRODUCT": product, "AN_ORDER": order}


@pytest.mark.parametrize("caller", CALLERS)
def test_no_request_breaks_the_api(
    programs: Path, running_shop: Shop, known: dict[str, str], tmp_path: Path, caller: str
) -> None:
    email = CALLERS[caller]
    header = ["--header", f"Authorization: Bearer {running_shop.access_token(email)}"] if email else []
    command = [programs / "schemathesis", "--config-file", CONFIGURATION, "run", running_shop.spec]
    options = ["--url", running_shop.url, *header, "--no-color"]
    ran = subprocess.run(
        [*command, *options], capture_output=True, text=True, check=False, cwd=tmp_path, env=os.environ | known
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
