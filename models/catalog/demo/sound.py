"""What the demo shop sells with a plug or a battery."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

SOUND = DemoCategory(
    slug="sound",
    name="Sound & Tech",
    description="Things with a plug or a battery, built to be kept for years.",
    motif="headphones",
    products=(
        DemoProduct(
            "SKU-0040",
            "Cadence Over-Ear Headphones",
            18900,
            "headphones",
            "slate",
            "Closed wireless headphones with noise cancelling and 38 hours to a charge. Ear pads, band "
            "and battery can all be replaced at home.",
        ),
        DemoProduct(
            "SKU-0041",
            "Murmur Wireless Earbuds",
            9900,
            "earbuds",
            "sand",
            "Four grams each, with six hours of music and three more charges in the case. Proof against "
            "rain and sweat (IPX5).",
        ),
        DemoProduct(
            "SKU-0042",
            "Boulder Portable Speaker",
            12900,
            "portable_speaker",
            "clay",
            "A 20-watt speaker with a leather strap, a flat back for the wall and 14 hours of play. Two "
            "of them make a stereo pair.",
        ),
        DemoProduct(
            "SKU-0043",
            "Reverie Bookshelf Speakers",
            32900,
            "bookshelf_speakers",
            "walnut",
            "A pair of two-way speakers in real walnut veneer with a 13 cm woofer. Made for rooms up to "
            "25 m²; they need an amplifier.",
        ),
        DemoProduct(
            "SKU-0044",
            "Encore Turntable",
            27900,
            "turntable",
            "oak",
            "Belt-driven, 33 and 45 turns, with a carbon arm and a pre-amplifier that can be switched "
            "off. The cartridge is fitted and set.",
        ),
        DemoProduct(
            "SKU-0045",
            "Dial Kitchen Radio",
            11900,
            "radio",
            "sage",
            "DAB+, FM and Bluetooth behind one large knob. The birch cabinet sounds bigger than 24 cm; "
            "four presets, and it remembers the volume.",
        ),
        DemoProduct(
            "SKU-0046",
            "Tempo Mechanical Keyboard",
            13900,
            "keyboard",
            "ocean",
            "84 keys with quiet tactile switches that can be changed without solder. Aluminium frame, "
            "USB-C or wireless to three machines.",
        ),
        DemoProduct(
            "SKU-0047",
            "Glide Wireless Mouse",
            5900,
            "mouse",
            "ink",
            "A quiet mouse for either hand with a wheel of machined steel. One charge lasts ten weeks, "
            "one minute of charging lasts a day.",
        ),
        DemoProduct(
            "SKU-0048",
            "Anchor Charging Stand",
            4900,
            "charging_stand",
            "oak",
            "Holds a phone upright or sideways and charges it at 15 watts without a plug. Weighted oak "
            "foot, braided cable included.",
        ),
        DemoProduct(
            "SKU-0049",
            "Reserve Power Bank, 10 000 mAh",
            3900,
            "power_bank",
            "moss",
            "Two full phone charges in a case the size of a passport. 20 watts out by USB-C, and it shows"
            " per cent instead of dots.",
        ),
        DemoProduct(
            "SKU-0050",
            "Braid USB-C Cable, 2 m",
            1500,
            "cable",
            "clay",
            "Woven sleeve, steel collars and a leather tie. Carries 100 watts and has outlived ten "
            "thousand bends on our test rig.",
        ),
        DemoProduct(
            "SKU-0051",
            "Shutter 35 mm Film Camera",
            14900,
            "camera",
            "walnut",
            "A fully manual camera with a 40 mm f/2.8 lens and a needle that tells the light. Works "
            "without a battery; film not included.",
        ),
    ),
)
