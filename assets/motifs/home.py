"""Motifs of the room: lamps, seats and small things."""

from assets.sheet import Sheet


def table_lamp(s: Sheet) -> None:
    s.path("beam", "M120 190h160l46 120H74z")
    s.shadow(66)
    s.path("tint", "M172 310q-28-34-6-72 14-22 14-46h40q0 24 14 46 22 38-6 72z")
    s.rect("tint.dark", 150, 300, 100, 12, 6)
    s.path("cream", "M150 92h100l40 104H110z")
    s.oval("butter.light", 200, 190, 84, 5)
    s.line("shine", "M160 106l-30 70", 8)
    s.rect("cream.dark", 110, 190, 180, 7, 3)
    s.line("shine", "M176 242q-16 26-4 48", 7)


def floor_lamp(s: Sheet) -> None:
    s.path("beam", "M150 130h100l56 150H94z")
    s.shadow(62, 322)
    s.line("oak.dark", "M200 262l-44 58M200 262l44 58", 10)
    s.line("oak", "M200 262v58", 10)
    s.line("tint", "M200 120v146", 7)
    s.circle("brass", 200, 262, 10)
    s.path("tint", "M164 66h72l26 70H138z")
    s.rect("tint.dark", 138, 130, 124, 8, 4)
    s.line("shine", "M176 80l-14 40", 7)


def pendant(s: Sheet) -> None:
    s.path("beam", "M104 232h192l44 110H60z")
    s.line("charcoal", "M200 0v112", 5)
    s.rect("brass", 184, 100, 32, 30, 7)
    s.path("tint", "M98 230q4-106 102-106t102 106z")
    s.oval("cream.plain", 200, 231, 102, 13)
    s.oval("butter.light", 200, 232, 62, 8)
    s.circle("white", 200, 236, 19)
    s.line("shine", "M124 206q10-40 40-56", 9)


def armchair(s: Sheet) -> None:
    s.shadow(116, 318)
    s.line("oak.dark", "M118 268l-16 48M282 268l16 48M146 270l-6 40M254 270l6 40", 11)
    s.path("tint", "M112 210q-16-120 88-124t88 124v40H112z")
    s.path("shade", "M128 206q-8-98 72-102t72 102z")
    s.path("tint", "M84 186q24-16 38 8l6 50h144l6-50q14-24 38-8 12 60-22 92H106q-34-32-22-92z")
    s.rect("tint.light", 124, 216, 152, 34, 17)
    s.line("shine", "M140 128q14-20 40-24", 8)


def stool(s: Sheet) -> None:
    s.shadow(92, 318)
    s.line("tint.dark", "M164 176l-22 138M236 176l22 138", 13)
    s.line("tint.dark", "M156 254h88", 9)
    s.line("tint", "M138 172l-34 142M262 172l34 142", 15)
    s.rect("tint.dark", 100, 160, 200, 24, 12)
    s.oval("tint", 200, 158, 102, 24)
    s.line("tint.dark", "M136 156q60-12 128 0M160 166q40-6 84 0", 2)
    s.oval("shine", 160, 150, 36, 5)


def throw(s: Sheet) -> None:
    s.shadow(112, 302)
    for y, paint in ((258, "tint"), (222, "cream"), (186, "tint"), (150, "cream")):
        s.rect(paint, 92, y, 216, 40, 20)
    s.path("tint", "M92 146q0-22 22-22h172q22 0 22 22v10H92z")
    s.path("tint", "M116 124h100v130H116z")
    for column in range(5):
        s.line("cream.light", f"M{122 + column * 19} 144l9 10 9-10M{122 + column * 19} 184l9 10 9-10", 3)
    for column in range(9):
        s.line("cream.dark", f"M{120 + column * 11.5:g} 254v20", 4)


def cushion(s: Sheet) -> None:
    s.shadow(100, 312)
    with s.turned(-9):
        s.path("tint", "M100 100q100 22 200 0q-20 100 0 204q-100-20-200 0q20-104 0-204z")
        s.line("tint.light", "M114 116q86 18 172 0M114 290q86-18 172 0", 4)
        s.line("shade", "M200 202q-40-10-76 18M200 202q30 26 58 14M200 202q-6-40 14-66", 5)
        s.circle("tint.dark", 200, 202, 9)


