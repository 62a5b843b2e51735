"""What parents hold of plans and minutes, and what they said: one query for the due lists.

The branches of one UNION share their columns; what each means depends on what the row is.
"""

from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from children.models import ParentCarer
from children.queries.plain import Days, LondonDays, Whose, plain_rows, written
from isp_portal.dashboards.rules.facts import MinutesFacts, RecipientFacts, ReplyFacts
from isp_portal.documents.models import CopyGiven, CopyNotGiven, DocumentKind
from isp_portal.sharing.models import Reply, Share
from plans.models import Capacity, PlanSignOff
from plans.rules.lifecycle import PlanStatus
from reviews.models import MinutesCorrection

PLAN, GIVEN, SHARED, MINUTES, REPLY = "plan", "given", "shared", "minutes", "reply"
IN_FORCE = PlanStatus.FINALISED.value
NO_WORDS: Any = Value("")
NOTHING: Any = Value(None, output_field=CharField())
NO_NUMBER: Any = Cast(Value(None), IntegerField())
NO: Any = Value(False, output_field=BooleanField())
ABOUT, NAME = 2, 3
"""Columns of a row; `WHOM` a row of a plan is about, what is `ON` a day and when a link was `MADE`
stand so many behind the name."""
WHOM, ON, MADE = 0, 3, 5


class Papers(NamedTuple):
    """Each by the parent's name; whoever lists them puts the children in order."""

    recipients: list[RecipientFacts]
    minutes: list[MinutesFacts]
    replies: list[ReplyFacts]


def papers_of(whose: Whose, today: date) -> Papers:
    """Of these children."""
    papers, days, instants = Papers([], [], []), Days(), LondonDays()
    rows = plain_rows(_everything, whose, today)
    given, shared = _copies(rows, days, instants)
    rows.sort(key=itemgetter(NAME, ABOUT))
    for what, child, about, name, *row in rows:
        who = (child, about, name)
        if what == PLAN:
            paper = (about, row[WHOM])
            if recipient := _recipient(who, row, given.get(paper), shared.get(paper)):
                papers.recipients.append(recipient)
        elif what == MINUTES:
            papers.minutes.append(_minutes(who, row, instants))
        elif what == REPLY:
            papers.replies.append(_reply(who, row, days[row[ON]] or today))
    return papers


Paper = tuple[str, str]
"""A plan, and the contact whose copy of it is meant."""
Who = tuple[str, str, str]
"""The child, the record it is about, and the parent's name."""


def _copies(
    rows: list[tuple[Any, ...]], days: Days, instants: LondonDays
) -> tuple[dict[Paper, date], dict[Paper, date]]:
    """When each was first given, and when the newest link to it was made."""
    given: dict[Paper, date] = {}
    shared: dict[Paper, date] = {}
    for what, _, about, _, *row in rows:
        paper = (about, row[WHOM])
        if what == GIVEN:
            on = days[row[ON]]
            given[paper] = min(on, given.get(paper, on))
        elif what == SHARED:
            on = instants[row[MADE]]
            shared[paper] = max(on, shared.get(paper, on))
    return given, shared


def _recipient(
    who: Who, row: list[Any], given_on: date | None, shared_on: date | None
) -> RecipientFacts | None:
    """None for whoever holds a copy and has answered, or of whom it is said why they hold none."""
    *_, is_excused, has_answered = row
    if has_answered if given_on else is_excused:
        return None
    return RecipientFacts(*who, given_on, bool(is_excused), bool(has_answered), shared_on)


def _minutes(who: Who, row: list[Any], instants: LondonDays) -> MinutesFacts:
    *_, since, shared_at, version, held, _, _ = row
    return MinutesFacts(*who, instants[since], version, held, instants[shared_at])


def _reply(who: Who, row: list[Any], said_on: date) -> ReplyFacts:
    kind, answer, call_times, *_, wants_call, _ = row
    return ReplyFacts(*who, kind, answer, bool(wants_call), call_times, said_on)


def _everything(whose: Whose, today: date) -> Any:
    theirs = whose.about("child")
    may_receive = ParentCarer.objects.may_receive(today).filter(theirs)
    return _of_plans(may_receive).union(
        _of_copies(whose),
        _of_links(whose),
        _of_minutes(may_receive),
        _of_replies(theirs),
        all=True,
    )


def _of_plans(may_receive: Any) -> Any:
    """Who may receive the plan in force: whether they have answered, or it is said why they hold none."""
    of_plan = {"plan": OuterRef("child__plans"), "contact": OuterRef("pk")}
    excused = CopyNotGiven.objects.filter(review__isnull=True, **of_plan)
    answered = PlanSignOff.objects.filter(capacity=Capacity.PARENT, **of_plan)
    return _part(
        PLAN,
        may_receive.filter(child__plans__status=IN_FORCE),
        about="child__plans",
        kind=F("pk"),
        flags=(Exists(excused), Exists(answered)),
    )


def _of_copies(whose: Whose) -> Any:
    """The copies of plans in force that were given to somebody. Beside the plans and not in them: a
    database reads all of them at once, where it would look for each recipient anew."""
    given = CopyGiven.objects.filter(whose.about("document__plan__child"), **OF_PLANS_IN_FORCE)
    return _part(GIVEN, given, **OF_DOCUMENT, on=F("given_on"))


def _of_links(whose: Whose) -> Any:
    """The links by which they may still open it."""
    links = Share.objects.filter(
        whose.about("document__plan__child"), revoked_at__isnull=True, **OF_PLANS_IN_FORCE
    )
    return _part(SHARED, links, **OF_DOCUMENT, shared_at=F("made_at"))


OF_PLANS_IN_FORCE: dict[str, Any] = {
    "document__kind": DocumentKind.SUPPORT_PLAN,
    "document__plan__status": IN_FORCE,
}
OF_DOCUMENT: dict[str, Any] = {
    "child": "document__plan__child",
    "about": "document__plan",
    "name": NO_WORDS,
    "kind": F("document__recipient"),
}


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
            held=Coalesce(Subquery(newest), 0),
            is_excused=Exists(excused),
        )
        .filter(held__lt=F("version"), is_excused=False)
    )
    return _part(
        MINUTES,
        waiting,
        about="child__reviews",
        since=F("child__reviews__finalised_at"),
        shared_at=_shared_at(of_theirs),
        version=F("version"),
        held=F("held"),
    )


def _shared_at(of_theirs: dict[str, Any]) -> Subquery:
    """When their newest link to a copy of it was made, which they may still open."""
    links = Share.objects.filter(
        document__recipient=OuterRef("pk"), revoked_at__isnull=True, **of_theirs
    )
    newest = links.order_by().values("document__recipient").annotate(newest=Max("made_at"))
    return Subquery(newest.values("newest"))


def _of_replies(theirs: Q) -> Any:
    return _part(
        REPLY,
        Reply.objects.filter(theirs).waiting(),
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
    child: str = "child",
    name: Any = "name",
    kind: Any = NO_WORDS,
    answer: Any = NO_WORDS,
    call_times: Any = NO_WORDS,
    on: Any = NOTHING,
    since: Any = NOTHING,
    shared_at: Any = NOTHING,
    version: Any = NO_NUMBER,
    held: Any = NO_NUMBER,
    flags: tuple[Any, Any] = (NO, NO),
) -> Any:
    """The rows in the columns of all, each of one type on every database."""
    words = (Value(what), child, about, name, kind, answer, call_times, on, since, shared_at)
    return rows.order_by().values_list(
        *map(written, words),
        *(Cast(number, IntegerField()) for number in (version, held)),
        *(Cast(flag, BooleanField()) for flag in flags),
    )
