"""Motifs of the kitchen and the table."""

from assets.sheet import Sheet


def mug(s: Sheet) -> None:
    s.shadow(90)
    s.line("tint.dark", "M250 178c62-10 62 84 0 84", 20)
    s.path("tint", "M120 148h140v122q0 40-40 40h-60q-40 0-40-40z")
    s.path("sand", "M120 262h140v8q0 40-40 40h-60q-40 0-40-40z")
    s.oval("tint.dark", 190, 148, 70, 14)
    s.oval("walnut.dark", 190, 150, 60, 9)
    s.rect("shine", 136, 176, 11, 74, 5)
    s.line("shine", "M172 124c-10-16 10-22 0-40M206 124c-10-16 10-22 0-40", 6)


def teapot(s: Sheet) -> None:
    s.shadow(105)
    s.line("tint.dark", "M150 150c-10-78 110-78 100 0", 10)
    s.path("tint", "M268 222c40-8 34-52 66-54l4 12c-22 10-20 66-66 84z")
    s.path("tint", "M90 230c0-60 50-82 110-82s92 22 92 82-44 80-96 80-106-20-106-80z")
    s.oval("tint.dark", 198, 152, 52, 12)
    s.path("tint", "M150 150q48-34 96 0z")
    s.circle("brass", 198, 124, 11)
    s.line("shine", "M116 214c6-26 20-40 38-46", 9)
    s.line("shade", "M104 262c40 22 140 22 178 0", 4)


def pourover(s: Sheet) -> None:
    s.shadow(80)
    s.path("white", "M132 92h136l-46 74h-44z")
    s.rect("white", 122, 84, 156, 13, 6)
    s.path("glass", "M166 184h68l44 92q6 34-30 34h-96q-36 0-30-34z")
    s.path("walnut", "M138 246q62 14 124 0l16 34q4 30-30 30h-96q-34 0-30-30z")
    s.path("oak", "M164 160h72l6 36h-84z")
    s.line("walnut.dark", "M160 178q40 8 80 0", 5)
    s.circle("brass", 200, 182, 6)
    s.line("shine", "M150 240l-14 34", 7)


def knife(s: Sheet) -> None:
    with s.turned(-38):
        s.oval("shade", 206, 236, 160, 9)
        s.path("steel", "M168 176h170c14 0 20 8 12 16-24 24-70 40-130 42h-52z")
        s.path("white", "M168 218h96c34-4 62-14 86-28-24 24-70 42-130 44h-52z")
        s.rect("steel", 150, 174, 20, 60, 4)
        s.path("tint", "M152 176H66q-22 0-22 18 0 26 26 26h20q26-8 62 4z")
        for x in (78, 106, 134):
            s.circle("brass.light", x, 196, 5)


def cutting_board(s: Sheet) -> None:
    with s.turned(-8):
        s.rect("shade", 104, 92, 200, 236, 20)
        s.rect("tint", 96, 82, 200, 236, 20)
        for row in range(5):
            for column in range(4):
                if (row + column) % 2:
                    s.rect("walnut", 108 + column * 44, 130 + row * 36, 44, 36, 3)
        s.circle("tint.dark", 196, 106, 13)
        s.circle("cream.plain", 196, 106, 9)
        s.line("shine", "M112 96h54", 6)


def skillet(s: Sheet) -> None:
    s.shadow(128, 300)
    with s.turned(-28, 180, 210):
        s.rect("tint", 268, 196, 116, 28, 14)
        s.circle("cream.plain", 366, 210, 7)
        s.circle("tint", 180, 210, 106)
        s.circle("tint.dark", 180, 210, 92)
        s.circle("tint", 180, 210, 86)
    s.path("white", "M130 200c-6-40 54-58 82-36s42 52 14 76-60 10-74 2-18-22-22-42z")
    s.circle("butter", 182, 202, 25)
    s.oval("shine", 174, 193, 9, 6)


def casserole(s: Sheet) -> None:
    s.shadow(122)
    s.rect("tint.dark", 66, 208, 268, 22, 11)
    s.path("tint", "M88 196h224v76q0 38-38 38H126q-38 0-38-38z")
    s.path("tint", "M84 190q6-46 116-46t116 46z")
    s.rect("tint.dark", 80, 186, 240, 14, 7)
    s.rect("cream.dark", 88, 199, 224, 5)
    s.rect("brass", 182, 116, 36, 18, 8)
    s.rect("brass.dark", 192, 130, 16, 16)
    s.line("shine", "M106 220v44M112 176q20-16 52-20", 8)


