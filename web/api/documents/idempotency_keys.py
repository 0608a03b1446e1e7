"""The Idempotency-Key of a request (IETF draft), by which a duplicate request is recognised.

Every POST that makes or adds something keeps its answer under the key, in the transaction of what it did. Where nobody
knows who asks the key is refused: a client that sent one believes that a repeat is harmless.
"""

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from quart import Response, g, request

from models.database import Transaction, write
from models.shared import idempotency
from models.shared.errors import IdempotencyKeyRequired, IdempotencyKeyUnsupported
from models.shared.idempotency import StoredAnswer
from models.shared.secret_tokens import hashed
from web.checkout.checkout_input import fingerprint
from web.checkout.guest_cart import guest_cart_token
from web.forms.input_model import Input
from web.security.identity import current_account

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
KEY = re.compile(r"[\x21-\x7e]{1,255}")
NOBODY = "A repeat is recognised by the caller: log in or send X-Cart-Token, or leave the Idempotency-Key away."
TOLD_ONCE = "What is made here is told once and never kept for a repeat: leave the Idempotency-Key away."
UNKNOWN = "Nobody knows who asks here, so no repeat is recognised: leave the Idempotency-Key away."

Document = dict[str, Any]


def idempotency_key() -> str:
    """The request's key, quoted or not. Raises IdempotencyKeyRequired if it is missing or malformed."""
    given = request.headers.get(HEADER, "").strip()
    if len(given) >= 2 and given[0] == given[-1] == '"':
        given = given[1:-1]
    if not KEY.fullmatch(given):
        raise IdempotencyKeyRequired("Send an Idempotency-Key header of 1 to 255 visible ASCII characters.")
    return given


async def write_once(work: Callable[[Transaction], Awaitable[Document]], sent: Input | None = None) -> Document:
    """The document that `work` makes in its transaction or, for a key that was used before, the one it made then.

    Raises:
        IdempotencyKeyRequired: the key is not usable.
        IdempotencyKeyUnsupported: nobody knows who asks.
        IdempotencyKeyReused: the key was used for another request.
    """
    if HEADER not in request.headers:
        return await write(work)
    key, scope = idempotency_key(), f"api {hashed(f'{_caller()} {request.method} {request.path}')}"
    print_ = fingerprint(sent.model_dump(mode="json") if sent else None)

    async def once(tx: Transaction) -> StoredAnswer:
        known = await idempotency.find(tx, scope, key, print_)
        if known is not None:
            return known
        document = await work(tx)
        if "cart_token" in document or "cart_token" in document.get("cart", {}):  # made for a stranger just now
            raise IdempotencyKeyUnsupported(NOBODY)
        return await idempotency.store_answer(tx, scope, key, print_, 200, json.dumps(document), order_id=None)

    answer = await idempotency.write_once(once)
    g.is_replay = answer.is_replay
    document: Document = json.loads(answer.body)
    return document


def refuse_key(why: str = UNKNOWN) -> None:
    """For what a stranger makes, and what is told only once. Raises IdempotencyKeyUnsupported if there is a key."""
    if HEADER in request.headers:
        raise IdempotencyKeyUnsupported(why)


async def tell_replay(response: Response) -> Response:
    """After all routes: an answer that was given before says so."""
    if g.get("is_replay"):
        response.headers[REPLAYED] = "true"
    return response


def _caller() -> str:
    """Who asks: keys of two callers have nothing to do with each other."""
    account, cart = current_account(), guest_cart_token()
    if account is not None:
        return f"user:{account.id}"
    if not cart and (order := request.headers.get("X-Order-Token")):
        return f"order:{hashed(order)}"
    if not cart:
        raise IdempotencyKeyUnsupported(NOBODY)
    return f"cart:{hashed(cart)}"
