"""The baseline's pages."""

from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from benchmarks.baseline.database import Reading
from benchmarks.baseline.tables import Category, Product

router = APIRouter(default_response_class=HTMLResponse)
templates = Jinja2Templates(Path(__file__).parent / "templates")
templates.env.filters["money"] = lambda cents: f"${cents / 100:,.2f}"

SHOWN_AT_HOME, PER_PAGE, RELATED = 8, 24, 4


@router.get("/")
def home(request: Request, session: Reading) -> HTMLResponse:
    counted = select(Category, func.count(Product.id)).outerjoin(Product).group_by(Category.id).order_by(Category.id)
    newest = select(Product).options(joinedload(Product.category)).order_by(Product.id.desc()).limit(SHOWN_AT_HOME)
    shown = {"categories": session.execute(counted).all(), "products": session.scalars(newest).all()}
    return templates.TemplateResponse(request, "home.html", shown)


@router.get("/products")
def product_list(request: Request, session: Reading, category: str = "", q: str = "", page: int = 1) -> HTMLResponse:
    wanted = select(Product).join(Product.category)
    if category:
        wanted = wanted.where(Category.slug == category)
    if q:
        wanted = wanted.where(Product.name.icontains(q) | Product.description.icontains(q))
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    wanted = wanted.options(joinedload(Product.category)).order_by(Product.name)
    shown = {
        "products": session.scalars(wanted.limit(PER_PAGE).offset((page - 1) * PER_PAGE)).all(),
        "categories": session.scalars(select(Category).order_by(Category.id)).all(),
        "category": category,
        "q": q,
        "page": page,
        "pages": max(1, -(-total // PER_PAGE)),
        "total": total,
    }
    return templates.TemplateResponse(request, "products.html", shown)


@router.get("/products/{product_id}")
def product(request: Request, session: Reading, product_id: int) -> HTMLResponse:
    found = session.get(Product, product_id, options=[joinedload(Product.category)])
    if found is None:
        raise HTTPException(404)
    same = Product.category_id == found.category_id
    related = select(Product).options(joinedload(Product.category)).where(same, Product.id != found.id).limit(RELATED)
    shown = {"product": found, "related": session.scalars(related).all()}
    return templates.TemplateResponse(request, "product.html", shown)
