"""Motifs of the desk."""

from assets.sheet import Sheet


def notebook(s: Sheet) -> None:
    with s.turned(-8):
        s.rect("shade", 116, 88, 184, 238, 10)
        s.rect("cream.dark", 112, 84, 184, 234, 8)
        s.rect("cream", 112, 80, 180, 234, 8)
        s.rect("tint", 104, 76, 182, 236, 10)
        s.rect("tint.dark", 104, 76, 24, 236, 8)
        s.rect("tint.dark", 258, 76, 9, 236)
        s.rect("cream.plain", 150, 122, 84, 48, 4)
        s.line("tint.dark", "M164 140h56M164 153h36", 4)
        s.path("clay", "M160 312h10v34l-5-8-5 8z")


def fountain_pen(s: Sheet) -> None:
    s.line("tint.light", "M84 306c30-34 44 20 70-8s34-20 52-6 40-10 66-8", 5)
    with s.turned(-42):
        s.rect("shade", 90, 210, 240, 12, 6)
        s.rect("tint", 132, 182, 214, 38, 17)
        s.rect("brass", 222, 181, 10, 40)
        s.rect("brass", 326, 186, 8, 30, 3)
        s.path("tint.dark", "M100 187h36v28h-36z")
        s.path("brass", "M104 186v30q-30-2-58-15 28-13 58-15z")
        s.line("brass.dark", "M46 201h40", 3)
        s.circle("brass.dark", 86, 201, 4)
        s.rect("brass", 240, 172, 84, 8, 4)
        s.rect("shine", 140, 188, 76, 6, 3)


def pencils(s: Sheet) -> None:
    s.shadow(112, 320)
    tips = ("ocean", "clay", "moss", "rose", "charcoal", "butter")
    for number in range(12):
        x, y = 99 + number * 17, 112 + (number * 7) % 26
        s.path("oak.light", f"M{x} {y}l8-30 8 30z")
        s.path("charcoal.plain", f"M{x + 5} {y - 19}l3-11 3 11z")
        s.rect("oak", x, y, 16, 306 - y)
        s.rect("oak.dark", x + 11, y, 5, 306 - y)
        s.rect("oak.light", x, y, 4, 306 - y)
        s.rect(tips[number % len(tips)], x, 246, 16, 30)
    s.rect("tint", 86, 262, 230, 56, 8)
    s.rect("tint.dark", 86, 306, 230, 12, 6)
    s.rect("shine", 100, 274, 202, 6, 3)


def planner(s: Sheet) -> None:
    s.rect("shade", 52, 112, 308, 196, 10)
    s.rect("tint", 44, 102, 312, 198, 10)
    for x in (54, 206):
        s.rect("cream", x, 112, 140, 178, 4)
    s.rect("tint.light", 54, 112, 140, 22, 4)
    for day in range(7):
        y = 146 + day * 20
        s.circle("tint.plain", 66, y, 4)
        s.line("cream.dark", f"M78 {y + 5}H184", 3)
    s.line("charcoal", "M82 162h54M82 222h70", 4)
    s.line("tint.dark", "M330 112v62l-10-10-10 10v-62", 5)
    for ring in range(9):
        s.line("steel.dark", f"M192 {122 + ring * 20}h18", 5)


def organizer(s: Sheet) -> None:
    s.shadow(122, 316)
    s.line("clay", "M114 214l-14-96", 11)
    s.line("ocean", "M136 214V96", 11)
    s.line("butter", "M154 214l18-100", 11)
    s.rect("coal", 222, 116, 76, 130, 12)
    s.rect("ocean.light", 229, 126, 62, 110, 6)
    s.circle("cream", 260, 172, 18)
    s.path("tint", "M76 240h248v58q0 14-14 14H90q-14 0-14-14z")
    s.path("tint", "M92 196h90v60H92z")
    s.rect("tint.dark", 86, 192, 102, 12, 6)
    s.rect("tint.dark", 76, 238, 248, 12, 6)
    s.rect("shine", 92, 268, 60, 7, 3)


def laptop_stand(s: Sheet) -> None:
    s.shadow(124, 318)
    s.path("charcoal", "M108 88h184q12 0 12 12v122H96V100q0-12 12-12z")
    s.rect("ocean.light", 108, 100, 184, 112, 4)
    s.circle("cream", 248, 136, 20)
    s.path("sage.plain", "M108 212v-30l50-36 44 40 34-22 56 36v12z")
    s.path("steel", "M76 222h248l-8 16H84z")
    s.path("tint", "M112 238h176l-22 60h-132z")
    s.path("shade", "M138 252h124l-14 34h-96z")
    s.rect("tint", 92, 296, 216, 18, 8)


