"""What each problem's own page says: why it happens, what to do next, and an example. One entry for each code."""

from typing import NamedTuple


class ProblemText(NamedTuple):
    """Cause, next step, and the request that meets it."""

    cause: str
    next_step: str
    example: str


PROBLEM_TEXTS = {
    "already_ordered": ProblemText(
        "This checkout key became an order more than 72 hours ago, so the stored answer is gone but the order stands.",
        "Read the order that `order_id` names. For another order, use a new key.",
        "POST /api/v1/orders with a key from last week",
    ),
    "address_book_full": ProblemText(
        "An address book holds at most 20 addresses.",
        "Delete one that is not needed any more.",
        "POST /api/v1/addresses for the 21st time",
    ),
    "backlog": ProblemText(
        "So many orders wait that a new one could not be worked soon. Nothing was done; the cart is as it was.",
        "Try again after the seconds that Retry-After names.",
        "POST /api/v1/orders while the workers are down",
    ),
    "bad_request": ProblemText(
        "The request cannot be understood as HTTP or as a form, or its Host cannot be one.",
        "Check the request line, the headers and the body's encoding.",
        "A form with a broken multipart boundary",
    ),
    "below_reserved": ProblemText(
        "More units are promised to orders than would be on hand.",
        "Count again; `reserved` is the lowest possible number.",
        'PATCH /api/v1/inventory/{product_id} {"on_hand": 3} while 4 are reserved',
    ),
    "busy": ProblemText(
        "The shop could not take the request just now. Nothing was done.",
        "Try again after the seconds that Retry-After names.",
        "A write while the database is locked by something else",
    ),
    "cart_empty": ProblemText("There is nothing to order.", "Put something in the cart first.", "POST /api/v1/orders"),
    "cart_full": ProblemText(
        "A cart holds at most 100 different products.",
        "Order them, or take some out.",
        "POST /api/v1/cart/items with the 101st product",
    ),
    "category_not_empty": ProblemText(
        "Products stand in the category, retired ones included.",
        "Move them to another category first; `product_count` says how many there are.",
        "DELETE /api/v1/categories/{id}",
    ),
    "category_taken": ProblemText(
        "There is a category of this name, in whatever case.",
        "Choose another name, or change the category that is there.",
        'POST /api/v1/categories {"name": "kitchen"}',
    ),
    "conflict": ProblemText(
        "Somebody else changed the same thing in the same moment, or has it already. Nothing of this request was done.",
        "Read it again, and repeat the request if it is still wanted.",
        "Two admins who give two products one SKU at once",
    ),
    "cross_origin": ProblemText(
        "A browser sent this from a page of another site.",
        "Send it from the shop's own pages, or from a program without an Origin header.",
        "POST with Origin: https://evil.example",
    ),
    "csrf": ProblemText(
        "The form was made before you logged in or out, or for another visitor.",
        "Press the button that sends it again, or log in first; the page says which it is.",
        "POST /cart/items without csrf_token",
    ),
    "fresh_login_required": ProblemText(
        "Refunds above a limit, webhooks and sending mail again take a login of the last 15 minutes.",
        "Log in again with password and code, and repeat the request; or use a named token of the scope staff.",
        "POST /api/v1/webhooks with a token that was refreshed for an hour",
    ),
    "scope_too_small": ProblemText(
        "A named token opens what its scope says: read, shop or staff, and never the account's own credentials.",
        "Make a token with a larger scope on the page of your logins, or log in.",
        "DELETE /api/v1/cart with a token of the scope read",
    ),
    "second_factor_missing": ProblemText(
        "In production the people of the shop sign in with an authenticator app or a passkey beside the password.",
        "Log in on the pages of the shop, which lead to setting one up.",
        "GET /api/v1/admin/orders as an admin who has none",
    ),
    "second_factor_required": ProblemText(
        "The account has a second factor, and the code was missing, wrong or used before.",
        "Send `code` beside e-mail and password: from the authenticator app, or a recovery code. Basic cannot.",
        'POST /api/v1/auth/login {"email": "boss@example.com", "password": "…"}',
    ),
    "email_taken": ProblemText(
        "There is an account with this e-mail address.",
        "Log in, or ask for a new password.",
        "POST /api/v1/auth/register with a known address",
    ),
    "forbidden": ProblemText(
        "You are known, but may not do this.",
        "Ask an admin of the shop.",
        "GET /api/v1/admin/orders as a customer",
    ),
    "idempotency_key_required": ProblemText(
        "Without a key a repeat of the request could not be told from a second order.",
        "Send an Idempotency-Key header: 1 to 255 visible ASCII characters, a new random one for each order.",
        "POST /api/v1/orders without the header",
    ),
    "idempotency_key_reused": ProblemText(
        "This key was used for a different request within the last 72 hours.",
        "Use a new key for a new request, and the same body for a repeat.",
        "POST /api/v1/orders with the same key and another address",
    ),
    "idempotency_key_unsupported": ProblemText(
        "Nobody knows who asks, so a repeat could not be told from somebody else's request.",
        "Log in or send X-Cart-Token, or leave the header away.",
        "POST /api/v1/cart/items with an Idempotency-Key, as a guest without a cart",
    ),
    "illegal_transition": ProblemText(
        "The move is not possible from the present state; `from` and `to` name it, `allowed` what is possible now.",
        "Read the object again and choose one of the allowed moves.",
        "POST /api/v1/admin/orders/{id}/delivery before it was shipped",
    ),
    "insufficient_stock": ProblemText(
        "Less is available than was asked for; `items` names the products with what there is.",
        "Ask for less, or wait until it is restocked.",
        'POST /api/v1/cart/items {"quantity": 99}',
    ),
    "internal_error": ProblemText(
        "Something went wrong on our side. It has been noted.",
        "Try again; if it stays, tell the shop the request id.",
        "None that should be known",
    ),
    "invalid": ProblemText(
        "Fields of the request are not what they have to be; `errors` names each with the reason.",
        "Correct the named fields and send it again. Unknown fields are refused too.",
        'POST /api/v1/cart/items {"quantity": "two"}',
    ),
    "invalid_credentials": ProblemText(
        "The e-mail address or the password is wrong.",
        "Check both; after several failures wait as long as Retry-After says.",
        "POST /api/v1/auth/login",
    ),
    "invalid_token": ProblemText(
        "The link from the mail is unknown, was used, is too old, or was mailed for another account.",
        "Ask for a new one.",
        "POST /api/v1/auth/password/reset with a used token",
    ),
    "malformed_json": ProblemText(
        "The body is not JSON in UTF-8, or nested deeper than 32 levels.",
        "Check it with any JSON tool.",
        "POST /api/v1/orders with the body {",
    ),
    "method_not_allowed": ProblemText(
        "The address does not take this kind of request.",
        "Use one of the methods in the Allow header.",
        "GET /api/v1/auth/login",
    ),
    "not_allowed_now": ProblemText(
        "It is not in a state for this; `state` names the present one.",
        "Read it again, and wait or change its state first.",
        "POST /api/v1/webhooks/{id}/deliveries/{id}/redelivery while it is on its way",
    ),
    "not_found": ProblemText(
        "There is nothing at this address, or it is not yours.",
        "Check the id; ids of others answer the same as ids there are not.",
        "GET /api/v1/orders/none",
    ),
    "not_implemented": ProblemText(
        "HTTP knows what was asked, and this shop does not do it.",
        "Send the body with Content-Length, or with chunked as the only transfer coding; ask OPTIONS of one path.",
        "POST /api/v1/orders with Transfer-Encoding: gzip, chunked",
    ),
    "not_ready": ProblemText(
        "The process cannot serve now; `failing` names the parts.",
        "Wait, or look at the named part.",
        "GET /readyz while the database is away",
    ),
    "order_not_cancellable": ProblemText(
        "The order has already shipped.",
        "Send it back when it arrives.",
        "POST /api/v1/orders/{id}/cancellation after it was shipped",
    ),
    "password_change_required": ProblemText(
        "The account was opened with a password that others may know.",
        "Choose a new one: POST /api/v1/auth/password.",
        "GET /api/v1/orders as the demo admin",
    ),
    "order_refunded": ProblemText(
        "All that was paid for the order was given back; `confirm` names the field that ships it all the same.",
        "Send that field as true if it is meant.",
        "POST /api/v1/admin/orders/{id}/shipment after a full refund",
    ),
    "payload_too_large": ProblemText(
        "The body is larger than this shop takes.",
        "Send at most 64 KiB; a product's long description may have 256 KiB, and a picture 5 MiB.",
        "POST with a body of 1 MB",
    ),
    "no_longer_sold": ProblemText(
        "A product was taken off sale; `items` names each that cannot be ordered, with its `reason`.",
        "Take it out of the cart.",
        "POST /api/v1/orders after a product in the cart was retired",
    ),
    "cart_changed": ProblemText(
        "The cart is not the one that was reviewed; `cart_version` is the present one.",
        "Read the cart again, and send its version as `expected_cart_version` if it is fine.",
        "POST /api/v1/orders with the version of before",
    ),
    "payment_not_retryable": ProblemText(
        "Another card can be tried only for an order whose card was declined, and for a day.",
        "Put what was ordered back in the cart: POST /api/v1/orders/{id}/cart.",
        "POST /api/v1/orders/{id}/payment for a confirmed order",
    ),
    "precondition_failed": ProblemText(
        "If-Match or If-Unmodified-Since names another version than the one there is.",
        "Read it without the condition and compare; a weak tag never satisfies If-Match.",
        "GET /api/v1/products/{id} with an old If-Match",
    ),
    "price_changed": ProblemText(
        "The total that was shown no longer holds; `total` is the new one.",
        "Look at the new total and send it as `expected_total` if it is fine.",
        "Checking out after a price was raised",
    ),
    "product_not_found": ProblemText(
        "No such product is on sale.",
        "Search for it: GET /api/v1/products?q=…",
        "GET /api/v1/products/none",
    ),
    "range_not_satisfiable": ProblemText(
        "The file is shorter than where the range begins.",
        "Ask without Range, or for a range below the length that Content-Range names.",
        "GET /static/app.css with Range: bytes=9999999-",
    ),
    "refund_too_large": ProblemText(
        "Less is left of the payment; `refundable_cents` says how much.",
        "Refund at most that.",
        "POST /api/v1/admin/orders/{id}/refund with more than was paid",
    ),
    "request_header_fields_too_large": ProblemText(
        "The request line and the headers have more than 16 KiB, or there are more than 100 headers.",
        "Send fewer or shorter headers; a browser does after its cookies for this site were deleted.",
        "GET with a very long cookie",
    ),
    "request_in_progress": ProblemText(
        "The same request is being answered right now.",
        "Wait a second and repeat it with the same key.",
        "Two POST /api/v1/orders at once with one key",
    ),
    "request_timeout": ProblemText(
        "The request took too long to arrive.", "Send it again.", "A body that comes byte by byte"
    ),
    "sku_taken": ProblemText(
        "Another product has this SKU, in whatever case.",
        "Choose another SKU, or change the product that has it.",
        'POST /api/v1/products {"sku": "SKU-0001", …}',
    ),
    "too_many_requests": ProblemText(
        "More requests came than are allowed in this time.",
        "Wait for the seconds that Retry-After names; RateLimit tells how much is left.",
        "Many logins within a minute",
    ),
    "took_too_long": ProblemText(
        "The request was given up after thirty seconds. What it had begun to write may be done all the same.",
        "Look whether it was done, then try again; a repeat with the same Idempotency-Key does nothing twice.",
        "Any request while the database hangs",
    ),
    "unauthenticated": ProblemText(
        "Nobody is signed in, or the credentials do not hold any more.",
        "Send Authorization: Bearer with a fresh access token, or Basic with e-mail address and password.",
        "GET /api/v1/orders without a header",
    ),
    "unsupported_media_type": ProblemText(
        "The body is of a kind this address does not take.",
        "Send it as application/json.",
        "POST /api/v1/orders as text/plain",
    ),
    "untrusted_host": ProblemText(
        "The Host header names somebody else.",
        "Use the shop's own address; operators list others in CARTWRIGHT_TRUSTED_HOSTS.",
        "GET / with Host: evil.example",
    ),
    "uri_too_long": ProblemText(
        "The address has more than 8 KiB.",
        "Send a shorter path or query; longer values belong into a body.",
        "GET /products?q= with 10,000 letters",
    ),
    "version_conflict": ProblemText(
        "Somebody else has changed it since you read it.",
        "Read it again, look at what changed, and send the change with the new ETag.",
        "PATCH /api/v1/products/{id} with an old If-Match",
    ),
}
