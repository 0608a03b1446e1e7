"""A family is the same everywhere after every change of it: its card, its products' pages, the API and the admin."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from core.settings import Settings
from models.catalog.families.family_records import FamilyRecord, find_family
from models.database import read
from tests.journeys.readers import Readers, Sight, price, written
from tests.journeys.test_representations import Change, press, tell, walk
from web.app import create_app
from web.shop_addresses import category_path, product_path

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def readers(open_shop: str, settings: Settings) -> Readers:
    """The boss is an admin; the stranger is nobody yet."""
    readers = Readers(create_app(replace(settings, rate_limit=False)))
    await readers.add("stranger")
    await readers.add("boss", "boss@example.com", role="admin")
    return readers


class Wardrobe:
    """A family of two in a category of its own, changed in every way there is."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self.id = ""
        self.shelf: dict[str, Any] = {}
        self.products: list[str] = []

    async def boss(self, method: str, path: str, body: Any = None) -> Any:
        return await tell(self.readers, "boss", method, path, body)

    async def begin(self) -> None:
        self.shelf = await self.boss("POST", "/categories", {"name": "Attic"})
        for sku, cents in (("KIM-S", 5000), ("KIM-M", 6000)):
            new = {"sku": sku, "name": f"Kimono {sku}", "price": price(cents), "category_id": self.shelf["id"]}
            made = await self.boss("POST", "/products", {**new, "stock": {"on_hand": 50}})
            self.products.append(made["id"])

    async def make(self) -> None:
        members = [{"product_id": each, "values": [value]} for each, value in zip(self.products, "SM", strict=True)]
        options = [{"name": "Size", "values": ["S", "M", "L"]}]
        made = await self.boss("POST", "/admin/families", {"name": "Kimono", "options": options, "members": members})
        self.id = made["id"]

    async def family(self) -> FamilyRecord | None:
        return await read(lambda tx: find_family(tx, self.id)) if self.id else None

    def patch(self, **changes: Any) -> Callable[[], Awaitable[Any]]:
        return lambda: self.boss("PATCH", f"/admin/families/{self.id}", changes)

    def product(self, place: int, **changes: Any) -> Callable[[], Awaitable[Any]]:
        return lambda: self.boss("PATCH", f"/products/{self.products[place]}", changes)

    def stock(self, place: int, on_hand: int) -> Callable[[], Awaitable[Any]]:
        return lambda: self.boss("PATCH", f"/inventory/{self.products[place]}", {"on_hand": on_hand})

    async def grow(self) -> None:
        old = [{"product_id": each, "values": [value]} for each, value in zip(self.products, "SM", strict=True)]
        new = {"sku": "KIM-L", "price": price(7000), "on_hand": 4, "values": ["L"]}
        made = await self.boss("PATCH", f"/admin/families/{self.id}", {"members": [*old, new]})
        self.products += [each["product_id"] for each in made["members"] if each["sku"] == "KIM-L"]

    async def shrink(self) -> None:
        first = {"product_id": self.products[0], "values": ["S"]}
        third = {"product_id": self.products[2], "values": ["L"]}
        await self.boss("PATCH", f"/admin/families/{self.id}", {"members": [first, third]})

    async def dissolve(self) -> None:
        await press(self.readers, "boss", f"/admin/families/{self.id}/dissolution")
        self.id = ""

    def changes(self) -> list[Change]:
        return [
            ("it was made", self.make),
            ("it was renamed", self.patch(name="Dune Kimono")),
            ("its values were put in another order", self.patch(options=[{"name": "Size", "values": ["L", "M", "S"]}])),
            ("a sibling got another price", self.product(1, price=price(6500))),
            ("the first was sold out", self.stock(0, 0)),
            ("a product was added", self.grow),
            ("the first was restocked", self.stock(0, 5)),
            ("a sibling was retired", self.product(1, status="retired")),
            ("a product left", self.shrink),
            ("it was dissolved", self.dissolve),
        ]

    async def sights(self, _: str) -> list[tuple[Sight, dict[str, Any]]]:
        family = await self.family()
        if family is None:
            return [(Sight("stranger", f"/api/v1/products/{each}"), {}) for each in self.products[::2]]
        members = [each.product for each in family.members if each.product.status == "active"]
        low, high = min(each.price_cents for each in members), max(each.price_cents for each in members)
        card = (family.name, f"</span> {written(low)}" if low < high else written(low))
        facts: dict[str, Any] = {
            each.id: {
                "price": price(each.price_cents),
                "sku": each.sku,
                "stock": {"available": each.available, "state": each.stock_state},
            }
            for each in members
        }
        lists = [
            *(Sight("stranger", path, shows=card) for path in (category_path("attic"), "/products?q=kimono")),
            Sight("stranger", "/search/suggestions?q=kimono", shows=card),
            Sight("stranger", f"/api/v1/products?category={self.shelf['id']}"),
            Sight("stranger", f"/api/v1/products?category={self.shelf['id']}&variants=true"),
            Sight("stranger", "/sitemap-1.xml"),
            Sight("boss", f"/admin/families/{self.id}", shows=(family.name,)),
            Sight("boss", "/admin/families", shows=(family.name,)),
            Sight("boss", f"/api/v1/admin/families/{self.id}"),
            Sight("boss", "/api/v1/admin/families"),
            Sight("boss", "/admin/audit"),
        ]
        ones = []
        for each in members:
            ones += [
                Sight("stranger", product_path(each), shows=(each.name, *family.options[0].values)),
                Sight("stranger", f"/api/v1/products/{each.id}"),
                Sight("boss", f"/admin/products/{each.id}", shows=(family.name,)),
            ]
        return [(sight, facts) for sight in (*lists, *ones)]


async def test_a_family_is_the_same_everywhere_after_every_change(readers: Readers) -> None:
    wardrobe = Wardrobe(readers)
    await wardrobe.begin()
    await walk(readers, wardrobe.changes(), wardrobe.sights)
    left = await tell(readers, "stranger", "GET", f"/products?category={wardrobe.shelf['id']}")
    assert {each["sku"]: each["family"] for each in left["items"]} == {"KIM-S": None, "KIM-L": None}