def desk_lamp(s: Sheet) -> None:
    s.path("beam", "M190 170l84-46 72 196H150z")
    s.shadow(64, 316, 128)
    s.rect("tint.dark", 76, 294, 112, 20, 9)
    s.line("charcoal", "M130 294l-26-108", 9)
    s.line("charcoal", "M104 186l112-72", 9)
    s.circle("brass", 104, 186, 14)
    s.circle("brass", 130, 292, 12)
    with s.turned(32, 230, 126):
        s.path("tint", "M196 90h50q34 6 42 76h-124q6-62 32-76z")
        s.oval("cream.light", 226, 166, 62, 11)
    s.circle("brass", 222, 110, 10)


def scissors(s: Sheet) -> None:
    with s.turned(24):
        for turn in (-13, 13):
            with s.turned(turn, 200, 214):
                s.path("steel", "M192 224V74q0-22 9-30 8 8 8 30v150z")
        s.line("tint", "M194 226c-10 24-24 24-40 40-32 34 4 84 34 52 18-20 16-56 12-84", 15)
        s.line("tint", "M206 226c10 24 24 24 40 40 32 34-4 84-34 52-18-20-16-56-12-84", 15)
        s.circle("brass", 200, 212, 10)
        s.circle("brass.dark", 200, 212, 4)


def desk_mat(s: Sheet) -> None:
    s.path("shade", "M70 168h266l34 128H44z")
    s.path("tint", "M76 156h248l40 126H36z")
    s.line("tint.light", "M90 168h220l34 102H56z", 3)
    s.path("steel", "M96 196h140l10 46H88z")
    for row in range(3):
        s.line("slate.plain", f"M{106 - row * 2} {206 + row * 12}h{122 + row * 4}", 6)
    s.path("cream", "M270 198q16-10 30 0 16 22 12 40-20 12-38 0-8-22-4-40z")
    s.line("cream.dark", "M285 196l4 18", 4)
    s.oval("tint.dark", 70, 148, 6, 12)
    s.rect("tint", 70, 136, 260, 24, 12)
    s.oval("tint.dark", 324, 148, 8, 12)


def paintbox(s: Sheet) -> None:
    s.shadow(128, 316)
    s.path("tint", "M82 88h236q10 0 10 10v92H72V98q0-10 10-10z")
    s.rect("white", 84, 100, 232, 82, 5)
    for x, paint in ((124, "rose.light"), (200, "ocean.light"), (276, "butter.light")):
        s.oval("white.dark", x, 142, 33, 29)
        s.oval(paint, x + 2, 146, 26, 20)
    s.rect("tint", 64, 190, 272, 120, 12)
    s.rect("white", 76, 202, 248, 96, 6)
    colours = (
        "butter",
        "amber",
        "clay",
        "rose",
        "walnut",
        "charcoal",
        "leaf",
        "sage",
        "moss",
        "ocean",
        "indigo",
        "slate",
    )
    for number, paint in enumerate(colours):
        s.rect(f"{paint}.plain", 84 + number % 6 * 40, 208 + number // 6 * 50, 32, 34, 4)
    s.line("walnut", "M120 282l186-40", 9)
    s.path("charcoal", "M124 274l-34 18 36-2z")


def sticky_notes(s: Sheet) -> None:
    for paint, angle, x, y in (("sage", 9, 148, 150), ("rose", -12, 92, 120), ("tint", 3, 112, 146)):
        with s.turned(angle):
            s.rect("shade", x + 6, y + 8, 158, 152, 3)
            s.path(paint, f"M{x} {y - 30}h158v126l-36 36H{x}z")
            s.path(f"{paint}.dark", f"M{x + 158} {y + 96}h-36v36z")
    with s.turned(3):
        s.line("tint.dark", "M134 160h108M134 186h84M134 212h58", 6)


def letter_set(s: Sheet) -> None:
    with s.turned(-7):
        s.rect("shade", 84, 138, 250, 164, 8)
        s.rect("cream", 104, 78, 196, 140, 4)
        s.line("cream.dark", "M126 104h110M126 124h150M126 144h130", 5)
        s.rect("tint", 74, 130, 250, 166, 8)
        s.path("tint.dark", "M74 296l100-92h50l100 92z")
        s.path("tint.light", "M78 132h242l-100 94q-21 18-42 0z")
        s.circle("clay", 199, 222, 24)
        s.circle("clay.dark", 199, 222, 16)
        s.path("clay.light", "M199 232l-9-10q-2-8 6-7l3 3 3-3q8-1 6 7z")


def tape_dispenser(s: Sheet) -> None:
    s.shadow(128, 306)
    s.circle("tint.dark", 158, 200, 74)
    s.circle("cream", 158, 192, 70)
    s.circle("butter.light", 158, 192, 60)
    s.circle("tint.light", 158, 192, 36)
    s.circle("charcoal", 158, 192, 14)
    s.path("butter.light", "M196 134l116 64v8l-120-58z")
    s.path("tint", "M74 230q84 70 168 0l40-34 38-4 14 100q0 12-12 12H82q-14 0-14-14z")
    s.path("steel", "M296 190l30-4 4 12-30 4z")
    s.line("shine", "M92 262q30 22 70 24", 8)
