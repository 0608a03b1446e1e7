"""The committed pictures are the drawn ones, and each shows something of its own."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from assets.pictures import STATIC, pictures
from models.catalog.demo import CATALOG

DRAWN = pictures()


@pytest.mark.parametrize("name", DRAWN)
def test_a_committed_picture_is_the_one_that_is_drawn(name):
    assert (STATIC / name).read_text() == DRAWN[name]


def test_there_is_no_picture_that_nobody_draws():
    committed = {
        str(Path(folder, file.name)) for folder in ("products", "categories") for file in (STATIC / folder).glob("*")
    }
    assert committed == set(DRAWN)


def test_every_product_has_a_motif_of_its_own():
    motifs = [product.motif for category in CATALOG for product in category.products]
    assert len(set(motifs)) == len(motifs)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_small_and_without_text_or_styles(name):
    assert len(DRAWN[name]) < 8_000
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(DRAWN[name]).iter()}
    assert tags <= {"svg", "defs", "linearGradient", "stop", "rect", "circle", "ellipse", "path", "g"}
    assert "style" not in DRAWN[name]
    width = 580 if name.startswith("categories/") else 400
    assert f'width="{width}" height="400"' in DRAWN[name]