def mills(s: Sheet) -> None:
    for x, body in ((104, "tint"), (216, "walnut")):
        s.shadow(48, 310, x + 40)
        s.path(body, f"M{x + 8} 310q-8-14 4-40 12-26 8-60l-6-36h52l-6 36q-4 34 8 60 12 26 4 40z")
        s.rect("steel", x + 14, 164, 52, 12, 3)
        s.path(body, f"M{x + 12} 164q-6-44 28-46 34 2 28 46z")
        s.circle("brass", x + 40, 108, 12)
        s.line("shine", f"M{x + 26} 210q2 40-8 70", 6)


def plates(s: Sheet) -> None:
    s.shadow(122, 316)
    for number in range(4):
        s.path("tint", f"M78 {292 - number * 14}q122 34 244 0l-34 20q-88 16-176 0z")
        s.oval("cream.dark", 200, 292 - number * 14, 122, 17)
        s.oval("tint.light", 200, 290 - number * 14, 122, 16)
    s.circle("tint", 200, 164, 92)
    s.circle("tint.light", 200, 164, 82)
    s.circle("cream", 200, 164, 74)
    s.circle("cream.dark", 200, 164, 52)
    s.circle("cream", 201, 165, 50)


def bowls(s: Sheet) -> None:
    s.shadow(116)
    for paint, y, half in (("slate", 128, 76), ("sage", 164, 98), ("tint", 200, 120)):
        left, right, foot = 200 - half, 200 + half, y + 110
        bend, inside = y + 84, left + 24
        bottom = f"C{right} {bend} {right - 24} {foot} 232 {foot}H168C{inside} {foot} {left} {bend} {left} {y}z"
        s.path(paint, f"M{left} {y}H{right}{bottom}")
        s.oval(f"{paint}.dark", 200, y, half, 15)
        s.oval(f"{paint}.light", 200, y + 3, half - 8, 10)
    s.line("shine", "M100 226q10 40 34 60", 8)


def utensils(s: Sheet) -> None:
    s.shadow(78)
    for angle in (-24, -9, 8, 24):
        with s.turned(angle, 200, 300):
            s.rect("oak", 194, 110, 12, 150, 6)
    with s.turned(-24, 200, 300):
        s.oval("oak", 200, 100, 22, 32)
    with s.turned(-9, 200, 300):
        s.path("walnut", "M180 62h40l-6 62h-28z")
    with s.turned(8, 200, 300):
        s.oval("oak", 200, 92, 21, 30)
        s.oval("oak.dark", 201, 94, 13, 21)
    with s.turned(24, 200, 300):
        s.path("walnut", "M182 70h8v30h6V70h8v30h6V70h8v40q0 18-18 18t-18-18z")
    s.path("tint", "M132 196h136l-8 94q-2 20-22 20h-76q-20 0-22-20z")
    s.rect("tint.dark", 126, 188, 148, 16, 8)
    s.line("shine", "M150 218l6 62", 8)


def kitchen_scale(s: Sheet) -> None:
    s.shadow(120, 306)
    s.path("clay", "M150 176h100q-4 48-34 48h-32q-30 0-34-48z")
    for x, y, paint in ((176, 162, "butter"), (206, 150, "rose"), (230, 166, "butter")):
        s.circle(paint, x, y, 22)
    s.oval("clay.dark", 200, 178, 50, 8)
    s.path("steel", "M96 224h208l22 26H74z")
    s.rect("tint", 74, 248, 252, 56, 12)
    s.rect("coal", 156, 260, 88, 32, 6)
    s.line("sage.light", "M172 268v16M186 268h12v8h-12v8h12M212 268v16h12v-16z", 4)
    s.circle("steel", 112, 276, 10)
    s.circle("steel", 288, 276, 10)


def tea_towel(s: Sheet) -> None:
    s.line("oak.dark", "M90 96h220", 14)
    s.circle("oak", 90, 96, 12)
    s.circle("oak", 310, 96, 12)
    s.path("shade", "M132 96h154v206l-154 14z")
    s.path("cream", "M124 92h152v206q-38 10-76 4t-76 4z")
    for y in (238, 256, 274):
        s.path("tint", f"M124 {y}q38-6 76 0t76 0v9q-38 6-76 0t-76 0z")
    s.rect("tint.light", 144, 92, 8, 140)
    s.rect("tint.light", 250, 92, 8, 140)
    s.path("shade", "M196 92h16l4 146h-12z")
