"""What the parents of a child of the crowd hold and said, and the review before this one."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from children.models import Child, ParentCarer
from isp_portal.documents.models import CopyChannel, CopyGiven, DocumentKind, IssuedDocument
from isp_portal.sharing.models import Reply, ReplyHow
from plans.models import Cycle, SupportPlan
from reviews.models import Review

from .keeping import kept

SAID: tuple[dict[str, Any], ...] = (
    {"kind": "view", "going_well": "Asks for boots by name."},
    {"kind": "question", "words": "Can we borrow the picture cards?"},
    {"kind": "from_home", "words": "Put shoes on alone."},
    {"kind": "answer", "answer": "not_agreed", "words": "Not the new room."},
    {"kind": "question", "words": "Ring me.", "wants_call": True, "call_times": "After four"},
)


def family_story(
    number: int, child: Child, plan: SupportPlan, contact: ParentCarer, today: date
) -> None:
    """Of a plan in force: every third parent holds a copy, every ninth said something."""
    if number % 3 == 0:
        document = _issued(child, plan, contact, today, kind=DocumentKind.SUPPORT_PLAN)
        given_on = today - timedelta(days=number % 40)
        channel = CopyChannel.POST
        kept(CopyGiven(document=document, channel=channel, language="English", given_on=given_on))
    if number % 9 == 4:
        said_on = today - timedelta(days=number % 14)
        said = {"contact": contact, "typed_name": contact.name, "said_on": said_on}
        how = {"how": ReplyHow.LINK, "written_down_by": contact.name}
        kept(Reply(child=child, **said, **how, **SAID[number // 9 % len(SAID)]))


def reviewed_before(
    number: int, child: Child, contact: ParentCarer, starts: date, today: date
) -> None:
    """Plan 1 was reviewed on the day on which plan 2 began; every second parent holds the minutes."""
    at = timezone.make_aware(datetime.combine(starts, time(12)))
    began = starts - timedelta(days=56)
    cycle = kept(
        Cycle(
            child=child,
            number=1,
            starts_on=began,
            opens_on=starts - timedelta(days=14),
            due_on=starts,
            closed_on=starts,
        )
    )
    plan = kept(
        SupportPlan(child=child, cycle=cycle, status="superseded", ready_at=at, finalised_at=at)
    )
    review = kept(
        Review(
            child=child,
            cycle=cycle,
            plan=plan,
            planned_on=starts,
            held_on=starts,
            finalised_at=at,
        )
    )
    if number % 2:
        more = {"kind": DocumentKind.MINUTES, "review": review, "version": 1}
        document = _issued(child, plan, contact, today, **more)
        given = {"channel": CopyChannel.POST, "language": "English", "given_on": starts}
        kept(CopyGiven(document=document, **given))


def _issued(
    child: Child, plan: SupportPlan, contact: ParentCarer, today: date, **more: Any
) -> IssuedDocument:
    """A copy as the record knows it. Its file is never opened here."""
    key = uuid4().hex
    document: IssuedDocument = kept(
        IssuedDocument(
            setting=child.setting,
            child=child,
            plan=plan,
            recipient=contact,
            recipient_name=contact.name,
            facts="{}",
            facts_sha256=key * 2,
            stored_as=f"bench/{key}",
            pdf_sha256=key * 2,
            page_count=2,
            template_hash=key * 2,
            issued_on=today,
            issued_by="bench",
            **more,
        )
    )
    return document
