"""What the demo shop sells for the garden and the sill."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

GARDEN = DemoCategory(
    slug="garden",
    name="Garden & Plants",
    description="Pots, tools and seeds for a sill, a balcony or a whole garden.",
    motif="plant_pot",
    products=(
        DemoProduct(
            "SKU-0089",
            "Fern Terracotta Pot, 18 cm",
            2400,
            "plant_pot",
            "clay",
            "Unglazed terracotta that lets roots breathe, with a saucer that does not sweat. Frost-proof "
            "to −10 °C; plant not included.",
        ),
        DemoProduct(
            "SKU-0090",
            "Rill Watering Can, 3 l",
            3900,
            "watering_can",
            "sage",
            "Powder-coated steel with a long spout for indoor plants and a brass rose for seedlings. "
            "Balanced so that it pours when full.",
        ),
        DemoProduct(
            "SKU-0091",
            "Hazel Pruning Shears",
            4500,
            "pruning_shears",
            "clay",
            "Bypass blades of hardened steel that cut 22 mm of live wood clean. Every part can be ordered"
            " and replaced.",
        ),
        DemoProduct(
            "SKU-0092",
            "Furrow Hand Tool Set",
            3700,
            "trowel",
            "oak",
            "A trowel and a fork of stainless steel on ash handles with leather loops. Marked in "
            "centimetres for bulbs.",
        ),
        DemoProduct(
            "SKU-0093",
            "Meadow Seed Collection",
            1800,
            "seed_packets",
            "rose",
            "Five packets of open-pollinated seed: cornflower, poppy, marigold, nigella and cosmos. "
            "Enough for four square metres of bees.",
        ),
        DemoProduct(
            "SKU-0094",
            "Tendril Hanging Planter",
            3400,
            "hanging_planter",
            "sand",
            "A glazed bowl in a cotton macramé hanger 90 cm long. Takes a 14 cm pot and hides the saucer inside.",
        ),
        DemoProduct(
            "SKU-0095",
            "Bramble Garden Gloves",
            2100,
            "gloves",
            "moss",
            "Goatskin palms against thorns and breathable cotton backs against July. Long cuffs; sizes 7 to 11.",
        ),
        DemoProduct(
            "SKU-0096",
            "Terrace Window Box, 60 cm",
            4200,
            "window_box",
            "slate",
            "Galvanised steel with a water reservoir for four dry days. Brackets for railings from 3 to 9"
            " cm are in the box.",
        ),
        DemoProduct(
            "SKU-0097",
            "Dew Plant Mister",
            1900,
            "mister",
            "ocean",
            "A glass bottle with a brass pump that makes fog, not drops. Holds 300 ml and looks good "
            "enough to stay out.",
        ),
        DemoProduct(
            "SKU-0098",
            "Robin Nesting Box",
            3600,
            "birdhouse",
            "oak",
            "Untreated larch with a 32 mm entrance for tits and sparrows and a front that opens for autumn cleaning.",
        ),
        DemoProduct(
            "SKU-0099",
            "Sprout Propagation Station",
            2900,
            "propagation",
            "oak",
            "Three glass tubes in an oak stand for cuttings on their way to roots. 26 cm wide, with a "
            "brush to clean them.",
        ),
        DemoProduct(
            "SKU-0100",
            "Humble Compost Caddy, 5 l",
            3100,
            "compost_caddy",
            "steel",
            "A lidded steel bucket with a charcoal filter that keeps the kitchen fresh for a week. The "
            "inner pail lifts out.",
        ),
    ),
)
