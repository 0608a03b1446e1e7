"""The shops of the tests of the models."""

from tests.models.conftest import demo_shop

__all__ = ["demo_shop"]
