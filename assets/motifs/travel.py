"""Motifs of bags and what goes inside them."""

from assets.sheet import Sheet


def backpack(s: Sheet) -> None:
    s.shadow(96, 326)
    s.line("tint.dark", "M168 92c0-44 64-44 64 0", 12)
    s.rect("tint.dark", 84, 198, 34, 98, 16)
    s.rect("tint.dark", 282, 198, 34, 98, 16)
    s.path("tint", "M104 170q0-88 96-88t96 88v118q0 34-34 34H138q-34 0-34-34z")
    s.rect("tint.dark", 122, 210, 156, 96, 22)
    s.rect("tint", 126, 214, 148, 90, 18)
    s.line("cream.dark", "M138 236h124", 5)
    s.line("walnut", "M136 154q64-50 128 0", 6)
    s.rect("walnut", 182, 176, 36, 24, 6)
    s.rect("brass", 254, 232, 9, 24, 4)
    s.line("shine", "M122 164q4-40 34-56", 8)


def rolltop(s: Sheet) -> None:
    s.shadow(92, 326)
    s.path("tint", "M110 134h180l10 156q0 32-32 32H132q-32 0-32-32z")
    s.path("tint.dark", "M104 222h192l4 68q0 32-32 32H132q-32 0-32-32z")
    s.rect("tint.dark", 96, 112, 208, 34, 17)
    s.rect("tint.light", 96, 100, 208, 26, 13)
    s.line("charcoal", "M136 96v70M264 96v70", 12)
    s.rect("brass", 126, 166, 20, 26, 5)
    s.rect("brass", 254, 166, 20, 26, 5)
    s.line("cream", "M128 246h144", 6)
    s.rect("cream", 176, 262, 48, 30, 5)
    s.line("shine", "M126 160l-4 44", 8)


def messenger_bag(s: Sheet) -> None:
    s.shadow(122, 312)
    s.line("walnut.dark", "M88 180C94 20 306 20 312 180", 15)
    s.rect("moss", 76, 152, 248, 158, 22)
    s.path("moss", "M70 142h260v88q0 30-30 30H100q-30 0-30-30z")
    s.path("shade", "M76 260h248v8H76z")
    for x in (120, 254):
        s.rect("tint", x, 142, 26, 136, 4)
        s.rect("brass", x - 4, 226, 34, 24, 6)
        s.rect("tint.dark", x + 6, 232, 14, 12, 2)
    s.line("moss.light", "M84 156h232", 3)


def tote(s: Sheet) -> None:
    s.shadow(100, 322)
    s.line("walnut", "M148 150c-6-124 110-124 104 0", 11)
    s.path("tint", "M96 138h208l14 166q0 14-14 14H96q-14 0-14-14z")
    s.path("tint.light", "M96 138h208l2 18H94z")
    s.line("leaf", "M200 290v-98", 6)
    for y, turn in ((198, 0), (226, 52), (226, -52), (258, 58), (258, -58)):
        with s.turned(turn, 200, y + 14):
            s.oval("leaf.plain", 200, y - 18, 11, 27)
    s.line("shine", "M110 176l-8 100", 6)


def duffel(s: Sheet) -> None:
    s.shadow(136, 310)
    s.line("walnut", "M132 200c0-110 136-110 136 0", 13)
    s.rect("tint", 58, 148, 284, 160, 58)
    s.oval("tint.dark", 84, 228, 30, 80)
    s.oval("tint.dark", 316, 228, 30, 80)
    s.line("brass.light", "M112 158h176", 6)
    s.rect("brass", 208, 150, 34, 14, 5)
    for x in (124, 252):
        s.rect("walnut", x, 158, 24, 150, 3)
        s.rect("brass", x + 3, 196, 18, 10, 3)
    s.rect("shine", 112, 174, 5, 100, 2)


def suitcase(s: Sheet) -> None:
    s.line("steel.dark", "M164 96V46h72v50", 10)
    s.rect("charcoal", 158, 36, 84, 16, 8)
    for x in (128, 252):
        s.rect("charcoal", x, 304, 24, 24, 8)
    s.shadow(86, 330)
    s.rect("tint", 108, 90, 184, 218, 26)
    for x in (134, 160, 186, 212, 238, 264):
        s.line("tint.dark", f"M{x} 108v182", 5)
        s.line("tint.light", f"M{x - 4} 108v182", 2)
    s.rect("cream", 176, 176, 48, 30, 5)
    s.line("tint.dark", "M186 191h28", 5)
    s.rect("steel", 272, 180, 14, 42, 5)


