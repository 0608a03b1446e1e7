"""What the demo shop sells for nights outside and the bicycle."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

OUTDOORS = DemoCategory(
    slug="outdoors",
    name="Outdoors & Cycling",
    description="For nights outside and rides in the dark.",
    motif="tent",
    products=(
        DemoProduct(
            "SKU-0076",
            "Lee Two-Person Tent",
            32900,
            "tent",
            "moss",
            "A freestanding dome for three seasons that one person pitches in five minutes. 2.1 kg with "
            "pegs, two doors, two porches.",
        ),
        DemoProduct(
            "SKU-0077",
            "Vale Down Sleeping Bag",
            24900,
            "sleeping_bag",
            "ocean",
            "Responsibly sourced 700-fill down, comfortable to 0 °C and 890 g light. The two-way zip lets"
            " feet out on warm nights.",
        ),
        DemoProduct(
            "SKU-0078",
            "Glimmer Headlamp",
            4900,
            "headlamp",
            "clay",
            "350 lumens, a red light for maps and a lock against going off in the bag. Charges by USB-C; "
            "40 hours on low.",
        ),
        DemoProduct(
            "SKU-0079",
            "Source Insulated Bottle, 750 ml",
            3200,
            "bottle",
            "sage",
            "Double-walled steel that keeps ice for a day and tea for twelve hours. The lid screws off "
            "whole, so it really gets clean.",
        ),
        DemoProduct(
            "SKU-0080",
            "Kindle Point Camp Stove",
            6400,
            "camp_stove",
            "amber",
            "A folding gas burner of 95 g that boils half a litre in three minutes. Sold with a 0.9 litre"
            " pot it packs into.",
        ),
        DemoProduct(
            "SKU-0081",
            "Bracken Pocket Knife",
            5200,
            "pocket_knife",
            "walnut",
            "One locking blade of 7 cm, one corkscrew, nothing that rattles. Walnut scales over a steel frame, 78 g.",
        ),
        DemoProduct(
            "SKU-0082",
            "Hollow Camp Lantern",
            4400,
            "lantern",
            "amber",
            "Warm light that dims from a table to a night light, up to 90 hours. Hangs, stands, and "
            "charges a phone when it must.",
        ),
        DemoProduct(
            "SKU-0083",
            "Perch Folding Chair",
            8800,
            "camp_chair",
            "ocean",
            "An aluminium frame under a sling of ripstop that sits low and holds 120 kg. Folds to 35 cm "
            "and weighs 1.1 kg.",
        ),
        DemoProduct(
            "SKU-0084",
            "Comet Bicycle Light Set",
            5400,
            "bike_light",
            "ink",
            "A 300-lumen front and a wide red rear light with rubber straps for any bar. USB-C, six hours"
            " each, proof against downpours.",
        ),
        DemoProduct(
            "SKU-0085",
            "Dome City Helmet",
            7900,
            "helmet",
            "sage",
            "In-mould shell with twelve vents, a magnetic buckle and a rear light in the dial. 340 g, "
            "sizes by a turn of the wheel.",
        ),
        DemoProduct(
            "SKU-0086",
            "Bellows Floor Pump",
            4700,
            "floor_pump",
            "clay",
            "A steel barrel with a wooden handle and a gauge that reads true to 8 bar. One head fits both"
            " kinds of valve.",
        ),
        DemoProduct(
            "SKU-0087",
            "Chime Brass Bicycle Bell",
            2200,
            "bike_bell",
            "amber",
            "Turned brass with a long, friendly ring. Fits bars from 22 to 32 mm with one screw.",
        ),
        DemoProduct(
            "SKU-0088",
            "Bearing Field Compass",
            3800,
            "compass",
            "steel",
            "A liquid-filled capsule that settles in two seconds on a clear base plate with scales for "
            "1:25 000 and 1:50 000.",
        ),
    ),
)
