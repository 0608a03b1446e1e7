"""The baseline shop: catalogue pages, the list of products, a guest's cart, and a checkout that does all the work."""

from fastapi import FastAPI

from benchmarks.baseline import api, pages

app = FastAPI(title="Baseline")
app.include_router(pages.router)
app.include_router(api.router)
