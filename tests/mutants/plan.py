"""The modules that carry the promise, and the tests that concern each."""

from typing import NamedTuple


class Module(NamedTuple):
    """A module to change. `in_processes`: its tests start processes of the shop, in which the change has to be."""

    path: str
    tests: tuple[str, ...]
    in_processes: bool = False


ORDERS = ("tests/pipelines/test_order_process.py", "tests/journeys/test_order_life.py", "tests/journeys/test_review.py")
LEDGER = ("tests/models/jobs/test_jobs.py", "tests/models/jobs/test_completion.py")
MODULES = (
    Module(
        "models/jobs/ledger/jobs.py",
        (
            *LEDGER,
            "tests/models/jobs/test_queue_pauses.py",
            "tests/workers/test_dispatcher.py",
            "tests/workers/test_maintenance_loop.py",
        ),
    ),
    Module(
        "models/jobs/ledger/completion.py",
        (*LEDGER, "tests/models/jobs/test_job_retries.py", "tests/workers/test_heartbeat.py"),
    ),
    Module("models/jobs/ledger/rescue.py", (*LEDGER, "tests/workers/test_maintenance_loop.py")),
    Module("models/jobs/ledger/clock_changes.py", ("tests/workers/test_maintenance_loop.py",)),
    Module(
        "models/inventory/inventory.py",
        (
            "tests/models/inventory",
            *ORDERS,
            "tests/journeys/test_alerts.py",
            "tests/journeys/test_another_card.py",
        ),
    ),
    Module(
        "models/payments/payments.py",
        (*ORDERS, "tests/journeys/test_another_card.py", "tests/journeys/test_cancelling.py", "tests/models/payments"),
    ),
    Module(
        "models/payments/refunds.py",
        ("tests/journeys/test_cancelling.py", "tests/web/admin/test_order_desk.py", "tests/models/payments"),
    ),
    Module("models/payments/payment_circuit.py", ("tests/models/payments", "tests/journeys/test_provider_outage.py")),
    Module("models/payments/reconciliation.py", ("tests/journeys/test_reconciliation.py",)),
    Module(
        "models/shared/idempotency.py",
        (
            "tests/models/shared/test_idempotency_scopes.py",
            "tests/journeys/test_placing_once.py",
            "tests/web/api/test_api_idempotency.py",
        ),
    ),
    Module(
        "models/checkout/checkout.py",
        (
            "tests/journeys/test_placing_once.py",
            "tests/web/shop/test_checkout_pages.py",
            "tests/web/api/test_api_orders.py",
        ),
    ),
    Module("models/carts/carts.py", ("tests/models/carts",)),
    Module("pipelines/orders/order_process.py", (*ORDERS, "tests/journeys/test_cancelling.py")),
    Module(
        "pipelines/orders/payment_steps.py",
        (*ORDERS, "tests/journeys/test_provider_outage.py", "tests/journeys/test_another_card.py"),
    ),
    Module("workers/dispatcher.py", ("tests/workers/test_dispatcher.py",)),
    Module("workers/maintenance_loop.py", ("tests/workers/test_maintenance_loop.py",)),
    Module("workers/heartbeat.py", ("tests/workers/test_heartbeat.py",)),
    Module(
        "cli/supervision/supervisor.py", ("tests/faults/test_supervisor.py", "tests/cli/test_up.py"), in_processes=True
    ),
)
