"""One source of the story: which rows happened when, and what each says.

All sources are joined by the database (`UNION ALL`) as five plain columns, so that a story of any
length is ordered, counted and paged there; only the rows of one page are then read in full.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, DateField, DateTimeField, F, IntegerField, Max, Model, Value
from django.db.models.functions import Cast, ExtractHour, ExtractMinute, TruncDate

from accounts.rules.roles import Permission
from children.models import AccessEvent, Child
from isp_portal.dashboards.queries.event import Event

LONDON: tzinfo = ZoneInfo("Europe/London")
ALL_DAY = -1
"""The minute of what is known by its day alone: it comes after what has a time, read backwards."""
COLUMNS = ("story_source", "story_key", "story_on", "story_minute", "story_at")


NO_INSTANT = Cast(Value(None), DateTimeField())


class Kind(Enum):
    """What the story can be filtered by; the value is its word in an address."""

    RECORD = "record"
    DECISIONS = "decisions"
    PLANS = "plans"
    ENTRIES = "entries"
    SESSIONS = "sessions"
    REVIEWS = "reviews"
    REPORTS = "reports"
    CONSENTS = "consents"
    COPIES = "copies"
    LOOKED = "looked"

    @property
    def words(self) -> str:
        return KIND_WORDS[self]


KIND_WORDS = {
    Kind.RECORD: "The record",
    Kind.DECISIONS: "Decisions",
    Kind.PLANS: "Plans",
    Kind.ENTRIES: "Entries",
    Kind.SESSIONS: "Group sessions",
    Kind.REVIEWS: "Reviews",
    Kind.REPORTS: "Agencies and reports",
    Kind.CONSENTS: "Consents",
    Kind.COPIES: "Copies and answers",
    Kind.LOOKED: "Who looked",
}
ASKS = {
    Kind.RECORD: Permission.VIEW_CHILDREN,
    Kind.DECISIONS: Permission.VIEW_AGENCIES,
    Kind.PLANS: Permission.VIEW_PLANS,
    Kind.ENTRIES: Permission.VIEW_CHILDREN,
    Kind.SESSIONS: Permission.VIEW_CHILDREN,
    Kind.REVIEWS: Permission.VIEW_PLANS,
    Kind.REPORTS: Permission.VIEW_AGENCIES,
    Kind.CONSENTS: Permission.VIEW_AGENCIES,
    Kind.COPIES: Permission.VIEW_PLANS,
    Kind.LOOKED: Permission.VIEW_ACCESS_LOG,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of `model` that are of the child (`of`, a lookup), happened on `on`, and say `says`.

    `on` names a day, or an instant where it ends `_at`. `only` are further lookups. `opens` is what
    somebody may do to whom the link of a row opens; without it whoever reads the row may follow it.
    """

    key: str
    kind: Kind
    model: type[Model]
    on: str
    says: Callable[[Any], Event]
    of: str = "child"
    only: Any = None
    opens: Permission | None = None

    def rows(self, child: Child) -> Any:
        """The columns of each row."""
        found = self.model._default_manager.filter(
            **{self.of: child.pk, f"{self.on}__isnull": False}
        )
        if self.only is not None:
            found = found.filter(self.only)
        return found.order_by().annotate(
            story_source=Value(self.key, CharField()),
            story_key=Cast("pk", CharField()),
            story_on=self._day(),
            story_minute=self._minute(),
            story_at=F(self.on) if self.on.endswith("_at") else NO_INSTANT,
        )

    def _day(self) -> Any:
        if self.on.endswith("_at"):
            return TruncDate(self.on, tzinfo=LONDON)
        return Cast(F(self.on), DateField())

    def _minute(self) -> Any:
        return minute_of(self.on) if self.on.endswith("_at") else Value(ALL_DAY, IntegerField())


def minute_of(instant: str) -> Any:
    """Minutes since midnight in London."""
    return ExtractHour(instant, tzinfo=LONDON) * 60 + ExtractMinute(instant, tzinfo=LONDON)


LOOKED = "looked"


def looks(child: Child) -> Any:
    """One row for each person and day, with the last time they looked: a day's reading is one event."""
    return (
        AccessEvent.objects.of_child(child)
        .order_by()
        .annotate(
            story_source=Value(LOOKED, CharField()),
            story_key=Cast("actor_id", CharField()),
            story_on=TruncDate("at", tzinfo=LONDON),
        )
        .values(*COLUMNS[:3])
        .annotate(story_minute=Max(minute_of("at")), story_at=Max("at"))
    )
