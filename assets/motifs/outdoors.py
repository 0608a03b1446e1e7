"""Motifs of camp and bicycle."""

from assets.sheet import Sheet


def tent(s: Sheet) -> None:
    s.shadow(146, 306)
    s.line("charcoal", "M54 306l-24 8M346 306l24 8", 4)
    s.path("tint", "M46 304Q120 116 200 92q80 24 154 212z")
    s.path("tint.dark", "M200 92q80 24 154 212h-82Q262 168 200 92z")
    s.path("butter.light", "M142 304q12-110 58-164 46 54 58 164z")
    s.path("walnut.dark", "M166 304q6-90 34-140 28 50 34 140z")
    s.path("tint.light", "M200 140q-46 54-58 164h14q8-96 44-150z")
    s.line("amber.plain", "M46 304Q120 116 200 92q80 24 154 212", 6)


def sleeping_bag(s: Sheet) -> None:
    with s.turned(26):
        s.path("shade", "M132 92q78-60 150 4l-26 216q-46 30-94 0z")
        s.path("tint", "M122 108q0-66 78-66t78 66-22 200q-56 34-112 0-22-134-22-200z")
        for y in (162, 196, 230, 264, 298):
            s.line("tint.dark", f"M{118 + (y - 130) * 0.15:g} {y}q80 20 {164 - (y - 130) * 0.3:g} 0", 4)
        s.oval("tint.dark", 200, 98, 52, 42)
        s.oval("cream", 200, 104, 42, 32)
        s.oval("cream.dark", 200, 112, 30, 16)
        s.line("amber", "M246 128q8 60-6 150", 5)


def headlamp(s: Sheet) -> None:
    s.path("ray", "M170 184L20 84v226z")
    s.line("charcoal", "M216 184C240 70 372 150 330 232c-30 56-96 36-118 0", 28)
    s.line("tint", "M222 168C250 84 358 154 324 224c-24 44-70 34-96 12", 12)
    s.rect("charcoal", 148, 144, 100, 104, 26)
    s.rect("tint", 158, 150, 84, 92, 22)
    s.oval("steel", 158, 196, 24, 42)
    s.oval("butter.light", 154, 196, 17, 33)
    s.oval("white", 152, 196, 8, 18)
    s.rect("coal", 196, 138, 30, 14, 6)


def bottle(s: Sheet) -> None:
    s.shadow(60, 328)
    s.line("charcoal", "M176 82c0-40 48-40 48 0", 10)
    s.rect("charcoal", 166, 74, 68, 38, 10)
    s.rect("steel", 170, 110, 60, 14)
    s.path("tint", "M170 124h60q4 22 20 34 8 8 8 22v126q0 20-20 20h-76q-20 0-20-20V180q0-14 8-22 16-12 20-34z")
    s.path("steel", "M142 290h116v16q0 20-20 20h-76q-20 0-20-20z")
    s.path("cream.plain", "M172 244l20-34 12 18 8-10 18 26z")
    s.rect("shine", 154, 180, 10, 96, 5)


def camp_stove(s: Sheet) -> None:
    s.shadow(70, 330)
    s.line("shine", "M174 66c-10-14 8-20 0-34M206 66c-10-14 8-20 0-34M236 66c-10-14 8-20 0-34", 6)
    s.line("charcoal", "M290 110h60", 14)
    s.path("steel", "M112 86h178v78q0 22-22 22H134q-22 0-22-22z")
    s.rect("steel.dark", 104, 78, 194, 14, 7)
    for x in (160, 200, 240):
        s.path("tint", f"M{x} 188q18 18 6 32h-12q-12-14 6-32z")
        s.path("ocean.light", f"M{x} 206q8 8 3 14h-6q-5-6 3-14z")
    s.line("charcoal", "M150 190l34 40M250 190l-34 40", 8)
    s.rect("brass", 176, 220, 48, 26, 6)
    s.line("charcoal", "M224 234h40", 6)
    s.path("clay", "M152 264q0-18 18-18h60q18 0 18 18v46q0 16-16 16h-64q-16 0-16-16z")
    s.rect("cream", 152, 272, 96, 22)


def pocket_knife(s: Sheet) -> None:
    with s.turned(-22):
        s.rect("shade", 100, 206, 240, 60, 30)
        s.path("steel", "M228 198L84 110q-30-8-26 12 34 62 124 88z")
        s.path("white", "M58 122q34 62 124 88l20-6Q112 172 62 112z")
        s.line("steel.dark", "M268 200l10-34q-16-6-6-18t2-20 6-18 2-20l8-18", 8)
        s.rect("steel", 94, 190, 240, 66, 33)
        s.rect("tint", 94, 196, 240, 54, 27)
        s.rect("steel", 94, 196, 34, 54, 14)
        for x in (112, 214, 310):
            s.circle("brass", x, 223, 7)
        s.rect("shine", 138, 204, 60, 6, 3)


def lantern(s: Sheet) -> None:
    s.circle("glow", 200, 210, 116)
    s.shadow(76, 328)
    s.line("charcoal", "M134 148C134 30 266 30 266 148", 8)
    s.path("charcoal", "M150 132h100l14 28H136z")
    s.rect("charcoal", 172, 110, 56, 24, 8)
    s.path("glass", "M142 160h116v96H142z")
    s.path("butter.light", "M148 160h104v96H148z")
    s.rect("white", 178, 178, 44, 78, 14)
    s.line("charcoal", "M146 160v100M254 160v100M200 160v18", 6)
    s.path("tint", "M132 256h136l8 56q0 14-14 14H138q-14 0-14-14z")
    s.circle("tint.dark", 200, 292, 15)
    s.circle("cream", 200, 292, 8)


