"""What is due for a plan and an answer: on which list, since when, and what comes next."""

from datetime import date, time

import pytest

from isp_portal.dashboards.rules.due import DueList
from isp_portal.dashboards.rules.tasks import Task
from tests.rules.facts_due import child, due, plan, the_one


def test_a_plan_in_its_first_weeks_is_on_no_list_c4() -> None:
    assert due(plan(), today=date(2026, 11, 15)) == []


@pytest.mark.parametrize(
    ("today", "name"),
    [
        (date(2026, 11, 16), DueList.IN_WINDOW),
        (date(2026, 11, 30), DueList.IN_WINDOW),
        (date(2026, 12, 1), DueList.OVERDUE),
    ],
)
def test_the_first_and_the_last_day_belong_to_the_window_c4(today: date, name: DueList) -> None:
    row = the_one(plan(last_entry_on=today), today=today)
    assert (row.name, row.task, row.about) == (name, Task.PLAN_REVIEW, "seyi")
    assert row.since == date(2026, 11, 30)
    assert row.why == "No date has been agreed."


@pytest.mark.parametrize(
    ("planned", "task", "why"),
    [
        (
            date(2026, 11, 26),
            Task.OPEN_REVIEW,
            "Booked for Thu 26 Nov, 10:30. Parents not invited yet.",
        ),
        (
            date(2026, 11, 23),
            Task.BEGIN_REVIEW,
            "Booked for today, 10:30. Parents not invited yet.",
        ),
        (
            date(2026, 11, 20),
            Task.BEGIN_REVIEW,
            "It was booked for Fri 20 Nov and not held. You can hold it, and ask their view after.",
        ),
        (
            date(2026, 12, 2),
            Task.OPEN_REVIEW,
            "Booked for Wed 2 Dec, 10:30. That is after the due date. Parents not invited yet.",
        ),
    ],
)
def test_a_booked_review_says_when_and_leads_to_it_c4(planned: date, task: Task, why: str) -> None:
    booked = plan(review="review", planned_on=planned, planned_time=time(10, 30))
    row = the_one(booked)
    assert (row.name, row.task, row.about, row.why) == (DueList.IN_WINDOW, task, "review", why)


def test_parents_who_were_invited_are_said_to_be_c4_1() -> None:
    booked = plan(review="review", planned_on=date(2026, 11, 26), invited_on=date(2026, 11, 18))
    assert the_one(booked).why == "Booked for Thu 26 Nov. Parents invited Wed 18 Nov."


def test_holding_the_review_ends_overdue_and_opens_minutes_to_finish_c4() -> None:
    held = plan(review="review", held_on=date(2026, 12, 2))
    row = the_one(held, today=date(2026, 12, 20))
    assert (row.name, row.task, row.since) == (
        DueList.MINUTES,
        Task.FINISH_MINUTES,
        date(2026, 12, 2),
    )


def test_minutes_are_still_to_finish_when_the_cycle_is_over_c8_1() -> None:
    held = plan(review="review", held_on=date(2026, 11, 20), closed_on=date(2026, 11, 20))
    assert the_one(held).name is DueList.MINUTES
    assert due(held._replace(is_reviewed=True)) == []


def test_a_plan_in_force_without_a_review_date_is_named_c4() -> None:
    row = the_one(plan(opens_on=None, due_on=None))
    assert (row.name, row.task, row.about) == (DueList.NO_DATE, Task.AGREE_DATE, "plan")
    assert row.since == date(2026, 10, 5)


def test_a_draft_without_a_first_day_is_named_c4() -> None:
    row = the_one(plan(status="draft", starts_on=None, finalised_on=None, ready_on=None))
    assert (row.name, row.task) == (DueList.NO_DATE, Task.SET_FIRST_DAY)


def test_a_draft_that_should_run_by_now_says_so() -> None:
    row = the_one(plan(status="draft", finalised_on=None, ready_on=None))
    assert (row.name, row.task) == (DueList.WRITING, Task.WRITE_PLAN)
    assert row.why == "It was to begin Mon 5 Oct and is still a draft, so no plan is in force."


@pytest.mark.parametrize(
    ("key_person", "senco", "task"),
    [
        (False, False, Task.SIGN_PLAN),
        (True, False, Task.SIGN_PLAN),
        (False, True, Task.SEE_WHO_AGREED),
        (True, True, Task.FINALISE_PLAN),
    ],
)
def test_a_ready_plan_waits_for_whoever_has_not_agreed(
    key_person: bool, senco: bool, task: Task
) -> None:
    ready = plan(status="ready", key_person_agreed=key_person, senco_agreed=senco)
    row = the_one(ready)
    assert (row.name, row.task, row.since) == (DueList.SIGNATURES, task, date(2026, 10, 5))


def test_a_child_who_needs_a_plan_and_has_none_is_named_c1() -> None:
    row = the_one()
    assert (row.name, row.task, row.since) == (
        DueList.NEEDS_PLAN,
        Task.START_PLAN,
        date(2026, 11, 2),
    )
    assert "Seyi is in the preschool year or below" in row.why


def test_while_the_report_is_awaited_an_interim_plan_is_offered_c7() -> None:
    row = the_one(of=child(outcome="AWAITING_REPORT", is_required=None))
    assert (row.name, row.task) == (DueList.NEEDS_PLAN, Task.START_INTERIM)


def test_a_child_who_needs_none_is_on_no_list_c1() -> None:
    assert due(of=child(outcome="NOT_REQUIRED_TARGETS", is_required=False)) == []


@pytest.mark.parametrize("outcome", ["", None])
def test_silence_is_never_read_as_no_need_c2(outcome: str | None) -> None:
    row = the_one(of=child(outcome=outcome, is_required=None))
    assert (row.name, row.task) == (DueList.NOT_ASKED, Task.ASK_ADULTS)


def test_an_answer_that_changed_stays_until_somebody_has_seen_it() -> None:
    changed = child(
        outcome="NOT_REQUIRED_TARGETS", is_required=False, is_unseen=True, was="REQUIRED_STRATEGIES"
    )
    row = the_one(of=changed)
    assert (row.name, row.task) == (DueList.CHANGED, Task.SEE_CHANGE)
    assert row.why == "Now: No, an ISP is not required. Was: Yes, an ISP is required."


def test_a_child_without_a_key_person_is_named() -> None:
    alone = child(
        key_person_id=None, key_person=None, outcome="NOT_REQUIRED_AGE", is_required=False
    )
    assert the_one(of=alone).task is Task.CHOOSE_KEY_PERSON
    seconded = the_one(of=alone._replace(second="Dele Okafor"))
    assert seconded.why.startswith("Dele Okafor is the second key person.")
