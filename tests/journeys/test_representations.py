"""Every representation of an object is read back after every way of changing it: pages and API, by everybody."""

import io
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image
from quart import Quart
from werkzeug.datastructures import FileStorage

from core.settings import Settings
from models.accounts.account_record import StaffRole
from models.audit.audit_log import command
from models.catalog.catalog import ProductView, find_product
from models.database import read, write
from models.staff import customers
from tests.journeys import story
from tests.journeys.readers import Readers, Sight, price, written
from tests.web.clients import PASSWORD
from tests.web.placing import ADDRESS, api_body, drain
from web.app import create_app
from web.shop_addresses import category_path, product_path

pytestmark = pytest.mark.asyncio
Change = tuple[str, Callable[[], Awaitable[Any]]]
CLERK = command("test")


@pytest_asyncio.fixture
async def readers(open_shop: str, settings: Settings) -> Readers:
    """Ann has two of a product in her cart; the boss is an admin; the stranger is nobody yet."""
    app: Quart = create_app(replace(settings, rate_limit=False))
    readers = Readers(app)
    await readers.add("stranger")
    await readers.add("ann", "ann@example.com")
    await readers.add("boss", "boss@example.com", role="admin")
    return readers


async def walk(readers: Readers, changes: Sequence[Change], sights: Callable[[str], Awaitable[Any]]) -> None:
    """Make each change and look at everything after it; what is wrong is said with the change and the path."""
    wrong = []
    for name, change in changes:
        await change()
        for sight, facts in await sights(name):
            try:
                await readers.look(sight, facts)
            except AssertionError as error:
                wrong.append(f"after {name}, {sight.who} at {sight.path}: {str(error)[:400]}")
    assert not wrong, f"{len(wrong)} are wrong:\n" + "\n".join(wrong)


async def tell(readers: Readers, who: str, method: str, path: str, body: Any = None, **headers: str) -> Any:
    answer = await readers.apis[who].call(method, path, body, **headers)
    text = await answer.get_data(as_text=True)
    assert answer.status_code < 300, text
    return json.loads(text) if text else None


async def press(readers: Readers, who: str, path: str, **fields: str) -> str:
    answer = await readers.browsers[who].post(path, **fields)
    assert answer.status_code == 303, f"{answer.status_code} for {path}"
    return str(answer.headers["Location"])


def a_picture(colour: str) -> FileStorage:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(file, "PNG")
    return FileStorage(io.BytesIO(file.getvalue()), filename="x.png", content_type="image/png")


def checkout(its: ProductView, wanted: int = 2) -> Sight:
    """Ann's checkout of so many of it; what cannot be sold is resolved in the cart first."""
    if its.status == "active" and its.available >= wanted:
        return Sight("ann", "/checkout", shows=(its.name,))
    return Sight("ann", "/checkout", 303)


