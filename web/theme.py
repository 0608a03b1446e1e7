"""The theme this visitor chose."""

from web.http.cookies import read_cookie

COOKIE = "theme"


def chosen_theme() -> str:
    """light, dark, or nothing for what the device says."""
    return theme_of(read_cookie(COOKIE))


def theme_of(cookie: str | None) -> str:
    """What a cookie of this name says."""
    return cookie if cookie in ("light", "dark") else ""
