"""The web application: its parts, the gates before them and what goes around every answer."""

import functools
from pathlib import Path

from quart import Blueprint, Quart, Response, g, request

from core.settings import Settings
from core.shop_time import set_time_zone
from models.database import close_database, open_database
from web import account, admin, api, app_context, shop, template_values
from web.api.description.operation import headers_asked, warn_of_retiring
from web.api.documents.idempotency_keys import tell_replay
from web.cache import page_cache
from web.cache.etag_shortcut import EtagShortcut
from web.checkout import checkout_backlog
from web.errors import problem_pages, problems
from web.forms import form_limits
from web.http import body_limits, request_tracing, shutdown
from web.http.cookies import is_secure
from web.http.envelope import Envelope
from web.http.quart_app import ShopQuart
from web.http.request_kind import is_for_programs
from web.representations.answer_layer import AnswerLayer, vary
from web.representations.static_files import Assets
from web.security import cors, csrf, identity, in_flight, rate_limit_policies, request_gates
from web.sign_in import required

BUSY_SECONDS = 2.0  # a page that waits longer for its turn to write is a 503
HERE = Path(__file__).parent

GATES = (
    request_gates.refuse_untrusted_host,
    cors.answer_preflight,
    request_gates.move_to_version,
    request_gates.refuse_cross_origin,
    rate_limit_policies.recognise_and_admit,
    request_gates.require_new_password,
    required.lead_to_second_factor,
    form_limits.refuse_outsize_form,
    csrf.refuse_without_token,
)
PARTS: tuple[tuple[str | None, list[Blueprint]], ...] = (
    (None, shop.blueprints),
    (None, account.blueprints),
    (None, admin.blueprints),
    (api.PREFIX, api.blueprints),
    (None, api.unversioned),
    (None, [problem_pages.blueprint]),
)


def create_app(settings: Settings) -> Quart:
    """The application for these settings. It opens the database when it is started and closes it at its end."""
    app = ShopQuart("web", root_path=str(HERE), template_folder=str(HERE.parent / "templates"), static_folder=None)
    _configure(app, settings)
    set_time_zone(settings.time_zone)
    app_context.install(app, settings)
    shutdown.install(app)
    identity.install(app, settings)
    rate_limit_policies.install(app)
    checkout_backlog.install(app)
    assets = _assets(settings.asset_url)
    template_values.install(app, assets, settings.public_url)
    problems.register(app)
    _build(app, settings)
    _open_and_close(app, settings)
    pages = page_cache.install(app, settings)
    orders = EtagShortcut(app, settings)
    whole = AnswerLayer(assets.wrap(pages.wrap(orders.wrap(app.asgi_app))))
    app.asgi_app = Envelope(whole, settings)  # type: ignore[method-assign]
    request_tracing.install(app)
    return app


def _build(app: Quart, settings: Settings) -> None:
    in_flight.install(app)
    for gate in GATES:
        app.before_request(gate)
    own = (warn_of_retiring, tell_replay, _forbid_keeping, _say_what_it_depends_on, _say_nothing_of_nothing)
    for finish in (csrf.keep_visitor, rate_limit_policies.add_limit_headers, cors.open_to_listed, *own):
        app.after_request(finish)
    documentation = [api.documentation] if settings.docs is not False else []
    for prefix, blueprints in (*PARTS, (None, documentation)):
        for blueprint in blueprints:
            app.register_blueprint(blueprint, url_prefix=prefix)


@functools.cache
def _assets(asset_url: str) -> Assets:
    """Read once a process, however many applications it makes."""
    return Assets(HERE / "static", asset_url)


def _configure(app: Quart, settings: Settings) -> None:
    app.config.update(
        MAX_CONTENT_LENGTH=body_limits.LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=body_limits.LARGEST_TEXT,
        MAX_FORM_PARTS=form_limits.MOST_FIELDS,
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
        await account.first_admin_pages.announce(settings)

    @app.after_serving
    async def close_it() -> None:
        await close_database()


async def _say_nothing_of_nothing(response: Response) -> Response:
    """An answer of the API without a body names no kind of body, and 204 and 304 no length (RFC 9110, 8.6)."""
    has_none = response.status_code in (204, 304)
    if is_for_programs() and (has_none or response.headers.get("Content-Length") == "0"):
        response.headers.pop("Content-Type", None)
        if has_none:
            response.headers.pop("Content-Length", None)
    return response


async def _say_what_it_depends_on(response: Response) -> Response:
    """Vary: what differs for each caller; what is the same for everybody, a picture, depends on nothing."""
    if "public" in response.headers.get("Cache-Control", ""):
        return response
    vary(response.headers, *(headers_asked() if is_for_programs() else ("Cookie", "HX-Request")), "Accept-Encoding")
    return response


async def _forbid_keeping(response: Response) -> Response:
    """What is for one person stays out of every cache, unless the route knows better."""
    if "Cache-Control" not in response.headers:
        private = g.get("account") is not None or "/auth/" in request.path
        response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
    return response
