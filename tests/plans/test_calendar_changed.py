"""When the setting's calendar changes, every open review date is worked out afresh (C4)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.actions import (
    add_bank_holidays,
    add_closure,
    add_closures,
    change_setting,
    remove_closure,
)
from accounts.models import Closure
from accounts.rules.refusal import Refused
from accounts.rules.school_year import NamedDays
from children.models import Child
from plans import actions
from plans.models import Cycle
from tests.people import STORY, Cast
from tests.plans.addresses import path
from tests.plans.stories import draft, finalised

Browse = Callable[..., Client]
CHRISTMAS = {"first_on": date(2026, 12, 21), "last_on": date(2027, 1, 4), "name": "Christmas"}
YEARS = {"first_on": date(2026, 11, 3), "last_on": date(2029, 1, 1), "name": "Building work"}
ADD = "/account/setting/closures/add/"


def cycle_of(people: Cast, child: Child | None = None) -> Cycle:
    return Cycle.objects.get(child=child or people.seyi)


def test_a_closure_added_pulls_the_review_forward_and_taken_off_puts_it_back(
    people: Cast,
) -> None:
    finalised(people, date(2026, 11, 2))
    assert cycle_of(people).due_on == date(2026, 12, 28)
    closure = add_closure(setting=people.acorns, by=people.ruth.as_actor(), **CHRISTMAS)
    cycle = cycle_of(people)
    assert (cycle.opens_on, cycle.due_on) == (date(2026, 12, 4), date(2026, 12, 18))
    assert (cycle.worked_out_due_on, cycle.moved) == (cycle.due_on, "before_closure")
    kept = cycle.history.latest()
    assert (kept.actor_label, kept.history_change_reason) == ("Ruth Lindqvist", "Calendar changed")
    remove_closure(closure=closure, by=people.ruth.as_actor())
    cycle = cycle_of(people)
    assert (cycle.due_on, cycle.moved) == (date(2026, 12, 28), "no")


def test_bank_holidays_and_a_whole_year_move_the_review_too(people: Cast) -> None:
    draft(people, date(2026, 11, 2))
    add_bank_holidays(setting=people.acorns, year=2026, by=STORY)
    assert cycle_of(people).due_on == date(2026, 12, 24)
    add_closures(setting=people.acorns, closures=[NamedDays(**CHRISTMAS)], by=STORY)
    assert cycle_of(people).due_on == date(2026, 12, 18)


def test_other_opening_days_move_the_review_too(people: Cast) -> None:
    draft(people, date(2026, 11, 2))
    change_setting(
        setting=people.acorns,
        values={"open_weekdays": [2, 3]},
        seen_version=people.acorns.row_version,
        by=STORY,
    )
    assert cycle_of(people).due_on == date(2026, 12, 24)


def test_a_date_that_was_agreed_stays_and_the_worked_out_one_moves_beside_it(
    people: Cast,
) -> None:
    plan = draft(people, date(2026, 11, 2))
    agreed = {"due_on": date(2026, 12, 17), "because": "The family is away"}
    actions.agree_due_date(cycle=plan.cycle, by=STORY, **agreed)
    add_closure(setting=people.acorns, by=STORY, **CHRISTMAS)
    cycle = cycle_of(people)
    assert (cycle.due_on, cycle.opens_on) == (date(2026, 12, 17), date(2026, 12, 3))
    assert (cycle.worked_out_due_on, cycle.moved) == (date(2026, 12, 18), "before_closure")


def test_what_does_not_move_is_not_written(people: Cast) -> None:
    draft(people, date(2026, 11, 2))
    version = cycle_of(people).row_version
    summer = {"first_on": date(2027, 7, 17), "last_on": date(2027, 9, 5), "name": "Summer"}
    add_closure(setting=people.acorns, by=STORY, **summer)
    words = {"name": "Acorns Nursery School"}
    people.acorns.refresh_from_db()
    seen = people.acorns.row_version
    change_setting(setting=people.acorns, values=words, seen_version=seen, by=STORY)
    assert cycle_of(people).row_version == version


def test_a_closed_cycle_one_without_a_start_and_another_setting_stay_as_they_are(
    people: Cast,
) -> None:
    plan = finalised(people, date(2026, 11, 2))
    actions.close_plan(plan=plan, because="He has moved away", by=STORY)
    actions.start_plan(child=people.zofia, by=STORY)
    actions.start_plan(child=people.bilal, starts_on=date(2026, 11, 2), by=STORY)
    add_closure(setting=people.acorns, by=STORY, **CHRISTMAS)
    assert cycle_of(people).due_on == date(2026, 12, 28)
    assert cycle_of(people, people.zofia).due_on is None
    assert cycle_of(people, people.bilal).due_on == date(2026, 12, 28)


def test_a_calendar_that_never_opens_is_refused_and_nothing_is_lost(
    people: Cast, browse: Browse
) -> None:
    draft(people, date(2026, 11, 2))
    with pytest.raises(Refused, match="in the two years after"):
        add_closure(setting=people.acorns, by=STORY, **YEARS)
    sent = {f"form-{n}-{name}": value for n in range(8) for name, value in a_quarter(n).items()}
    sent |= {"form-TOTAL_FORMS": "8", "form-INITIAL_FORMS": "8"}
    answer = browse(people.ruth).post("/account/setting/calendar/confirm/", sent)
    page = answer.content.decode()
    assert "in the two years after" in page
    assert 'value="Building work 7"' in page
    assert not Closure.objects.exists()
    assert cycle_of(people).due_on == date(2026, 12, 28)


def a_quarter(number: int) -> dict[str, str]:
    """Eight closures of a hundred days, one after the other: over two years."""
    first = date.fromordinal(date(2026, 11, 3).toordinal() + number * 100)
    last = date.fromordinal(first.toordinal() + 99)
    return {
        "take": "on",
        "name": f"Building work {number}",
        "first_on": f"{first:%d %m %Y}",
        "last_on": f"{last:%d %m %Y}",
    }


def test_a_review_outside_six_to_eight_weeks_is_to_be_confirmed_by_the_senco(
    people: Cast, browse: Browse
) -> None:
    plan = draft(people, date(2027, 2, 8))
    easter = {"first_on": date(2027, 3, 22), "last_on": date(2027, 4, 9), "name": "Easter"}
    add_closure(setting=people.acorns, by=STORY, **easter)
    page = browse(people.sam).get(path("plan", plan)).content.decode()
    assert "5.6 weeks after the start, 6.0 weeks of open days" in page
    assert "Confirm it or agree another" in page
    assert "Confirm it or agree another" not in (
        browse(people.kemi).get(path("plan", plan)).content.decode()
    )
    sent = {"due_on": "19 3 27", "because": "Confirmed", "seen_version": plan_version(people)}
    assert browse(people.sam).post(path("due_date", plan), sent).status_code == 302
    page = browse(people.sam).get(path("plan", plan)).content.decode()
    assert "Confirm it or agree another" not in page
    assert "5.6 weeks after the start" in page


def plan_version(people: Cast) -> int:
    return cycle_of(people).row_version
