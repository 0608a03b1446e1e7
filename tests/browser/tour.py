"""The tour: every page and state that shoppers see, in the order they would meet them.

Who takes it says what is done at each stop: test_pages.py looks for what is wrong, screens.py takes photographs.
"""

import re
import time
from collections.abc import Callable

from models.accounts.login_failures import account_key
from tests.browser.running_shop import RunningShop
from tests.browser.visitor import ADDRESS, DECIDED, NARROW, WIDE, Visitor

Stop = Callable[[Visitor, str], None]
OpenWindow = Callable[[RunningShop], Visitor]
REFUSALS = "(status of|Status Error Code) (401|403|404|409|410|413|422|429|503)"
LIMITED = {"CARTWRIGHT_RATE_LIMIT": "on"}  # what the empty shop is started with
FORM = "main form:not([data-passkey])"  # the one to fill in
SAVED = {**ADDRESS, "region": "Oregon", "phone": "+1 503 555 0100"}


class Tour:
    """One shop, seen through windows that `open_window` makes; `stop` is called with the window and the stop's name."""

    def __init__(self, shop: RunningShop, open_window: OpenWindow, stop: Stop) -> None:
        self.shop, self._open, self._stop = shop, open_window, stop

    def window(self) -> Visitor:
        """A stranger's, in which refusals are expected."""
        visitor = self._open(self.shop)
        visitor.excuse(REFUSALS)
        return visitor

    def see(self, visitor: Visitor, **places: str) -> None:
        """Go to each address and stop there. The names of the stops are the words with dashes."""
        for name, path in places.items():
            visitor.go(path)
            self._stop(visitor, name.replace("_", "-"))

    def product(self, sku: str) -> dict[str, str]:
        found = self.shop.ask(f"/api/v1/products/sku:{sku}")
        return {"id": found["id"], "name": found["name"], "path": f"/products/{found['id']}"}

    def count(self, sku: str, on_hand: int) -> dict[str, str]:
        """Let there be so many of a product."""
        product = self.product(sku)
        self.shop.tell("PATCH", f"/inventory/{product['id']}", on_hand=on_hand, reason="Counted anew")
        return product

    def attended(self) -> None:
        """All that a shop with a worker has to show."""
        for part in (self.catalogue, self.cart, self.doors, self.forgotten, self.account, self.checkout, self.orders):
            part()

    def catalogue(self) -> None:
        """Looking around."""
        visitor = self.window()
        few, none = self.count("SKU-0030", 3), self.count("SKU-0031", 0)
        self.count("SKU-0067-L", 0)
        self.see(visitor, home="/", products="/products", products_last="/products?page=5")
        self.see(visitor, category="/products/kitchen/", category_search="/products/home/?q=oak&sort=price")
        page = visitor.go("/")
        page.locator("#search").press_sequentially("kitchen")
        page.locator("#suggestions [role=option]").first.wait_for()
        page.locator("#search").press("ArrowDown")
        self._stop(visitor, "suggestions")
        self.see(visitor, search="/products?q=oak&max_price=80&in_stock=1", nothing_found="/products?q=unobtainable")
        self.see(visitor, filters_refused="/products?min_price=9&max_price=2", past_the_end="/products?page=99")
        self.see(visitor, product=self.product("SKU-0014")["path"], product_few=few["path"])
        self.see(visitor, product_sold_out=none["path"], not_found="/nowhere")
        self.see(visitor, product_of_family=self.product("SKU-0067")["path"], family_found="/products?q=t-shirt")
        self.see(visitor, problems="/problems", problem="/problems/price_changed", page_written="/pages/returns")
        page = visitor.go("/products")
        page.locator("li.product button").first.click()
        page.locator(".toast").first.wait_for()
        self._stop(visitor, "added")
        page = visitor.go(few["path"])
        page.get_by_label("Quantity of").fill("9")
        page.get_by_role("button", name="Add to Cart").click()
        page.locator(".toast-bad").wait_for()
        self._stop(visitor, "added-too-many")
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        visitor.go("/")
        page.locator(".menu summary").click()
        self._stop(visitor, "menu")
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]

    def cart(self) -> None:
        """A cart in which everything has changed since, and an empty one."""
        visitor = self.window()
        self.see(visitor, cart_empty="/cart")
        products = [self.product(sku) for sku in ("SKU-0033", "SKU-0034", "SKU-0035", "SKU-0036")]
        visitor.put_in_cart(*(product["name"] for product in products), products[0]["name"])
        self.see(visitor, cart="/cart")
        self.count("SKU-0033", 1)
        self.shop.tell("DELETE", f"/products/{products[1]['id']}")
        price = {"amount": 12345, "currency": "USD"}
        self.shop.tell("PATCH", f"/products/{products[2]['id']}", price=price)
        self.see(visitor, cart_changed="/cart")

    def doors(self) -> None:
        """Registering, logging in, and what can go wrong with either."""
        visitor = self.window()
        page = visitor.page
        self.see(visitor, login="/auth/login", register="/auth/register", logout="/auth/logout")
        visitor.go("/auth/register")
        self._fill(visitor, email="doors@example.com", password="Shop12345678")
        self._stop(visitor, "register-refused")
        visitor.go("/auth/register")
        self._fill(visitor, email="doors@example.com", password="velvet-otter-canyon-42")
        page.wait_for_url(re.compile("/auth/login"))
        self._stop(visitor, "login-after-registering")
        visitor.go("/auth/register")
        self._fill(visitor, email="doors@example.com", password="velvet-otter-canyon-42")
        self._stop(visitor, "register-taken")
        visitor.go("/auth/login")
        self._fill(visitor, email="nobody@example.com", password="wrong")
        self._stop(visitor, "login-refused")
        for name, script in (("form-expired", "'forged'"), ("too-large", "'x'.repeat(1100000)")):
            visitor.go("/auth/login")
            page.locator(f"{FORM} [name=csrf_token]").evaluate(f"field => field.value = {script}")
            self._fill(visitor, email="doors@example.com", password="wrong")
            self._stop(visitor, name)

    def forgotten(self) -> None:
        """A new password by mail."""
        visitor = self.window()
        visitor.sign_up("forgets@example.com")
        visitor.page.get_by_role("button", name="Logout").click()
        visitor.page.wait_for_url(re.compile("/auth/login"))
        self._stop(visitor, "logged-out")
        self.see(visitor, forgotten="/auth/forgot-password")
        self._fill(visitor, email="forgets")
        self._stop(visitor, "forgotten-refused")
        self._fill(visitor, email="forgets@example.com")
        self._stop(visitor, "link-sent")
        self.see(visitor, reset=self._link("forgets@example.com", "/auth/reset-password"))
        self._fill(visitor, new_password="Shop12345678")
        self._stop(visitor, "reset-refused")
        self._fill(visitor, new_password="amber-lantern-meadow-17")
        visitor.page.wait_for_url(re.compile("/auth/login"))
        self._stop(visitor, "reset-done")
        self.see(visitor, link_gone="/auth/reset-password?token=used")

    def account(self) -> None:
        """What belongs to a customer."""
        visitor = self.window()
        page = visitor.page
        visitor.sign_up("ann.example@example.com")
        self.see(visitor, profile="/auth/profile", orders_none="/orders", addresses_none="/account/addresses")
        self.see(visitor, verify_email=self._link("ann.example@example.com", "/auth/verify-email"))
        self._fill(visitor)
        page.wait_for_url(re.compile("/auth/profile"))
        self._stop(visitor, "profile-confirmed")
        self.see(visitor, verify_email_gone="/auth/verify-email?token=used")
        self.see(visitor, password="/auth/change-password", logins="/account/logins")
        self.see(visitor, data="/account/data", proof="/account/proof", security="/account/security")
        page.get_by_role("button", name="Set up an app").click()
        page.wait_for_url(re.compile("/account/security/authenticator"))
        self._stop(visitor, "authenticator")
        visitor.go("/auth/change-password")
        self._fill(visitor, current_password="wrong", new_password="amber-lantern-meadow-17")
        self._stop(visitor, "password-refused")
        self.see(visitor, address_new="/account/addresses/new")
        self._fill(visitor, **{**SAVED, "country": "", "city": " "})
        self._stop(visitor, "address-refused")
        for line1, box in (("1 Mill Lane", "default_shipping"), ("2 Bill Road", "default_billing")):
            visitor.go("/account/addresses/new")
            page.locator(f"[name={box}]").check()
            self._fill(visitor, **{**SAVED, "line1": line1})
            page.wait_for_url(re.compile("/account/addresses$"))
        self._stop(visitor, "addresses")
        page.get_by_role("link", name=re.compile("^Edit")).first.click()
        page.wait_for_url(re.compile("/account/addresses/."))
        self._stop(visitor, "address")
        visitor.put_in_cart(self.product("SKU-0014")["name"])
        self.see(visitor, checkout_saved_address="/checkout")
        self.see(visitor, forbidden="/admin")

    def checkout(self) -> None:
        """The way of a guest to an order, with everything that may stop it."""
        visitor = self.window()
        page, names = visitor.page, [self.product(sku)["name"] for sku in ("SKU-0014", "SKU-0027", "SKU-0052")]
        visitor.put_in_cart(*names)
        self.see(visitor, checkout_address="/checkout")
        self._fill(visitor, email="guest@example.com", **{**ADDRESS, "country": "", "city": " "})
        self._stop(visitor, "checkout-address-refused")
        visitor.go("/checkout")
        visitor.fill_in_checkout("tok_timeout", email="guest@example.com")
        self.see(visitor, checkout_shipping="/checkout/shipping", checkout_payment="/checkout/payment")
        page.get_by_label("Different from the shipping address").check()
        self._fill(visitor, billing_name="Ann Example")
        self._stop(visitor, "checkout-payment-refused")
        self.see(visitor, checkout_review="/checkout/review")
        self.shop.tell(
            "PATCH", f"/products/{self.product('SKU-0052')['id']}", price={"amount": 9900, "currency": "USD"}
        )
        page.locator("#place").click()
        page.get_by_role("alert").wait_for()
        self._stop(visitor, "checkout-price-changed")
        self.count("SKU-0027", 0)
        page.locator("#place").click()
        page.get_by_role("alert").get_by_text("Folio").wait_for()
        self._stop(visitor, "checkout-sold-out")
        self.count("SKU-0027", 50)
        visitor.go("/checkout/review")
        visitor.place()
        visitor.sees_settled()
        self._stop(visitor, "order-confirmed")
        page.locator("#cancel-question").click()
        page.locator("#history summary").click()
        self._stop(visitor, "order-cancel-question")
        page.get_by_role("button", name="Yes, cancel").click()
        visitor.sees_step("Payment refunded")
        visitor.sees_settled()
        self._stop(visitor, "order-cancelled")
        self.see(visitor, orders_of_a_guest="/orders", orders_by_status="/orders?status=shipped")
        self.see(visitor, order_lookup="/orders/lookup")
        self._fill(visitor, number="CW-10001", email="guest@example.com")
        self._stop(visitor, "order-lookup-sent")

    def orders(self) -> None:
        """What becomes of a customer's orders."""
        visitor = self.window()
        visitor.sign_up("bea@example.com")
        name = self.product("SKU-0014")["name"]
        visitor.order("tok_declined", name)
        visitor.sees_settled()
        self._stop(visitor, "order-declined")
        path = visitor.order("tok_ok", name, name)
        visitor.sees_settled()
        order = path.rpartition("/")[2]
        self.shop.tell("POST", f"/admin/orders/{order}/shipment", carrier="Northern Post", tracking="NP 4711 0815")
        self.see(visitor, order_shipped=path)
        self.shop.tell("POST", f"/admin/orders/{order}/delivery")
        self.see(visitor, order_delivered=path, orders="/orders", orders_status_refused="/orders?status=lost")
        self.see(visitor, order_of_somebody_else="/orders/none")

    def unattended(self) -> None:
        """What is seen while no worker is there, and when there is one again."""
        self.shop.kill_worker()
        visitor, rival = self.window(), self.window()
        patient = visitor
        last = self.count("SKU-0040", 1)["name"]
        rival.order("tok_ok", last, email="rival@example.com")
        path = visitor.order("tok_ok", last, email="patient@example.com")
        self._stop(visitor, "order-waiting")
        visitor.page.locator("#cancel-question").click()
        self._stop(visitor, "order-waiting-cancel-question")
        self.shop.sql("UPDATE orders SET created_at = created_at - 90000")
        self.shop.sql("UPDATE job SET run_at = run_at - 90000 WHERE kind = 'order.process'")
        self.see(visitor, order_slow=path)
        visitor.put_in_cart(self.product("SKU-0014")["name"])
        visitor.go("/checkout")
        visitor.fill_in_checkout("tok_ok", email="patient@example.com")
        self._stop(visitor, "checkout-slow")
        self.shop.sql("UPDATE job SET run_at = run_at - 400000 WHERE kind = 'order.process'")
        visitor.page.wait_for_timeout(1500)  # the shop looks at its backlog once a second
        visitor.page.locator("#place").click()
        visitor.page.get_by_role("heading", level=1).get_by_text("Too many").wait_for()
        self._stop(visitor, "closed")
        self.shop.start_worker()
        visitor.go(path)
        visitor.sees_settled()
        self._stop(visitor, "order-out-of-stock")
        self.shop.kill_worker()
        self.shop.start_worker(CARTWRIGHT_FAILPOINTS="after_ask=stop")  # it holds the stock, asks, and hears no answer
        names = [self.product(sku)["name"] for sku in ("SKU-0014", "SKU-0027", "SKU-0052")]
        visitor = self.window()
        visitor.order("tok_slow", *names, email="guest@example.com")
        visitor.sees_step("Stock held")
        self._stop(visitor, "order")
        self.shop.kill_worker()
        for page in (visitor.page, rival.page, patient.page):
            page.goto("about:blank")  # an open order asks on, and the shop is about to close

    def empty(self) -> None:
        """A shop on its first day: no product, no admin, and somebody who tries passwords."""
        visitor = self.window()
        self.see(visitor, empty_home="/", empty_products="/products", set_up_gone="/auth/set-up?link=used")
        found = re.search(r"open http://[^/]+(/auth/set-up\?link=\S+)", self.shop.log())
        assert found, self.shop.log()
        self.see(visitor, set_up=found[1])
        self._fill(visitor, email="first@example.com", password="Shop12345678")
        self._stop(visitor, "set-up-refused")
        now = int(time.time() * 1000)
        blocked = (account_key("nobody@example.com"), 12, now, now + 128_000, now)
        self.shop.sql("INSERT INTO login_failures VALUES (?, ?, ?, ?, ?)", *blocked)
        visitor.go("/auth/login")
        self._fill(visitor, email="nobody@example.com", password="wrong")
        visitor.page.get_by_role("alert").get_by_text("Please wait").wait_for()
        self._stop(visitor, "login-too-often")

    def _link(self, email: str, page: str) -> str:
        """The link to this page in a mail that the worker writes."""
        deadline = time.monotonic() + DECIDED / 1000
        while time.monotonic() < deadline:
            for (text,) in self.shop.sql("SELECT text FROM email_message WHERE recipient = ? ORDER BY id DESC", email):
                if found := re.search(rf"{page}\?token=\S+", text):
                    return found[0]
            time.sleep(0.1)
        raise AssertionError(f"no link was mailed to {email}")

    def _fill(self, visitor: Visitor, **fields: str) -> None:
        """Fill the form in and send it as it is, past what the browser itself would object to."""
        form = visitor.page.locator(FORM).last
        form.evaluate("form => { form.noValidate = true; for (const each of form) each.removeAttribute('maxlength'); }")
        for name, text in fields.items():
            form.locator(f"[name={name}]").evaluate("(field, text) => field.value = text", text)
        with visitor.page.expect_navigation():
            form.evaluate("form => form.requestSubmit(form.querySelector('button:not([type=button])'))")