def wallet(s: Sheet) -> None:
    with s.turned(-8):
        s.rect("sage", 104, 92, 176, 120, 12)
        s.rect("clay", 116, 112, 176, 120, 12)
        s.rect("butter", 116, 130, 176, 10)
        s.rect("ocean", 98, 136, 186, 120, 12)
        s.rect("brass", 116, 152, 34, 24, 5)
        s.rect("shade", 92, 188, 230, 132, 16)
        s.path("tint", "M82 172q0-2 16-2h76q8 28 36 28t36-28h56q16 0 16 2v128q0 14-14 14H96q-14 0-14-14z")
        s.line("tint.light", "M94 182v118h212V182", 3)
        s.line("tint.light", "M104 238h192", 3)


def wash_bag(s: Sheet) -> None:
    s.shadow(120, 308)
    s.rect("white", 140, 84, 34, 110, 8)
    s.rect("ocean", 140, 84, 34, 22, 6)
    s.line("rose", "M222 178l24-104", 10)
    s.line("white", "M242 76l18 4", 15)
    s.path("tint", "M92 164h216q18 0 22 28l14 90q2 24-22 24H78q-24 0-22-24l14-90q4-28 22-28z")
    s.path("tint.dark", "M62 244h276l6 38q2 24-22 24H78q-24 0-22-24z")
    s.line("brass.light", "M92 178h216", 7)
    s.rect("walnut", 290, 172, 38, 15, 6)
    s.rect("cream", 168, 258, 64, 24, 5)
    s.line("shine", "M90 200l-8 34", 8)


def packing_cubes(s: Sheet) -> None:
    s.shadow(122, 318)
    for paint, x, y, width, height in (
        ("ocean", 84, 236, 232, 78),
        ("tint", 104, 164, 192, 72),
        ("butter", 132, 104, 136, 60),
    ):
        s.rect(paint, x, y, width, height, 14)
        s.rect("white.plain", x + 18, y + 18, width - 36, height - 34, 8)
        s.rect(f"{paint}.light", x + 22, y + 22, width - 44, height - 42, 6)
        s.line(f"{paint}.dark", f"M{x + 12} {y + 10}h{width - 24}", 4)
        s.rect("charcoal", x + width - 40, y + 5, 20, 9, 4)


def neck_pillow(s: Sheet) -> None:
    s.shadow(104, 324)
    s.path(
        "tint",
        "M120 312c-66-50-62-226 80-226s146 176 80 226c-36 24-74-16-50-48 34-48 22-94-30-94s-64 46-30 94"
        "c24 32-14 72-50 48z",
    )
    s.line("tint.dark", "M128 294c-50-50-40-186 72-186s122 136 72 186", 4)
    s.line("shine", "M96 214c4-52 28-84 62-98", 10)
    s.circle("charcoal", 152, 292, 7)
    s.circle("charcoal", 248, 292, 7)


def passport_cover(s: Sheet) -> None:
    with s.turned(9):
        s.path("white", "M176 62h116v150H176z")
        s.rect("ocean", 176, 62, 116, 30, 3)
        s.line("slate", "M192 110h60M192 126h84", 6)
        s.rect("shade", 112, 100, 184, 232, 14)
        s.rect("tint", 102, 88, 184, 232, 14)
        s.line("tint.light", "M112 98v212M276 98v212", 3)
        s.circle("brass.plain", 194, 188, 46)
        s.circle("tint.plain", 194, 188, 40)
        s.line("brass", "M154 188h80M194 148v80", 4)
        s.line("brass", "M194 148q-46 40 0 80M194 148q46 40 0 80", 4)
        s.line("brass", "M154 268h80", 7)


def umbrella(s: Sheet) -> None:
    s.shadow(50, 334, 214)
    s.line("charcoal", "M200 78v210", 7)
    s.line("walnut", "M200 270v36c0 34 44 34 44 2", 14)
    s.path(
        "tint",
        "M56 208c0-88 64-132 144-132s144 44 144 132q-22-28-48 0-24-28-48 0-24-28-48 0-24-28-48 0-24-28-48 0"
        "-26-28-48 0z",
    )
    s.path("shade", "M200 76c60 30 96 70 96 132q-24-28-48 0 0-80-48-132z")
    s.line(
        "tint.dark",
        "M200 76c-60 30-96 70-96 132M200 76c-30 30-48 70-48 132M200 76c30 30 48 70 48 132M200 76c60 30 96 70 96 132",
        3,
    )
    s.line("charcoal", "M200 76V58", 7)
