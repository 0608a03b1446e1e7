"""What a family may be: its name, its options, and which products it has, one for each combination of values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from models.catalog.family_views import FamilyOption
from models.shared.errors import FieldError, Invalid
from models.shared.plain_text import has_control, name_key, plain

MOST_OPTIONS = 3
MOST_VALUES = 60
MOST_MEMBERS = 100
LONGEST_NAME = 160  # the names of its products go on behind it
LONGEST_WORD = 40  # of an option's name and of each value
Found = tuple[str, str, str]  # field, code, message


@dataclass(frozen=True, slots=True)
class MemberToBe:
    """A product of the family: one that there is, by its public id, or a new one with its SKU and price.

    `values` has one value of each option, in their order. Numbers that are None stay as they are.
    """

    values: tuple[str, ...]
    product_id: str = ""
    sku: str = ""
    price_cents: int | None = None
    on_hand: int | None = None


@dataclass(frozen=True, slots=True)
class FamilyToBe:
    """A family as it is wanted; its products in any order. New ones are like the first one there is."""

    name: str
    options: tuple[FamilyOption, ...]
    members: tuple[MemberToBe, ...] = field(default=())


def as_kept(wanted: FamilyToBe) -> FamilyToBe:
    """The same with texts as they are kept."""
    options = [FamilyOption(_text(each.name), tuple(map(_text, each.values))) for each in wanted.options]
    members = [replace(each, values=tuple(map(_text, each.values)), sku=each.sku.strip()) for each in wanted.members]
    return FamilyToBe(_text(wanted.name), tuple(options), tuple(members))


def refuse(wanted: FamilyToBe) -> None:
    """Raises Invalid, naming the fields that are not what they have to be."""
    errors = [FieldError(*each) for each in (*_wrong_options(wanted), *_wrong_members(wanted))]
    if not _fits(wanted.name, LONGEST_NAME):
        words = f"Use 1 to {LONGEST_NAME} characters, and no control characters."
        errors.insert(0, FieldError("name", "out_of_range", words))
    if errors:
        raise Invalid(errors[0].message, errors=errors[:20])


def _wrong_options(wanted: FamilyToBe) -> Iterator[Found]:
    options = wanted.options
    if not 1 <= len(options) <= MOST_OPTIONS:
        yield "options", "out_of_range", f"A family has 1 to {MOST_OPTIONS} options."
    if _has_twins([each.name for each in options]):
        yield "options", "taken", "Two options have the same name."
    for place, option in enumerate(options):
        if not _fits(option.name, LONGEST_WORD):
            yield f"options.{place}.name", "out_of_range", f"Give the option a name of 1 to {LONGEST_WORD} characters."
        if not 1 <= len(option.values) <= MOST_VALUES:
            yield f"options.{place}.values", "out_of_range", f"An option has 1 to {MOST_VALUES} values."
        if not all(_fits(value, LONGEST_WORD) for value in option.values):
            yield f"options.{place}.values", "out_of_range", f"A value has 1 to {LONGEST_WORD} characters."
        if _has_twins(option.values):
            yield f"options.{place}.values", "taken", f"A value of {option.name or 'this option'} is there twice."


def _wrong_members(wanted: FamilyToBe) -> Iterator[Found]:
    if not 1 <= len(wanted.members) <= MOST_MEMBERS:
        yield "members", "out_of_range", f"A family has 1 to {MOST_MEMBERS} products."
    seen, known = set[tuple[str, ...]](), set[str]()
    for place, member in enumerate(wanted.members):
        where = f"members.{place}"
        if len(member.values) != len(wanted.options):
            yield f"{where}.values", "invalid", "Give one value for each option."
            continue
        for option, value in zip(wanted.options, member.values, strict=True):
            if value not in option.values:
                yield f"{where}.values", "unknown", f"{option.name} has no value “{value}”."
        if member.values in seen:
            yield f"{where}.values", "taken", f"Two products are {', '.join(member.values)}."
        if member.product_id and member.product_id in known:
            yield f"{where}.product_id", "taken", "This product is in the list twice."
        if not member.product_id and not member.sku:
            yield f"{where}.sku", "missing", "A new product needs a SKU."
        seen.add(member.values)
        known.add(member.product_id)


def _fits(text: str, longest: int) -> bool:
    return 0 < len(text) <= longest and not has_control(text)


def _has_twins(texts: Sequence[str]) -> bool:
    return len({name_key(text) for text in texts}) < len(texts)


def _text(text: str) -> str:
    return plain(text).strip()
