"""What shipping costs, in cents."""

from typing import Final

SHIPPING_CENTS: Final[dict[str, int]] = {"standard": 0, "express": 1200}
SHIPPING_LABELS: Final[dict[str, str]] = {"standard": "Standard, 3 to 5 days", "express": "Express, next day"}
