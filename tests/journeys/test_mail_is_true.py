"""Mail says what is true when it leaves: every kind against every later move, also after a server had refused it."""

import html
import re
from collections import Counter
from functools import partial

import pytest

from core.shop_time import moment_in_mail
from models.database import write
from models.privacy.erasure import ERASED
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from pipelines.mail.mail_texts import KINDS
from tests.journeys import mail_moves as moves
from tests.journeys import story
from tests.journeys.mail_moves import Verb, moved, stock_falls
from tests.pipelines.fault_server import FaultServer, serving

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]

HIDDEN = re.compile(r"<head>.*?</head>|<a href=[^>]*>|<[^>]*>", re.S)
URL = re.compile(r"https?://localhost[^\s\"<]+")
HOUR_MS = 3_600_000
STRUCK = "(struck out of this copy)"
SAME, NOT = "sent as it is", "not sent"  # any other outcome: sent with words that are new
OWED: dict[str, Verb] = {
    "order.confirmed": moves.placed,
    "order.shipped": partial(moved, "ship"),
    "order.delivered": partial(moved, "ship", "deliver"),
    "order.cancelled": partial(moved, "cancel"),
    "order.refunded": partial(moved, "refund"),
    "stock.low": partial(stock_falls, 4),
    "stock.depleted": partial(stock_falls, 0),
    "webhook.disabled": moves.webhook_disabled,
    "order.lookup": moves.link_asked,
    "payments.paused": moves.provider_silent,
    "integrity.violated": moves.books_wrong,
    "password.reset": moves.reset_asked,
    "email.verify": moves.verification_asked,
    "email.change": moves.change_asked,
    "email.change.notice": moves.change_asked,
    "security.notice": moves.role_changed,
}
ORDER_FACTS: dict[str, Verb] = {
    "nothing": moves.nothing,
    "product renamed": partial(moves.edit_product, name="Another mug"),
    "price changed": partial(moves.edit_product, price_cents=99_999),
    "product retired": moves.retire_product,
    "account switched off": moves.switch_off,
}
NO_ADMIN = {"admin demoted": NOT, "admin switched off": NOT}
ADMIN_MOVED = ("to new@example.com", "to boss@example.com")
MOVES: dict[str, Verb] = ORDER_FACTS | {
    "cancelled": moves.cancel_order,
    "shipped": moves.ship,
    "shipped, delivered": moves.ship_and_deliver,
    "delivered": moves.ORDER_MOVES["deliver"],
    "part refunded": moves.refund_part,
    "all refunded": moves.refund_all,
    "refund arrives": moves.work_orders,
    "address edited": moves.edit_address,
    "e-mail changed": moves.change_email,
    "its link over": moves.end_order_link,
    "bought one more": partial(moves.buy, 1),
    "sold out": partial(moves.buy, 4),
    "restocked, still low": partial(moves.restock, 2),
    "restocked": partial(moves.restock, 50),
    "threshold lowered": moves.lower_threshold,
    "admin demoted": moves.demote,
    "admin's e-mail changed": partial(moves.change_email, moves.BOSS),
    "admin switched off": partial(moves.switch_off, moves.BOSS),
    "provider answers": moves.provider_answers,
    "books mended": moves.check_books,
    "enabled": partial(moves.set_webhook, state="active"),
    "deleted": moves.delete_webhook,
    "address of receiver changed": partial(moves.set_webhook, url="https://other.example/hook"),
    "link used or over": moves.end_links,
    "password changed": moves.change_password,
    "another asked for": moves.ask_for_another,
    "address taken": moves.take_address,
    "role changed again": moves.role_changed_again,
    "its kind switched off": moves.switch_kinds_off,
    "person erased": moves.erase,
}
# kind -> move -> outcome, or words of the new text (the first) and of the old one (the second) that is not said
TABLE: dict[str, dict[str, str | tuple[str, str]]] = {
    "order.confirmed": dict.fromkeys(ORDER_FACTS, SAME)
    | {
        "cancelled": NOT,
        "shipped": ("already on its way", "We will pack it"),
        "shipped, delivered": ("was delivered", "We will pack it"),
        "part refunded": ("Being refunded", "nothing"),
        "all refunded": ("the whole payment is being refunded", "We will pack it"),
        "address edited": ("2 Hill Road", "1 Mill Lane"),
        "e-mail changed": ("to new@example.com", "to ann@example.com"),
        "its kind switched off": NOT,
    },
    "order.shipped": dict.fromkeys(ORDER_FACTS, SAME)
    | {
        "delivered": NOT,
        "all refunded": ("Being refunded: -$36.00", "nothing"),
        "address edited": ("2 Hill Road", "1 Mill Lane"),
        "its kind switched off": NOT,
        "part refunded": ("Being refunded", "nothing"),
        "e-mail changed": ("to new@example.com", "to ann@example.com"),
    },
    "order.delivered": dict.fromkeys(ORDER_FACTS, SAME)
    | {
        "part refunded": SAME,
        "all refunded": SAME,
        "e-mail changed": ("to new@example.com", "to ann@example.com"),
        "its kind switched off": NOT,
        "person erased": NOT,
    },
    "order.cancelled": dict.fromkeys(ORDER_FACTS, SAME)
    | {
        "refund arrives": ("was refunded", "is being refunded"),
        "restocked": SAME,
        "e-mail changed": ("to new@example.com", "to ann@example.com"),
        "its kind switched off": NOT,
    },
    "order.refunded": dict.fromkeys(ORDER_FACTS, SAME)
    | {
        "refund arrives": ("We refunded $3.10", "We are refunding"),
        "cancelled": SAME,
        "shipped": SAME,
        "shipped, delivered": SAME,
        "e-mail changed": ("to new@example.com", "to ann@example.com"),
        "its kind switched off": NOT,
    },
    "order.lookup": dict.fromkeys(ORDER_FACTS, SAME)
    | {
        "cancelled": SAME,
        "address edited": SAME,
        "its link over": ("Create account", "asked for the link"),
        "shipped, delivered": SAME,
        "all refunded": SAME,
    },
    "stock.low": {
        "nothing": SAME,
        "price changed": SAME,
        "bought one more": ("3 of SKU-0001", "4 of SKU-0001"),
        "product renamed": ("Another mug", "nothing"),
        "restocked, still low": NOT,
        "restocked": NOT,
        "sold out": NOT,
        "product retired": NOT,
        "threshold lowered": NOT,
        "cancelled": ("5 of SKU-0001", "4 of SKU-0001"),
        "admin's e-mail changed": ADMIN_MOVED,
        "its kind switched off": NOT,
    }
    | NO_ADMIN,
    "stock.depleted": {
        "nothing": SAME,
        "restocked, still low": ("2 of SKU-0001", "None of"),
        "restocked": NOT,
        "product renamed": ("Another mug", "nothing"),
        "product retired": NOT,
        "price changed": SAME,
        "threshold lowered": ("low stock is 1", "low stock is 5"),
        "cancelled": ("1 of SKU-0001", "None of"),
        "admin's e-mail changed": ADMIN_MOVED,
        "its kind switched off": NOT,
    }
    | NO_ADMIN,
    "webhook.disabled": {
        "nothing": SAME,
        "admin's e-mail changed": ADMIN_MOVED,
        "its kind switched off": NOT,
        "enabled": NOT,
        "deleted": NOT,
        "address of receiver changed": ("other.example", "receiver.example"),
    },
    "payments.paused": {
        "nothing": SAME,
        "provider answers": NOT,
        "admin's e-mail changed": ADMIN_MOVED,
        "its kind switched off": NOT,
    }
    | NO_ADMIN,
    "integrity.violated": {"nothing": SAME, "books mended": NOT, "admin's e-mail changed": ADMIN_MOVED} | NO_ADMIN,
    "password.reset": {
        "nothing": SAME,
        "link used or over": NOT,
        "password changed": NOT,
        "e-mail changed": NOT,
        "account switched off": NOT,
        "person erased": NOT,
    },
    "email.verify": {
        "nothing": SAME,
        "link used or over": NOT,
        "password changed": NOT,
        "e-mail changed": NOT,
        "account switched off": NOT,
        "person erased": NOT,
    },
    "email.change": {
        "nothing": SAME,
        "link used or over": NOT,
        "password changed": NOT,
        "another asked for": NOT,
        "address taken": NOT,
        "account switched off": NOT,
        "person erased": NOT,
    },
    "email.change.notice": {
        "nothing": SAME,
        "e-mail changed": ("was changed", "about to change"),
        "password changed": ("was not changed", "about to change"),
        "link used or over": ("was not changed", "about to change"),
        "another asked for": SAME,
        "address taken": ("was not changed", "about to change"),
        "account switched off": NOT,
        "person erased": NOT,
    },
    "security.notice": {
        "nothing": SAME,
        "password changed": SAME,
        "e-mail changed": SAME,
        "role changed again": SAME,
        "account switched off": NOT,
        "person erased": NOT,
    },
}
ROWS = [(kind, move, outcome) for kind, row in TABLE.items() for move, outcome in row.items()]


