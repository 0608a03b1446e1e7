"""The demo shop: 100 products in 8 categories, as plain data."""

from models.catalog.demo.clothing import CLOTHING
from models.catalog.demo.desk import DESK
from models.catalog.demo.entry import DemoCategory, DemoProduct
from models.catalog.demo.garden import GARDEN
from models.catalog.demo.home import HOME
from models.catalog.demo.kitchen import KITCHEN
from models.catalog.demo.outdoors import OUTDOORS
from models.catalog.demo.sound import SOUND
from models.catalog.demo.travel import TRAVEL

__all__ = ["CATALOG", "VIEWS", "DemoCategory", "DemoProduct", "picture_name"]

CATALOG: tuple[DemoCategory, ...] = (KITCHEN, HOME, DESK, SOUND, TRAVEL, CLOTHING, OUTDOORS, GARDEN)
# The pictures of each product by what their file names end with, and how their words go on behind the product's name.
VIEWS = {"": "", "-in-use": ", where it is used", "-with-box": ", from the other side, with the box it comes in"}


def picture_name(sku: str, view: str = "") -> str:
    """The file of one view of a product, below web/static."""
    return f"products/{sku.lower()}{view}.svg"
