"""The commands of docs/api.md, run one after the other, answer what the page says."""

import base64
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.house.product import ROOT
from tests.web.api.contract import hold
from tests.web.clients import make_user
from tests.web.placing import drain

pytestmark = pytest.mark.asyncio
BLOCK = re.compile(r"```sh\n(.*?)```", re.S)
EXAMPLE = re.compile(r"(curl .*?)\n# (\d{3})((?:, [^\n]*)?)\n", re.S)
NAMED = re.compile(r"(\S+) is \$(\w+)")
SHOP = "http://localhost:5566"


class Example(NamedTuple):
    command: str
    status: int
    names: dict[str, str]  # by member of the answer: what it is called from here on


def examples() -> Iterator[Example]:
    page = (ROOT / "docs" / "api.md").read_text()
    for block in BLOCK.findall(page):
        for command, status, words in EXAMPLE.findall(block):
            yield Example(command, int(status), dict(NAMED.findall(words)))


def request_of(command: str, known: dict[str, str]) -> tuple[str, str, dict[str, str], str | None]:
    """Method, path, headers and body of a curl command."""
    for name, value in known.items():
        command = command.replace(f"${name}", value)
    words = iter(shlex.split(command.replace("\\\n", " "))[1:])
    method, path, headers, body = "GET", "", {}, None
    for word in words:
        if word == "-X":
            method = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            body = next(words)
        elif word == "-u":
            headers["Authorization"] = "Basic " + base64.b64encode(next(words).encode()).decode()
        elif word != "-N":
            assert word.startswith(SHOP), word
            path = word.removeprefix(SHOP)
    return method, path, headers, body


def member_of(document: Any, path: str) -> str:
    for part in path.split("."):
        document = document[int(part) if part.isdigit() else part]
    return str(document)


async def test_the_commands_answer_what_the_page_says(app: Quart, tmp_path: Path) -> None:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user("boss@example.com", role="admin")
    client = app.test_client(use_cookies=False)
    known: dict[str, str] = {}
    ran = 0
    for example in examples():
        method, path, headers, body = request_of(example.command, known)
        if "Prefer" in headers:  # who waits for the work waits for this
            await drain()
        answer = await client.open(path, method=method, headers=headers, data=body)
        assert answer.status_code == example.status, (example.command, await answer.get_data(as_text=True))
        await hold(app, method, path, answer)
        for member, name in example.names.items():
            known[name] = member_of(await answer.get_json(), member)
        ran += 1
    assert ran == (ROOT / "docs" / "api.md").read_text().count("\ncurl ") > 15
