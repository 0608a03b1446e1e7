"""The demo shop: 100 products in 8 categories, as plain data."""

from models.demo.clothing import CLOTHING
from models.demo.desk import DESK
from models.demo.entry import DemoCategory, DemoProduct
from models.demo.garden import GARDEN
from models.demo.home import HOME
from models.demo.kitchen import KITCHEN
from models.demo.outdoors import OUTDOORS
from models.demo.sound import SOUND
from models.demo.travel import TRAVEL

__all__ = ["CATALOG", "DemoCategory", "DemoProduct"]

CATALOG: tuple[DemoCategory, ...] = (KITCHEN, HOME, DESK, SOUND, TRAVEL, CLOTHING, OUTDOORS, GARDEN)
