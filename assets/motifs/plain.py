"""The motif of what has no picture of its own yet."""

from assets.sheet import Sheet


def parcel(s: Sheet) -> None:
    s.shadow(112, 306)
    s.path("tint", "M92 150l108-42 108 42v118l-108 42-108-42z")
    s.path("tint.light", "M92 150l108-42 108 42-108 42z")
    s.path("shade", "M200 192l108-42v118l-108 42z")
    s.path("cream.dark", "M136 132l108 42v40l-22 9v-40l-108-42z")
    s.line("tint.dark", "M92 150l108 42 108-42M200 192v118", 3)
