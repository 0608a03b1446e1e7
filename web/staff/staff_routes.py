"""Which permission each admin page and each operation for staff takes. A route that is not here is closed to everybody.

`tests/web/security/test_staff_roles.py` says for each of them which role gets in, and asks as each.
"""

from models.staff.staff_roles import Permission

ROUTES = {
    Permission.OVERVIEW: "GET /admin  GET /admin/alarm  GET /admin/runbook  GET /admin/openapi.json",
    Permission.SEE_CATALOGUE: """
GET /admin/products  GET /admin/products/<product_id>  GET /admin/categories
GET /admin/inventory  GET /admin/inventory/<product_id>  GET /admin/products/file  GET /admin/products/file.csv
GET /admin/families  GET /admin/families/<family_id>
GET /api/v1/admin/products/file  GET /api/v1/admin/families  GET /api/v1/admin/families/<family_id>
GET /api/v1/admin/products  GET /api/v1/admin/products/<product_id>
GET /api/v1/inventory  GET /api/v1/inventory/<product_id>  GET /api/v1/inventory/<product_id>/ledger
""",
    Permission.CHANGE_CATALOGUE: """
GET /admin/products/new  POST /admin/products  POST /admin/products/<product_id>
GET /admin/products/several  POST /admin/products/several
POST /admin/products/file  POST /api/v1/admin/products/changes  POST /api/v1/admin/products/file
POST /admin/categories  POST /admin/categories/<category_id>  POST /admin/categories/<category_id>/deletion
POST /admin/inventory/<product_id>/restock  POST /admin/inventory/<product_id>/count
POST /api/v1/admin/products  PATCH /api/v1/admin/products/<product_id>  DELETE /api/v1/admin/products/<product_id>
POST /api/v1/admin/products/<product_id>/restoration
POST /api/v1/products  PATCH /api/v1/products/<product_id>  DELETE /api/v1/products/<product_id>
POST /api/v1/products/<product_id>/restoration
GET /admin/families/new  POST /admin/families
POST /admin/families/<family_id>  POST /admin/families/<family_id>/dissolution
POST /api/v1/admin/families  PATCH /api/v1/admin/families/<family_id>  DELETE /api/v1/admin/families/<family_id>
POST /api/v1/categories  PATCH /api/v1/categories/<category_id>  DELETE /api/v1/categories/<category_id>
PATCH /api/v1/inventory/<product_id>  POST /api/v1/inventory/<product_id>/restock
""",
    Permission.SEE_ORDERS: """
GET /admin/orders  GET /admin/orders/<order_id>  GET /admin/orders/several
GET /api/v1/admin/orders  GET /api/v1/admin/orders/<order_id>
""",
    Permission.CHANGE_ORDERS: """
POST /admin/orders/shipments  POST /admin/orders/<order_id>/shipment  POST /admin/orders/<order_id>/delivery
POST /admin/orders/<order_id>/cancellation
POST /api/v1/admin/orders/<order_id>/shipment  POST /api/v1/admin/orders/<order_id>/delivery
POST /api/v1/admin/orders/<order_id>/cancellation  PATCH /api/v1/orders/<order_id>/status
""",
    Permission.REFUND: "POST /admin/orders/<order_id>/refund  POST /api/v1/admin/orders/<order_id>/refund",
    Permission.HELP_CUSTOMERS: """
GET /admin/orders/<order_id>/address  POST /admin/orders/<order_id>/address
PUT /api/v1/admin/orders/<order_id>/shipping-address
POST /admin/orders/<order_id>/notes  POST /api/v1/admin/orders/<order_id>/notes
POST /admin/customers/<account_id>/notes
""",
    Permission.SEE_CUSTOMERS: "GET /admin/customers  GET /admin/customers/<account_id>",
    Permission.MANAGE_PEOPLE: """
POST /admin/customers/<account_id>/disabling  POST /admin/customers/<account_id>/enabling
POST /admin/customers/<account_id>/promotion  POST /admin/customers/<account_id>/demotion
""",
    Permission.SEE_FIGURES: "GET /admin/analytics  GET /admin/analytics/files/<table>  GET /api/v1/admin/stats",
    Permission.SEE_JOBS: """
GET /admin/jobs  GET /admin/jobs/<job_id>  GET /admin/jobs/batches
GET /admin/jobs/batches/<batch_id>  GET /admin/jobs/failures  GET /admin/jobs/charts  GET /admin/jobs/timetable
GET /api/v1/admin/jobs  GET /api/v1/admin/jobs/<job_id>  GET /api/v1/admin/queues  GET /api/v1/admin/workers
""",
    Permission.RUN_JOBS: """
POST /admin/jobs/<job_id>/retry  POST /admin/jobs/<job_id>/discard  POST /admin/jobs/<job_id>/run
POST /admin/jobs/<job_id>/cancellation
GET /admin/jobs/batches/new  POST /admin/jobs/batches  POST /admin/jobs/batches/<batch_id>/stop
POST /admin/jobs/timetable/<kind>/run  POST /admin/jobs/kinds/<kind>/pause  POST /admin/jobs/kinds/<kind>/resume
POST /admin/queues/<name>/pause  POST /admin/queues/<name>/resume
POST /api/v1/admin/jobs/<job_id>/retry  POST /api/v1/admin/jobs/<job_id>/discard
POST /api/v1/admin/jobs/<job_id>/cancellation  POST /api/v1/admin/jobs/retry  POST /api/v1/admin/jobs/discard
POST /api/v1/admin/queues/<name>/pause  POST /api/v1/admin/queues/<name>/resume
""",
    Permission.SEE_MAIL: """
GET /admin/emails  GET /admin/emails/<email_id>  GET /admin/emails/<email_id>/html  GET /api/v1/admin/emails
GET /admin/emails/kinds  GET /admin/emails/kinds/<kind>  GET /admin/emails/kinds/<kind>/html
POST /admin/emails/kinds/<kind>/test
""",
    Permission.RESEND_MAIL: "POST /admin/emails/<email_id>/resend  POST /api/v1/admin/emails/<email_id>/resend",
    Permission.SEE_BOOKS: "GET /admin/doctor",
    Permission.MEND_BOOKS: """
POST /admin/doctor/check  POST /admin/doctor/reconciliation  POST /admin/doctor/differences/<difference_id>/refund
POST /admin/doctor/unmatched/<charge_id>/refund
""",
    Permission.SEE_AUDIT: "GET /admin/audit  GET /api/v1/admin/audit",
    Permission.SEE_SETTINGS: """
GET /admin/shipping  GET /admin/pages  GET /admin/pages/<slug>  GET /admin/webhooks  GET /admin/webhooks/<webhook_id>
GET /api/v1/webhooks  GET /api/v1/webhooks/<webhook_id>  GET /api/v1/webhooks/<webhook_id>/deliveries
""",
    Permission.CHANGE_SETTINGS: """
POST /admin/shipping  POST /admin/pages/<slug>  POST /admin/emails/kinds/<kind>/switch
POST /admin/webhooks  POST /admin/webhooks/<webhook_id>  POST /admin/webhooks/<webhook_id>/state
POST /admin/webhooks/<webhook_id>/secret  POST /admin/webhooks/<webhook_id>/deletion
POST /admin/webhooks/<webhook_id>/test  POST /admin/webhooks/<webhook_id>/redelivery
POST /admin/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery
POST /api/v1/webhooks  PATCH /api/v1/webhooks/<webhook_id>  DELETE /api/v1/webhooks/<webhook_id>
POST /api/v1/webhooks/<webhook_id>/secret  POST /api/v1/webhooks/<webhook_id>/test
POST /api/v1/webhooks/<webhook_id>/redelivery
POST /api/v1/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery
""",
}

# These take a fresh password or passkey too: on the pages within 15 minutes, over the API a login of that age.
PROVEN = """
POST /admin/customers/<account_id>/demotion
POST /admin/emails/<email_id>/resend  POST /api/v1/admin/emails/<email_id>/resend
POST /admin/webhooks  POST /admin/webhooks/<webhook_id>  POST /admin/webhooks/<webhook_id>/state
POST /admin/webhooks/<webhook_id>/secret  POST /admin/webhooks/<webhook_id>/deletion
POST /api/v1/webhooks  PATCH /api/v1/webhooks/<webhook_id>  DELETE /api/v1/webhooks/<webhook_id>
POST /api/v1/webhooks/<webhook_id>/secret
"""


def _listed(text: str) -> list[str]:
    words = text.split()
    return [f"{method} {rule}" for method, rule in zip(words[::2], words[1::2], strict=True)]


PERMISSIONS = {route: permission for permission, text in ROUTES.items() for route in _listed(text)}
NEEDS_PROOF = frozenset(_listed(PROVEN))
