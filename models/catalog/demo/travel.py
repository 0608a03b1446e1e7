"""What the demo shop sells for the way."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

TRAVEL = DemoCategory(
    slug="travel",
    name="Bags & Travel",
    description="Bags that carry well, and the small things that go inside them.",
    motif="backpack",
    products=(
        DemoProduct(
            "SKU-0052",
            "Summit Day Backpack, 22 l",
            8900,
            "backpack",
            "moss",
            "Recycled nylon with a padded back, a laptop sleeve for 15 inches and two bottle pockets. "
            "Weighs 640 g and fits under the seat.",
        ),
        DemoProduct(
            "SKU-0053",
            "Ferry Roll-Top Backpack, 28 l",
            11900,
            "rolltop",
            "ocean",
            "Welded seams and a roll-top closure keep a day of rain outside. Opens at the side too, so "
            "the bottom is never far.",
        ),
        DemoProduct(
            "SKU-0054",
            "Courier Messenger Bag",
            9800,
            "messenger_bag",
            "walnut",
            "Waxed canvas with leather straps, one large compartment and a flap that swallows a folder. "
            "38 × 28 cm, worn across the shoulder.",
        ),
        DemoProduct(
            "SKU-0055",
            "Market Canvas Tote",
            2600,
            "tote",
            "sand",
            "Twelve-ounce organic cotton with a flat base and handles long enough for the shoulder. "
            "Carries 15 kg of groceries without complaint.",
        ),
        DemoProduct(
            "SKU-0056",
            "Sunday Weekender, 40 l",
            15900,
            "duffel",
            "clay",
            "Two nights of clothes, a separate shoe pocket and a sleeve that slides over a suitcase "
            "handle. Waterproof canvas, brass zips.",
        ),
        DemoProduct(
            "SKU-0057",
            "Transit Cabin Suitcase",
            17900,
            "suitcase",
            "sage",
            "A polycarbonate shell on four quiet wheels, 55 × 38 × 20 cm, 2.6 kg. Wheels, handle and lock"
            " are screwed, not riveted, and can be replaced.",
        ),
        DemoProduct(
            "SKU-0058",
            "Pocket Leather Card Wallet",
            4200,
            "wallet",
            "walnut",
            "Vegetable-tanned leather for six cards and folded notes, 8 mm thin when full. It darkens with the years.",
        ),
        DemoProduct(
            "SKU-0059",
            "Cabin Wash Bag",
            3400,
            "wash_bag",
            "slate",
            "Opens flat as a book, hangs from a hook and keeps liquids on their own side. Waxed cotton "
            "outside, wipe-clean inside.",
        ),
        DemoProduct(
            "SKU-0060",
            "Stow Packing Cubes, Set of 3",
            3200,
            "packing_cubes",
            "rose",
            "Three light mesh-topped cubes that halve the chaos of a suitcase. Large, medium and small, "
            "together 240 g.",
        ),
        DemoProduct(
            "SKU-0061",
            "Drift Neck Pillow",
            2900,
            "neck_pillow",
            "ocean",
            "Memory foam that supports the chin as well as the neck. The jersey cover comes off for "
            "washing; packs down to a litre.",
        ),
        DemoProduct(
            "SKU-0062",
            "Customs Passport Cover",
            2800,
            "passport_cover",
            "clay",
            "Leather sleeve for a passport, a boarding card and two bank cards, lined to keep contactless readers out.",
        ),
        DemoProduct(
            "SKU-0063",
            "Squall Compact Umbrella",
            3900,
            "umbrella",
            "butter",
            "Nine fibreglass ribs that turn inside out and come back. Opens and closes by one button, 28 "
            "cm folded, canopy 98 cm.",
        ),
    ),
)
