"""The integrity page: the findings of `cartwright doctor`."""

from typing import Any

from quart import Blueprint, Response

from models.database import Transaction, read
from models.operations import doctor
from web.admin.admin_view import admin_page

blueprint = Blueprint("admin_doctor", __name__)

SHOWN = 100


@blueprint.get("/admin/doctor")
async def show() -> Response:
    violations = await read(doctor.violations, snapshot=True)

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"reviews": await doctor.under_review(tx), "now": tx.now}

    return await admin_page("admin/doctor.html", facts, violations=violations, shown=SHOWN)
