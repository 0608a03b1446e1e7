"""Refusals: answers to a person or client that something cannot be done, each with a stable code.

They are raised where the rule lives and rendered once, by the web. In a worker a refusal is an answer, not a failure.
"""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, Self


class FieldError(NamedTuple):
    """What is wrong with one field of the input."""

    field: str
    code: str
    message: str


class Refusal(Exception):
    """The base. `extra` holds further members of the problem document."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "bad_request"
    title: str = "The request cannot be understood"

    def __init__(self, detail: str, *, title: str = "", errors: Sequence[FieldError] = (), **extra: object) -> None:
        super().__init__(detail)
        self.detail = detail
        if title:  # more exactly than the class can say it
            self.title = title
        self.errors = tuple(errors)
        self.extra = extra


class NotFound(Refusal):
    """There is no such thing, or it is somebody else's."""

    status, code, title = 404, "not_found", "Not found"


class ProductNotFound(NotFound):
    """No such product is on sale."""

    code, title = "product_not_found", "No such product"


class Invalid(Refusal):
    """Fields of the input are not what they have to be; `errors` names them."""

    status, code, title = 422, "invalid", "Some fields need attention"

    @classmethod
    def field(cls, name: str, code: str, message: str) -> Self:
        """The refusal of one field, in the same words for the field and the whole."""
        return cls(message, errors=[FieldError(name, code, message)])


class NoSuchAddress(Invalid):
    """The saved address an order names is not in the customer's book."""


class Unauthenticated(Refusal):
    """Nobody is signed in, or the credentials do not hold."""

    status, code, title = 401, "unauthenticated", "Please sign in"


class InvalidCredentials(Unauthenticated):
    """The e-mail address or the password is wrong."""

    code, title = "invalid_credentials", "Wrong e-mail address or password"


class SecondFactorRequired(Refusal):
    """The password is right, and the account asks for a code too; or the code was wrong."""

    status, code, title = 401, "second_factor_required", "A code is needed, too"


class Forbidden(Refusal):
    """Signed in, but without the right."""

    status, code, title = 403, "forbidden", "Not allowed"


class PasswordChangeRequired(Forbidden):
    """The account has to choose a new password before anything else."""

    code, title = "password_change_required", "Choose a new password first"


class SecondFactorMissing(Forbidden):
    """Staff in production have to set up an authenticator app or a passkey before anything else."""

    code, title = "second_factor_missing", "Set up a second factor first"


class ScopeTooSmall(Forbidden):
    """The named token's scope does not open this."""

    code, title = "scope_too_small", "The token's scope is too small"


class FreshLoginRequired(Forbidden):
    """It takes a login of a few minutes ago."""

    code, title = "fresh_login_required", "Log in again for this"


class EmailTaken(Refusal):
    """There is an account with this address."""

    status, code, title = 409, "email_taken", "This address has an account already"


class Conflict(Refusal):
    """Somebody else changed the same thing in the same moment."""

    status, code, title = 409, "conflict", "Someone else changed this first"


class SkuTaken(Refusal):
    """Another product has this SKU."""

    status, code, title = 409, "sku_taken", "This SKU is taken"


class CategoryTaken(Refusal):
    """Another category has this name."""

    status, code, title = 409, "category_taken", "This category is there already"


class CategoryNotEmpty(Refusal):
    """There are products in it; `extra['product_count']` says how many."""

    status, code, title = 409, "category_not_empty", "The category is not empty"


class BelowReserved(Refusal):
    """Fewer would be on hand than are promised; `extra['reserved']` is the lowest possible count."""

    status, code, title = 409, "below_reserved", "More is promised than that"


class VersionConflict(Refusal):
    """Somebody else has changed it since it was read; `extra['version']` is the present one."""

    status, code, title = 412, "version_conflict", "It has changed in the meantime"


class AddressBookFull(Refusal):
    """An address book holds at most 20 addresses."""

    status, code, title = 409, "address_book_full", "The address book is full"


class InvalidToken(Refusal):
    """A link from a mail is unknown, used or too old."""

    code, title = "invalid_token", "This link does not work any more"


class InsufficientStock(Refusal):
    """Less is available than asked for; `extra` names the products."""

    status, code, title = 409, "insufficient_stock", "Not enough in stock"


class NoLongerSold(InsufficientStock):
    """A product was taken off sale; `extra['items']` names all that cannot be ordered, each with its reason."""

    code, title = "no_longer_sold", "No longer sold"


class CartFull(Refusal):
    """A cart holds at most 100 products."""

    status, code, title = 409, "cart_full", "The cart is full"


class CartEmpty(Refusal):
    """There is nothing to order."""

    status, code, title = 409, "cart_empty", "The cart is empty"


class PriceChanged(Refusal):
    """The total that was shown no longer holds; `extra` has the new one."""

    status, code, title = 409, "price_changed", "A price has changed"


class CartChanged(Refusal):
    """The cart is not the one that was reviewed; `extra['cart_version']` is the present one."""

    status, code, title = 409, "cart_changed", "Your cart changed while you were reviewing"


class PaymentNotRetryable(Refusal):
    """Another card can be tried only after a decline, and for a day."""

    status, code, title = 409, "payment_not_retryable", "Another card cannot be tried"


class OrderNotCancellable(Refusal):
    """The order is shipped, delivered or cancelled."""

    status, code, title = 409, "order_not_cancellable", "The order cannot be cancelled any more"


class IllegalTransition(Refusal):
    """An order, job, batch or mail cannot make this move; `extra` names its state, or the moves allowed now.

    The title is that of an order; whoever refuses something else gives its own.
    """

    status, code, title = 409, "illegal_transition", "The order cannot make this move"


class RefundTooLarge(Refusal):
    """More than is left of the payment; `extra['refundable_cents']` says how much is."""

    status, code, title = 409, "refund_too_large", "That is more than was paid"


class OrderRefunded(Refusal):
    """All of it was given back, and it is shipped on an explicit word alone; `extra['confirm']` names the field."""

    status, code, title = 409, "order_refunded", "All of this order was given back"


class NotAllowedNow(Refusal):
    """The job, mail or endpoint is not in a state for this; `extra['state']` names the present one."""

    status, code, title = 409, "not_allowed_now", "Not possible in its present state"


class IdempotencyKeyRequired(Refusal):
    """The request needs an Idempotency-Key header."""

    code, title = "idempotency_key_required", "An Idempotency-Key is required"


class IdempotencyKeyUnsupported(Refusal):
    """The request brings a key, but nobody knows who asks, so no answer can be kept for its repeat."""

    code, title = "idempotency_key_unsupported", "An Idempotency-Key cannot be honoured here"


class IdempotencyKeyReused(Refusal):
    """The key was used for another request."""

    status, code, title = 422, "idempotency_key_reused", "This key was used for another request"


class AlreadyOrdered(Refusal):
    """This checkout became an order long ago; `extra` names it."""

    status, code, title = 409, "already_ordered", "This checkout has become an order already"


class DuplicateRunning(Refusal):
    """The same request is being answered right now."""

    status, code, title = 409, "request_in_progress", "The same request is still running"


class Backlog(Refusal):
    """Too many orders wait; `extra['retry_after']` says in seconds when to try again."""

    status, code, title = 503, "backlog", "Too many orders are waiting"


class Busy(Refusal):
    """The shop could not take the request just now; nothing was done."""

    status, code, title = 503, "busy", "The shop is busy"


class TooManyRequests(Refusal):
    """Slow down; `extra['retry_after']` says for how many seconds."""

    status, code, title = 429, "too_many_requests", "Too many requests"