def clock(s: Sheet) -> None:
    s.circle("shade", 210, 212, 118)
    s.circle("tint", 200, 200, 118)
    s.circle("cream", 200, 200, 100)
    for turn in range(12):
        with s.turned(turn * 30):
            s.rect("walnut.plain", 197, 108, 6, 20 if turn % 3 == 0 else 10, 3)
    s.line("charcoal", "M200 200l-36-40", 9)
    s.line("charcoal", "M200 200l50-44", 6)
    s.line("clay", "M200 220v-92", 3)
    s.circle("clay", 200, 200, 8)


def candle(s: Sheet) -> None:
    s.circle("glow", 200, 112, 52)
    s.shadow(76)
    s.path("tint", "M132 196h136v100q0 14-14 14H146q-14 0-14-14z")
    s.path("glass", "M126 156h148v142q0 14-14 14H140q-14 0-14-14z")
    s.oval("tint.light", 200, 196, 68, 11)
    s.line("charcoal", "M200 194v-40", 4)
    s.path("amber", "M200 92c22 30 22 62 0 66-22-4-22-36 0-66z")
    s.path("butter.light", "M200 120c10 16 10 32 0 34-10-2-10-18 0-34z")
    s.rect("cream", 158, 228, 84, 46, 4)
    s.line("tint.dark", "M178 244h44M186 258h28", 4)
    s.rect("shine", 138, 172, 8, 120, 4)


def vase(s: Sheet) -> None:
    s.shadow(62)
    s.line("leaf.dark", "M198 186q-6-50 20-112M200 170q-20-24-44-38M206 130q20-4 34-22", 5)
    for x, y, turn in ((218, 70, 20), (152, 128, -50), (242, 104, 55), (190, 104, -25), (226, 142, 60)):
        with s.turned(turn, x, y):
            s.oval("leaf", x, y, 12, 24)
    s.path("tint", "M180 176h40q0 26 14 42 30 30 20 64-6 28-34 28h-40q-28 0-34-28-10-34 20-64 14-16 14-42z")
    s.oval("tint.dark", 200, 176, 21, 6)
    s.path("tint.light", "M150 252q50 22 100 0l4 16q-54 20-108 0z")
    s.line("shine", "M168 238q-12 20-8 44", 7)


def mirror(s: Sheet) -> None:
    s.circle("shade", 212, 214, 122)
    s.circle("tint", 200, 200, 122)
    s.circle("tint.dark", 200, 200, 110)
    s.circle("steel", 201, 201, 107)
    s.path("shine", "M124 250l116-148 28 18-124 160zM168 290l112-142 12 18-100 130z")


def wall_shelf(s: Sheet) -> None:
    s.path("shade", "M76 246h256l-8 18H84z")
    s.line("charcoal", "M112 236v56l44-50M288 236v56l-44-50", 8)
    s.rect("tint", 66, 220, 268, 22, 4)
    for x, height, paint in ((92, 88, "clay"), (114, 104, "ocean"), (138, 94, "butter"), (160, 80, "sage")):
        s.rect(paint, x, 220 - height, 20, height, 3)
        s.rect("shine", x, 220 - height + 14, 20, 6)
    s.path("cream", "M234 170h62l-8 50h-46z")
    for x, y, turn in ((248, 142, -28), (266, 130, 0), (284, 144, 30)):
        with s.turned(turn, x, y):
            s.oval("leaf", x, y, 12, 34)


def basket(s: Sheet) -> None:
    s.shadow(108)
    s.line("tint.dark", "M108 178q-34-50 10-60M292 178q34-50-10-60", 12)
    s.path("cream", "M106 176q40-54 94-40 60-22 94 40z")
    s.path("tint", "M98 168h204l-20 122q-4 20-26 20H144q-22 0-26-20z")
    for row, y in enumerate((200, 228, 256, 282)):
        inset = 12 + row * 4
        for column in range(7):
            x, width = 98 + inset + column * (204 - 2 * inset) / 7, (204 - 2 * inset) / 7
            s.line("tint.dark" if (row + column) % 2 else "tint.light", f"M{x + 4:.0f} {y}h{width - 8:.0f}", 9)
    s.rect("tint.dark", 92, 160, 216, 18, 9)
    s.rect("tint.light", 96, 162, 180, 6, 3)