class Shelf:
    """One product, changed in every way there is, with its categories and a cart and an order that hold it."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self.id = self.order_id = ""
        self.categories: list[str] = []

    async def product(self) -> ProductView:
        return await read(lambda tx: find_product(tx, self.id, include_retired=True))

    async def begin(self) -> None:
        for name in ("Attic", "Cellar"):
            made = await tell(self.readers, "boss", "POST", "/categories", {"name": name})
            self.categories.append(made["id"])
        new = {"sku": "NEW-1", "name": "Folding ladder", "price": price(4900), "category_id": self.categories[0]}
        made = await tell(self.readers, "boss", "POST", "/products", {**new, "stock": {"on_hand": 50}})
        self.id = made["id"]
        await tell(self.readers, "ann", "POST", "/cart/items", {"product_id": self.id, "quantity": 1})
        placed = await tell(self.readers, "ann", "POST", "/orders", api_body(), **{"Idempotency-Key": "1"})
        self.order_id = placed["id"]
        await drain()
        await tell(self.readers, "ann", "POST", "/cart/items", {"product_id": self.id, "quantity": 2})

    async def upload(self, colour: str) -> None:
        root = self.readers.browsers["boss"]
        form = {"csrf_token": await root.token(), **await self.fields(alt=colour)}
        path, files = f"/admin/products/{self.id}", {"picture": a_picture(colour)}
        assert (await root.client.post(path, form=form, files=files)).status_code == 303

    async def fields(self, **changes: str) -> dict[str, str]:
        """The form of its page as it stands, with these changes."""
        its = await self.product()
        price, plain = f"{its.price_cents / 100:.2f}", {"sku": its.sku, "name": its.name, "version": str(its.version)}
        return {**plain, "description": its.description, "price": price, "category_id": its.category.id, **changes}

    async def save(self, **changes: str) -> None:
        await press(self.readers, "boss", f"/admin/products/{self.id}", **await self.fields(**changes))

    async def picture_ids(self) -> list[str]:
        page = await self.readers.browsers["boss"].get(f"/admin/products/{self.id}")
        return list(dict.fromkeys(re.findall(r'name="alt-(\d+)"', await page.get_data(as_text=True))))

    async def picture(self, place: int, alt: str, *, first: bool = False) -> None:
        number = (await self.picture_ids())[place]
        await self.save(**{f"alt-{number}": alt, "first": number if first else ""})

    async def remove_picture(self) -> None:
        await self.save(remove=(await self.picture_ids())[0])

    async def patch(self, **changes: Any) -> None:
        await tell(self.readers, "boss", "PATCH", f"/products/{self.id}", changes)

    async def edit(self) -> None:
        its = await self.product()
        await press(
            *(self.readers, "boss", f"/admin/products/{self.id}"),
            sku="NEW-3",
            name="Steps & stool",
            description="Two treads.",
            price="61.50",
            category_id=self.categories[1],
            version=str(its.version),
        )

    async def count(self) -> None:
        version = str((await self.product()).stock_version)
        path, fields = (
            f"/admin/inventory/{self.id}/count",
            {"on_hand": "9", "low_stock_threshold": "2", "reason": "counted"},
        )
        await press(self.readers, "boss", path, version=version, **fields)

    def api(self, method: str, path: str, body: Any = None) -> Callable[[], Awaitable[Any]]:
        return lambda: tell(self.readers, "boss", method, path, body)

    def form(self, path: str, **fields: str) -> Callable[[], Awaitable[Any]]:
        return lambda: press(self.readers, "boss", path, **fields)

    def changes(self) -> list[Change]:
        stock, (attic, cellar) = f"/inventory/{self.id}", self.categories
        return [
            ("it was made", drain),
            ("its first picture", lambda: self.upload("red")),
            ("a second picture", lambda: self.upload("blue")),
            ("the second was put first", lambda: self.picture(1, "Blue", first=True)),
            ("a picture was described", lambda: self.picture(0, "Blue & wide")),
            ("a new name", lambda: self.patch(name="Ladder <b>")),
            ("a new price and SKU", lambda: self.patch(sku="NEW-2", price=price(5900))),
            ("a new description", lambda: self.patch(description="Five rungs.")),
            ("stock set with it", lambda: self.patch(stock={"on_hand": 40, "low_stock_threshold": 3})),
            ("the page of details", lambda: self.save(details="<p>Made of oak</p>")),
            ("a change on its page", self.edit),
            ("a count", self.api("PATCH", stock, {"on_hand": 30, "low_stock_threshold": 60})),
            ("a restock", self.api("POST", f"{stock}/restock", {"quantity": 5})),
            ("a count on the page", self.count),
            ("another category", lambda: self.patch(category_id=attic)),
            ("its category renamed", self.api("PATCH", f"/categories/{attic}", {"name": "Loft"})),
            ("its category described", self.api("PATCH", f"/categories/{attic}", {"description": "Above all."})),
            (
                "its category renamed on the page",
                self.form(f"/admin/categories/{attic}", name="Garret & loft", place="2"),
            ),
            ("its category moved", self.api("PATCH", f"/categories/{attic}", {"position": 0})),
            ("a category was closed", self.api("DELETE", f"/categories/{cellar}")),
            ("it was retired", self.api("DELETE", f"/products/{self.id}")),
            ("a restoration", self.api("POST", f"/products/{self.id}/restoration")),
            ("retired on the page", lambda: self.save(status="retired")),
            ("restored on the page", lambda: self.save(status="active")),
            ("retired by its status", lambda: self.patch(status="retired")),
            ("sold again by its status", lambda: self.patch(status="active")),
            ("the first picture removed", self.remove_picture),
            ("the last picture removed", self.remove_picture),
            ("nothing on hand", self.api("PATCH", stock, {"on_hand": 1})),
        ]

    async def sights(self, _: str) -> list[tuple[Sight, dict[str, Any]]]:
        its = await self.product()
        category = {"id": its.category.id, "slug": its.category.slug, "name": its.category.name}
        facts = {
            self.id: {
                "sku": its.sku,
                "name": its.name,
                "price": price(its.price_cents),
                "category": category,
                "unit_price": price(its.price_cents),
                "status": its.status,
                "description": its.description,
                "available": its.available,
                "on_hand": its.on_hand,
                "reserved": its.reserved,
                "stock": {"available": its.available, "state": its.stock_state},
            },
            its.category.id: category,
        }
        return [(sight, facts) for sight in self._sights(its)]

    def _sights(self, its: ProductView) -> list[Sight]:
        found, cost, shelf = its.name, written(its.price_cents), its.category.name
        gone = 200 if its.status == "active" else 404
        on_sale = (found, cost) if its.status == "active" else ()
        lists = [
            Sight("stranger", category_path(its.category.slug), shows=(*on_sale, shelf)),
            Sight("stranger", "/products?q=NEW", shows=()),
            Sight("stranger", "/products/search?q=ladder"),
            Sight("stranger", "/", shows=(shelf,)),
            *(Sight(who, f"/api/v1/products?category={its.category.slug}") for who in ("stranger", "ann", "boss")),
            *(Sight(who, "/api/v1/products?sort=newest") for who in ("stranger", "ann", "boss")),
            Sight("stranger", "/api/v1/categories"),
            Sight("stranger", f"/api/v1/categories/{its.category.id}"),
            Sight("boss", "/admin/categories", shows=(shelf,)),
            Sight("boss", "/admin/products?q=NEW", shows=(found, cost)),
            Sight("boss", "/api/v1/admin/products?q=NEW"),
            Sight("boss", "/admin/inventory?q=NEW", shows=(found,)),
            Sight("boss", "/api/v1/inventory?q=NEW"),
            Sight("boss", "/api/v1/admin/audit"),
            Sight("boss", "/admin/audit"),
        ]
        ones = [
            *(Sight(who, product_path(its), gone, on_sale) for who in ("stranger", "ann")),
            *(Sight(who, f"/api/v1/products/{self.id}", gone) for who in ("stranger", "ann")),
            Sight("stranger", f"/api/v1/products/sku:{its.sku}", gone),
            Sight("boss", f"/api/v1/products/{self.id}"),
            Sight("boss", f"/api/v1/admin/products/{self.id}"),
            Sight("boss", f"/admin/products/{self.id}", shows=(found, shelf)),
            Sight("boss", f"/admin/inventory/{self.id}", shows=(found,)),
            Sight("boss", f"/api/v1/inventory/{self.id}"),
            Sight("boss", f"/api/v1/inventory/{self.id}/ledger"),
        ]
        holders = [
            Sight("ann", "/cart", shows=(found, cost)),
            Sight("ann", "/api/v1/cart"),
            checkout(its),
            Sight("ann", f"/orders/{self.order_id}", shows=("Folding ladder", "$49.00")),
            Sight("ann", "/orders"),
            Sight("ann", f"/api/v1/orders/{self.order_id}"),
            Sight("boss", f"/admin/orders/{self.order_id}", shows=("Folding ladder",)),
            Sight("boss", f"/api/v1/admin/orders/{self.order_id}"),
            Sight("boss", "/admin/analytics"),
            Sight("boss", "/admin"),
            Sight("boss", "/api/v1/admin/stats"),
        ]
        return [*lists, *ones, *holders]


async def test_a_product_and_its_category_are_the_same_everywhere_after_every_change(readers: Readers) -> None:
    shelf = Shelf(readers)
    await shelf.begin()
    await walk(readers, shelf.changes(), shelf.sights)


FIRST, DECLINED, GUEST, GIVEN_UP, REFUSED = "first", "declined", "guest", "given-up", "refused"


class Ledger:
    """Orders that make every move there is, looked at by their buyers and by the shop."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self.orders: dict[str, str] = {}  # the ids by the names of this test

    async def place(self, name: str, token: str = "tok_ok") -> None:
        who = "stranger" if name == GUEST else "ann"
        product = await story.one("SELECT public_id FROM product WHERE sku = 'SKU-0001'")
        added = await tell(
            self.readers, who, "POST", "/cart/items", {"product_id": product["public_id"], "quantity": 2}
        )
        headers = {"Idempotency-Key": name}
        body = api_body(payment={"method": "test_card", "token": token})
        if who == "stranger":
            body, headers = {**body, "email": "guest@example.com"}, {**headers, "X-Cart-Token": added["cart_token"]}
        placed = await tell(self.readers, who, "POST", "/orders", body, **headers)
        self.orders[name] = placed["id"]

    def api(self, order: str, verb: str, body: Any = None, **headers: str) -> Callable[[], Awaitable[Any]]:
        method, prefix = ("PATCH", "") if verb == "status" else ("POST", "/admin")
        boss = self.readers, "boss", method
        return lambda: tell(*boss, f"{prefix}/orders/{self.orders[order]}/{verb}", body, **headers)

    def form(self, order: str, verb: str, who: str = "boss", **fields: str) -> Callable[[], Awaitable[Any]]:
        prefix = "/admin" if who == "boss" else ""
        return lambda: press(self.readers, who, f"{prefix}/orders/{self.orders[order]}/{verb}", **fields)

    def placed(self, name: str, token: str = "tok_ok") -> Callable[[], Awaitable[Any]]:
        return lambda: self.place(name, token)

    def changes(self) -> list[Change]:
        part = {"amount": price(100), "reason": "scratched"}
        return [
            ("an order was placed", self.placed(FIRST)),
            ("it was confirmed", drain),
            ("a note", self.api(FIRST, "notes", {"text": "Ring twice"})),
            ("a note on the page", self.form(FIRST, "notes", text="Ring once")),
            ("a part was refunded", self.api(FIRST, "refund", part, **{"Idempotency-Key": "r1"})),
            ("the refund was made", drain),
            ("it was shipped", self.api(FIRST, "shipment", {"carrier": "Post", "tracking": "A1"})),
            ("the mail of it was sent", drain),
            ("it arrived", self.api(FIRST, "delivery", {})),
            ("the mail of that was sent", drain),
            ("the rest was refunded", self.form(FIRST, "refund", amount="", reason="all of it")),
            ("that refund was made", drain),
            ("one was placed that is declined", self.placed(DECLINED, "tok_declined")),
            ("it was cancelled by itself", drain),
            ("a guest ordered", self.placed(GUEST)),
            ("the guest's was confirmed", drain),
            ("it was shipped by its status", self.api(GUEST, "status", {"status": "shipped"})),
            ("it was delivered on the page", self.form(GUEST, "delivery")),
            ("one was placed that its buyer cancels", self.placed(GIVEN_UP)),
            ("it was cancelled on its page", self.form(GIVEN_UP, "cancellation", "ann")),
            ("what that owes was done", drain),
            ("one was placed that the shop cancels", self.placed(REFUSED)),
            ("and confirmed", drain),
            ("it was cancelled by the shop", self.api(REFUSED, "cancellation", {"reason": "Sold"})),
            ("its money went back", drain),
            ("a note on one that is over", self.api(DECLINED, "notes", {"text": "Called"})),
            ("the product was renamed", self._rename),
            ("the product was retired", self._retire),
        ]

    async def _rename(self) -> None:
        row = await story.one("SELECT public_id FROM product WHERE sku = 'SKU-0001'")
        await tell(self.readers, "boss", "PATCH", f"/products/{row['public_id']}", {"name": "Other mug"})

    async def _retire(self) -> None:
        row = await story.one("SELECT public_id FROM product WHERE sku = 'SKU-0001'")
        await tell(self.readers, "boss", "DELETE", f"/products/{row['public_id']}")

    async def sights(self, _: str) -> list[tuple[Sight, dict[str, Any]]]:
        facts, sights = {}, []
        for name, public_id in self.orders.items():
            row = await story.one(
                "SELECT id, status, total_cents, email, version FROM orders WHERE public_id = ?", public_id
            )
            facts[public_id] = {
                "status": row["status"],
                "total": price(row["total_cents"]),
                "version": row["version"],
                "email": row["email"],
            }
            sights += self._sights("stranger" if name == GUEST else "ann", public_id, written(row["total_cents"]))
        return [(sight, facts) for sight in (*sights, *self._lists())]

    def _sights(self, who: str, public_id: str, total: str) -> list[Sight]:
        own = [
            Sight("ann", f"/orders/{public_id}", shows=(total,)),
            Sight("ann", f"/orders/{public_id}/status"),
            Sight("ann", f"/api/v1/orders/{public_id}"),
        ]
        return [
            *(own if who == "ann" else [replace(sight, status=404, shows=()) for sight in own]),
            Sight("boss", f"/admin/orders/{public_id}", shows=(total,)),
            Sight("boss", f"/api/v1/admin/orders/{public_id}"),
        ]

    def _lists(self) -> list[Sight]:
        return [
            Sight("ann", "/orders"),
            Sight("ann", "/api/v1/orders"),
            Sight("ann", "/auth/profile"),
            *(
                Sight("boss", f"/admin/{page}")
                for page in ("orders", "emails", "jobs", "analytics", "customers", "audit")
            ),
            *(Sight("boss", f"/api/v1/admin/{name}") for name in ("orders", "emails", "jobs", "stats", "audit")),
            Sight("boss", "/admin"),
        ]


