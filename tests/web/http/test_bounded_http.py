"""A client that never finishes its request is cut; one that only waits for us is not."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio
import uvicorn

from web.errors.problem_texts import PROBLEM_TEXTS
from web.http.bounded_http import bounded

HEAD, BODY = 0.25, 0.4  # seconds, short so that the tests are
AGES = 600.0  # seconds, for requests that have to be in time however slow this machine is
TOO_LONG = 60.0  # seconds after which a connection counts as held for ever
DRIPS = 5000  # more than fit into that
TRIES = 20
pytestmark = pytest.mark.asyncio
GET = b"GET / HTTP/1.1\r\nHost: x\r\n"


class Application:
    """A bare ASGI application whose answers can be held back."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.left = asyncio.Event()
        self.asked = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            return
        self.asked += 1
        if scope["path"] in ("/slow", "/late"):
            await self.go.wait()
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.left.set()
                return
            size, more = size + len(message.get("body", b"")), message.get("more_body", False)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        if scope["path"] == "/stream":
            await send({"type": "http.response.body", "body": b"first", "more_body": True})
            await self.go.wait()
        await send({"type": "http.response.body", "body": b"size %d" % size})


class Running:
    """A server, and its protocol's class, whose bounds hold for what begins from then on."""

    def __init__(self, application: Application, http: Any, port: int) -> None:
        self.application, self.http, self.port = application, http, port


@contextlib.asynccontextmanager
async def running(http: Any) -> AsyncIterator[Running]:
    application = Application()
    config = uvicorn.Config(
        application, port=0, http=http, loop="asyncio", ws="none", lifespan="off", log_config=None,
        access_log=False, timeout_keep_alive=60, timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve())  # not serve(): pytest keeps its signal handlers
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield Running(application, http, server.servers[0].sockets[0].getsockname()[1])
    finally:
        application.go.set()
        server.should_exit = True
        await task


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Running]:
    """Its clients have little time."""
    async with running(bounded(HEAD, BODY, 4096)) as it:
        yield it


@pytest_asyncio.fixture
async def patient() -> AsyncIterator[Running]:
    """Its clients have all the time there is, until a test shortens it."""
    async with running(bounded(AGES, AGES, 4096)) as it:
        yield it


async def answer_to(port: int, *pieces: bytes, pause: float = 0.0, answered: Callable[[], None] | None = None) -> bytes:
    """Send the pieces and read until the server closes; TimeoutError if it never does.

    Where there is something to do when it is `answered`, that is done before what follows the first piece is sent.
    """
    has_come = asyncio.Event()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = b""

    async def send() -> None:
        with contextlib.suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                if answered:
                    await has_come.wait()
                await asyncio.sleep(pause)

    sender = asyncio.create_task(send())
    try:
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(TOO_LONG):
                while got := await reader.read(65536):
                    if answered and not answer:
                        answered()
                        has_come.set()
                    answer += got
    finally:
        sender.cancel()
        writer.close()
    return answer


async def heard_answer(port: int, piece: bytes, of: bytes = b"") -> bytes:
    """The answer to a piece that was heard at all: on a busy machine a client may be cut before its first byte."""
    for _ in range(TRIES):
        if (answer := await answer_to(port, piece)) and of in answer:
            return answer
    raise AssertionError("nobody is ever answered")


async def test_half_a_head_is_cut_with_408(server: Running) -> None:
    assert b" 408 " in await heard_answer(server.port, GET + b"X-A: ")


async def is_served(it: Running) -> bool:
    """Whether a good client is answered: a server that is dead cuts everybody."""
    before = it.application.asked
    return b" 200 " in await heard_answer(it.port, GET + b"Connection: close\r\n\r\n", of=b" 200 ") and (
        it.application.asked > before
    )


async def test_a_dripped_head_is_cut(server: Running) -> None:
    assert b" 200 " not in await answer_to(server.port, GET, *[b"X-A: b\r\n"] * DRIPS, pause=0.05)
    assert server.application.asked == 0
    assert await is_served(server)


async def test_a_silent_connection_is_closed_without_an_answer(server: Running) -> None:
    assert await answer_to(server.port) == b""
    assert await is_served(server)


async def test_a_dripped_body_is_cut_and_the_handler_is_told(server: Running) -> None:
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"
    for _ in range(TRIES):
        assert b" 200 " not in await answer_to(server.port, head, *[b"x"] * 999, pause=0.1)
        if server.application.asked:  # the head was there in time, on whatever machine
            break
    await asyncio.wait_for(server.application.left.wait(), TOO_LONG)


def hurry(it: Running) -> Callable[[], None]:
    """From when it is called there is little time for a head."""
    return lambda: setattr(it.http, "head_seconds", HEAD)


async def test_half_a_second_request_is_cut(patient: Running) -> None:
    answer = await answer_to(patient.port, GET + b"\r\n", b"GET / HT", answered=hurry(patient))
    assert answer.count(b"HTTP/1.1 200") == 1


