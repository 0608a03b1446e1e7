"""The options of a family on a product's page: each value as a link to the product that has it."""

from dataclasses import dataclass

from models.catalog.catalog import ProductView
from models.catalog.family_views import Member
from web.shop_addresses import product_path


@dataclass(frozen=True, slots=True)
class OptionValue:
    """A value to choose; `path` is empty if no product on sale has it.

    Attributes:
        state: in_stock, low or out, of the product that it leads to.
        is_other: the product differs in another option too, because this combination is not sold.
    """

    value: str
    path: str
    state: str
    is_chosen: bool
    is_other: bool


@dataclass(frozen=True, slots=True)
class OptionChoice:
    """One option: its name, and all its values."""

    name: str
    chosen: str
    values: list[OptionValue]


def option_choices(product: ProductView) -> list[OptionChoice]:
    """The selectors of a product's page; none without a family."""
    family = product.family
    if family is None:
        return []
    return [
        OptionChoice(option.name, family.values[place], [_value(product, place, value) for value in option.values])
        for place, option in enumerate(family.options)
    ]


def _value(product: ProductView, place: int, value: str) -> OptionValue:
    """The value with the product that is most like this one: the same in the other options, else in stock."""
    family = product.family
    assert family is not None
    if family.values[place] == value:
        return OptionValue(value, product_path(product), product.stock_state, is_chosen=True, is_other=False)
    wanted = (*family.values[:place], value, *family.values[place + 1 :])

    def nearness(member: Member) -> tuple[int, bool]:
        same = sum(mine == theirs for mine, theirs in zip(wanted, member.values, strict=True))
        return same, member.available > 0

    found = max((each for each in family.members if each.values[place] == value), key=nearness, default=None)
    if found is None:
        return OptionValue(value, "", "out", is_chosen=False, is_other=False)
    return OptionValue(value, product_path(found), found.stock_state, is_chosen=False, is_other=found.values != wanted)
