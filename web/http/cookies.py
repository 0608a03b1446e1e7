"""Cookies of this shop: HttpOnly, SameSite=Lax, and on https bound to this very host."""

from collections.abc import Iterable

from quart import Response, request

from core.settings import Settings
from web.app_context import settings


def is_secure(its: Settings) -> bool:
    """Whether people reach the shop over https."""
    return its.public_url.startswith("https:")


def cookie_name(its: Settings, base: str) -> str:
    """`sid`, or `__Host-sid` on https: browsers let no other host or path set that."""
    return f"__Host-{base}" if is_secure(its) else base


def parse_cookies(headers: Iterable[str]) -> dict[str, str]:
    """What a browser sent in its Cookie headers: each name's first value, as it stands; what is no pair is left out.

    Ours need neither quotes nor escapes, so nothing here looks at a character twice. Everything that reads cookies
    reads them from here.
    """
    found: dict[str, str] = {}
    for pair in ";".join(headers).split(";"):
        name, equals, value = pair.partition("=")
        if equals:
            found.setdefault(name.strip(), value.strip())
    return found


def read_cookie(base: str) -> str | None:
    """What the browser sent under this name."""
    return request.cookies.get(cookie_name(settings(), base))


def set_cookie(response: Response, base: str, value: str, *, max_age_seconds: int | None = None) -> None:
    """Give the browser a cookie, for as long as it runs if no age is said."""
    its = settings()
    response.set_cookie(
        cookie_name(its, base),
        value,
        max_age=max_age_seconds,
        path="/",
        secure=is_secure(its),
        httponly=True,
        samesite="Lax",
    )


def drop_cookie(response: Response, base: str) -> None:
    """Take a cookie back."""
    its = settings()
    response.delete_cookie(cookie_name(its, base), path="/", secure=is_secure(its), httponly=True, samesite="Lax")