async def test_blank_lines_between_requests_do_not_hold_the_connection(patient: Running) -> None:
    blank = [b"\r\n"] * DRIPS
    assert b" 200 " in await answer_to(patient.port, GET + b"\r\n", *blank, pause=0.05, answered=hurry(patient))


@pytest.mark.parametrize("head", [b"X-A: " + b"a" * 6000, b"X-A: " + b"a" * 6000 + b"\r\n\r\n"])
async def test_a_huge_head_is_refused(patient: Running, head: bytes) -> None:
    assert (await answer_to(patient.port, GET + head)).startswith(b"HTTP/1.1 431 ")
    assert patient.application.asked == 0


async def slow_then(it: Running, second: bytes) -> bytes:
    """What is answered to a request that takes long, with another right behind it."""
    asyncio.get_running_loop().call_later(2 * HEAD, it.application.go.set)
    return await answer_to(it.port, b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n" + second)


@pytest.mark.parametrize(
    "second", [b"GARBAGE\r\n\r\n", GET + b"Content-Length: x\r\n\r\n", GET + b"X: " + b"a" * 6000 + b"\r\n\r\n"]
)
async def test_what_cannot_be_read_is_no_answer_to_the_request_before_it(patient: Running, second: bytes) -> None:
    answer = await slow_then(patient, second)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"size 0" in answer
    assert answer.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "head",
    [b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"Content-Length: 5\r\nContent-Length: 6\r\n",
     b"Transfer-Encoding: chunked, identity\r\n", b"Content-Length: -1\r\n", b"Content-Length : 5\r\n"],
)  # fmt: skip
async def test_a_length_that_can_be_read_in_two_ways_is_400(patient: Running, head: bytes) -> None:
    request = b"POST / HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = await answer_to(patient.port, request)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert answer.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "request_",
    [
        b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity,  Chunked\r\n\r\n0\r\n\r\n",
    ],
)
async def test_what_http_knows_and_the_shop_does_not_do_is_501(server: Running, request_: bytes) -> None:
    answer = await answer_to(server.port, request_)
    assert answer.startswith(b"HTTP/1.1 501 Not Implemented\r\n")
    assert answer.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize("request_", [b"GARBAGE\r\n\r\n", GET + b"X-A: ", GET + b"X-A: " + b"a" * 6000])
async def test_what_never_became_a_request_is_answered_like_any_other(server: Running, request_: bytes) -> None:
    head, _, body = (await heard_answer(server.port, request_)).partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    problem = json.loads(body)
    assert problem.keys() == {"type", "title", "status", "detail", "code", "request_id", "errors"}
    assert first == f"HTTP/1.1 {problem['status']} {problem['title']}"
    assert (headers["content-type"], headers["x-request-id"]) == ("application/problem+json", problem["request_id"])
    assert problem["code"] in PROBLEM_TEXTS


@pytest.mark.parametrize("path", [b"/slow", b"/stream"])
async def test_a_slow_answer_is_not_cut(server: Running, path: bytes) -> None:
    request = b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    for _ in range(TRIES):
        going = asyncio.get_running_loop().call_later(3 * (HEAD + BODY), server.application.go.set)
        answer = await answer_to(server.port, request)
        if server.application.asked:  # the request was there in time, on whatever machine
            break
        going.cancel()
    assert b"size 0" in answer


async def test_a_body_the_application_has_not_taken_is_not_late(patient: Running) -> None:
    size = 12 * 1024 * 1024  # more than the socket buffers hold
    head = b"POST /late HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % size
    patient.http.body_seconds = seconds = 1.0  # enough to fill the buffers

    def go_on() -> None:
        patient.http.body_seconds = AGES  # the client did what it could: it may take its time to send the rest
        patient.application.go.set()

    asyncio.get_running_loop().call_later(2.5 * seconds, go_on)
    assert b"size %d" % size in await answer_to(patient.port, head, bytes(size))


async def test_a_good_client_is_served_among_200_slow_ones() -> None:
    async with running(bounded(AGES, AGES)) as it, contextlib.AsyncExitStack() as slow:
        for _ in range(200):
            reader, writer = await asyncio.open_connection("127.0.0.1", it.port)
            slow.callback(writer.close)
            writer.write(GET + b"X: ")
        assert b"size 0" in await answer_to(it.port, GET + b"Connection: close\r\n\r\n")
        assert not reader.at_eof()


async def test_200_slow_clients_are_all_cut() -> None:
    async with running(bounded(1.0, 1.0)) as it:
        cuts = await asyncio.gather(*(answer_to(it.port, GET + b"X: ") for _ in range(200)))
    assert {cut[9:12] for cut in cuts} - {b""} == {b"408"}  # nothing is said to whom nobody heard in time


async def test_stock_uvicorn_would_hold_them() -> None:
    async with running("httptools") as it:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(answer_to(it.port, GET + b"X-A: "), 4 * HEAD)
