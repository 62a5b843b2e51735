"""What parents say, kept as they said it: typed behind their link, or written down by staff."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.intake import store
from agencies.intake.examiner import Examined
from children.models import Child, ParentCarer
from isp_portal.documents.models import OF_A_PLAN, IssuedDocument
from isp_portal.sharing.models import Reply, ReplyFile, ReplyHow, Share
from isp_portal.sharing.policies import (
    can_answer_minutes,
    can_sign_plan,
    check_can_say,
    check_can_write_down,
)
from isp_portal.sharing.rules import PARTS, ReplyKind, joined
from plans.actions.sign_off import record_parent_answer
from plans.models import SupportPlan
from reviews.actions.minutes import answer_minutes


@transaction.atomic
def reply_by_link(*, share: Share, kind: str, said: Mapping[str, Any], by: Actor) -> Reply:
    """Keeps what the parent typed behind their link. `said` are the fields of `Reply`.

    An answer to a paper is their sign-off as well, where it still can be. `Refused` for a reply
    that says nothing.
    """
    document = share.document
    reply = Reply(
        child=document.child,
        contact=share.contact,
        share=share,
        document=document,
        kind=kind,
        how=ReplyHow.LINK,
        said_on=timezone.localdate(),
        written_down_by=by.label,
        **said,
    )
    return _keep(reply, by)


@transaction.atomic
def write_down_reply(
    *,
    child: Child,
    contact: ParentCarer,
    kind: str,
    how: str,
    said_on: date,
    said: Mapping[str, Any],
    by: Actor,
    document: IssuedDocument | None = None,
    file: Examined | None = None,
) -> Reply:
    """Keeps what a parent said on the phone, in person or on paper, marked as written down by staff.

    `file` is the signed paper itself. `Refused` for somebody who is no contact of the child, who may
    not take part, and for a day to come.
    """
    check_can_write_down(child, contact, document, said_on, timezone.localdate())
    reply = Reply(
        child=child,
        contact=contact,
        document=document,
        kind=kind,
        how=how,
        said_on=said_on,
        typed_name=contact.name,
        written_down_by=by.label,
        **said,
    )
    kept = _keep(reply, by)
    if file is not None:
        _file(kept, file, by)
    return kept


def _keep(reply: Reply, by: Actor) -> Reply:
    whole = joined({name: getattr(reply, name) for name in PARTS}, reply.words)
    check_can_say(reply.kind, reply.answer, whole, reply.wants_call)
    reply.record(by=by, why=reply.get_kind_display())
    if reply.kind == ReplyKind.ANSWER and reply.document is not None:
        _sign_off(reply, reply.document, by)
    return reply


def _sign_off(reply: Reply, document: IssuedDocument, by: Actor) -> None:
    """The answer stands on the plan or beside the minutes too; a paper replaced since takes none."""
    method = "portal" if reply.is_by_link else reply.how
    if document.kind in OF_A_PLAN:
        _sign_plan(reply, document.plan, method, by)
    elif document.review is not None and can_answer_minutes(reply, document.review):
        answer_minutes(
            review=document.review,
            contact=reply.contact,
            answer=reply.answer,
            words=reply.words,
            method=method,
            answered_on=reply.said_on,
            by=by,
        )


def _sign_plan(reply: Reply, plan: SupportPlan, method: str, by: Actor) -> None:
    if can_sign_plan(plan, reply.contact):
        record_parent_answer(
            plan=plan,
            contact=reply.contact,
            answer=reply.answer,
            answered_on=reply.said_on,
            method=method,
            comments=reply.words,
            by=by,
        )


def _file(reply: Reply, file: Examined, by: Actor) -> None:
    """The bytes first, then the row; without a row no bytes stay."""
    with store.keeping(file) as kept:
        ReplyFile(
            reply=reply,
            name=file.name,
            kind=file.kind.value,
            page_count=file.pages or None,
            stored_as=kept.stored_as,
            sha256=kept.sha256,
            size=kept.size,
        ).record(by=by, why="Signed paper")
