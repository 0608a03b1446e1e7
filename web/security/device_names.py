"""What a browser says of itself, in words that people know: "Chrome on Linux"."""

import re

# The first that is named counts: most browsers also name those they descend from.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}")


def told_device(user_agent: str) -> str:
    """Browser and system for a mail: nothing in it that a client could choose."""
    words = device_words(user_agent)
    names = {name for _, name in (*BROWSERS, *SYSTEMS)}
    return words if words in names or " on " in words else "a program"


def device_words(user_agent: str) -> str:
    """Browser and system; for a program its name; for anything else that it did not say."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser or system:
        return f"{browser or 'A browser'} on {system}" if system else browser
    name = PLAIN_NAME.match(user_agent)
    return name[0] if name else "A browser that does not say which"
