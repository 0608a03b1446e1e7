"""What operations are grouped by."""

ACCOUNTS = "Accounts"
CATALOG = "Catalog"
CART = "Cart"
ORDERS = "Orders"
INVENTORY = "Inventory"
ADMIN_ORDERS = "Admin: orders"
ADMIN_JOBS = "Admin: jobs"
ADMIN_SHOP = "Admin: shop"
WEBHOOKS = "Webhooks"
HEALTH = "Health"
PAGES = "HTMx-FrontEnd"

WORDS = {
    ACCOUNTS: "Accounts, tokens and the address book.",
    CATALOG: "What the shop sells. Reading is for everybody, changing for admins.",
    CART: "What somebody is about to order; a guest's cart is named by `X-Cart-Token`.",
    ORDERS: "Placing an order answers before any of it has run; its version tells when there is news.",
    INVENTORY: "What is on the shelf and what is promised of it.",
    ADMIN_ORDERS: "All orders, and the moves that people make.",
    ADMIN_JOBS: "The job ledger, its queues and its workers.",
    ADMIN_SHOP: "Mail, figures and the audit log.",
    WEBHOOKS: "Receivers of events, signed as Standard Webhooks says.",
    HEALTH: "Is it alive.",
    PAGES: "The pages of the shop, for people with a browser. They answer HTML and take forms.",
}
