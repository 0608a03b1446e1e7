"""The web application: its parts, the gates before them and what goes around every answer."""

import functools
from pathlib import Path

from quart import Blueprint, Quart, Response, g, request

from models.database import close_database, open_database
from settings import Settings
from web import account, admin, api, csrf, current, gates, identity, problems, shop, stopping, template_values
from web.cookies import is_secure
from web.envelope import Envelope
from web.fast_quart import FastQuart
from web.static_files import Assets

BUSY_SECONDS = 2.0  # a page that waits longer for its turn to write is a 503
LARGEST_BODY = 1024 * 1024  # bytes
LARGEST_FORM_FIELD = 500_000  # bytes
MOST_FORM_PARTS = 200
HERE = Path(__file__).parent

GATES = (
    gates.refuse_untrusted_host,
    gates.move_to_version,
    gates.refuse_cross_origin,
    identity.recognise,
    gates.require_new_password,
    csrf.refuse_without_token,
)
PARTS: tuple[tuple[str | None, list[Blueprint]], ...] = (
    (None, shop.blueprints),
    (None, account.blueprints),
    (None, admin.blueprints),
    (api.PREFIX, api.blueprints),
    (None, api.unversioned),
)


def create_app(settings: Settings) -> Quart:
    """The application for these settings. It opens the database when it is started and closes it at its end."""
    app = FastQuart("web", root_path=str(HERE), template_folder=str(HERE.parent / "templates"), static_folder=None)
    _configure(app, settings)
    current.install(app, settings)
    stopping.install(app)
    identity.install(app, settings)
    assets = _assets()
    template_values.install(app, assets)
    problems.register(app)
    for gate in GATES:
        app.before_request(gate)
    app.after_request(csrf.keep_visitor)
    app.after_request(_forbid_keeping)
    for prefix, blueprints in PARTS:
        for blueprint in blueprints:
            app.register_blueprint(blueprint, url_prefix=prefix)
    _open_and_close(app, settings)
    app.asgi_app = Envelope(assets.wrap(app.asgi_app), settings)  # type: ignore[method-assign]
    return app


@functools.cache
def _assets() -> Assets:
    """Read and compressed once a process, however many applications it makes."""
    return Assets(HERE / "static")


def _configure(app: Quart, settings: Settings) -> None:
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM_FIELD,
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        PROPAGATE_EXCEPTIONS=False,
        SESSION_COOKIE_NAME="__Host-notes" if is_secure(settings) else "notes",
        SESSION_COOKIE_SECURE=is_secure(settings),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]


def _open_and_close(app: Quart, settings: Settings) -> None:
    @app.before_serving
    async def open_it() -> None:
        await open_database(
            settings.database_url,
            busy_seconds=BUSY_SECONDS,
            connections=settings.database_connections,
            prepared_statements=settings.database_prepared,
        )

    @app.after_serving
    async def close_it() -> None:
        await close_database()


async def _forbid_keeping(response: Response) -> Response:
    """What is for one person stays out of every cache, unless the route knows better."""
    if "Cache-Control" not in response.headers:
        private = g.get("account") is not None or "/auth/" in request.path
        response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
    return response
