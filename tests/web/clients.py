"""Browsers and API clients of the application under test, and accounts for them."""

import re
from typing import Any

from quart import Quart

from models.accounts import accounts, passwords
from models.accounts.account_record import Account
from models.database import write
from tests.web.api.contract import hold

PASSWORD = "velvet-otter-canyon-42"
TOKEN = re.compile(r'name="csrf_token" value="([0-9a-f]{64})"')


async def text_of(answer: Any, status: int = 200) -> str:
    """The text of an answer with this status, each run of white space made one space."""
    text = " ".join((await answer.get_data(as_text=True)).split())
    assert answer.status_code == status, text
    return text


def unmasked(token: str) -> bytes:
    """What the token is beneath the mask of its answer."""
    sent = bytes.fromhex(token)
    return bytes(one ^ other for one, other in zip(sent[:16], sent[16:], strict=True))


class Browser:
    """A client that keeps cookies, and fills in forms as a page of ours would have them."""

    def __init__(self, app: Quart) -> None:
        self.client = app.test_client()

    async def get(self, path: str, **options: Any) -> Any:
        return await self.client.get(path, **options)

    async def token(self, page: str = "/auth/logout") -> str:
        """The CSRF token that a page holds."""
        found = TOKEN.search(await (await self.client.get(page)).get_data(as_text=True))
        assert found, f"{page} has no form"
        return found[1]

    async def post(self, path: str, page: str = "/auth/logout", headers: Any = None, **fields: str) -> Any:
        """Send a form with the token of a page loaded before."""
        form = {"csrf_token": await self.token(page), **fields}
        return await self.client.post(path, form=form, headers=headers)

    async def log_in(self, email: str, password: str = PASSWORD, **fields: str) -> Any:
        return await self.post("/auth/login", email=email, password=password, **fields)

    @property
    def session(self) -> str | None:
        return next((cookie.value for cookie in self.client.cookie_jar if cookie.name == "sid"), None)


class Api:
    """A client of the API with a token or nothing."""

    def __init__(self, app: Quart) -> None:
        self.client = app.test_client(use_cookies=False)
        self.access = self.refresh = ""

    async def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        if self.access:
            headers.setdefault("Authorization", f"Bearer {self.access}")
        options = {} if body is None else {"json": body}
        answer = await self.client.open(f"/api/v1{path}", method=method, headers=headers, **options)
        await hold(self.client.app, method, f"/api/v1{path}", answer)
        return answer

    async def log_in(self, email: str, password: str = PASSWORD) -> "Api":
        answer = await self.call("POST", "/auth/login", {"email": email, "password": password})
        assert answer.status_code == 200, await answer.get_data(as_text=True)
        tokens = await answer.get_json()
        self.access, self.refresh = tokens["access_token"], tokens["refresh_token"]
        return self


async def make_user(email: str = "ann@example.com", password: str = PASSWORD, **columns: Any) -> Account:
    """An account in the open database."""
    hashed = passwords.hash_password(password)
    return await write(lambda tx: accounts.create_user(tx, email=email, password_hash=hashed, **columns))


async def code_of(answer: Any) -> tuple[int, str]:
    """Status and code of a problem document."""
    return answer.status_code, (await answer.get_json())["code"]
