"""Hands a stored mail over once more, as far as it is still true: the body of the `mail.again` job."""

import re
from functools import partial

from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_resends
from models.mail.mail_outbox import MailDraft, NotSent
from models.mail.mail_resends import StoredMail
from pipelines.mail import mail_samples
from pipelines.mail.account_mail import notice_letter
from pipelines.mail.delivery import Delivery, Letter, NotTaken, deliver, settle
from pipelines.mail.mail_to_admins import AdminLetter
from pipelines.mail.order_mail import tell_buyer
from pipelines.mail.stock_alert_mail import stock_letter
from pipelines.mail.webhook_alert_mail import webhook_letter

OF_ORDER = re.compile(r"<order-([a-z]+)(?:-(\d+))?\.")


async def mail_again(claim: Claim) -> None:
    """Compose it as it is true now, under the Message-ID it has."""
    stored = await read(lambda tx: mail_resends.stored(tx, claim.subject_id or 0))
    draft = stored.draft
    if draft.order_id is not None:
        which = OF_ORDER.match(draft.message_id)
        assert which is not None, draft.message_id
        number = int(which[2]) if which[2] else None
        await tell_buyer(claim, draft.order_id, which[1], draft.message_id, number, is_capped=False)
        return
    letter = await read(partial(_letter, stored=stored))
    delivery = await deliver(claim, letter)
    await write(partial(_settle, claim=claim, letter=letter, delivery=delivery))
    if delivery.outcome.state == "again":
        raise NotTaken(delivery.outcome.words)


async def _letter(tx: Transaction, stored: StoredMail) -> Letter:
    """What was told, as it is now; a test says what it said."""
    draft = stored.draft
    if draft.subject_type == mail_samples.SAMPLE:
        return Letter(draft.message_id, draft)
    if draft.kind == "email.change.notice":
        return await notice_letter(tx, draft.subject_id, draft.message_id, draft.recipient)
    letter = await _admin_letter(tx, stored)
    if isinstance(letter, NotSent):
        return Letter(draft.message_id, letter)
    now = MailDraft(draft.message_id, letter.kind, *letter.about, None, draft.recipient, *letter.words)
    return Letter(draft.message_id, now)


async def _admin_letter(tx: Transaction, stored: StoredMail) -> AdminLetter | NotSent:
    if stored.endpoint_id is not None:
        return await webhook_letter(tx, stored.endpoint_id)
    if stored.product_id is not None:
        return await stock_letter(tx, stored.product_id, stored.draft.kind.removeprefix("stock."))
    return NotSent("What it tells of was deleted.")


async def _settle(tx: Transaction, claim: Claim, letter: Letter, delivery: Delivery) -> None:
    await settle(tx, claim, letter, delivery)
    await (completion.renew_lease if delivery.outcome.state == "again" else completion.succeed)(tx, claim)