async def test_an_order_is_the_same_everywhere_after_every_move(readers: Readers) -> None:
    ledger = Ledger(readers)
    await walk(readers, ledger.changes(), ledger.sights)


async def test_a_cart_is_the_same_everywhere_after_every_change(readers: Readers) -> None:
    row = await story.one("SELECT public_id FROM product WHERE sku = 'SKU-0002'")
    product = row["public_id"]

    async def line() -> str:
        return str((await tell(readers, "ann", "GET", "/cart"))["items"][0]["id"])

    async def set_quantity() -> None:
        await tell(readers, "ann", "PATCH", f"/cart/items/{await line()}", {"quantity": 3})

    async def set_quantity_on_the_page() -> None:
        await press(readers, "ann", f"/cart/items/{await line()}", quantity="2")

    async def remove() -> None:
        await press(readers, "ann", f"/cart/items/{await line()}/removal")

    def boss(method: str, path: str, body: Any = None) -> Callable[[], Awaitable[Any]]:
        return lambda: tell(readers, "boss", method, path, body)

    def add() -> Awaitable[Any]:
        return tell(readers, "ann", "POST", "/cart/items", {"product_id": product, "quantity": 2})

    changes: list[Change] = [
        ("it was filled", add),
        ("a quantity", set_quantity),
        ("a quantity on the page", set_quantity_on_the_page),
        ("a new price", boss("PATCH", f"/products/{product}", {"price": price(777)})),
        ("a new name", boss("PATCH", f"/products/{product}", {"name": "Bowl & lid"})),
        ("less on hand than wanted", boss("PATCH", f"/inventory/{product}", {"on_hand": 1})),
        ("nothing on hand", boss("PATCH", f"/inventory/{product}", {"on_hand": 0})),
        ("retired", boss("DELETE", f"/products/{product}")),
        ("restored", boss("POST", f"/products/{product}/restoration")),
        ("on hand again", boss("PATCH", f"/inventory/{product}", {"on_hand": 9})),
        ("a line removed", remove),
        ("filled again", add),
        ("emptied", lambda: press(readers, "ann", "/cart/clearing")),
    ]

    async def sights(change: str) -> list[tuple[Sight, dict[str, Any]]]:
        its = await read(lambda tx: find_product(tx, product, include_retired=True))
        is_empty = change in ("a line removed", "emptied")
        shown = () if is_empty else (its.name, written(its.price_cents))
        facts = {product: {"name": its.name, "unit_price": price(its.price_cents), "available": its.available}}
        paths = (("/cart", shown), ("/products", ()), ("/", ()), ("/api/v1/cart", ()))
        kept = Sight("ann", "/checkout", 303) if is_empty else checkout(its)
        return [(sight, facts) for sight in (kept, *(Sight("ann", path, shows=words) for path, words in paths))]

    await walk(readers, changes, sights)


