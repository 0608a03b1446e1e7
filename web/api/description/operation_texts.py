"""What the reference says of each operation beyond its summary, and an example of its body. By operation id."""

from typing import Any

AGAIN = " The same key again gives the same answer."
ADDRESS = {
    "name": "Ann Lee",
    "line1": "1 Main Street",
    "city": "Springfield",
    "region": "IL",
    "postal_code": "62701",
    "country": "US",
}
PASSWORD = "velvet-otter-canyon-42"  # noqa: S105  of an example

DESCRIPTIONS = {
    "auth_register": (
        "Makes a customer's account and mails a link that proves the address. Logging in is a step of its "
        "own."
    ),
    "auth_log_in": (
        "Answers with an access token of some minutes and a refresh token. With `X-Cart-Token` the guest's "
        "cart joins the account's."
    ),
    "auth_refresh": (
        "A refresh token works once. One that is used again ends the whole login, because somebody has a copy "
        "of it."
    ),
    "auth_log_out": "The access token and every refresh token of this login stop working at once.",
    "auth_me": "The account that the credentials belong to, with its role and whether its address is proved.",
    "auth_change_me": (
        "The name changes at once; another address only when the link mailed to it is opened. That takes the "
        "present password."
    ),
    "auth_send_verification": "Mails a new link to the account's address. Links sent before stop working.",
    "auth_confirm_address": (
        "The token stands in the mailed link, works once and for a day. Guest orders of the address join the "
        "account."
    ),
    "auth_change_password": "Needs the present password. All other logins of the account end.",
    "auth_forgot": (
        "Always answers 202, so that nobody learns which addresses have accounts. The link works once and for "
        "an hour."
    ),
    "auth_reset": "The token stands in the mailed link. All logins of the account end.",
    "own_account_list_logins": "Browsers and programs that are signed in to the caller's account, the latest first.",
    "own_account_end_login": "That browser or program is signed out at once. Somebody else's login is a 404.",
    "own_account_list_tokens": "The caller's named tokens with scope and end. Tokens are told once only.",
    "own_account_make_token": (
        "A token for a program: `read` may look, `shop` may order too, `staff` may do what the account's role may. "
        "Takes a login of the last minutes. The token is in this answer alone, so no key keeps it for a repeat."
    ),
    "own_account_revoke_token": "The token stops working at once.",
    "own_account_data": "Account, addresses, orders, mail and logins of the caller, as one document.",
    "own_account_erase": (
        "Takes the password. Name, addresses and logins are deleted; orders stay in the books without the person. "
        "409 while an order or a refund is under way."
    ),
    "addresses_book": "All saved addresses of the account, the default ones marked. There are at most 20.",
    "addresses_add": (
        "Saves an address for later orders; what it needs depends on its country (`GET /countries`)." + AGAIN
    ),
    "addresses_show": "One address of the caller's book. Somebody else's is a 404.",
    "addresses_change": (
        "Changes the fields that are sent and keeps the others. Orders keep the address they were placed "
        "with."
    ),
    "addresses_remove": "Deletes the address from the book. Orders keep the address they were placed with.",
    "catalog_categories": "All categories in the shop's order, each with how many products on sale it has.",
    "catalog_category": "One category by its id or its slug.",
    "catalog_products": (
        "Products on sale, filtered and sorted. With `q` the best matches come first; prices are in minor "
        "units."
    ),
    "catalog_product": (
        "One product with its category, price and stock. Admins are shown retired products too."
    ),
    "catalog_changes_create": "Puts a product on sale at once, with its first stock." + AGAIN,
    "catalog_changes_change": (
        "Changes the fields that are sent. With `If-Match` only what still has that tag is changed."
    ),
    "catalog_changes_retire": (
        "Takes the product off sale. Orders keep their lines, and it can be brought back."
    ),
    "families_families": "Families by name; what their products differ by, and how many there are.",
    "families_create_family": (
        "Members are products that there are, by `product_id`, or new ones with `sku` and `price`, which take "
        "category, texts and pictures from the first one. Each keeps its own price, stock and pictures." + AGAIN
    ),
    "families_family": "A family with all its products, retired ones too, in the order in which they are offered.",
    "families_change_family": (
        "`members` names all products that are to be in the family: others leave it and stay on sale by themselves. "
        "Prices and stock that are left away stay."
    ),
    "families_dissolve_family": "The products stay on sale by themselves.",
    "product_bulk_change_many": (
        "All of them are changed, or none. A preview's `id`, `version` and `on_hand`, sent back as `seen`, refuse what "
        "has changed since with `version_conflict`."
    ),
    "product_bulk_export_file": (
        "One line a product, retired ones too, in UTF-8 with a byte order mark. Texts that a spreadsheet would run "
        "as a formula begin with an apostrophe, which an import takes away."
    ),
    "product_bulk_import_file": (
        "A known SKU is changed, a new one is added, an empty cell changes nothing. Nothing is imported when a cell is "
        "wrong; a preview lists every wrong cell by its line. Send its `plan` to import exactly what it showed."
    ),
    "catalog_changes_restore": "Puts a retired product on sale again, as it was.",
    "catalog_changes_products": "Products on sale and retired ones, filtered by text, status and category.",
    "catalog_changes_product": "One product, retired or not, as admins see it.",
    "catalog_changes_create_category": "Opens an empty category; its slug is made from the name." + AGAIN,
    "catalog_changes_change_category": (
        "Changes the fields that are sent. The products' documents show the new name at once."
    ),
    "catalog_changes_delete_category": (
        "Deletes a category that no product belongs to, retired ones included."
    ),
    "cart_show": (
        "The caller's cart at present prices, with warnings about what changed. Without a cart it is empty, "
        "never a 404."
    ),
    "cart_add": (
        "Adds to the line that is there. A guest's first call answers with the `cart_token` of a new cart." + AGAIN
    ),
    "cart_change": "Sets the quantity of one line; 0 removes it.",
    "cart_remove": "Removes one line and answers with the rest of the cart.",
    "cart_clear": "Removes all lines and answers with the empty cart.",
    "orders_place": (
        "Answers 202 before stock is reserved or a payment taken; follow the order by its `ETag`, `Prefer: "
        "wait`, events or webhooks. The same key again gives the same order. `expected_total` refuses another "
        "total than the buyer saw, `expected_cart_version` another cart."
    ),
    "orders_own": "The caller's orders, newest first, filtered by status.",
    "orders_show": (
        "The order with its lines, payment, progress and events. `If-None-Match` gives 304 while its version "
        "is the same; `Prefer: wait=N` holds the answer until there is news."
    ),
    "orders_cancel": (
        "Possible until the order is shipped. Stock is released and what was paid is given back."
    ),
    "orders_look_up": (
        "Mails the link to the address of the order, if number and address belong together. The answer is the "
        "same whether they do or not."
    ),
    "orders_try_another_card": (
        "For a day after a card was declined. The order keeps its number, items, prices and address; stock is "
        "reserved again, then the new card is charged." + AGAIN
    ),
    "orders_buy_again": (
        "Adds to the cart what is sold and in stock of the order's items; `left_out` names the rest and why."
    ),
    "orders_claim": (
        "Moves a guest's order into the caller's account; `X-Order-Token` proves that it is theirs."
    ),
    "shipping_list_countries": (
        "Every country by name, with the parts an address there has and needs, in the order they are written."
    ),
    "shipping_list_methods": (
        "The ways that go to the country, or all, with what each costs for the caller's cart."
    ),
    "shipping_dry_run": (
        "The totals an order of the cart would have, by the rules that placing it follows. Nothing is placed "
        "or reserved."
    ),
    "order_events_events": (
        "A JSON list, or Server-Sent Events with `Accept: text/event-stream`. The id of a message is the "
        "sequence; `Last-Event-ID` resumes, and 204 says that nothing more will come."
    ),
    "inventory_stock": "The stock of all products, filtered by text or by what is low.",
    "inventory_one": (
        "Units on hand, reserved and available, and the threshold from which stock counts as low."
    ),
    "inventory_count": (
        "Sets the counted units or the threshold; each change is a row of the ledger. Refused below what is "
        "reserved."
    ),
    "inventory_restock": "Adds units that have arrived, as a row of the ledger." + AGAIN,
    "inventory_ledger": (
        "Every movement of the product's stock, newest first: who, why, and the numbers after it."
    ),
    "admin_orders_orders": "The orders of all buyers, filtered by status and text.",
    "admin_orders_order": "An order with internal notes and the moves that a person can make now.",
    "admin_orders_ship": (
        "Moves a confirmed order to shipped and mails the buyer; carrier and tracking number may be left out." + AGAIN
    ),
    "admin_orders_deliver": "Moves a shipped order to delivered.",
    "admin_orders_cancel": (
        "Cancels an order that is not shipped; stock is released and what was paid is given back."
    ),
    "admin_orders_refund": (
        "Gives back an amount, or without one all that is left. The provider is called in the background." + AGAIN
    ),
    "admin_orders_change_address": "Sends an order to another address as long as it is not shipped.",
    "admin_orders_note": "Adds a note that only admins see.",
    "admin_orders_move_to": (
        "For older clients: the same moves as shipment, delivery and cancellation, with the same refusals."
    ),
    "admin_jobs_jobs": (
        "Jobs of the ledger, filtered by state, kind, queue and text. Their arguments are masked."
    ),
    "admin_jobs_job": "One job with each of its attempts and every reason why it waits.",
    "admin_jobs_retry": "Queues a dead or cancelled job again: the same job, with new attempts.",
    "admin_jobs_discard": (
        "Marks a dead job as cancelled, with a reason, so that it counts as broken no longer."
    ),
    "admin_jobs_cancel": "Cancels a job that no worker has claimed.",
    "admin_jobs_retry_many": (
        "Retries all dead jobs that match, in slices in the background, until none is left."
    ),
    "admin_jobs_discard_many": (
        "Discards all dead jobs that match, with one reason, in slices in the background."
    ),
    "admin_jobs_queues": "Depth, age of the oldest job, rates, latencies and workers of each queue.",
    "admin_jobs_pause": "Workers claim nothing from the queue until it is resumed; running jobs finish.",
    "admin_jobs_resume": "Workers claim from the queue again.",
    "admin_jobs_workers": "Every worker process as of its last heartbeat, lost ones included.",
    "admin_shop_emails": "Mail that waits, was sent or failed, newest first.",
    "admin_shop_resend": (
        "Queues a mail that was not delivered again, to its recipient or to another one." + AGAIN
    ),
    "admin_shop_stats": (
        "Orders, revenue, conversion and customers in a span of time, by hour or day of the shop's time zone."
    ),
    "admin_shop_audit_log": "Who changed what, when, from where and why, newest first.",
    "webhooks_endpoints": "All registered receivers with their state, without their secrets.",
    "webhooks_register": (
        "Registers a receiver for some events. The secret that signs messages is in this answer only." + AGAIN
    ),
    "webhooks_endpoint": "One receiver with its state and why it was disabled.",
    "webhooks_change": "Changes address, events or note; `state` enables or disables it.",
    "webhooks_delete": "Deletes the receiver. What was not delivered yet is not sent.",
    "webhooks_rotate": "Makes a new secret, in this answer only. For 24 hours the old one signs too.",
    "webhooks_test": "Sends `webhook.test` to this receiver. A disabled one is refused with 409.",
    "webhooks_deliveries": (
        "Messages to this receiver, newest first, with each attempt and what was answered."
    ),
    "webhooks_redeliver": (
        "Sends one message again under its old id. A disabled receiver is refused with 409."
    ),
    "webhooks_redeliver_since": (
        "Sends again what was not delivered since a time, for a receiver that was away."
    ),
    "health_whole": (
        "Strangers are told the status; admins, and operators by `X-Ops-Token`, also how busy the shop is. "
        "503 names the failing part."
    ),
    "probes_alive": "For a process manager: 200 as long as the process answers. It looks at nothing else.",
    "probes_ready": (
        "For a load balancer: 503 while the process stops, or when the database or its schema does not serve."
    ),
    "metrics_show": (
        "The metrics of this process in Prometheus' text format; 404 unless they are switched on."
    ),
    "ops_queues": "Each queue with its state, depth and age of its oldest job, for an orchestrator.",
    "ops_workers": "Each worker process of the last day with the jobs it holds; a lost one with the end of each lease.",
    "ops_pause": "Workers claim nothing from the queue until it is resumed; running jobs finish.",
    "ops_resume": "Workers claim from the queue again.",
    "ops_requeue": (
        "The queue's dead jobs run again in the background. `left` are those a person has to decide about."
    ),
}  # fmt: skip
EXAMPLES: dict[str, Any] = {
    "auth_register": {"email": "ann@example.com", "password": PASSWORD, "name": "Ann Lee"},
    "auth_log_in": {"email": "ann@example.com", "password": PASSWORD},
    "auth_refresh": {"refresh_token": "the one of the last answer"},
    "auth_log_out": {},
    "auth_change_me": {"name": "Ann B. Lee"},
    "auth_confirm_address": {"token": "the one in the mailed link"},
    "auth_change_password": {"current_password": PASSWORD, "new_password": "quiet-harbor-lantern-7"},
    "auth_forgot": {"email": "ann@example.com"},
    "auth_reset": {"token": "the one in the mailed link", "new_password": "quiet-harbor-lantern-7"},
    "own_account_make_token": {"name": "Stock robot", "scope": "read", "days": 90},
    "own_account_erase": {"current_password": PASSWORD},
    "addresses_add": {**ADDRESS, "default_shipping": True},
    "addresses_change": {"phone": "+1 217 555 0100"},
    "product_bulk_change_many": {"product_ids": ["0190aaaa"], "price_percent": -10, "preview": True},
    "product_bulk_import_file": {"csv": "sku,price\r\nMUG-1,12.99\r\n", "preview": True},
    "catalog_changes_create": {
        "sku": "MUG-RED", "name": "Red mug", "price": {"amount": 1299, "currency": "USD"}, "category_id": "kitchen",
        "stock": {"on_hand": 40},
    },
    "catalog_changes_change": {"price": {"amount": 1199, "currency": "USD"}},
    "families_create_family": {
        "name": "Harbor Jeans", "options": [{"name": "Size", "values": ["S", "M"]}],
        "members": [
            {"product_id": "01k9z3v7m2x8q4w6r5t0y1b3c9", "values": ["S"]},
            {"sku": "JEANS-M", "price": {"amount": 9800, "currency": "USD"}, "on_hand": 12, "values": ["M"]},
        ],
    },
    "families_change_family": {"name": "Harbor Straight Jeans"},
    "catalog_changes_create_category": {"name": "Kitchen", "description": "For cooks"},
    "catalog_changes_change_category": {"name": "Cooking"},
    "cart_add": {"product_id": "01k9z3v7m2x8q4w6r5t0y1b3c9", "quantity": 2},
    "cart_change": {"quantity": 3},
    "orders_place": {"shipping_address": ADDRESS, "payment": {"method": "test_card", "token": "tok_ok"},
                     "email": "ann@example.com"},
    "orders_look_up": {"number": "CW-10042", "email": "ann@example.com"},
    "orders_try_another_card": {"payment": {"method": "test_card", "token": "tok_ok"}},
    "shipping_dry_run": {"country": "US", "shipping_method": "standard"},
    "inventory_count": {"on_hand": 37, "reason": "counted"},
    "inventory_restock": {"quantity": 20, "note": "delivery of Monday"},
    "admin_orders_ship": {"carrier": "DHL", "tracking": "JD014600006281"},
    "admin_orders_cancel": {"reason": "asked for by telephone"},
    "admin_orders_refund": {"amount": {"amount": 500, "currency": "USD"}, "reason": "a scratch"},
    "admin_orders_change_address": ADDRESS,
    "admin_orders_note": {"text": "Called; wants it on Friday."},
    "admin_orders_move_to": {"status": "shipped"},
    "admin_jobs_retry": {"reason": "the provider is back"},
    "admin_jobs_discard": {"reason": "sent by hand"},
    "admin_jobs_cancel": {"reason": "not needed any more"},
    "admin_jobs_retry_many": {"state": "dead", "kind": "mail.send", "reason": "the mail server is back"},
    "admin_jobs_discard_many": {"state": "dead", "kind": "webhook.deliver", "reason": "the receiver is gone"},
    "admin_jobs_pause": {"reason": "the provider is being repaired"},
    "admin_shop_resend": {"recipient": "ann@example.com"},
    "webhooks_register": {"url": "https://receiver.example/hook", "events": ["order.*", "stock.low"]},
    "webhooks_change": {"state": "active"},
    "webhooks_redeliver_since": {"since": "2026-11-23T09:00:00Z"},
}  # fmt: skip


def description_of(name: str) -> str:
    """The description of an operation; an alias has that of its original."""
    return DESCRIPTIONS.get(name.removesuffix("_alias"), "")


def example_of(name: str) -> Any:
    """The example of an operation's body; None without one."""
    return EXAMPLES.get(name.removesuffix("_alias"))
