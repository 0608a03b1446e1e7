"""`/.well-known/security.txt`: where to report, if the operator says so."""

from datetime import UTC, datetime, timedelta

import pytest
from quart import Quart

from core.settings import BadSetting, load
from web.app import create_app

pytestmark = pytest.mark.asyncio
GIVEN = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_SECRET_KEY": "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"}


async def test_it_is_there_when_somebody_is_named(app: Quart) -> None:
    contact = {"CARTWRIGHT_SECURITY_CONTACT": "mailto:security@shop.example.com"}
    asked = create_app(load({**GIVEN, **contact}, dotenv=None)).test_client()
    answer = await asked.get("/.well-known/security.txt")
    assert (answer.status_code, answer.content_type) == (200, "text/plain; charset=utf-8")
    fields = dict(line.split(": ", 1) for line in (await answer.get_data(as_text=True)).splitlines())
    assert fields["Contact"] == "mailto:security@shop.example.com"
    assert fields["Canonical"] == "http://localhost:5566/.well-known/security.txt"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=100) < left < timedelta(days=365)


async def test_it_is_not_there_otherwise(app: Quart) -> None:
    assert (await app.test_client().get("/.well-known/security.txt")).status_code == 404


@pytest.mark.parametrize(
    "contact", ["security@shop.example", "http://shop.example", "mailto:nobody", "mailto:a@b.de x"]
)
async def test_a_contact_is_an_address_as_the_standard_wants_it(contact: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECURITY_CONTACT must be such as mailto:"):
        load({**GIVEN, "CARTWRIGHT_SECURITY_CONTACT": contact}, dotenv=None)