async def test_an_account_is_the_same_everywhere_after_every_change(readers: Readers) -> None:
    await readers.add("eve", "eve@example.com", name="Eve & co")
    account = (await tell(readers, "eve", "GET", "/auth/me"))["id"]
    password = PASSWORD

    async def sign_in() -> None:
        await readers.browsers["eve"].log_in("eve@example.com", password)
        answer = await readers.apis["eve"].log_in("eve@example.com", password)
        assert answer.access

    async def change_password(new: str = "granite-heron-orchard-77") -> None:
        nonlocal password
        old, password = password, new
        body = {"current_password": old, "new_password": password}
        await tell(readers, "eve", "POST", "/auth/password", body)
        await sign_in()

    def moved(work: Callable[[Any], Awaitable[None]], *, is_in: bool = True) -> Callable[[], Awaitable[Any]]:
        async def move() -> None:
            await write(work)
            if is_in:
                readers.apis["eve"].access = ""
                await sign_in()

        return move

    def role(name: StaffRole) -> Callable[[Any], Awaitable[None]]:
        return lambda tx: customers.set_role(tx, account, name, actor=CLERK)

    def active(is_active: bool) -> Callable[[Any], Awaitable[None]]:
        return lambda tx: customers.set_active(tx, account, is_active=is_active, actor=CLERK)

    async def become_admin() -> None:
        await moved(role(StaffRole.OWNER))()
        await change_password("velvet-otter-canyon-quarry-42")  # nobody can tell whether the old one is fit for admins

    changes: list[Change] = [
        ("it was made", drain),
        ("an address was kept", lambda: tell(readers, "eve", "POST", "/addresses", ADDRESS)),
        ("the password was changed", change_password),
        ("its mail was sent", drain),
        ("it was made an admin's", become_admin),
        ("it was made a customer's", moved(role(StaffRole.NONE))),
        ("it was disabled", moved(active(False), is_in=False)),
        ("it was enabled", moved(active(True))),
    ]

    async def sights(_: str) -> list[tuple[Sight, dict[str, Any]]]:
        row = await story.one("SELECT email, name, role, is_active FROM users WHERE public_id = ?", account)
        facts = {account: {"email": row["email"], "name": row["name"], "role": row["role"]}}
        seen, asked = (200, 200) if row["is_active"] else (303, 401)
        staff = (seen, asked) if row["role"] == "admin" or not row["is_active"] else (403, 403)
        found = [
            *(Sight("eve", path, seen) for path in ("/auth/profile", "/orders", "/account/addresses")),
            *(Sight("eve", f"/api/v1{path}", asked) for path in ("/auth/me", "/orders", "/addresses")),
            Sight("eve", "/admin", staff[0]),
            Sight("eve", "/api/v1/admin/orders", staff[1]),
            Sight("boss", "/admin/customers", shows=("eve@example.com",)),
            *(
                Sight("boss", path)
                for path in ("/admin/audit", "/api/v1/admin/audit", "/admin/emails", "/admin/orders")
            ),
        ]
        return [(sight, facts) for sight in found]

    await walk(readers, changes, sights)
