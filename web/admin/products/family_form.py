"""The grid of a family as a form: its options, a row for each product, and rows for those that could be added."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.catalog.catalog import find_product
from models.catalog.families.family_records import FamilyRecord
from models.catalog.families.family_rules import MOST_OPTIONS, FamilyToBe, MemberToBe
from models.catalog.family_views import FamilyOption
from models.database import Transaction
from models.shared.errors import Invalid, ProductNotFound
from models.shared.plain_text import TABS_AND_LINES, plain, without_control
from web.admin.admin_view import whole_number
from web.forms.form_reader import WHOLE_FORM
from web.forms.money_input import cents_of

MOST_NEW = 24  # rows for combinations that are not there yet
Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: the prefix of its fields' names, the values of the options, and the product that is there, if any."""

    prefix: str
    values: tuple[str, ...]
    product_id: str = ""


def typed_in(form: Mapping[str, str]) -> dict[str, str]:
    """All fields as they are kept."""
    return {name: plain(without_control(text, but=TABS_AND_LINES)).strip() for name, text in form.items()}


def options_in(typed: Typed) -> tuple[FamilyOption, ...]:
    """The options that have a name or values; values are separated by commas."""
    found = []
    for place in range(MOST_OPTIONS):
        name = typed.get(f"option-{place}", "")
        values = tuple(filter(None, (each.strip() for each in typed.get(f"values-{place}", "").split(","))))
        if name or values:
            found.append(FamilyOption(name, values))
    return tuple(found)


def fields_of(family: FamilyRecord) -> dict[str, str]:
    """What the form shows of a family as it is."""
    shown = {"name": family.name}
    for place, option in enumerate(family.options):
        shown |= {f"option-{place}": option.name, f"values-{place}": ", ".join(option.values)}
    for member in family.members:
        cents = member.product.price_cents
        price, on_hand = f"{cents // 100}.{cents % 100:02d}", str(member.product.on_hand)
        prefix = f"m-{member.product.id}"
        shown |= {f"{prefix}-price": price, f"{prefix}-on_hand": on_hand}
        shown |= {f"{prefix}-{place}": value for place, value in enumerate(member.values)}
    return shown


def grid_rows(family: FamilyRecord) -> list[GridRow]:
    """The products that are there, then the combinations that are not."""
    rows = [GridRow(f"m-{each.product.id}", each.values, each.product.id) for each in family.members]
    taken = {each.values for each in family.members}
    missing = (each for each in itertools.product(*(option.values for option in family.options)) if each not in taken)
    rows += [GridRow(f"n-{place}", values) for place, values in enumerate(itertools.islice(missing, MOST_NEW))]
    return rows


async def wanted_of(
    tx: Transaction, family: FamilyRecord, typed: Typed, removed: Sequence[str]
) -> tuple[FamilyToBe, list[str]]:
    """The family as it was typed, and the prefix of each member's row.

    Raises:
        Invalid: a price or a number is none; the field is that of its row.
    """
    options, members, prefixes = options_in(typed), list[MemberToBe](), list[str]()
    for row in grid_rows(family):
        if row.product_id in removed or not (row.product_id or typed.get(f"{row.prefix}-sku")):
            continue
        values = _values(family, options, row, typed)
        members.append(await _member(tx, row, values, typed))
        prefixes.append(row.prefix)
    return FamilyToBe(typed.get("name", ""), options, tuple(members)), prefixes


def beside(errors: Mapping[str, str], prefixes: Sequence[str]) -> dict[str, str]:
    """The sentences by the rows and the fields of this form."""
    found = dict[str, str]()
    for name, words in errors.items():
        found.setdefault(_place(name, prefixes), words)
    return found


def _place(name: str, prefixes: Sequence[str]) -> str:
    """The row or the field that a field of the family is in this form; its whole for a product that has no row."""
    first, _, rest = name.partition(".")
    place, _, column = rest.partition(".")
    if first == "members":
        return prefixes[int(place)] if place.isdigit() and int(place) < len(prefixes) else WHOLE_FORM
    if first == "options":
        return f"{'option' if column == 'name' else 'values'}-{place or 0}"
    return name


def _values(family: FamilyRecord, options: tuple[FamilyOption, ...], row: GridRow, typed: Typed) -> tuple[str, ...]:
    """A row's value of each option: one that was renamed in its place is followed, a new option has its first one."""
    found = []
    for place, option in enumerate(options):
        value = typed.get(f"{row.prefix}-{place}", row.values[place] if place < len(row.values) else "")
        before = family.options[place].values if place < len(family.options) else ()
        if value not in option.values and value in before and len(before) == len(option.values):
            value = option.values[before.index(value)]
        found.append(value or next(iter(option.values), ""))
    return tuple(found)


async def _member(tx: Transaction, row: GridRow, values: tuple[str, ...], typed: Typed) -> MemberToBe:
    """A product with what was typed for it; numbers that are as the form showed them are left as they are."""
    sku, price, on_hand = (typed.get(f"{row.prefix}-{name}", "") for name in ("sku", "price", "on_hand"))
    if price == typed.get(f"{row.prefix}-price-was"):
        price = ""
    if on_hand == typed.get(f"{row.prefix}-on_hand-was"):
        on_hand = ""
    cents = cents_of(price) if price else None
    if price and cents is None:
        raise Invalid.field(row.prefix, "invalid", "Write a price such as 12.99.")
    units = whole_number(on_hand, row.prefix) if on_hand else None
    if row.product_id:
        return MemberToBe(values, row.product_id, "", cents, units)
    try:
        there = await find_product(tx, f"sku:{sku}", include_retired=True)
    except ProductNotFound:
        return MemberToBe(values, "", sku, cents, units)
    return MemberToBe(values, there.id, "", cents, units)
