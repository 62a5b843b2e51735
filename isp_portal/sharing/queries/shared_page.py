"""What a parent reads behind their link: the frozen facts of their copy, and what is next."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from isp_portal.documents import facts
from isp_portal.documents.facts.letter import ReviewLetter
from isp_portal.documents.facts.minutes import MinutesPaper
from isp_portal.documents.facts.parents_page import ParentsPage
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.sharing.models import Reply, Share
from isp_portal.sharing.rules import Agreement, ReplyKind
from reviews.models import Participant, Presence

FACTS: dict[DocumentKind, type[Any]] = {
    DocumentKind.SUPPORT_PLAN: facts.PlanPaper,
    DocumentKind.PARENTS_PAGE: ParentsPage,
    DocumentKind.MINUTES: MinutesPaper,
    DocumentKind.REVIEW_LETTER: ReviewLetter,
}
"""What each kind of paper was drawn from. A new kind says here, and in `TEMPLATES`, how it reads."""

TEMPLATES: dict[DocumentKind, str] = {
    DocumentKind.SUPPORT_PLAN: "sharing/shared_plan.html",
    DocumentKind.PARENTS_PAGE: "sharing/shared_parents_page.html",
    DocumentKind.MINUTES: "sharing/shared_minutes.html",
    DocumentKind.REVIEW_LETTER: "sharing/shared_letter.html",
}


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The review that this parent is down for."""

    on: date
    at: time | None
    place: str
    interpreter: str
    answer: Reply | None


@dataclass(frozen=True, slots=True)
class SharedPage:
    """One copy as its holder reads it. `is_old`: a newer version has taken its place."""

    share: Share
    paper: Any
    template: str
    is_old: bool
    meeting: NextMeeting | None
    answer: Reply | None
    said: tuple[Reply, ...]

    @property
    def document(self) -> IssuedDocument:
        return self.share.document

    @property
    def takes_an_answer(self) -> bool:
        return self.document.kind != DocumentKind.REVIEW_LETTER and not self.is_old


def shared_page(share: Share) -> SharedPage:
    """The page of this copy; the facts are those of the day on which it was issued."""
    document, kind = share.document, DocumentKind(share.document.kind)
    replies = Reply.objects.filter(child=document.child_id, contact=document.recipient)
    said = tuple(replies.select_related("taken").order_by("-written_down_at", "id"))
    return SharedPage(
        share=share,
        paper=facts.from_json(FACTS[kind], document.facts),
        template=TEMPLATES[kind],
        is_old=is_old(document),
        meeting=_meeting(share, said),
        answer=next((one for one in said if _answers(one, document)), None),
        said=said,
    )


def is_old(document: IssuedDocument) -> bool:
    """Has a newer version taken the place of this copy?"""
    if document.review and document.kind == DocumentKind.MINUTES:
        return document.version != 1 + document.review.corrections.count()
    newer = document.plan.cycle.plans.filter(version__gt=document.plan.version)
    return newer.exclude(finalised_at=None).exists()


def _answers(reply: Reply, document: IssuedDocument) -> bool:
    return reply.document_id == document.pk and reply.kind == ReplyKind.ANSWER


def _meeting(share: Share, said: tuple[Reply, ...]) -> NextMeeting | None:
    """Of a review that is planned and not held, where this parent is on the list (C4.1)."""
    rows = Participant.objects.filter(
        contact=share.contact, review__held_on=None, review__planned_on__isnull=False
    )
    row = rows.exclude(presence=Presence.ABSENT).select_related("review").first()
    if row is None or row.review.planned_on is None:
        return None
    review = row.review
    answers = {Agreement.CAN_COME.value, Agreement.OTHER_TIME.value}
    return NextMeeting(
        on=row.review.planned_on,
        at=review.planned_time,
        place=review.place,
        interpreter=review.interpreter,
        answer=next((one for one in said if one.answer in answers), None),
    )
