"""Motifs of garden and sill."""

from assets.sheet import Sheet


def leaves(s: Sheet, x: float, y: float, spread: tuple[int, ...], length: float = 50, paint: str = "leaf") -> None:
    """A fan of leaves that grow from one point, each turned by so many degrees."""
    for turn in spread:
        with s.turned(turn, x, y):
            s.oval(paint, x, y - length, length * 0.3, length)
            s.line(f"{paint}.dark", f"M{x:g} {y:g}v{-length * 1.6:g}", 2)


def plant_pot(s: Sheet) -> None:
    s.shadow(88, 330)
    leaves(s, 200, 206, (-70, 70, -48, 48), 52)
    leaves(s, 200, 206, (-24, 24, 0), 66)
    s.path("tint", "M128 222h144l-16 88H144z")
    s.rect("tint.light", 118, 196, 164, 34, 7)
    s.path("tint.dark", "M118 224h164v6H118z")
    s.path("tint", "M114 306h172l-8 22H122z")
    s.line("shine", "M144 242l8 52", 8)


def watering_can(s: Sheet) -> None:
    s.shadow(104, 320)
    s.line("tint.dark", "M256 180c94-10 82 100 4 106", 14)
    s.path("tint", "M142 250L66 138l14-10 80 88z")
    s.path("brass", "M46 142l40-32 8 12-38 32z")
    s.path("tint", "M134 170h130l12 134q0 14-14 14H136q-14 0-14-14z")
    s.oval("tint.dark", 199, 170, 65, 13)
    s.line("tint.dark", "M146 168c-4-80 106-80 106 0", 12)
    s.rect("tint.light", 126, 270, 148, 12)
    s.line("shine", "M150 196l-6 60", 8)
    s.line("ocean.light", "M42 178v14M56 186v14M30 196v14", 6)


def pruning_shears(s: Sheet) -> None:
    with s.turned(28):
        s.path("steel", "M186 178q-30-70 18-126 30 50 14 126z")
        s.path("steel.dark", "M214 178q44-46 26-96-30 30-42 96z")
        s.line("tint.dark", "M186 200c-44 40-44 90-24 132", 28)
        s.line("tint", "M186 200c-44 40-44 90-24 132", 22)
        s.line("tint.dark", "M216 200c44 40 44 90 24 132", 28)
        s.line("tint", "M216 200c44 40 44 90 24 132", 22)
        s.circle("steel", 201, 188, 25)
        s.circle("charcoal", 201, 188, 10)


def trowel(s: Sheet) -> None:
    with s.turned(-20, 150, 210):
        s.path("steel", "M114 172h72v74q0 52-36 86-36-34-36-86z")
        s.path("steel.dark", "M148 182h4v120h-4z")
        s.line("steel.dark", "M150 176v-34", 12)
        s.path("tint", "M134 54q16-14 32 0l-4 96h-24z")
        s.circle("walnut", 150, 64, 6)
    with s.turned(20, 262, 210):
        s.line("steel.dark", "M262 176v-34M232 322V214q0-20 30-20t30 20v108M262 196v132", 11)
        s.path("tint", "M246 54q16-14 32 0l-4 96h-24z")
        s.circle("walnut", 262, 64, 6)


def seed_packets(s: Sheet) -> None:
    for turn, paint, flower in ((-22, "sage", "ocean"), (22, "ocean", "butter"), (0, "cream", "tint")):
        with s.turned(turn, 200, 340):
            s.rect("shade", 142, 92, 128, 196, 6)
            s.rect(paint, 136, 84, 128, 196, 6)
            s.rect(f"{paint}.dark", 136, 84, 128, 26, 6)
            s.line("leaf.dark", "M200 256v-70", 6)
            leaves(s, 200, 254, (-50, 50), 22)
            for petal in range(6):
                with s.turned(petal * 60, 200, 172):
                    s.oval(flower, 200, 150, 13, 22)
            s.circle("amber", 200, 172, 13)
    for x, y in ((150, 322), (186, 330), (222, 322), (250, 332)):
        s.oval("walnut", x, y, 7, 4)


def hanging_planter(s: Sheet) -> None:
    s.line("sand.dark", "M200 20L124 222M200 20l76 202M200 20v60", 6)
    s.circle("brass", 200, 26, 12)
    leaves(s, 200, 214, (-58, -30, 0, 30, 58), 46)
    s.line("leaf.dark", "M138 214q-34 30-26 84M262 214q34 30 22 96", 5)
    for x, y, turn in (
        (112, 250, -40),
        (120, 284, 40),
        (108, 304, -20),
        (288, 250, 40),
        (282, 284, -40),
        (286, 314, 20),
    ):
        with s.turned(turn, x, y):
            s.oval("leaf", x, y, 10, 17)
    s.path("tint", "M112 212h176q0 92-60 98h-56q-60-6-60-98z")
    s.oval("tint.dark", 200, 212, 88, 10)
    s.line("sand.light", "M124 222l46 90 30 16 30-16 46-90M200 328v34M190 362l10-28 10 28", 5)


