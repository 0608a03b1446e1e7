"""Queue URLs: what is not understood is refused, passwords stay unsaid, and a server has to prove who it is."""

import asyncio
import contextlib
import socket
import ssl
import subprocess
import threading

import pytest

from core.settings import BadSetting, Settings
from models.database import Notification
from workers.engines.dramatiq_engine import open_engine
from workers.engines.engine_choice import open_engine as open_engine_of
from workers.engines.queue_engine import Notifier

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    "url",
    [
        "redis://:hunter2@127.0.0.1:port/0",
        "redis://:hunter2@127.0.0.1/0?socket_timeout=hunter2",
        "redis://:hunter2@127.0.0.1/0?nonsense=1",
        "redis://:hunter2@127.0.0.1/first",
        "amqp://user:hunter2@127.0.0.1?nonsense=1",
        "amqp://user:hunter2@127.0.0.1:port",
        "amqp://hunter2@127.0.0.1",
        "amqp://user:hunter2@127.0.0.1?heartbeat=often",
    ],
)
async def test_a_url_that_is_not_understood_is_refused_without_its_password(url):
    with pytest.raises(BadSetting) as refused:
        open_engine(url)
    assert "CARTWRIGHT_QUEUE_URL" in str(refused.value)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("path", ["/proc/queue.db", "/dev/null/queue.db"])
async def test_a_file_that_cannot_be_made_is_refused(path):
    with pytest.raises(BadSetting, match="CARTWRIGHT_QUEUE_URL: the file"):
        open_engine_of(Settings(queue_url=f"sqlite:///{path}"))


@pytest.mark.parametrize("scheme", ["redis", "amqp"])
async def test_a_worker_that_ends_in_order_complains_of_nothing(request, scheme, caplog):
    server = request.getfixturevalue("redis" if scheme == "redis" else "rabbitmq")
    engine = open_engine(server.url)
    engine.listen(["orders", "mail"], asyncio.Queue().put)
    await asyncio.to_thread(engine.close)
    assert [record for record in caplog.records if record.name.startswith("workers.")] == []


@pytest.mark.parametrize("scheme", ["redis", "amqp"])
async def test_a_password_is_not_logged_when_it_is_refused(request, scheme, caplog):
    server = request.getfixturevalue("redis" if scheme == "redis" else "rabbitmq")
    url = f"{scheme}://guest:hunter2@127.0.0.1:{server.port}"
    caplog.set_level("DEBUG")
    engine = open_engine(url)
    ringer = Notifier(engine)
    engine.listen(["orders"], asyncio.Queue().put)
    ringer([Notification(1, "orders")])
    await _until(lambda: "cannot be heard" in caplog.text and "cannot be reached" in caplog.text)
    ringer.close()
    await asyncio.to_thread(engine.close)
    assert "hunter2" not in caplog.text


@pytest.fixture
def stranger(tmp_path):
    """The port of a TLS server whose certificate nobody vouches for."""
    words = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout key.pem -out cert.pem"
    subprocess.run(words.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_greet, args=(listening, context), daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def _greet(listening: socket.socket, context: ssl.SSLContext) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                context.wrap_socket(connection, server_side=True).close()


@pytest.mark.parametrize("scheme", ["amqps", "rediss"])
async def test_a_server_nobody_vouches_for_is_refused(stranger, scheme, caplog):
    engine = open_engine(f"{scheme}://guest:guest@localhost:{stranger}")
    engine.listen(["orders"], asyncio.Queue().put)
    await _until(lambda: "cannot be heard" in caplog.text)
    assert "CERTIFICATE_VERIFY_FAILED" in caplog.text
    await asyncio.to_thread(engine.close)


async def _until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)
