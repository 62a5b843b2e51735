"""Reading many rows of many children without detours, for pages that read them at every opening.

What a query says depends on its shape alone, and to write it out costs the ORM longer than a database
takes to answer. So the text of what is asked about all the children of a setting is worked out once;
the setting and the day are put in at every reading. Rows come as the database gives them; days,
instants and times are `written` out by it and read by `Days`, `LondonDays` and `time_of`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, DateField, Q, QuerySet, UUIDField
from django.db.models.functions import Cast

from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import Child

LONDON = ZoneInfo("Europe/London")
SOME_SETTING = UUID("5e771495-0000-4000-8000-00000000da7a")
SOME_DAY = date(1815, 12, 10)
"""What stands for the setting and for the day while a text is worked out: never on record."""


@dataclass(frozen=True, slots=True)
class Whose:
    """The children asked about; `is_whole`: every active child of the setting."""

    children: Any
    setting_id: UUID | None = None
    is_whole: bool = False

    def about(self, child: str) -> Q:
        """The rows whose `child`, by its name there, is one of these.

        Of a whole setting each row's own child is looked at: a list of all its children would be
        made anew in every branch of every query.
        """
        if self.is_whole:
            return Q(**{f"{child}__setting": self.setting_id, f"{child}__archived_on": None})
        return Q(**{f"{child}__in": self.children.values("pk")})


Build = Callable[[Whose, date], "QuerySet[Any] | Any"]
"""Makes the query. Of the setting and the day it uses the values and nothing worked out from them."""


def whole_setting(setting_id: UUID) -> Whose:
    return Whose(Child.objects.filter(setting=setting_id).active(), setting_id, is_whole=True)


def whom_they_see(membership: Membership) -> Whose:
    """The active children whom the member sees."""
    if membership.may(Permission.VIEW_ALL_CHILDREN):
        return whole_setting(membership.setting_id)
    return Whose(Child.objects.visible_to(membership).active(), membership.setting_id)


class Text(NamedTuple):
    """A query written out; each value is one, or the place of the setting or the day."""

    sql: str
    values: tuple[Any, ...]

    def about(self, setting_id: UUID, day: date) -> tuple[Any, ...]:
        real = dict(zip(_placed(SOME_SETTING, SOME_DAY), _placed(setting_id, day), strict=True))
        return tuple(real.get(value, value) for value in self.values)


def plain_rows(build: Build, whose: Whose, day: date) -> list[tuple[Any, ...]]:
    """The rows of the query, every value as the database gives it."""
    if whose.setting_id and whose.is_whole:
        text = text_of(build, connection.vendor)
        sql, values = text.sql, text.about(whose.setting_id, day)
    else:
        try:
            sql, values = _says(build(whose, day))
        except EmptyResultSet:
            return []
    with connection.cursor() as cursor:  # what the ORM wrote, which begins with SELECT
        cursor.execute(sql, values)
        return list(cursor.fetchall())


@cache
def text_of(build: Build, vendor: str) -> Text:
    """The text about a whole setting, for this kind of database."""
    return Text(*_says(build(whole_setting(SOME_SETTING), SOME_DAY)))


def _says(query: Any) -> tuple[str, tuple[Any, ...]]:
    sql, values = query.query.sql_with_params()
    return sql, tuple(values)


def _placed(setting_id: UUID, day: date) -> tuple[Any, Any]:
    """As the database is given them."""
    return (
        UUIDField().get_db_prep_value(setting_id, connection),
        DateField().get_db_prep_value(day, connection),
    )


class Days(dict[Any, Any]):
    """Days as a database writes them. Each text is read once."""

    def __missing__(self, given: Any) -> Any:
        self[given] = date.fromisoformat(given) if given else None
        return self[given]


class LondonDays(dict[Any, Any]):
    """The days in London of instants as a database writes them: in UTC where it does not say."""

    def __missing__(self, given: Any) -> Any:
        at = datetime.fromisoformat(given) if given else None
        if at and at.tzinfo is None:
            at = at.replace(tzinfo=UTC)
        self[given] = at.astimezone(LONDON).date() if at else None
        return self[given]


def written(field: Any) -> Cast:
    """The value as the database writes it out, so that nothing reads it before `Days` or others do."""
    return Cast(field, CharField())


def time_of(given: Any) -> time | None:
    return time.fromisoformat(given) if given else None
