"""The first view of a page on a slow telephone: what was sent for it, when it appears, and how much it jumps.

Chromium throttled to 400 kbit/s with 150 ms to the shop and a quarter of this machine's speed, with an empty cache.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

PHONE: Any = {"width": 375, "height": 812}
BYTES_A_SECOND = 400_000 / 8
LATENCY_MS = 150
SLOWER = 4
WATCH = """
window.seen = {lcp: 0, cls: 0};
new PerformanceObserver((list) => { for (const each of list.getEntries()) window.seen.lcp = each.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.seen.cls += each.value;
}).observe({type: "layout-shift", buffered: true});
"""
PAINTED = "() => window.seen.lcp && performance.getEntriesByName('first-contentful-paint').length"
TOLD = """() => ({
  fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, ...window.seen,
})"""


@dataclass(frozen=True)
class FirstView:
    """Bytes on the wire, times in milliseconds, and the layout shift, which has no unit."""

    kilobytes: float
    first_paint: float
    largest_paint: float
    shift: float


def first_view(browser: Browser, url: str, *, patience_ms: float = 120_000) -> FirstView:
    """Open the page as a stranger does who comes for the first time, and wait until nothing is fetched any more."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        session, sent = context.new_cdp_session(page), list[float]()
        session.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
        session.send("Network.enable")
        limits = {"latency": LATENCY_MS, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
        session.send("Network.emulateNetworkConditions", {"offline": False, **limits})
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(url, wait_until="networkidle", timeout=patience_ms)
        page.wait_for_function(PAINTED, timeout=patience_ms)
        told = page.evaluate(TOLD)
        return FirstView(sum(sent) / 1000, told["fcp"], told["lcp"], told["cls"])
    finally:
        context.close()
