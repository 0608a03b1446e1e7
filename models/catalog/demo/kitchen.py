"""What the demo shop sells for the kitchen and the table."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

KITCHEN = DemoCategory(
    slug="kitchen",
    name="Kitchen & Table",
    description="Pots, knives and crockery that earn their place on the counter.",
    motif="skillet",
    products=(
        DemoProduct(
            "SKU-0001",
            "Alder Stoneware Mug",
            1800,
            "mug",
            "sage",
            "Hand-glazed stoneware with a handle wide enough for three fingers. Holds 350 ml and goes in "
            "the dishwasher and the microwave.",
        ),
        DemoProduct(
            "SKU-0002",
            "Kestrel Cast-Iron Teapot",
            6400,
            "teapot",
            "slate",
            "Enamelled inside, so it never rusts or keeps the taste of yesterday's tea. Holds 0.9 litres "
            "and comes with a steel strainer basket.",
        ),
        DemoProduct(
            "SKU-0003",
            "Mirren Pour-Over Coffee Set",
            4200,
            "pourover",
            "amber",
            "A glass carafe with a wooden collar and a ceramic dripper for one to four cups. Takes "
            "ordinary size 2 paper filters.",
        ),
        DemoProduct(
            "SKU-0004",
            "Brook Chef's Knife, 20 cm",
            8900,
            "knife",
            "walnut",
            "A forged blade of high-carbon steel with a full tang and a walnut handle. Heavy enough for "
            "squash, thin enough for herbs; wash it by hand.",
        ),
        DemoProduct(
            "SKU-0005",
            "Larch End-Grain Cutting Board",
            7500,
            "cutting_board",
            "oak",
            "Blocks of larch and oak set on end, so that knives stay sharp and cuts close again. 40 × 30 "
            "× 4 cm, with a groove for juices.",
        ),
        DemoProduct(
            "SKU-0006",
            "Ember Cast-Iron Skillet, 26 cm",
            5800,
            "skillet",
            "charcoal",
            "Seasoned three times with flax oil and ready for the first egg. Works on gas, induction, in "
            "the oven and over a campfire.",
        ),
        DemoProduct(
            "SKU-0007",
            "Fennel Enamel Casserole, 4 l",
            12900,
            "casserole",
            "clay",
            "A heavy iron pot with a cream enamel lining and a lid that drips the steam back evenly. "
            "Feeds six and goes from hob to oven to table.",
        ),
        DemoProduct(
            "SKU-0008",
            "Orchard Salt and Pepper Mills",
            4600,
            "mills",
            "oak",
            "Two turned beech mills, 18 cm tall, with ceramic grinders that set from fine to coarse by "
            "the knob on top.",
        ),
        DemoProduct(
            "SKU-0009",
            "Tidewater Dinner Plates, Set of 4",
            5200,
            "plates",
            "ocean",
            "Stoneware plates 27 cm across with an uneven sea-blue rim; no two are quite the same. "
            "Stackable and safe in the dishwasher.",
        ),
        DemoProduct(
            "SKU-0010",
            "Pebble Mixing Bowls, Set of 3",
            3900,
            "bowls",
            "sand",
            "Three nesting bowls of 1, 2 and 3.5 litres with a pouring lip and a silicone ring underneath"
            " that keeps them in place.",
        ),
        DemoProduct(
            "SKU-0011",
            "Linden Wooden Spoons, Set of 5",
            2400,
            "utensils",
            "sage",
            "Spoon, spatula, ladle, fork and turner carved from one piece of linden wood each. Oiled, and"
            " gentle on coated pans; the stoneware jar is included.",
        ),
        DemoProduct(
            "SKU-0012",
            "Quill Kitchen Scale",
            3400,
            "kitchen_scale",
            "ink",
            "Weighs up to 5 kg in steps of 1 g on a wipe-clean glass plate. Tares at a touch and runs for"
            " two years on two AAA batteries.",
        ),
        DemoProduct(
            "SKU-0013",
            "Marlow Linen Tea Towels, Set of 2",
            2200,
            "tea_towel",
            "ocean",
            "Washed linen with a woven stripe and a loop for the hook. 50 × 70 cm, lint-free on glasses "
            "and softer with every wash.",
        ),
    ),
)
