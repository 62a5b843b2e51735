"""The start of a cycle and the window of its review, on the setting's own calendar (C4)."""

from datetime import date

import pytest

from accounts.models import Closure, EarlyYearsSetting, StaleVersion
from accounts.rules.refusal import Refused
from plans import actions
from plans.models import SupportPlan
from plans.queries.reading import reading_of
from tests.people import STORY, Cast
from tests.plans.stories import draft, finalised


def closed(people: Cast, first_on: date, last_on: date) -> None:
    Closure(setting=people.acorns, first_on=first_on, last_on=last_on, name="Closed").record(
        by=STORY
    )


def test_a_plain_cycle_is_due_on_day_56(people: Cast) -> None:
    cycle = draft(people, date(2026, 9, 7)).cycle
    assert (cycle.opens_on, cycle.due_on) == (date(2026, 10, 19), date(2026, 11, 2))
    assert (cycle.worked_out_due_on, cycle.moved) == (date(2026, 11, 2), "no")


def test_a_closure_pulls_the_review_forward_and_says_so(people: Cast) -> None:
    closed(people, date(2026, 12, 21), date(2027, 1, 4))
    cycle = draft(people, date(2026, 11, 2)).cycle
    assert (cycle.due_on, cycle.moved) == (date(2026, 12, 18), "before_closure")


def test_a_closure_of_another_setting_moves_nothing(people: Cast) -> None:
    Closure(
        setting=people.oaks, first_on=date(2026, 12, 1), last_on=date(2027, 1, 4), name="Closed"
    ).record(by=STORY)
    assert draft(people, date(2026, 11, 2)).cycle.due_on == date(2026, 12, 28)


def test_a_setting_without_opening_days_cannot_count_a_window(people: Cast) -> None:
    acorns = EarlyYearsSetting.objects.get(pk=people.acorns.pk)
    acorns.open_weekdays = []
    acorns.record(by=STORY)
    with pytest.raises(Refused) as refused:
        draft(people)
    assert refused.value.field == "starts_on"
    assert not SupportPlan.objects.exists()


def test_an_agreed_date_replaces_the_due_date_and_keeps_the_other(people: Cast) -> None:
    cycle = draft(people, date(2026, 11, 2)).cycle
    agreed = {"due_on": date(2026, 12, 17), "because": "The family is away"}
    cycle = actions.agree_due_date(cycle=cycle, by=people.sam.as_actor(), **agreed)
    assert (cycle.due_on, cycle.opens_on) == (date(2026, 12, 17), date(2026, 12, 3))
    assert (cycle.worked_out_due_on, cycle.agreed_because) == (
        date(2026, 12, 28),
        "The family is away",
    )


@pytest.mark.parametrize(
    ("due_on", "because", "field"),
    [
        (date(2026, 11, 2), "Too early", "due_on"),
        (date(2028, 11, 2), "Too late", "due_on"),
        (date(2026, 12, 17), " ", "because"),
    ],
)
def test_a_date_that_cannot_be_agreed_is_refused(
    people: Cast, due_on: date, because: str, field: str
) -> None:
    cycle = draft(people, date(2026, 11, 2)).cycle
    with pytest.raises(Refused) as refused:
        actions.agree_due_date(cycle=cycle, due_on=due_on, because=because, by=STORY)
    assert refused.value.field == field


def test_another_start_works_the_window_out_afresh(people: Cast) -> None:
    plan = draft(people, date(2026, 11, 2))
    actions.agree_due_date(
        cycle=plan.cycle, due_on=date(2026, 12, 17), because="The family is away", by=STORY
    )
    plan = SupportPlan.objects.get()
    cycle = actions.set_start(plan=plan, starts_on=date(2026, 11, 9), by=STORY)
    assert (cycle.due_on, cycle.agreed_because) == (date(2027, 1, 4), "")
    cycle = actions.set_start(plan=plan, starts_on=None, by=STORY)
    assert (cycle.due_on, cycle.opens_on, cycle.moved) == (None, None, "")


@pytest.mark.parametrize(
    ("starts_on", "said"),
    [(date(2023, 2, 13), "date of birth"), (date(2028, 1, 10), "more than a year ahead")],
)
def test_a_start_that_cannot_be_is_refused(people: Cast, starts_on: date, said: str) -> None:
    with pytest.raises(Refused, match=said):
        draft(people, starts_on)


def test_a_plan_does_not_start_before_the_one_before_it(people: Cast) -> None:
    finalised(people, date(2026, 9, 7))
    with pytest.raises(Refused, match="Plan 1 began after this day"):
        draft(people, date(2026, 9, 6))


def test_a_correction_keeps_the_start(people: Cast) -> None:
    correction = actions.correct_plan(plan=finalised(people), because="A name", by=STORY)
    with pytest.raises(Refused, match="A correction keeps the start"):
        actions.set_start(plan=correction, starts_on=date(2026, 11, 30), by=STORY)


def test_two_people_who_set_a_start_meet(people: Cast) -> None:
    plan = draft(people, None)
    seen = plan.cycle.row_version
    actions.set_start(plan=plan, starts_on=date(2026, 11, 30), by=people.sam.as_actor())
    with pytest.raises(StaleVersion):
        actions.set_start(
            plan=plan, starts_on=date(2026, 11, 23), seen_version=seen, by=people.kemi.as_actor()
        )


def test_a_plan_is_still_read_when_the_opening_days_are_gone(people: Cast) -> None:
    plan = draft(people)
    acorns = EarlyYearsSetting.objects.get(pk=people.acorns.pk)
    acorns.open_weekdays = []
    acorns.record(by=STORY)
    assert reading_of(SupportPlan.objects.get(pk=plan.pk)).window is None
