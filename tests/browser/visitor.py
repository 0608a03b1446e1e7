"""Somebody in front of a browser: what people do in the shop, in their words, and what they may never see."""

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

PASSWORD = "velvet-otter-canyon-42"
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 375, "height": 740}
NARROWEST = {"width": 320, "height": 640}
PATIENCE = 60_000  # milliseconds for anything that should be there at once
DECIDED = 120_000  # milliseconds a decision may take on a busy machine
ADDRESS = {
    "name": "Ann Example",
    "line1": "1 Mill Lane",
    "city": "Portland",
    "postal_code": "97201",
    "country": "US",
}
# A good message leaves after six seconds, and an answer is given up after eight. Here both take minutes: a busy machine
# may be late.
PATIENT_PAGE = """
const soon = window.setTimeout;
window.setTimeout = (work, after, ...rest) => soon(work, after === 6000 ? 300000 : after, ...rest);
if (window === window.top) window.addEventListener("load", () => { if (window.htmx) htmx.config.timeout = 300000; });
"""
expect.set_options(timeout=PATIENCE)


class Visitor:
    """One browser window with its cookies. `complaints` collects what the browser found wrong with our pages."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        options.setdefault("viewport", WIDE)
        options.setdefault("reduced_motion", "reduce")  # drawing what moves costs more than the tests
        self.url = url
        self.context: BrowserContext = browser.new_context(base_url=url, **options)
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(PATIENT_PAGE)
        self.complaints: list[str] = []
        self.excused = re.compile(r"$^")
        self._document: Response | None = None
        self.page = self.new_page()

    def new_page(self) -> Page:
        """One more tab."""
        page = self.context.new_page()
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("response", self._answered)
        return page

    def excuse(self, pattern: str) -> None:
        """This test provokes a refusal, which the browser writes to its console."""
        self.excused = re.compile(pattern)

    def close(self) -> None:
        self.context.close()

    def go(self, path: str) -> Page:
        self.page.goto(path)
        return self.page

    def put_in_cart(self, *names: str) -> None:
        """Find each product by its name and press + Cart."""
        for name in names:
            self.go(f"/products?q={name}")
            self.page.get_by_role("button", name=re.compile(rf"add {re.escape(name)}$")).click()
            expect(self.page.locator("#toasts")).to_contain_text(f"{name} is in your cart.")

    def register(self, email: str) -> None:
        """Create an account on the page that is open, and log in."""
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.locator("main form button").click()
        expect(self.page).to_have_url(re.compile("/auth/login"))
        self.log_in(email)

    def log_in(self, email: str, password: str = PASSWORD) -> None:
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Log in").click()
        self.page.wait_for_url(lambda address: "/auth/login" not in address)

    def sign_up(self, email: str) -> None:
        self.go("/auth/register")
        self.register(email)

    def go_on(self, step: str) -> None:
        """Press Continue; this step comes next."""
        self.page.locator("#step-form button").last.click()
        self.page.wait_for_url(re.compile(f"/checkout/{step}$"))

    def fill_in_checkout(self, token: str, *, email: str = "", method: str = "standard") -> None:
        """From the address to the review, on the checkout that is open."""
        if email:
            self.page.locator("#email").fill(email)
        if self.page.locator("#name").is_visible():  # otherwise the address used last is chosen
            self.fill_in_address()
        self.go_on("shipping")
        self.page.locator(f"input[value={method}]").check()
        self.go_on("payment")
        self.page.locator(f"input[value={token}]").check()
        self.go_on("review")

    def fill_in_address(self, prefix: str = "", **changes: str) -> None:
        """The address that is asked for, the parcel's or the bill's."""
        for name, words in {**ADDRESS, **changes}.items():
            field = self.page.locator(f"#{prefix}{name}")
            field.select_option(words) if name == "country" else field.fill(words)

    def place(self) -> str:
        """Press the last button and come to the order's page; its path."""
        self.page.locator("#place").click()
        self.page.wait_for_url(re.compile("/orders/."))
        return self.page.url.removeprefix(self.url)

    def order(self, token: str, *names: str, email: str = "") -> str:
        """Buy these and come to the order's page; its path."""
        self.put_in_cart(*names)
        self.go("/checkout")
        self.fill_in_checkout(token, email=email)
        return self.place()

    def sees_settled(self) -> None:
        """The page has stopped asking."""
        expect(self.page.locator("#order-status[data-settled]")).to_be_visible(timeout=DECIDED)
        expect(self.page.locator("#order-line[hx-get]")).to_have_count(0)
        expect(self.page.locator(".live")).to_have_count(0)

    def sees_step(self, label: str, state: str = "done") -> None:
        expect(self.page.locator(f".step-{state}", has_text=label).first).to_be_visible(timeout=DECIDED)

    def overflows(self) -> int:
        """By how many pixels the page scrolls sideways."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not self.excused.search(text):
            self.complaints.append(f"{kind}: {text}")

    def _answered(self, answer: Response) -> None:
        is_page = answer.request.is_navigation_request() and answer.frame.parent_frame is None
        if is_page and not 300 <= answer.status < 400:
            self._document = answer
        if answer.status >= 500 and not self.excused.search(f"status of {answer.status}"):
            self.complaints.append(f"{answer.status} {answer.url}")

    def source(self) -> str:
        """The HTML of the page that is open, as the server sent it."""
        assert self._document is not None, "no page was opened"
        return self._document.text()
