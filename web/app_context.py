"""What this application was started with, for code that answers a request."""

from quart import Quart, current_app

from core.settings import Settings
from models.shared.secret_tokens import derived

EXTENSION = "cartwright.settings"


def install(app: Quart, settings: Settings) -> None:
    """Give the application its settings."""
    app.extensions[EXTENSION] = settings


def settings() -> Settings:
    """The settings of the application that answers the current request."""
    its: Settings = current_app.extensions[EXTENSION]
    return its


def derived_keys(settings: Settings, purpose: str) -> tuple[bytes, ...]:
    """32-byte keys for one purpose, so that what is signed for one can never serve another; the first one signs."""
    return derived(settings.signing_keys, purpose)
