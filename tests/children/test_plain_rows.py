"""Rows that are read often: their text is what the ORM writes, whatever the setting and the day."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from agencies.queries.briefly.parts import everything
from children.models import Child
from children.queries.plain import (
    Build,
    LondonDays,
    Whose,
    plain_rows,
    text_of,
    whole_setting,
    whom_they_see,
)
from isp_portal.dashboards.queries import due_facts, due_papers
from plans.models import SupportPlan
from tests.people import Cast
from tests.reviews.reviews_given import planned

READ_OFTEN: tuple[Build, ...] = (
    everything,
    due_facts._children,
    due_facts._plans,
    due_papers._everything,
)
DAYS = (date(2026, 11, 23), date(2026, 8, 31), date(2027, 9, 1), date(2028, 2, 29))


def is_what_the_orm_writes(build: Build, on: date) -> bool:
    setting = uuid4()
    text = text_of(build, connection.vendor)
    sql, values = build(whole_setting(setting), on).query.sql_with_params()
    return (text.sql, text.about(setting, on)) == (sql, tuple(values))


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("build", READ_OFTEN)
def test_a_text_worked_out_once_is_what_the_orm_writes_afresh(
    db: None, build: Build, on: date
) -> None:
    assert is_what_the_orm_writes(build, on)
    assert text_of(build, connection.vendor).sql.lstrip("(").startswith("SELECT ")


def test_a_query_that_counts_from_the_day_would_be_noticed(db: None) -> None:
    """The day itself is put in at every reading; a day counted from it would stay as it was."""

    def counted(whose: Whose, on: date) -> Any:
        return whose.children.filter(started_on__gte=on - timedelta(days=7)).values_list("pk")

    assert not is_what_the_orm_writes(counted, DAYS[0])


def names(whose: Whose, on: date) -> Any:
    return (
        whose.children.filter(started_on__lte=on).order_by("legal_name").values_list("legal_name")
    )


def test_each_reads_of_the_children_whom_they_see(people: Cast) -> None:
    on = DAYS[0]
    seen = {
        who: plain_rows(names, whom_they_see(getattr(people, who)), on)
        for who in ("sam", "ruth", "kemi", "dele", "olga", "mo")
    }
    seyi, zofia = (people.seyi.legal_name,), (people.zofia.legal_name,)
    assert seen == {
        "sam": [seyi, zofia],
        "ruth": [seyi, zofia],
        "kemi": [seyi],
        "dele": [zofia],
        "olga": [(people.bilal.legal_name,)],
        "mo": [],
    }
    assert plain_rows(names, whole_setting(people.acorns.pk), date(2026, 8, 31)) == []
    assert plain_rows(names, Whose(Child.objects.filter(pk__in=[])), on) == []


def test_an_instant_belongs_to_its_day_in_london_however_the_database_writes_it() -> None:
    days = LondonDays()
    for written in ("2026-10-04 23:30:00", "2026-10-04 23:30:00+00", "2026-10-05 01:30:00+02"):
        assert days[written] == date(2026, 10, 5)
    assert days["2026-11-04 23:30:00.123456"] == date(2026, 11, 4)
    assert days[None] is None


def test_days_times_and_instants_are_read_as_they_were_kept(people: Cast) -> None:
    at = datetime(2026, 10, 4, 23, 30, tzinfo=UTC)
    review = planned(people, planned_time=time(10, 5))
    plan = SupportPlan.objects.get(cycle=review.cycle)
    SupportPlan.objects.filter(pk=plan.pk).update(ready_at=at)
    (found,) = due_facts.facts_of_plans(whole_setting(people.acorns.pk), DAYS[0]).plans
    assert (found.starts_on, found.planned_on) == (plan.cycle.starts_on, review.planned_on)
    assert (found.planned_time, found.ready_on) == (time(10, 5), date(2026, 10, 5))
    assert UUID(found.pk) == plan.pk
