"""Motifs of clothes and shoes."""

from assets.sheet import Sheet


def jacket(s: Sheet) -> None:
    s.shadow(92, 328)
    s.path("tint.dark", "M152 100q4-56 48-56t48 56l-20 30h-56z")
    s.path("charcoal.plain", "M170 100q4-34 30-34t30 34l-30 28z")
    s.path("tint", "M146 94l-54 34-40 138 38 14 28-82v118q0 8 8 8h148q8 0 8-8V198l28 82 38-14-40-138-54-34-54 38z")
    s.path("shade", "M118 198l-4-54 10 0v172q-6 0-6-8zM282 198l4-54-10 0v172q6 0 6-8z")
    s.line("charcoal", "M200 134v186", 6)
    s.line("tint.dark", "M140 250l34-14M260 250l-34-14", 6)
    s.line("tint.dark", "M60 256l36 14M340 256l-36 14", 8)
    s.rect("charcoal", 195, 150, 10, 20, 4)


def sweater(s: Sheet) -> None:
    s.shadow(92, 324)
    s.path("tint", "M150 96l-56 30-44 146 40 16 28-76v88h164v-88l28 76 40-16-44-146-56-30q-50 30-100 0z")
    s.path("tint.dark", "M118 298h164v20H118zM47 270l43 17-6 16-42-17zM353 270l-43 17 6 16 42-17z")
    s.line("tint.dark", "M150 98q50 36 100 0", 12)
    for x in (152, 200, 248):
        s.line("tint.light", f"M{x - 8} 146q16 16 0 32t0 32 0 32 0 32", 5)
        s.line("tint.dark", f"M{x + 8} 146q-16 16 0 32t0 32 0 32 0 32", 4)


def shirt(s: Sheet) -> None:
    s.shadow(88, 326)
    s.path("tint", "M152 88l-58 32-36 146 38 12 24-80v120q80 14 160 0V198l24 80 38-12-36-146-58-32-48 20z")
    s.path("shade", "M120 198l-2-50h8v170l-6-2zM280 198l2-50h-8v170l6-2z")
    s.rect("tint.light", 192, 118, 16, 204, 3)
    for y in (146, 182, 218, 254, 290):
        s.circle("white", 200, y, 5)
    s.path("tint.light", "M152 86l48 30-24 34-36-46zM248 86l-48 30 24 34 36-46z")
    s.line("tint.dark", "M152 88l48 28 48-28", 3)
    s.path("tint.dark", "M224 178h38v30l-19 12-19-12z")
    s.path("tint.plain", "M227 182h32v24l-16 10-16-10z")


def tshirt(s: Sheet) -> None:
    s.shadow(88, 320)
    s.path("tint", "M148 90l-66 32-40 78 48 26 28-36v122q82 12 164 0V190l28 36 48-26-40-78-66-32q-52 44-104 0z")
    s.line("tint.dark", "M149 94q51 44 102 0", 8)
    s.line("tint.dark", "M50 192l44 24M350 192l-44 24", 3)
    s.path("shade", "M118 190l-2-40h9v164l-7-1zM282 190l2-40h-9v164l7-1z")
    s.circle("cream", 200, 190, 30)
    s.path("tint.plain", "M174 204l18-30 10 16 8-10 16 24q-26 24-52 0z")


def boots(s: Sheet) -> None:
    for x, y, paint in ((52, -16, "tint.dark"), (0, 0, "tint")):
        s.path("shade", f"M{94 + x} {318 + y}h202v10H{94 + x}z")
        s.path("coal", f"M{92 + x} {288 + y}h204q10 30-10 32H{102 + x}q-12 0-10-32z")
        s.path(paint, f"M{102 + x} {112 + y}h88q-6 74 24 90 60 14 78 40 10 20 4 48H{92 + x}q-8-30 6-70 14-50 4-108z")
        s.path(
            "tint.dark", f"M{96 + x} {290 + y}q-6-34 8-68 26 8 30 68zM{250 + x * 0.6:g} {290 + y}q4-34 42-46 8 20 4 46z"
        )
        s.rect("walnut.plain", 96 + x, 102 + y, 100, 20, 9)
    s.line("butter.plain", "M152 146l40 6M148 170l48 4M150 194l58-2M160 218l64-14M180 238l60-16", 6)
    s.line("cream.dark", "M96 290h200", 4)


def sneakers(s: Sheet) -> None:
    for x, y in ((36, -62), (0, 0)):
        s.path("shade", f"M{60 + x} {310 + y}h270v10H{60 + x}z")
        s.path("tint", f"M{64 + x} {186 + y}q30 18 66 0l34-16q44 64 120 76 36 8 34 40H{58 + x}q-8-54 6-100z")
        s.path("white", f"M{54 + x} {280 + y}h268q10 32-14 34H{68 + x}q-20 0-14-34z")
        s.path("white", f"M{268 + x} {282 + y}q-2-30 20-36 34 10 32 36z")
        s.path("tint.dark", f"M{64 + x} {186 + y}q30 18 66 0l10-4-4 20q-36 20-76 2z")
        s.line("tint.dark", f"M{56 + x} {298 + y}h262", 4)
    s.line("white.plain", "M162 190l-28 22M180 212l-30 22M202 230l-28 22M228 244l-24 22", 8)


