"""Run the web application: bounded requests, a drain on SIGTERM, SIGINT and SIGHUP alike, exit code 0.

At the first signal `/readyz` turns 503 and streams end, then the server stops to accept and finishes what it has begun,
for at most the drain time. A second signal ends it at once.
"""

import asyncio
import logging
import math
import signal
import socket
from types import FrameType

import uvicorn
from quart import Quart

from core import liveness
from core.loop_watch import LoopWatch
from core.settings import Settings
from core.supervised_threads import supervised
from models.alarms import alarm_watch
from web.http.bounded_http import bounded
from web.http.envelope import security_headers
from web.http.shutdown import stopping

HEAD_SECONDS = 8.0
BODY_SECONDS = 20.0
DRAIN_SECONDS = 15.0
KEEP_ALIVE_SECONDS = 5

log = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """Uvicorn's server that says at once that it is about to stop."""

    def __init__(self, config: uvicorn.Config, stopping: asyncio.Event) -> None:
        super().__init__(config)
        self.stopping = stopping
        self._forced = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.loop = asyncio.get_running_loop()
        await super().startup(sockets=sockets)
        if self.started:
            self._beating = asyncio.create_task(supervised(liveness.beat, name="sign of life"))
            self._watch = LoopWatch(alarm="web_stalled", on_stalled=alarm_watch.report_at_once)
            self._looking = asyncio.create_task(supervised(alarm_watch.AlarmWatch().run, name="alarms"))
            self._watch.start()
            self._ticking = asyncio.create_task(supervised(self._watch.tick, name="loop watch"))
            log.info("listening on http://%s:%d", self.config.host, self.config.port)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.loop.call_soon_threadsafe(self.stopping.set)
        if self.should_exit:
            self.force_exit = True
            self.loop.call_soon_threadsafe(self._forced.set)
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Uvicorn's, until it is over or forced: since Python 3.12 that one waits for open connections all the same."""
        drained = asyncio.ensure_future(super().shutdown(sockets=sockets))
        forced = asyncio.ensure_future(self._forced.wait())
        await asyncio.wait((drained, forced), return_when=asyncio.FIRST_COMPLETED)
        forced.cancel()
        if drained.done():
            drained.result()
        drained.cancel()


def serve(app: Quart, settings: Settings) -> None:
    """Serve until a signal comes, then drain; returns when the last answer is out or the drain time is over."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: None)  # uvicorn raises the signal again when it is done: that must not kill us
    seconds = DRAIN_SECONDS if settings.drain_seconds is None else settings.drain_seconds
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop="asyncio",
        http=bounded(HEAD_SECONDS, BODY_SECONDS, headers=security_headers(settings)),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # web/http/envelope.py counts the proxies exactly
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=math.ceil(seconds),
    )
    server = Server(config, stopping(app))
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # a terminal that was closed; nohup says to stay
        signal.signal(signal.SIGHUP, server.handle_exit)
    server.run()