def gloves(s: Sheet) -> None:
    for turn, mirror in ((-12, 1), (14, -1)):
        x = 140 if mirror == 1 else 262
        with s.turned(turn, x, 220):
            for finger, length in ((-33, 84), (-11, 100), (11, 94), (33, 74)):
                s.line("tint", f"M{x + finger * mirror} 180v{-length + 10}", 21)
            s.line("tint", f"M{x + 40 * mirror} 226l{30 * mirror}-46", 23)
            s.rect("tint", x - 45, 164, 90, 92, 20)
            s.path("sand", f"M{x - 34} 188q34-18 68 0v40q-34 18-68 0z")
            s.path("clay", f"M{x - 42} 252h84l10 66h-104z")
            s.rect("clay.dark", x - 46, 248, 92, 13, 6)


def window_box(s: Sheet) -> None:
    s.shadow(142, 318)
    for x, paint in ((96, "rose"), (148, "butter"), (200, "clay"), (252, "butter"), (304, "rose")):
        leaves(s, x, 224, (-34, 34), 34)
        s.line("leaf.dark", f"M{x} 224v-70", 6)
        for petal in range(5):
            with s.turned(petal * 72, x, 140):
                s.circle(paint, x, 122, 14)
        s.circle("cream", x, 140, 9)
    s.path("tint", "M58 222h284l-16 86q-2 8-10 8H84q-8 0-10-8z")
    s.rect("tint.light", 50, 210, 300, 22, 8)
    s.line("tint.dark", "M82 262h236", 4)
    s.line("shine", "M80 244l8 48", 7)


def mister(s: Sheet) -> None:
    s.shadow(70, 328)
    s.path("glass", "M164 178h72q44 30 44 86v44q0 18-18 18H138q-18 0-18-18v-44q0-56 44-86z")
    s.path("tint", "M124 244q76-14 152 0 4 10 4 20v44q0 18-18 18H138q-18 0-18-18v-44q0-10 4-20z")
    s.rect("brass", 162, 152, 76, 30, 7)
    s.rect("brass", 186, 118, 28, 36)
    s.path("brass", "M132 92h110q20 0 20 20v10H132z")
    s.line("brass.dark", "M214 132q38 6 34 50", 9)
    s.rect("shine", 136, 216, 9, 84, 4)
    for x, y in ((110, 96), (88, 82), (88, 112), (66, 68), (62, 98), (66, 128)):
        s.circle("ocean.light", x, y, 5)


def birdhouse(s: Sheet) -> None:
    s.shadow(72, 338)
    s.rect("walnut", 188, 280, 24, 58, 4)
    s.path("tint", "M122 172l78-74 78 74v114q0 6-6 6H128q-6 0-6-6z")
    s.line("tint.dark", "M124 222h152M124 256h152", 3)
    s.line("sage.dark", "M98 186l102-98 102 98", 24)
    s.line("sage", "M98 180l102-98 102 98", 16)
    s.circle("tint.dark", 200, 198, 31)
    s.circle("coal", 200, 198, 25)
    s.line("walnut", "M200 252v6", 12)
    s.path("ocean", "M230 190q4-26 30-20l18 8-14 8q0 30-32 30-22 0-26-22 14 6 24-4z")
    s.path("clay", "M226 200q8 18 26 10-6 12-20 8-10-4-6-18z")
    s.circle("coal", 258, 180, 3.5)


def propagation(s: Sheet) -> None:
    s.shadow(128, 322)
    for x, spread in ((118, (-40, 0, 36)), (200, (-30, 30)), (282, (-44, -8, 34))):
        s.line("leaf.dark", f"M{x} 280V140", 4)
        leaves(s, x, 150, spread, 34)
        s.line("cream.dark", f"M{x} 262l-10 26M{x} 262l10 24M{x} 266v26", 3)
        s.path("glass", f"M{x - 25} 152h50v128q0 26-25 26t-25-26z")
        s.path("ocean.light", f"M{x - 20} 232h40v46q0 22-20 22t-20-22z")
        s.line("cream.light", f"M{x} 240q-4 20-10 34M{x} 240q4 20 10 32M{x} 240v40", 3)
        s.rect("shine", x - 18, 164, 6, 110, 3)
    s.rect("tint", 66, 196, 268, 22, 6)
    s.line("tint.dark", "M80 218v94M320 218v94", 15)
    s.rect("tint", 60, 300, 280, 22, 8)


def compost_caddy(s: Sheet) -> None:
    s.shadow(88, 326)
    s.line("charcoal", "M116 184C90 60 310 60 284 184", 8)
    s.rect("oak", 174, 80, 52, 18, 8)
    s.path("tint", "M112 172h176l-12 138q-2 14-16 14H140q-14 0-16-14z")
    s.path("tint", "M104 172q8-46 96-46t96 46z")
    s.rect("tint.dark", 98, 166, 204, 14, 7)
    s.circle("charcoal", 200, 124, 12)
    for x in (170, 190, 210, 230):
        s.circle("charcoal", x, 152, 4)
    leaves(s, 200, 282, (-44, 44), 32)
    leaves(s, 200, 282, (0,), 38)
    s.line("shine", "M132 196l6 88", 8)
