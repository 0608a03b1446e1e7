"""A sheet to draw one picture on: a few shapes, a few materials, and one light from the upper left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

# light, plain and dark tone of each material
MATERIALS = {
    "sage": ("#c3d3b9", "#94ad8a", "#6f8a66"),
    "slate": ("#93a1af", "#66758a", "#465360"),
    "amber": ("#f6cf88", "#e0a03f", "#b87a22"),
    "walnut": ("#b08460", "#7f5838", "#5c3d25"),
    "oak": ("#ebd0a6", "#cfa46c", "#a97d48"),
    "charcoal": ("#666b73", "#3b3f46", "#26292e"),
    "clay": ("#e8a789", "#c9704c", "#a05234"),
    "ocean": ("#93bad5", "#5585a8", "#37617f"),
    "sand": ("#f0e2ca", "#d8c09b", "#b39a73"),
    "ink": ("#5b6780", "#323c50", "#1f2736"),
    "rose": ("#f1c7c3", "#dc918f", "#b76a6c"),
    "moss": ("#a5b17f", "#73824c", "#525f33"),
    "butter": ("#fae8b0", "#f0cb5f", "#cda436"),
    "steel": ("#eef1f4", "#bcc5cd", "#87939c"),
    "indigo": ("#7488b0", "#43547c", "#2d3a59"),
    "cream": ("#fffcf5", "#f6ecd9", "#d9c9ac"),
    "brass": ("#f5dc9c", "#d0a447", "#9b7626"),
    "leaf": ("#b3cf92", "#7aa35a", "#55793d"),
    "white": ("#ffffff", "#fbfaf7", "#dddad3"),
    "coal": ("#3a3d42", "#24262a", "#141518"),
}
TONES = {"light": 0, "plain": 1, "dark": 2}
VEILS = {"shade": ("#2b2118", 0.16), "shine": ("#ffffff", 0.4), "glass": ("#d3e6e8", 0.6), "glow": ("#ffe9ad", 0.75)}
LIGHTS = {"beam": 'y2="1" x2="0"', "ray": 'x1="1" x2="0"'}  # light that fades downwards, and to the left


class Sheet:
    """Collects shapes.

    A paint is a material ("oak"), a tone of it ("oak.dark"), "tint", a veil ("shade") or a light ("beam").
    """

    def __init__(self, tint: str) -> None:
        self._tint = tint
        self._shapes: list[str] = []
        self._shaded: dict[str, None] = {}

    def path(self, paint: str, outline: str) -> None:
        """A filled outline, in SVG's path language."""
        self._add(f'<path d="{outline}" {self._fill(paint)}/>')

    def rect(self, paint: str, x: float, y: float, width: float, height: float, radius: float = 0) -> None:
        """A rectangle with round corners."""
        corner = f' rx="{radius:g}"' if radius else ""
        self._add(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{corner} {self._fill(paint)}/>')

    def circle(self, paint: str, x: float, y: float, radius: float) -> None:
        """A disc."""
        self._add(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" {self._fill(paint)}/>')

    def oval(self, paint: str, x: float, y: float, radius_x: float, radius_y: float) -> None:
        """An ellipse."""
        self._add(f'<ellipse cx="{x:g}" cy="{y:g}" rx="{radius_x:g}" ry="{radius_y:g}" {self._fill(paint)}/>')

    def line(self, paint: str, outline: str, width: float) -> None:
        """A stroke with round ends; a gradient would vanish on a straight line, so it has one tone."""
        tone = self._fill(paint, flat=True).replace("fill", "stroke")
        self._add(f'<path d="{outline}" fill="none" {tone} stroke-width="{width:g}" {ROUND}/>')

    @contextmanager
    def turned(self, degrees: float, x: float = 200, y: float = 200) -> Iterator[None]:
        """What is drawn inside is turned clockwise about a point."""
        self._add(f'<g transform="rotate({degrees:g} {x:g} {y:g})">')
        yield
        self._add("</g>")

    @contextmanager
    def placed(self, x: float, y: float, scale: float, *, mirrored: bool = False) -> Iterator[None]:
        """What is drawn inside is made smaller, and its spot (200, 312), where things stand, comes to lie at x, y."""
        across = -scale if mirrored else scale
        self._add(f'<g transform="matrix({across:g} 0 0 {scale:g} {x - across * 200:g} {y - scale * 312:g})">')
        yield
        self._add("</g>")

    def shadow(self, radius: float, y: float = 310, x: float = 200) -> None:
        """Where the thing stands."""
        self.oval("shade", x + 6, y, radius, radius * 0.09)

    def svg(self, ground: str, halo: str, *, room: int = 0) -> str:
        """The finished picture: a square, and so much more ground beside it, half on each side; a halo if given."""
        width = room + 400
        frame = f'<rect x="{-room // 2}" width="{width}" height="400" fill="{ground}"/>'
        frame += f'<circle cx="200" cy="198" r="150" fill="{halo}"/>' if halo else ""
        gradients = "".join(_gradient(name) for name in self._shaded)
        box = f'viewBox="{-room // 2} 0 {width} 400" width="{width}" height="400"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
        return f"{head}<defs>{gradients}</defs>{frame}{''.join(self._shapes)}</svg>\n"

    def _add(self, shape: str) -> None:
        self._shapes.append(shape)

    def _fill(self, paint: str, *, flat: bool = False) -> str:
        if paint in VEILS:
            colour, opacity = VEILS[paint]
            return f'fill="{colour}" fill-opacity="{opacity:g}"'
        if paint in LIGHTS:
            self._shaded[paint] = None
            return f'fill="url(#{paint})"'
        name, _, tone = paint.partition(".")
        material = self._tint if name == "tint" else name
        if tone or flat:
            return f'fill="{MATERIALS[material][TONES[tone or "plain"]]}"'
        self._shaded[material] = None
        return f'fill="url(#{material})"'


ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
Motif = Callable[[Sheet], None]


def _gradient(material: str) -> str:
    if material in LIGHTS:
        stops = '<stop stop-color="#ffdf8e" stop-opacity=".9"/><stop offset="1" stop-color="#ffdf8e" stop-opacity="0"/>'
        return f'<linearGradient id="{material}" {LIGHTS[material]}>{stops}</linearGradient>'
    light, plain, dark = MATERIALS[material]
    stops = (
        f'<stop stop-color="{light}"/><stop offset=".45" stop-color="{plain}"/><stop offset="1" stop-color="{dark}"/>'
    )
    return f'<linearGradient id="{material}" x2="1" y2=".4">{stops}</linearGradient>'
