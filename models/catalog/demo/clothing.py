"""What the demo shop sells to wear."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

SHIRTS = ("S", "M", "L", "XL")
SHOES = ("39", "40", "41", "42", "43", "44")  # European
JEANS = ("W30 L32", "W32 L32", "W34 L34", "W36 L34")  # inches

CLOTHING = DemoCategory(
    slug="clothing",
    name="Clothing & Shoes",
    description="Plain, well-cut clothes in natural fibres and colours that get along.",
    motif="jacket",
    products=(
        DemoProduct(
            "SKU-0064",
            "Fogbank Rain Jacket",
            16900,
            "jacket",
            "butter",
            "A three-layer shell with taped seams, a hood that turns with the head and zips under the "
            "arms. Packs into its own pocket.",
        ),
        DemoProduct(
            "SKU-0065",
            "Heather Merino Sweater",
            11900,
            "sweater",
            "rose",
            "Fine-knit merino of 19.5 microns that never itches, with a ribbed crew neck. Warm down to 5 "
            "°C over a shirt; hand wash.",
        ),
        DemoProduct(
            "SKU-0066",
            "Jetty Oxford Shirt",
            7900,
            "shirt",
            "ocean",
            "Brushed organic cotton with a button-down collar and real shell buttons. Softens in the "
            "first three washes and keeps its shape.",
            sizes=SHIRTS,
        ),
        DemoProduct(
            "SKU-0067",
            "Basis Organic T-Shirt",
            2900,
            "tshirt",
            "sage",
            "Heavy 200 g jersey with a collar that does not curl. Preshrunk, so the size you buy is the size you keep.",
            sizes=SHIRTS,
        ),
        DemoProduct(
            "SKU-0068",
            "Ridgeway Hiking Boots",
            18900,
            "boots",
            "walnut",
            "Full-grain leather over a waterproof membrane, with a sole that can be renewed. Ankle-high shoes "
            "for stony paths and a 15 kg pack.",
            sizes=SHOES,
        ),
        DemoProduct(
            "SKU-0069",
            "Loop Canvas Sneakers",
            7400,
            "sneakers",
            "clay",
            "Shoes of organic cotton canvas on a natural rubber sole, stitched and not only glued. "
            "Insoles come out for drying.",
            sizes=SHOES,
        ),
        DemoProduct(
            "SKU-0070",
            "Peat Wool Socks, 3 Pairs",
            3300,
            "socks",
            "moss",
            "Ribbed wool with a reinforced heel and toe and no seam where boots press. Machine wash at 40 °C.",
        ),
        DemoProduct(
            "SKU-0071",
            "Beacon Ribbed Beanie",
            2900,
            "beanie",
            "amber",
            "Double-knit lambswool that covers the ears with the cuff up or down. One size, made in one piece.",
        ),
        DemoProduct(
            "SKU-0072",
            "Wold Lambswool Scarf",
            5400,
            "scarf",
            "ocean",
            "Woven and brushed until it is as soft as it looks. 30 × 190 cm in a broken check, fringed by hand.",
        ),
        DemoProduct(
            "SKU-0073",
            "Quayside Five-Panel Cap",
            3600,
            "cap",
            "moss",
            "Waxed cotton with a short brim and a leather strap at the back. Sheds drizzle, folds into a pocket.",
        ),
        DemoProduct(
            "SKU-0074",
            "Harrow Straight Jeans",
            9800,
            "jeans",
            "indigo",
            "Thirteen-ounce selvedge denim, all of it cotton. Mid rise, straight leg; "
            "hems chain-stitched free of charge.",
            sizes=JEANS,
        ),
        DemoProduct(
            "SKU-0075",
            "Tanner Leather Belt",
            4900,
            "belt",
            "walnut",
            "One strip of bridle leather 35 mm wide with a solid brass buckle. Punched five times and "
            "long enough to be cut.",
        ),
    ),
)
