"""The demo catalogue: a hundred different things, each described and drawn."""

import re
from pathlib import Path

from models.catalog.demo import CATALOG

PRODUCTS = [product for category in CATALOG for product in category.products]
STATIC = Path(__file__).parents[3] / "web" / "static"


def test_skus_count_from_1_to_100_and_names_are_all_different():
    assert [product.sku for product in PRODUCTS] == [f"SKU-{number:04d}" for number in range(1, 101)]
    assert len({product.name for product in PRODUCTS}) == 100
    assert len({product.description for product in PRODUCTS}) == 100


def test_categories_are_of_like_size():
    assert {len(category.products) for category in CATALOG} == {12, 13}


def test_descriptions_are_one_to_three_sentences():
    for product in PRODUCTS:
        sentences = re.findall(r"[.!?](?:\s+(?=[A-Z0-9])|$)", product.description)
        assert 1 <= len(sentences) <= 4, product.sku
        assert 60 <= len(product.description) <= 260, product.sku


def test_every_product_and_category_has_its_picture():
    for product in PRODUCTS:
        assert (STATIC / "products" / f"{product.sku.lower()}.svg").is_file()
    for category in CATALOG:
        assert (STATIC / "categories" / f"{category.slug}.svg").is_file()
