"""What the demo shop sells for the room."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

HOME = DemoCategory(
    slug="home",
    name="Home & Light",
    description="Lamps, seats and quiet things that make a room feel finished.",
    motif="table_lamp",
    products=(
        DemoProduct(
            "SKU-0014",
            "Nordal Table Lamp",
            7900,
            "table_lamp",
            "clay",
            "A ceramic foot with a linen shade that throws a warm circle on the table. 42 cm tall, E27 "
            "socket, dimmer in the cord.",
        ),
        DemoProduct(
            "SKU-0015",
            "Heron Floor Lamp",
            14900,
            "floor_lamp",
            "ink",
            "A slim steel stem on three oak legs with a tilting shade for reading. 152 cm tall; the foot "
            "switch is where your foot is.",
        ),
        DemoProduct(
            "SKU-0016",
            "Solace Pendant Light",
            9800,
            "pendant",
            "sage",
            "A spun aluminium dome, matt outside and white within, 35 cm across. Comes with two metres of"
            " textile cord to shorten as you like.",
        ),
        DemoProduct(
            "SKU-0017",
            "Wren Lounge Chair",
            34900,
            "armchair",
            "moss",
            "An upholstered shell on ash legs, deep enough to pull your feet up. The wool cover unzips "
            "for cleaning; seat height 40 cm.",
        ),
        DemoProduct(
            "SKU-0018",
            "Tarn Oak Stool",
            8900,
            "stool",
            "oak",
            "Solid oak with wedged joints and no screws. 45 cm high, holds 150 kg, and serves as a "
            "bedside table just as well.",
        ),
        DemoProduct(
            "SKU-0019",
            "Fjell Wool Throw",
            11900,
            "throw",
            "clay",
            "Woven from undyed and russet lambswool in a herringbone. 130 × 180 cm with a short fringe; "
            "air it instead of washing it.",
        ),
        DemoProduct(
            "SKU-0020",
            "Juniper Linen Cushion",
            4400,
            "cushion",
            "moss",
            "A 50 × 50 cm cover of heavy stone-washed linen with a hidden zip, filled with feathers of "
            "certified origin.",
        ),
        DemoProduct(
            "SKU-0021",
            "Calder Wall Clock",
            5600,
            "clock",
            "oak",
            "A quiet sweep movement behind a birch face with no numbers to argue with. 30 cm across, one "
            "AA battery a year.",
        ),
        DemoProduct(
            "SKU-0022",
            "Isle Soy Candle",
            2600,
            "candle",
            "rose",
            "Poured soy wax with cedar, bergamot and a little smoke. Burns for about 45 hours; the glass "
            "makes a good tumbler afterwards.",
        ),
        DemoProduct(
            "SKU-0023",
            "Aster Bud Vase",
            2900,
            "vase",
            "ocean",
            "A narrow-necked stoneware vase for one branch or three stems. 19 cm tall, glazed inside so "
            "it never weeps.",
        ),
        DemoProduct(
            "SKU-0024",
            "Harbor Round Mirror",
            13900,
            "mirror",
            "oak",
            "Silvered glass in a thin oak frame, 60 cm across, with a fitting that hangs on a single screw.",
        ),
        DemoProduct(
            "SKU-0025",
            "Rowan Wall Shelf",
            6900,
            "wall_shelf",
            "walnut",
            "A walnut board 80 cm long on two folded steel brackets. Carries 15 kg and comes with screws "
            "for masonry and plasterboard.",
        ),
        DemoProduct(
            "SKU-0026",
            "Cove Woven Basket",
            3800,
            "basket",
            "sand",
            "Seagrass woven over a wire frame, with two handles and a cotton liner. 38 cm wide: logs, laundry or toys.",
        ),
    ),
)
