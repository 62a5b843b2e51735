"""A page of the story: which rows it holds is asked of the database, and then what each says."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, Max, OuterRef
from django.db.models.functions import TruncDate

from accounts.models import Membership
from agencies.models import (
    Advice,
    AgencyContact,
    AgencyVisit,
    Consent,
    Involvement,
    Report,
    ReportRequest,
    ReportRequestLink,
    RequestAnswer,
    RequestStep,
)
from children.models import AccessEvent, Child, SupportNeed
from isp_portal.dashboards.queries.event import Event
from isp_portal.documents.models import CopyGiven, CopyNotGiven
from isp_portal.sharing.models import Reply, Share, ShareOpening
from plans.models import GroupSessionChild, PlanSignOff, RequirementDecision, SupportPlan
from reviews.models import (
    FamilyView,
    InterventionEntry,
    MinutesAnswer,
    MinutesCorrection,
    Participant,
    Review,
)
from reviews.queries.entries import with_lines

from . import says_around
from .source import COLUMNS, LONDON, LOOKED, Kind, Source, looks
from .sources import kinds_for, sources

ROWS_PER_PAGE = 200
RELATED: dict[Any, tuple[str, ...]] = {
    RequirementDecision: ("child",),
    SupportNeed: ("said_by_member__user", "said_by_contact"),
    SupportPlan: ("cycle",),
    PlanSignOff: ("plan__cycle",),
    Participant: ("review__cycle",),
    FamilyView: ("contact",),
    Review: ("cycle",),
    MinutesAnswer: ("contact", "review"),
    Report: ("agency",),
    Involvement: ("agency",),
    AgencyVisit: ("agency", "professional"),
    Advice: (),
    ReportRequest: ("agency",),
    RequestStep: ("request__agency", "contact"),
    ReportRequestLink: ("request__agency", "professional"),
    RequestAnswer: ("request__agency", "professional"),
    AgencyContact: ("agency",),
    MinutesCorrection: ("review__cycle",),
    Consent: ("agency", "contact"),
    CopyGiven: ("document",),
    CopyNotGiven: ("contact",),
    GroupSessionChild: ("named", "session__row", "session__held_by__user"),
    Share: ("document__recipient",),
    ShareOpening: ("share__document__recipient",),
    Reply: ("contact",),
}
"""What the words of a row need beside it, so that a page asks once for each kind of record."""


class Row(NamedTuple):
    """One thing of the story as the database orders it."""

    source: str
    key: str
    on: date
    minute: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Story:
    """One page of the story; `found` counts all that the filter leaves."""

    events: tuple[Event, ...]
    found: int
    page: Page[Any]


def story(
    child: Child,
    membership: Membership,
    *,
    today: date,
    number: str | int = 1,
    kind: Kind | None = None,
    since: date | None = None,
    until: date | None = None,
    per_page: int = ROWS_PER_PAGE,
) -> Story:
    """What happened around the child as far as this member may read it, newest first.

    A fixed number of queries at most: one to count, one for the order, one for each kind of record.
    """
    may = kinds_for(membership)
    wanted = [one for one in may if kind in (None, one)]
    pages = Paginator(_ordered(child, wanted, since, until, today), per_page)
    page = pages.get_page(number)
    rows = [Row(*columns) for columns in page]
    events = _told(rows, child, membership, today)
    return Story(tuple(events), pages.count, page)


def newest(child: Child, membership: Membership, *, today: date, most: int) -> Story:
    """The newest `most` events without who looked: that has its place in the whole story."""
    wanted = [kind for kind in kinds_for(membership) if kind is not Kind.LOOKED]
    pages = Paginator(_ordered(child, wanted, None, None, today), most)
    page = pages.get_page(1)
    rows = [Row(*columns) for columns in page]
    return Story(tuple(_told(rows, child, membership, today)), pages.count, page)


def _ordered(
    child: Child,
    wanted: Collection[Kind],
    since: date | None,
    until: date | None,
    today: date,
) -> Any:
    parts = [source.rows(child) for source in sources(today) if source.kind in wanted]
    if Kind.LOOKED in wanted:
        parts.append(looks(child))
    narrowed = [_within(part, since, until).values_list(*COLUMNS) for part in parts]
    if not narrowed:
        return Child.objects.none()
    first, *others = narrowed
    joined = first.union(*others, all=True) if others else first
    return joined.order_by("-story_on", "-story_minute", "-story_at", "story_source", "story_key")


def _within(part: Any, since: date | None, until: date | None) -> Any:
    if since is not None:
        part = part.filter(story_on__gte=since)
    return part if until is None else part.filter(story_on__lte=until)


def _told(
    rows: Sequence[Row], child: Child, membership: Membership, today: date
) -> Iterable[Event]:
    known = {source.key: source for source in sources(today)}
    read = _read([row for row in rows if row.source != LOOKED], known)
    looked = _looked([row for row in rows if row.source == LOOKED], child)
    for row in rows:
        if row.source == LOOKED:
            seen = looked[row.key, row.on]
            yield says_around.looked(row.on, row.minute, seen, child.pk)
            continue
        source = known[row.source]
        event = source.says(read[source.model, UUID(row.key)])
        may_open = source.opens is None or membership.may(source.opens)
        yield event if may_open else event.without_link()


def _read(rows: Sequence[Row], known: dict[str, Source]) -> dict[tuple[Any, UUID], Any]:
    """The records of the page, by model and id: one query for each model that it holds."""
    wanted: dict[Any, set[UUID]] = defaultdict(set)
    for row in rows:
        wanted[known[row.source].model].add(UUID(row.key))
    found = {}
    for model, ids in wanted.items():
        records: Any = model._default_manager.filter(pk__in=ids)
        if model is InterventionEntry:
            records = with_lines(records)
        if model is RequirementDecision:
            records = records.annotate(is_another=Exists(_before()))
        for record in (
            records.select_related(*RELATED.get(model, ())) if model in RELATED else records
        ):
            found[model, record.pk] = record
    return found


def _before() -> Any:
    return RequirementDecision.objects.filter(
        child=OuterRef("child"), decided_at__lt=OuterRef("decided_at")
    )


def _looked(rows: Sequence[Row], child: Child) -> dict[tuple[str, date], dict[str, Any]]:
    """How often, under which right and as whom each person looked on each day. One query."""
    if not rows:
        return {}
    days = [row.on for row in rows]
    events: Any = (
        AccessEvent.objects.of_child(child)
        .order_by()
        .annotate(on=TruncDate("at", tzinfo=LONDON))
        .filter(on__gte=min(days), on__lte=max(days), actor_id__in={row.key for row in rows})
        .values("actor_id", "on")
        .annotate(label=Max("actor_label"), right=Max("under_right"), times=Count("pk"))
    )
    return {(row["actor_id"], row["on"]): row for row in events}
