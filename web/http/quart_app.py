"""Quart with four of its public hooks replaced: plain templates, a lazy session, a lean GET, a time limit.

Views hand plain values to templates, so awaiting inside of them buys nothing. Most requests never touch the session. A
GET whose answer is in memory needs neither a task that listens for the client nor one that sends: it is not cancelled
when its client leaves (a streaming one is), and Quart's RESPONSE_TIMEOUT does not apply to it.
"""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import jinja2
from quart import Quart, g
from quart.asgi import ASGIHTTPConnection, _handle_exception
from quart.sessions import SecureCookieSessionInterface
from quart.templating import Environment
from quart.utils import encode_headers
from quart.wrappers.response import DataBody

from web.http import time_limit
from web.http.body_limits import ShopRequest
from web.http.request_errors import TookTooLong


class SyncTemplate(jinja2.Template):
    """A template that `await render_template()` renders in one go."""

    async def render_async(self, *args: Any, **values: Any) -> str:
        return self.render(*args, **values)

    async def generate_async(self, *args: Any, **values: Any) -> AsyncGenerator[str, object]:
        for chunk in self.generate(*args, **values):
            yield chunk


class SyncEnvironment(Environment):
    """Jinja without its asynchronous mode; autoescape stays on for HTML."""

    template_class = SyncTemplate

    def __init__(self, app: Quart, **options: Any) -> None:
        super().__init__(app, **options)
        self.is_async = False


class LazySessions(SecureCookieSessionInterface):
    """Opens, signs and saves a session only for requests that have one or make one."""

    _signer: Any = None

    def get_signing_serializer(self, app: Any) -> Any:
        if self._signer is None:
            self._signer = super().get_signing_serializer(app)
        return self._signer

    async def open_session(self, app: Any, request: Any) -> Any:
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return await super().open_session(app, request)

    async def save_session(self, app: Any, session: Any, response: Any) -> None:
        if session or session.modified:
            await super().save_session(app, session, response)


class ShortHTTPConnection(ASGIHTTPConnection):
    """GET and HEAD with an answer in memory: no helper tasks, one body message."""

    async def __call__(self, receive: Any, send: Any) -> None:
        if self.scope["method"] not in ("GET", "HEAD"):
            await super().__call__(receive, send)
            return
        request = self._create_request_from_scope(send)
        request.body.set_complete()
        try:
            response = await self.app.handle_request(request)
        except Exception as error:
            response = await _handle_exception(self.app, error)
        body = getattr(response, "response", None)
        if type(body) is DataBody and body.begin == 0 and body.end == len(body.data):
            headers: Any = encode_headers(response.headers)
            await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
            await send({"type": "http.response.body", "body": body.data, "more_body": False})
        else:
            await self._stream(response, receive, send)

    async def _stream(self, response: Any, receive: Any, send: Any) -> None:
        async def gone() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass

        tasks = [asyncio.ensure_future(self._send_response(send, response)), asyncio.ensure_future(gone())]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        for task in done:
            task.result()


class ShopQuart(Quart):
    """The application class of this house."""

    jinja_environment = SyncEnvironment
    asgi_http_class = ShortHTTPConnection
    request_class = ShopRequest

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.session_interface = LazySessions()  # one each: it keeps the signer, and with it the application's key

    async def full_dispatch_request(self, *context: Any) -> Any:
        """The answer, or word that it took too long."""
        try:
            async with asyncio.timeout(time_limit.SECONDS) as g.time_limit:
                return await super().full_dispatch_request(*context)
        except TimeoutError:
            g.setdefault("cart_count", 0)  # the page that says so must not wait for the same thing
            g.is_late = True
            return await super().full_dispatch_request(*context)

    async def preprocess_request(self, *context: Any) -> Any:
        """What comes before the view; nothing more for a request that is late. Raises TookTooLong."""
        if g.get("is_late"):
            raise TookTooLong(time_limit.WORDS, retry_after=5)
        return await super().preprocess_request(*context)
