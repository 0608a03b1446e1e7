"""The baseline's API: products, a guest's cart by its token, and a checkout that answers when all is done.

Stock is taken, the card charged (the test provider says yes at once), the order confirmed and its mail written down in
one transaction, in the request.
"""

import json
import secrets
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, joinedload

from benchmarks.baseline.database import Reading, Writing
from benchmarks.baseline.tables import Cart, CartItem, Mail, Order, OrderLine, Product

router = APIRouter(prefix="/api/v1")


class FromTable(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class CategoryOut(FromTable):
    id: int
    slug: str
    name: str


class ProductOut(FromTable):
    id: int
    sku: str
    name: str
    description: str
    price_cents: int
    stock: int
    category: CategoryOut
    created_at: datetime


class ProductPage(BaseModel):
    items: list[ProductOut]
    page: int
    per_page: int
    total: int


class Addition(BaseModel):
    product_id: int
    quantity: int = Field(default=1, ge=1, le=999)


class ItemOut(FromTable):
    id: int
    product_id: int
    quantity: int


class CartOut(BaseModel):
    cart_token: str
    items: list[ItemOut]
    subtotal_cents: int


class Address(BaseModel):
    name: str
    line1: str
    city: str
    postal_code: str
    country: str


class Payment(BaseModel):
    method: Literal["test_card"]
    token: str


class PlaceOrder(BaseModel):
    payment: Payment
    shipping_address: Address
    email: str


class LineOut(FromTable):
    product_id: int
    name: str
    quantity: int
    unit_price_cents: int


class OrderOut(FromTable):
    public_id: str
    status: str
    total_cents: int
    lines: list[LineOut]
    created_at: datetime


CartToken = Annotated[str | None, Header(alias="X-Cart-Token")]


@router.get("/products")
def products(
    session: Reading, page: Annotated[int, Query(ge=1)] = 1, per_page: Annotated[int, Query(ge=1, le=100)] = 24
) -> ProductPage:
    total = session.scalar(select(func.count(Product.id))) or 0
    wanted = select(Product).options(joinedload(Product.category)).order_by(Product.name)
    found = session.scalars(wanted.limit(per_page).offset((page - 1) * per_page)).all()
    items = [ProductOut.model_validate(each) for each in found]
    return ProductPage(items=items, page=page, per_page=per_page, total=total)


@router.post("/cart/items", status_code=201)
def add(session: Writing, body: Addition, token: CartToken = None) -> CartOut:
    product = session.get(Product, body.product_id)
    if product is None:
        raise HTTPException(404, "There is no such product.")
    cart = _cart(session, token) if token else None
    if cart is None:
        cart = Cart(token=secrets.token_urlsafe(20))
        session.add(cart)
    item = next((each for each in cart.items if each.product_id == product.id), None)
    if item is None:
        item = CartItem(product=product, quantity=0)
        cart.items.append(item)
    item.quantity += body.quantity
    if item.quantity > product.stock:
        raise HTTPException(409, f"Only {product.stock} left.")
    session.flush()
    answer = _shown(cart)
    session.commit()
    return answer


@router.post("/orders", status_code=201)
def place(session: Writing, body: PlaceOrder, token: CartToken = None) -> OrderOut:
    cart = _cart(session, token) if token else None
    if cart is None or not cart.items:
        raise HTTPException(409, "There is nothing in the cart.")
    for item in cart.items:
        _take(session, item)
    total = sum(item.quantity * item.product.price_cents for item in cart.items)
    order = Order(
        public_id=secrets.token_urlsafe(16),
        email=body.email,
        status="confirmed" if body.payment.token == "tok_ok" else "cancelled",
        total_cents=total,
        address=json.dumps(body.shipping_address.model_dump()),
        payment_token=body.payment.token,
        lines=[OrderLine(**_line(item)) for item in cart.items],
    )
    session.add(order)
    session.flush()
    words = f"Order {order.id} is {order.status}"
    session.add(Mail(order_id=order.id, recipient=body.email, subject=words, body=f"{words}: {total / 100:.2f} USD."))
    cart.items.clear()
    session.flush()
    answer = OrderOut.model_validate(order)
    session.commit()
    return answer


def _cart(session: Session, token: str) -> Cart | None:
    return session.scalar(select(Cart).where(Cart.token == token))


def _take(session: Session, item: CartItem) -> None:
    """Take the stock, or refuse the order: all of it, since the transaction is given up."""
    enough = (Product.id == item.product_id) & (Product.stock >= item.quantity)
    taken: Any = session.execute(update(Product).where(enough).values(stock=Product.stock - item.quantity))
    if not taken.rowcount:
        raise HTTPException(409, f"Not enough of {item.product.name} left.")


def _line(item: CartItem) -> dict[str, Any]:
    product = item.product
    return {
        "product_id": product.id,
        "name": product.name,
        "quantity": item.quantity,
        "unit_price_cents": product.price_cents,
    }


def _shown(cart: Cart) -> CartOut:
    items = [ItemOut.model_validate(item) for item in cart.items]
    subtotal = sum(item.quantity * item.product.price_cents for item in cart.items)
    return CartOut(cart_token=cart.token, items=items, subtotal_cents=subtotal)
