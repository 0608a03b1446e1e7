"""What the demo shop sells for the desk."""

from models.catalog.demo.entry import DemoCategory, DemoProduct

DESK = DemoCategory(
    slug="desk",
    name="Desk & Paper",
    description="Tools for people who still think with a pen in their hand.",
    motif="notebook",
    products=(
        DemoProduct(
            "SKU-0027",
            "Folio Dotted Notebook, A5",
            1900,
            "notebook",
            "moss",
            "192 numbered pages of 100 g paper that fountain pens do not bleed through. Thread-sewn to "
            "lie flat, with two ribbons and a pocket.",
        ),
        DemoProduct(
            "SKU-0028",
            "Meridian Fountain Pen",
            6800,
            "fountain_pen",
            "ink",
            "A brass body under matt lacquer with a fine steel nib that starts at once. Takes standard "
            "cartridges or the converter in the box.",
        ),
        DemoProduct(
            "SKU-0029",
            "Cedar Pencils, Set of 12",
            1600,
            "pencils",
            "amber",
            "Incense-cedar pencils from 4H to 6B, unpainted but for the dipped ends. They sharpen cleanly"
            " and come in a tin.",
        ),
        DemoProduct(
            "SKU-0030",
            "Almanac Weekly Planner 2027",
            2700,
            "planner",
            "clay",
            "A week on the left, a blank page on the right, and a year at a glance in front. "
            "Spiral-bound, 17 × 24 cm, recycled paper.",
        ),
        DemoProduct(
            "SKU-0031",
            "Plinth Desk Organizer",
            4900,
            "organizer",
            "oak",
            "An oak tray with room for pens, cards, clips and a phone standing up. 26 × 12 cm, cork underneath.",
        ),
        DemoProduct(
            "SKU-0032",
            "Axis Laptop Stand",
            7200,
            "laptop_stand",
            "steel",
            "Bent from one sheet of aluminium to raise a screen by 15 cm. Carries laptops up to 17 inches"
            " and hides the keyboard below.",
        ),
        DemoProduct(
            "SKU-0033",
            "Arc Desk Lamp",
            11200,
            "desk_lamp",
            "amber",
            "Two sprung arms and a turning head that stay where you put them. Four brightness steps from "
            "warm to cool, with a table clamp and a foot.",
        ),
        DemoProduct(
            "SKU-0034",
            "Keel Steel Scissors",
            3300,
            "scissors",
            "walnut",
            "Forged in one piece and hollow-ground, 21 cm long. They cut paper, cloth and card to the tip"
            " and can be sharpened for life.",
        ),
        DemoProduct(
            "SKU-0035",
            "Loam Felt Desk Mat",
            4100,
            "desk_mat",
            "slate",
            "Thick wool felt that quiets the keyboard and spares the wrists. 80 × 35 cm with a natural rubber back.",
        ),
        DemoProduct(
            "SKU-0036",
            "Prism Watercolour Set",
            3600,
            "paintbox",
            "ocean",
            "Twelve half-pans of lightfast colour in an enamelled tin with three mixing wells. A travel "
            "brush rides in the lid.",
        ),
        DemoProduct(
            "SKU-0037",
            "Margin Sticky Notes",
            900,
            "sticky_notes",
            "butter",
            "Three blocks of 100 notes in butter, rose and sage. They hold to walls, come off pages "
            "without a trace, and take ink.",
        ),
        DemoProduct(
            "SKU-0038",
            "Parcel Letter Set",
            2100,
            "letter_set",
            "rose",
            "Twenty sheets of cotton paper and twenty lined envelopes in a box that closes with a ribbon."
            " For letters that are kept.",
        ),
        DemoProduct(
            "SKU-0039",
            "Weir Tape Dispenser",
            2800,
            "tape_dispenser",
            "sage",
            "A cast-iron body under a soft coat of powder paint: it takes one hand to use. For rolls up "
            "to 25 mm; one roll included.",
        ),
    ),
)
