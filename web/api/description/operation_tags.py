"""The tags that group operations."""

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
OPERATORS = "Operators"
PAGES = "HTMx-FrontEnd"

WORDS = {
    ACCOUNTS: "Accounts, tokens and the address book.",
    CATALOG: "What the shop sells. Reading is for everybody, changing for admins.",
    CART: "Carts of customers and guests; a guest's cart is named by `X-Cart-Token`.",
    ORDERS: "Placing an order answers before it is processed; its version shows whether it has changed.",
    INVENTORY: "Stock on hand and reserved, and its ledger.",
    ADMIN_ORDERS: "All orders, and the moves that people make.",
    ADMIN_JOBS: "The job ledger, its queues and its workers.",
    ADMIN_SHOP: "Mail, figures and the audit log.",
    WEBHOOKS: "Receivers of events, signed as Standard Webhooks says.",
    HEALTH: "Whether the shop and its processes are alive.",
    OPERATORS: "For orchestrators and scrapers, by the operators' token.",
    PAGES: "The pages of the shop, for people with a browser. They answer HTML and take forms.",
}
