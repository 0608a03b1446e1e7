"""What may be asked of the list of products."""

import pytest

from models.catalog.product_lists import ProductQuery
from models.shared.errors import Invalid


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({"page": 0}, ["page"]),
        ({"page": -1}, ["page"]),
        ({"page": 2**63}, ["page"]),
        ({"per_page": 0}, ["per_page"]),
        ({"per_page": 101}, ["per_page"]),
        ({"sort": "price; DROP TABLE product"}, ["sort"]),
        ({"sort": "id"}, ["sort"]),
        ({"q": "x" * 101}, ["q"]),
        ({"category": "\x00"}, ["category"]),
        ({"min_price": -1}, ["min_price"]),
        ({"max_price": 2**63}, ["max_price"]),
        ({"min_price": 200, "max_price": 100}, ["min_price"]),
        ({"page": 0, "per_page": 0}, ["page", "per_page"]),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_name(wanted, fields):
    with pytest.raises(Invalid) as refusal:
        ProductQuery(**wanted)
    assert [error.field for error in refusal.value.errors] == fields
