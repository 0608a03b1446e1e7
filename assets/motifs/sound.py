"""Motifs of sound and technology."""

from assets.sheet import Sheet


def headphones(s: Sheet) -> None:
    s.shadow(100, 322)
    s.line("charcoal", "M112 220c-8-176 184-176 176 0", 24)
    s.line("tint", "M120 190c4-124 156-124 160 0", 16)
    s.line("steel.dark", "M113 196v44M287 196v44", 8)
    for x in (112, 288):
        s.rect("charcoal", x - 18 if x < 200 else x - 26, 208, 44, 104, 22)
        s.rect("tint", x - 40 if x < 200 else x + 2, 204, 38, 112, 19)
    s.rect("shine", 80, 226, 7, 60, 3)
    s.rect("shine", 298, 226, 7, 60, 3)


def earbuds(s: Sheet) -> None:
    s.shadow(128, 314)
    s.rect("tint", 66, 158, 150, 152, 46)
    s.path("tint.dark", "M66 206h150v8H66z")
    s.rect("shine", 88, 174, 66, 9, 4)
    s.circle("leaf.plain", 141, 240, 5)
    _earbud(s, 262, 214, 8)
    _earbud(s, 322, 250, 68)


def _earbud(s: Sheet, x: int, y: int, degrees: int) -> None:
    """One of the two: the part that sits in the ear, its tip of silicone, and the stem below."""
    with s.turned(degrees, x, y):
        s.rect("white", x - 8, y, 18, 88, 9)
        s.rect("steel", x - 8, y + 76, 18, 12, 5)
        s.oval("white", x - 4, y - 2, 26, 22)
        s.oval("charcoal", x - 25, y + 4, 9, 13)
        s.rect("steel.plain", x + 4, y + 24, 3, 34, 1)


def portable_speaker(s: Sheet) -> None:
    s.shadow(126, 308)
    s.line("walnut", "M98 140c-10-60 214-60 204 0", 13)
    s.rect("tint", 66, 132, 268, 174, 46)
    s.rect("tint.dark", 82, 148, 236, 142, 34)
    for row in range(7):
        s.line("tint.light", f"M{104 if row % 2 else 96} {164 + row * 18}H306", 3)
    s.circle("charcoal", 200, 219, 54)
    s.circle("tint", 200, 219, 42)
    s.circle("charcoal", 200, 219, 17)
    s.circle("brass", 104, 140, 8)
    s.circle("brass", 296, 140, 8)


def bookshelf_speakers(s: Sheet) -> None:
    for x in (74, 214):
        s.shadow(60, 318, x + 56)
        s.rect("tint", x, 84, 112, 230, 8)
        s.rect("charcoal", x + 9, 93, 94, 212, 5)
        s.circle("steel", x + 56, 140, 27)
        s.circle("coal", x + 56, 140, 20)
        s.circle("steel.dark", x + 56, 140, 8)
        s.circle("steel", x + 56, 234, 44)
        s.circle("coal", x + 56, 234, 37)
        s.circle("charcoal", x + 56, 234, 27)
        s.circle("steel.dark", x + 56, 234, 11)
    s.rect("shine", 80, 92, 4, 210, 2)


def turntable(s: Sheet) -> None:
    s.rect("shade", 74, 104, 268, 222, 16)
    s.rect("tint", 64, 90, 272, 222, 16)
    s.rect("tint.light", 72, 98, 256, 206, 10)
    s.circle("steel", 176, 201, 100)
    s.circle("coal", 176, 201, 94)
    for radius in (80, 66, 52):
        s.circle("charcoal.plain", 176, 201, radius)
        s.circle("coal.dark", 176, 201, radius - 3)
    s.circle("clay", 176, 201, 32)
    s.circle("cream", 176, 201, 5)
    s.path("shine", "M176 201L110 134q28-26 60-27zM176 201l66 67q-28 26-60 27z")
    s.circle("steel", 300, 130, 21)
    s.line("steel.dark", "M300 130l-4 96-50 42", 8)
    s.rect("charcoal", 232, 256, 26, 18, 4)
    s.circle("charcoal", 302, 278, 12)


def radio(s: Sheet) -> None:
    s.shadow(126, 306)
    s.line("steel.dark", "M282 130l44-70", 6)
    s.rect("oak", 66, 126, 268, 180, 30)
    s.rect("tint", 78, 138, 244, 156, 22)
    for row in range(6):
        for column in range(6):
            s.circle("tint.dark", 104 + column * 20, 162 + row * 21, 6)
    s.rect("cream", 226, 156, 80, 38, 7)
    s.line("clay", "M252 160v30", 4)
    s.line("charcoal", "M236 166v8M244 166v8M262 166v8M272 166v8M282 166v8M292 166v8", 2)
    s.circle("oak", 266, 244, 36)
    s.circle("oak.light", 262, 240, 26)
    s.line("walnut", "M262 240l12-16", 5)


