"""`python -m benchmarks.baseline.fill CATALOGUE`: make the tables and fill them from a file of JSON."""

import json
import sys
from pathlib import Path

from benchmarks.baseline.database import engine, open_session
from benchmarks.baseline.tables import Base, Category, Product

STOCK = 1_000_000

if __name__ == "__main__":
    Base.metadata.create_all(engine)
    with open_session() as session:
        for category in json.loads(Path(sys.argv[1]).read_text()):
            products = [Product(**product, stock=STOCK) for product in category.pop("products")]
            session.add(Category(**category, products=products))
        session.commit()