def socks(s: Sheet) -> None:
    for x, y, paint in ((38, 160, "clay"), (140, 160, "ocean"), (242, 160, "tint")):
        s.shadow(48, y + 146, x + 52)
        for step in (0, 1):
            _sock(s, x + step * 24, y + step * 14, paint)


def _sock(s: Sheet, x: int, y: int, paint: str) -> None:
    s.path(paint, f"M{x} {y}h42v66q0 12 9 17l24 14q16 10 9 23-8 11-24 6L{x + 12} {y + 104}q-12-7-12-23z")
    s.path(f"{paint}.light", f"M{x - 2} {y - 4}h46v24h-46z")
    s.path("cream.plain", f"M{x} {y + 76}q16-8 21 5 2 17-8 22-13-6-13-27z")
    for column in range(4):
        s.line(f"{paint}.dark", f"M{x + 5 + column * 11} {y}v15", 2)


def beanie(s: Sheet) -> None:
    s.shadow(112, 308)
    s.circle("cream", 200, 92, 34)
    s.line("cream.dark", "M182 86l10-10M204 76l12 6M190 104l14 8M214 96l8 8", 4)
    s.path("tint", "M92 252q-10-138 108-138t108 138z")
    for number in range(7):
        bend = (number - 3) * 26
        s.line("tint.dark", f"M{200 + (number - 3) * 10} 122Q{200 + bend} 150 {200 + bend * 1.15:g} 240", 4)
    s.rect("tint.light", 80, 234, 240, 70, 22)
    for number in range(15):
        s.line("tint.plain", f"M{98 + number * 14.6:g} 242v54", 5)


def scarf(s: Sheet) -> None:
    s.path("tint.dark", "M226 186l58-8 22 130-62 8z")
    s.path("tint", "M110 146q0-66 90-66t90 66-90 70-90-70z")
    s.path("shade", "M138 144q0-36 62-36t62 36-62 34-62-34z")
    s.path("tint.light", "M110 146q10 60 90 60t90-60q14 74-90 76-104-2-90-76z")
    s.path("tint", "M142 196l74 14-18 116-78-10z")
    s.line("cream", "M138 232l72 12M132 268l72 10M172 206l-16 110M260 200l14 106M240 246l54-8", 7)
    s.line("clay", "M136 250l72 10M194 212l-16 106M246 274l54-8", 3)
    for number in range(8):
        s.line("tint.dark", f"M{124 + number * 10} {318 + number * 1.2:g}v18", 4)
        s.line("tint.dark", f"M{248 + number * 7.6:g} {318 - number}v16", 4)


def cap(s: Sheet) -> None:
    s.shadow(126, 284)
    s.path("tint.dark", "M208 238q80-14 142 14 14 10-2 20-68 18-176-2z")
    s.path("tint", "M68 256q-12-132 104-132 104 0 112 116 0 10-10 10-104-2-196 18-9 2-10-12z")
    s.line("tint.dark", "M172 124q-60 36-66 136M172 124q52 40 50 126", 4)
    s.circle("tint.dark", 172, 122, 10)
    s.rect("walnut", 196, 180, 56, 34, 6)
    s.line("cream.dark", "M206 197h36", 4)
    for x, y in ((126, 176), (140, 170)):
        s.circle("coal", x, y, 4)
    s.line("shine", "M92 214q4-48 38-70", 8)


def jeans(s: Sheet) -> None:
    s.shadow(76, 334)
    s.path("tint", "M126 66h148l16 254q-34 10-70 2l-18-160h-4l-18 160q-36 8-70-2z")
    s.rect("tint.dark", 124, 62, 152, 26, 5)
    for x in (138, 196, 254):
        s.rect("tint.light", x, 60, 8, 30, 3)
    s.line("amber.plain", "M200 88v60q-2 14-16 16M128 96q4 38 44 38M272 96q-4 38-44 38", 3)
    s.line("amber.plain", "M116 306q32 8 66 2M218 308q34 6 66-2", 3)
    s.circle("brass", 200, 75, 8)
    s.path("shine", "M140 170q14 60 8 110-12-40-8-110zM250 170q14 60 16 110-20-40-16-110z")


def belt(s: Sheet) -> None:
    s.line("tint.dark", "M282 214C300 90 104 84 104 200s180 110 184 16", 36)
    s.line("tint", "M282 210C300 88 104 82 104 196s180 110 184 16", 32)
    s.line("tint.light", "M130 238c30 44 112 36 138-6", 3)
    s.path("tint", "M214 268q60-6 124 8 16 14-2 28-64 8-126-6z")
    for x in (262, 286, 310):
        s.circle("tint.dark", x, 288, 5)
    s.line("brass.plain", "M190 256h54v58h-54z", 12)
    s.line("brass.dark", "M190 285h52", 7)
