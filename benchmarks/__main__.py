"""`python -m benchmarks [p3 p4 …]`: run all measurements, or the ones named, and print the table."""

import asyncio
import importlib
import os
import sys

from benchmarks.report import Figure, table

ALL = {
    "p1": "p1_pages",
    "trade": "p1_trade",
    "p2": "p2_checkout",
    "p3": "p3_decided",
    "p4": "p4_latency",
    "p5": "p5_sustained",
    "p6": "p6_mixed",
    "p7": "p7_growth",
    "pause": "resting_kind",
    "p8": "p8_idle",
    "p9": "p9_start",
    "p10": "p10_pollers",
    "p11": "p11_postgres",
    "p12": "p12_logins",
    "analytics": "analytics_page",
    "bey02": "bey02_estimates",
    "costs": "costs",
    "doctor": "doctor_speed",
    "e1": "e1_engines",
    "jobs": "job_page",
    "orm": "orm_cost",
    "ot": "telemetry_cost",
    "year": "year",
}


def main(names: list[str]) -> int:
    """0 when every target was reached, on a machine that was quiet before."""
    figures: list[Figure] = []
    for name in names or ALL:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        load = os.getloadavg()[0]
        measured: list[Figure] = asyncio.run(importlib.import_module(f"benchmarks.{ALL[name]}").measure())
        figures += [figure._replace(load=load) for figure in measured]
    print(table(figures))
    return 0 if all(figure.verdict == "reached" for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
