"""`python -m assets.pictures`: draws the demo shop's pictures into web/static, the same bytes at every run."""

from pathlib import Path

from assets import scenes
from assets.motifs import motif
from assets.sheet import Sheet
from models.catalog.catalog import UNPICTURED
from models.catalog.demo import CATALOG, VIEWS, DemoCategory, DemoProduct, picture_name

STATIC = Path(__file__).parents[1] / "web" / "static"
# the ground and the halo behind everything in a category
PALETTES = {
    "kitchen": ("#f4ebdd", "#faf4ea"),
    "home": ("#f3e6e0", "#faf1ed"),
    "desk": ("#e6eaf1", "#f2f4f8"),
    "sound": ("#e8e6ef", "#f3f2f8"),
    "travel": ("#e0ebea", "#eef5f4"),
    "clothing": ("#f2e5e8", "#f9f1f3"),
    "outdoors": ("#e3ebdd", "#f0f5ec"),
    "garden": ("#ecefd9", "#f6f8ea"),
}
OPEN_AIR = ("outdoors", "garden")
TILE_ROOM = 180  # a tile is wide
TILE_TINTS = {"sound": "clay", "travel": "ocean", "clothing": "rose", "outdoors": "amber"}


def product_picture(product: DemoProduct, category: DemoCategory) -> str:
    """The product's SVG."""
    sheet = Sheet(product.tint)
    motif(product.motif)(sheet)
    return sheet.svg(*PALETTES[category.slug])


def in_use(product: DemoProduct, category: DemoCategory) -> str:
    """The product at home, or out of doors if it is for there."""
    sheet = Sheet(product.tint)
    scenes.meadow(sheet) if category.slug in OPEN_AIR else scenes.room(sheet)
    with sheet.placed(232, 332, 0.78):
        motif(product.motif)(sheet)
    return sheet.svg(PALETTES[category.slug][0], "")


def with_its_box(product: DemoProduct, category: DemoCategory) -> str:
    """The product from its other side, before the box it comes in."""
    sheet = Sheet(product.tint)
    scenes.box(sheet)
    with sheet.placed(160, 344, 0.7, mirrored=True):
        motif(product.motif)(sheet)
    return sheet.svg(PALETTES[category.slug][1], "")


def category_picture(category: DemoCategory) -> str:
    """The category's tile: its motif on a stronger ground."""
    tint = next(product.tint for product in category.products if product.motif == category.motif)
    sheet = Sheet(TILE_TINTS.get(category.slug, tint))
    motif(category.motif)(sheet)
    ground, halo = PALETTES[category.slug]
    return sheet.svg(halo, ground, room=TILE_ROOM)


def pictures() -> dict[str, str]:
    """Every picture by its name under web/static."""
    drawn = {UNPICTURED: _unpictured()}
    for category in CATALOG:
        drawn[f"categories/{category.slug}.svg"] = category_picture(category)
        for product in category.products:
            for view, draw in zip(VIEWS, (product_picture, in_use, with_its_box), strict=True):
                drawn[picture_name(product.sku, view)] = draw(product, category)
    return drawn


def _unpictured() -> str:
    sheet = Sheet("oak")
    motif("parcel")(sheet)
    return sheet.svg("#edeae4", "#f6f4f0")


def main() -> None:
    """Write them."""
    for name, svg in pictures().items():
        path = STATIC / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg)


if __name__ == "__main__":
    main()