def camp_chair(s: Sheet) -> None:
    s.shadow(118, 322)
    s.line("charcoal", "M116 96l20 136M284 96l-20 136", 10)
    s.line("charcoal", "M104 246l152 70M296 246l-152 70", 10)
    s.line("steel.dark", "M120 250l-14 66M280 250l14 66", 9)
    s.path("tint", "M104 90q96 30 192 0l-20 120q28 16 34 40-110 40-220 0 6-24 34-40z")
    s.path("shade", "M124 210q76 26 152 0 28 16 34 40-110 40-220 0 6-24 34-40z")
    s.path("tint.light", "M104 90q96 30 192 0l-3 18q-93 28-186 0z")
    s.line("tint.dark", "M124 212q76 24 152 0", 4)


def bike_light(s: Sheet) -> None:
    s.path("ray", "M150 156L14 70v172z")
    s.line("steel.dark", "M60 278h280", 22)
    s.line("charcoal", "M186 190v96M300 214v72", 24)
    s.path("tint", "M150 116h84q30 0 30 40t-30 40h-84z")
    s.rect("steel", 136, 110, 22, 92, 9)
    s.oval("butter.light", 140, 156, 10, 38)
    s.oval("white", 138, 156, 5, 22)
    s.rect("charcoal", 190, 108, 30, 10, 5)
    s.rect("charcoal", 272, 172, 56, 70, 16)
    s.rect("clay", 280, 180, 40, 54, 12)
    for y in (194, 207, 220):
        s.circle("rose.light", 300, y, 5)
    s.rect("coal", 172, 262, 28, 32, 6)
    s.rect("coal", 286, 262, 28, 32, 6)


def helmet(s: Sheet) -> None:
    s.line("charcoal", "M124 236q24 96 76 96t76-96", 9)
    s.rect("coal", 184, 318, 32, 20, 7)
    s.path("tint", "M66 240q-8-146 134-146t134 146q-10 18-34 8-100-34-200 0-24 10-34-8z")
    for turn in (-42, -21, 0, 21, 42):
        with s.turned(turn, 200, 260):
            s.rect("charcoal.plain", 190, 116, 20, 62, 10)
    s.path("tint.dark", "M66 240q134-56 268 0-10 18-34 8-100-34-200 0-24 10-34-8z")
    s.line("shine", "M88 206q10-54 52-80", 8)


def floor_pump(s: Sheet) -> None:
    s.shadow(92, 334)
    s.line("charcoal", "M224 286C340 300 330 120 278 166", 8)
    s.rect("coal", 262, 146, 24, 36, 7)
    s.line("steel.dark", "M200 84v80", 9)
    s.rect("oak", 128, 66, 144, 28, 14)
    s.rect("tint", 176, 140, 48, 160, 8)
    s.rect("charcoal", 170, 132, 60, 20, 8)
    s.circle("steel", 200, 260, 40)
    s.circle("cream", 200, 260, 32)
    s.line("clay", "M200 260l16-16", 5)
    s.line("charcoal", "M178 272a24 24 0 1 1 44 0", 3)
    s.rect("charcoal", 116, 312, 168, 20, 10)
    s.rect("charcoal", 180, 298, 40, 20)
    s.rect("shine", 182, 156, 7, 54, 3)


def bike_bell(s: Sheet) -> None:
    s.line("steel.dark", "M44 288q156-34 312 0", 26)
    s.line("steel.light", "M50 280q150-32 300 0", 5)
    s.rect("charcoal", 178, 232, 44, 62, 10)
    s.line("charcoal", "M256 226l62-20", 11)
    s.circle("charcoal", 322, 204, 15)
    s.path("tint", "M92 226q0-124 108-124t108 124q-108 32-216 0z")
    s.path("tint.dark", "M92 226q108 32 216 0l-2 14q-106 28-212 0z")
    s.circle("tint.light", 200, 104, 13)
    s.line("shine", "M120 200q8-48 48-68", 10)
    s.line("tint.dark", "M76 130q-16 14-20 34M324 130q16 14 20 34", 5)


def compass(s: Sheet) -> None:
    with s.turned(-14):
        s.rect("shade", 112, 54, 196, 296, 24)
        s.rect("glass", 104, 46, 196, 296, 24)
        s.line("clay", "M202 64v50M190 78l12-16 12 16", 6)
        for number in range(11):
            s.line("charcoal", f"M122 {84 + number * 22}h{16 if number % 5 == 0 else 8}", 3)
        s.circle("charcoal", 202, 220, 86)
        s.circle("tint", 202, 220, 76)
        s.circle("cream", 202, 220, 66)
        for turn in range(8):
            with s.turned(turn * 45, 202, 220):
                s.rect("charcoal.plain", 200, 158, 4, 14 if turn % 2 == 0 else 8)
    s.path("clay", "M196 132l16 80h-30z")
    s.path("slate", "M198 294l14-82h-30z")
    s.circle("brass", 197, 212, 8)