def keyboard(s: Sheet) -> None:
    with s.turned(-10):
        s.rect("shade", 52, 134, 312, 158, 18)
        s.rect("tint", 44, 122, 312, 158, 18)
        s.rect("tint.dark", 54, 132, 292, 138, 12)
        for row in range(4):
            for column in range(10):
                if row == 3 and 2 <= column <= 6:
                    continue
                paint = "clay" if (row, column) == (0, 0) else "amber" if (row, column) == (2, 9) else "cream"
                s.rect(f"{paint}.plain", 62 + column * 28, 140 + row * 32, 24, 26, 5)
        s.rect("cream.plain", 118, 236, 136, 26, 5)


def mouse(s: Sheet) -> None:
    with s.turned(14):
        s.rect("shade", 132, 92, 152, 232, 74)
        s.rect("tint", 122, 80, 152, 232, 74)
        s.path("tint.dark", "M196 80h4v88h-4zM122 166q76 18 152 0v5q-76 18-152 0z")
        s.rect("coal", 186, 110, 24, 46, 12)
        s.rect("steel", 190, 114, 16, 38, 8)
        s.path("shine", "M138 176q-4 66 26 104-40-26-36-106z")


def charging_stand(s: Sheet) -> None:
    s.shadow(92, 318)
    s.line("charcoal", "M270 304q60 10 66-40", 6)
    s.rect("coal", 138, 62, 124, 228, 22)
    s.rect("ink", 147, 72, 106, 208, 14)
    s.circle("ocean.plain", 200, 156, 38)
    s.circle("ink.dark", 200, 156, 30)
    s.path("butter", "M206 130l-22 30h14l-6 24 24-32h-14z")
    s.line("slate.light", "M172 222h56M182 238h36", 6)
    s.path("tint", "M118 268h164l22 44q0 4-8 4H104q-8 0-8-4z")
    s.rect("tint.dark", 118, 264, 164, 14, 7)
    s.rect("shine", 124, 288, 60, 6, 3)


def power_bank(s: Sheet) -> None:
    with s.turned(-10):
        s.rect("shade", 132, 82, 154, 244, 30)
        s.rect("tint", 122, 70, 154, 244, 30)
        s.rect("tint.dark", 142, 92, 114, 52, 12)
        s.line("cream.light", "M164 106v24M180 106h14v24h-14zM208 106h14v24h-14z", 5)
        s.rect("coal", 178, 70, 42, 10, 5)
        s.path("butter", "M206 182l-38 52h24l-10 42 44-58h-26z")
        s.rect("shine", 132, 108, 7, 150, 3)


def cable(s: Sheet) -> None:
    for radius in (96, 78, 60):
        s.line("tint.dark", f"M{200 - radius} 204a{radius} {radius} 0 1 1 0 2z", 14)
        s.line("tint", f"M{200 - radius} 202a{radius} {radius} 0 1 1 0 2z", 10)
    s.line("tint", "M200 298q60 34 108 0", 11)
    s.line("tint", "M104 202q-16 60 4 96", 11)
    s.rect("walnut", 186, 90, 28, 70, 7)
    s.circle("brass", 200, 112, 6)
    with s.turned(-32, 308, 298):
        s.rect("charcoal", 300, 284, 44, 26, 7)
        s.rect("steel", 340, 289, 22, 16, 5)
    with s.turned(75, 108, 298):
        s.rect("charcoal", 102, 285, 40, 26, 7)
        s.rect("steel", 140, 290, 20, 16, 5)


def camera(s: Sheet) -> None:
    s.shadow(126, 302)
    s.path("steel", "M84 126h66l18-34h66l18 34h64q14 0 14 14v26H70v-26q0-14 14-14z")
    s.rect("charcoal", 96, 110, 36, 18, 5)
    s.rect("brass", 270, 108, 28, 20, 6)
    s.rect("tint", 70, 158, 260, 116, 4)
    s.path("steel", "M70 264h260v20q0 14-14 14H84q-14 0-14-14z")
    s.rect("coal", 178, 100, 46, 24, 5)
    s.circle("steel", 200, 208, 72)
    s.circle("coal", 200, 208, 62)
    s.circle("charcoal", 200, 208, 46)
    s.circle("ink", 200, 208, 34)
    s.circle("ocean.plain", 200, 208, 22)
    s.path("shine", "M176 200q4-22 26-26-14 10-14 28z")
    s.circle("clay.plain", 300, 180, 7)
