"""The commands that stay: web, worker, and `up`, which runs both."""

import argparse
import asyncio
import os
from dataclasses import replace

import telemetry
from cli.commands import seed
from cli.migrate_command import apply_missing
from cli.output import refuse
from cli.startup import check_start, set_up_gateways, set_up_outbox
from core import liveness
from core.settings import Settings


def web(settings: Settings, arguments: argparse.Namespace) -> int:
    """Serve the shop."""
    from cli.supervision.supervisor import check_port
    from models.database import install_notify
    from web.app import create_app
    from web.http.server import serve
    from workers.engines.engine_choice import open_engine
    from workers.engines.queue_engine import Notifier

    _follow(arguments)
    check_port(settings)
    check_start(settings, is_alone=arguments.supervisor is None)
    set_up_outbox(settings)
    stop_telling = telemetry.configure("web", settings)
    engine = open_engine(settings)
    notifier = Notifier(engine)
    install_notify(notifier)
    try:
        serve(create_app(settings), settings)
    finally:
        notifier.close()
        engine.close()
        stop_telling()
    return 0


def worker(settings: Settings, arguments: argparse.Namespace) -> int:
    """Run jobs until a signal arrives."""
    from workers.worker_process import queues_of, run_worker

    try:
        queues = queues_of(arguments.queues)
    except ValueError as error:
        return refuse(f"cartwright worker: {error}")
    _follow(arguments)
    if arguments.supervisor is not None:
        settings = replace(settings, worker_name=settings.name_of_child(os.getpid()))
    check_start(settings, is_alone=arguments.supervisor is None)
    set_up_gateways(settings)
    stop_telling = telemetry.configure("worker", settings)
    try:
        asyncio.run(run_worker(settings, queues, arguments.concurrency or settings.concurrency))
    finally:
        stop_telling()
    return 0


def up(settings: Settings, arguments: argparse.Namespace) -> int:
    """Migrate, seed an empty development database, and run web and workers until Ctrl-C."""
    from cli.supervision.supervisor import PORT_SECONDS, check_port, supervise

    _follow(arguments)
    check_port(settings, wait_seconds=PORT_SECONDS)
    apply_missing(settings)
    if not settings.is_production:
        seed(settings, arguments)
    check_start(settings)
    return supervise(settings, workers=arguments.workers)


def _follow(arguments: argparse.Namespace) -> None:
    """Stop when the supervisor that started this process ends, if there is one."""
    if arguments.supervisor is not None:
        liveness.follow(arguments.supervisor)