def needs_link(move: str) -> bool:
    """Whether there is nothing to move before the first try, which makes the link."""
    at_a_link = ("link used or over", "password changed", "another asked for", "address taken")
    return move in at_a_link


REPLACED = {"stock.depleted": ("stock.depleted", "stock.low")}


async def test_every_kind_of_mail_and_every_move_stands_in_the_table() -> None:
    assert set(TABLE) == set(OWED) == set(KINDS)
    assert set(MOVES) == {move for _, move, _ in ROWS}


def _facts(words: str) -> Counter[str]:
    """Every word, however often, without links and what stands around words."""
    return Counter(re.findall(r"[^\s,.:]+", html.unescape(URL.sub(" ", words.replace(STRUCK, "")))))


def _whole(row: dict[str, object]) -> str:
    return f"to {row['recipient']} {row['subject']} {row['text']} {row['html']}"


@pytest.mark.parametrize(
    ("kind", "move", "outcome", "is_tried"),
    [(*row, is_tried) for row in ROWS for is_tried in (True, False) if is_tried or not needs_link(row[1])],
    ids=str,
)
async def test_mail_says_what_is_true_when_it_leaves(
    kind: str, move: str, outcome: str | tuple[str, str], is_tried: bool
) -> None:
    await OWED[kind]()
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        before = []
        if is_tried:
            await _try_mail()
            before = await story.mails("kind = ?", kind)
            assert {row["state"] for row in before} == {"queued"}
        await MOVES[move]()
        server.faults.clear()
        install_mailer(SmtpMailer(server.url))
        await story.later()
        await _try_mail()
    for row in await story.mails("recipient <> ?", ERASED):
        assert _facts(row["text"]) == _facts(HIDDEN.sub(" ", row["html"].replace(STRUCK, ""))), "the same in both"
        assert URL.findall(row["text"]) == URL.findall(row["html"])
        assert 'name="color-scheme" content="light dark"' in row["html"]
        is_for_admins = row["kind"].partition(".")[0] in ("stock", "webhook", "payments", "integrity")
        assert ("you are an admin" in row["text"], "Questions? Write to" in row["text"]) == (
            is_for_admins,
            not is_for_admins,
        )
    rows = [row for row in await story.mails() if row["kind"] in REPLACED.get(kind, (kind,))]
    boss = [row for row in rows if row["recipient"] != "second@example.com"]
    sent = [row for row in boss if row["state"] == "sent"]
    assert {row["message_id"] for row in sent} <= set(server.taken)
    if outcome == NOT:
        assert sent == []
        assert {row["state"] for row in boss} <= {"withdrawn"}
        assert all(row["last_error"] for row in boss if row["recipient"] != ERASED)
        return
    assert len(sent) == 1
    if outcome == SAME:
        assert len(boss) == 1
        if is_tried:
            assert [row["created_at"] for row in sent] == [
                row["created_at"] for row in before if row["recipient"] != "second@example.com"
            ]
        return
    news, olds = outcome
    assert news in _whole(sent[0])
    assert olds == "nothing" or olds not in _whole(sent[0])
    if is_tried:
        assert {row["state"] for row in boss} == {"sent", "withdrawn"}
        assert news not in _whole(next(row for row in boss if row["state"] == "withdrawn"))


async def test_a_notice_says_when_the_change_was_made_and_not_when_the_mail_was_written() -> None:
    await moves.role_changed()
    await write(lambda tx: tx.execute("UPDATE job SET created_at = created_at - ?", 3 * HOUR_MS))
    (job,) = [await story.one("SELECT created_at FROM job WHERE kind = 'mail.address'")]
    install_mailer(None)
    await _try_mail()
    (mail,) = await story.mails("kind = 'security.notice'")
    assert f"was changed to Support on {moment_in_mail(job['created_at'])}." in " ".join(str(mail["text"]).split())
    assert "It is now" not in str(mail["text"])


async def _try_mail() -> None:
    """Work mail alone, once; what a refund or an order still needs is left undone."""
    for claim in await story.claim_due(queues=["mail"]):
        await moves.attempt(claim)
