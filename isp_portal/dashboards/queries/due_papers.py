"""What parents hold of plans and minutes, and what they said: one query for the due lists.

The branches of one UNION share their columns; what each means depends on what the row is.
"""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    DateField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from children.models import ParentCarer
from isp_portal.dashboards.rules.facts import MinutesFacts, RecipientFacts, ReplyFacts
from isp_portal.documents.models import CopyGiven, CopyNotGiven, DocumentKind
from isp_portal.sharing.models import Reply, Share
from plans.models import Capacity, PlanSignOff
from plans.rules.lifecycle import PlanStatus
from reviews.models import MinutesCorrection

PLAN, MINUTES, REPLY = "plan", "minutes", "reply"
NO_WORDS: Any = Value("")
NO_DAY: Any = Cast(Value(None), DateField())
NO_INSTANT: Any = Cast(Value(None), DateTimeField())
NO_NUMBER: Any = Cast(Value(None), IntegerField())
NO: Any = Value(False, output_field=BooleanField())


class Row(NamedTuple):
    """One row of any of them: a parent of a child, and a plan, a review or a reply."""

    what: str
    child: str
    about: str
    name: str
    kind: str
    answer: str
    call_times: str
    on: date | None
    since: datetime | None
    shared_at: datetime | None
    version: int | None
    held: int | None
    is_first: bool
    is_second: bool


class Papers(NamedTuple):
    """Each by the parent's name; whoever lists them puts the children in order."""

    recipients: list[RecipientFacts]
    minutes: list[MinutesFacts]
    replies: list[ReplyFacts]


def papers_of(keys: Any, today: date) -> Papers:
    """Of the children with these keys."""
    papers = Papers([], [], [])
    may_receive = ParentCarer.objects.may_receive(today).filter(child__in=keys)
    parts = _of_plans(may_receive), _of_minutes(may_receive), _of_replies(keys)
    rows = parts[0].union(*parts[1:], all=True)
    for row in sorted(
        (Row._make(values) for values in rows), key=lambda row: (row.name, row.about)
    ):
        if row.what == PLAN:
            papers.recipients.append(_recipient(row))
        elif row.what == MINUTES:
            papers.minutes.append(_minutes(row))
        else:
            papers.replies.append(_reply(row, today))
    return papers


def _recipient(row: Row) -> RecipientFacts:
    held = (row.on, row.is_first, row.is_second, row.shared_at)
    return RecipientFacts(row.child, row.about, row.name, *held)


def _minutes(row: Row) -> MinutesFacts:
    version = row.version or 1
    return MinutesFacts(row.child, row.about, row.name, row.since, version, row.held, row.shared_at)


def _reply(row: Row, today: date) -> ReplyFacts:
    said = (row.name, row.kind, row.answer, row.is_first, row.call_times, row.on or today)
    return ReplyFacts(row.child, row.about, *said)


def _of_plans(may_receive: Any) -> Any:
    """Who may receive the plan in force and holds no copy without a reason, or has not answered."""
    plan = OuterRef("child__plans")
    of_plan = {"plan": plan, "contact": OuterRef("pk")}
    of_theirs = {"document__plan": plan, "document__kind": DocumentKind.SUPPORT_PLAN}
    given = CopyGiven.objects.filter(**of_theirs, document__recipient=OuterRef("pk"))
    excused = CopyNotGiven.objects.filter(review__isnull=True, **of_plan)
    answered = PlanSignOff.objects.filter(capacity=Capacity.PARENT, **of_plan)
    waiting = (
        may_receive.filter(child__plans__status=PlanStatus.FINALISED.value)
        .annotate(
            given_on=Subquery(given.order_by("given_on").values("given_on")[:1]),
            is_excused=Exists(excused),
            has_answered=Exists(answered),
            shared_at=_shared_at(of_theirs),
        )
        .exclude(given_on__isnull=False, has_answered=True)
        .exclude(given_on__isnull=True, is_excused=True)
    )
    return _part(
        PLAN,
        waiting,
        about="child__plans",
        on=F("given_on"),
        shared_at=F("shared_at"),
        flags=(F("is_excused"), F("has_answered")),
    )


def _of_minutes(may_receive: Any) -> Any:
    """Who may receive the minutes of a finalised review, does not hold them in the version that
    stands now, and of whom it is not recorded why (C8.1)."""
    review = OuterRef("child__reviews")
    of_theirs = {"document__review": review, "document__kind": DocumentKind.MINUTES}
    given = CopyGiven.objects.filter(**of_theirs, document__recipient=OuterRef("pk"))
    newest = given.order_by("-document__version").values("document__version")[:1]
    notes = MinutesCorrection.objects.filter(review=review).order_by().values("review")
    excused = CopyNotGiven.objects.filter(review=review, contact=OuterRef("pk"))
    waiting = (
        may_receive.filter(
            child__reviews__finalised_at__isnull=False, child__reviews__plan__isnull=False
        )
        .annotate(
            version=1 + Coalesce(Subquery(notes.annotate(n=Count("pk")).values("n")), 0),
            held=Subquery(newest),
            shared_at=_shared_at(of_theirs),
            is_excused=Exists(excused),
        )
        .filter(Q(held__isnull=True) | Q(held__lt=F("version")), is_excused=False)
    )
    return _part(
        MINUTES,
        waiting,
        about="child__reviews",
        since=F("child__reviews__finalised_at"),
        shared_at=F("shared_at"),
        version=F("version"),
        held=F("held"),
    )


def _shared_at(of_theirs: dict[str, Any]) -> Subquery:
    """When their newest link to a copy of it was made, which they may still open."""
    links = Share.objects.filter(
        document__recipient=OuterRef("pk"), revoked_at__isnull=True, **of_theirs
    )
    return Subquery(links.order_by("-made_at").values("made_at")[:1])


def _of_replies(keys: Any) -> Any:
    return _part(
        REPLY,
        Reply.objects.filter(child__in=keys).waiting(),
        about="pk",
        name="contact__name",
        kind=F("kind"),
        answer=F("answer"),
        call_times=F("call_times"),
        on=F("said_on"),
        flags=(F("wants_call"), NO),
    )


def _part(
    what: str,
    rows: Any,
    *,
    about: str,
    name: str = "name",
    kind: Any = NO_WORDS,
    answer: Any = NO_WORDS,
    call_times: Any = NO_WORDS,
    on: Any = NO_DAY,
    since: Any = NO_INSTANT,
    shared_at: Any = NO_INSTANT,
    version: Any = NO_NUMBER,
    held: Any = NO_NUMBER,
    flags: tuple[Any, Any] = (NO, NO),
) -> Any:
    """The rows in the columns of `Row`, each of one type on every database."""
    words = (Value(what), "child_id", about, name, kind, answer, call_times)
    return rows.order_by().values_list(
        *(Cast(column, CharField()) for column in words),
        Cast(on, DateField()),
        *(Cast(instant, DateTimeField()) for instant in (since, shared_at)),
        *(Cast(number, IntegerField()) for number in (version, held)),
        *(Cast(flag, BooleanField()) for flag in flags),
    )
