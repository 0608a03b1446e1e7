"""The theme this visitor chose."""

from web.cookies import read_cookie

COOKIE = "theme"


def chosen_theme() -> str:
    """light, dark, or nothing for what the device says."""
    theme = read_cookie(COOKIE)
    return theme if theme in ("light", "dark") else ""
