"""What is due: which list a child stands on, since when, and what comes next."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from isp_portal.dashboards.rules.due import DueList, everything_due, in_order
from isp_portal.dashboards.rules.facts import (
    ChildFacts,
    EndingFacts,
    Facts,
    PlanFacts,
    RecipientFacts,
)
from isp_portal.dashboards.rules.said import SAYS, said
from isp_portal.dashboards.rules.tasks import TAKES, Task
from isp_portal.dashboards.rules.titles import TITLES
from plans.rules.window import Calendar

TODAY = date(2026, 11, 23)
BEFORE = datetime(2026, 10, 4, 23, 30, tzinfo=UTC)
"""Half past midnight of 5 October in London."""
WEEKDAYS = Calendar(frozenset(range(5)), ())


def child(**known: Any) -> ChildFacts:
    """Seyi, whose plan is required and whose key person is Kemi."""
    given: dict[str, Any] = {
        "pk": "seyi",
        "legal_name": "Oluwaseyifunmi Adeyemi-Blackwood",
        "preferred_name": "Seyi",
        "started_on": date(2026, 9, 1),
        "room": "Orchard",
        "key_person_id": "kemi",
        "key_person": "Kemi Adebayo",
        "second": None,
        "outcome": "REQUIRED_STRATEGIES",
        "is_required": True,
        "decided_on": date(2026, 11, 2),
        "is_unseen": False,
        "was": None,
        "inputs": None,
    }
    return ChildFacts(**{**given, **known})


def plan(**known: Any) -> PlanFacts:
    """In force since 5 October, due on 30 November, with an entry of last week."""
    given: dict[str, Any] = {
        "child": "seyi",
        "pk": "plan",
        "status": "finalised",
        "number": 1,
        "ready_at": BEFORE,
        "finalised_at": BEFORE,
        "starts_on": date(2026, 10, 5),
        "opens_on": date(2026, 11, 16),
        "due_on": date(2026, 11, 30),
        "closed_on": None,
        "agreed_because": "",
        "review": None,
        "planned_on": None,
        "planned_time": None,
        "held_on": None,
        "reviewed_at": None,
        "last_entry_on": date(2026, 11, 19),
        "invited_on": None,
        "key_person_agreed": False,
        "senco_agreed": False,
        "has_recipient": True,
    }
    return PlanFacts(**{**given, **known})


@dataclass
class Told:
    """One row in short, and its words."""

    name: DueList
    task: Task
    since: date | None
    about: str
    why: str


def due(
    *plans: PlanFacts,
    of: ChildFacts | None = None,
    recipients: tuple[RecipientFacts, ...] = (),
    ending: tuple[EndingFacts, ...] = (),
    today: date = TODAY,
) -> list[Told]:
    facts = Facts([of or child()], list(plans), list(recipients), list(ending))
    lists = everything_due(facts, today, WEEKDAYS)
    return [
        Told(row.list, row.task, row.since, row.about, said(row, today).why)
        for rows in lists.values()
        for row in rows
    ]


def the_one(*plans: PlanFacts, **more: Any) -> Told:
    (row,) = due(*plans, **more)
    return row


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
    assert due(held._replace(reviewed_at=BEFORE)) == []


def test_a_plan_in_force_without_a_review_date_is_named_c4() -> None:
    row = the_one(plan(opens_on=None, due_on=None))
    assert (row.name, row.task, row.about) == (DueList.NO_DATE, Task.AGREE_DATE, "plan")
    assert row.since == date(2026, 10, 5)


def test_a_draft_without_a_first_day_is_named_c4() -> None:
    row = the_one(plan(status="draft", starts_on=None, finalised_at=None, ready_at=None))
    assert (row.name, row.task) == (DueList.NO_DATE, Task.SET_FIRST_DAY)


def test_a_draft_that_should_run_by_now_says_so() -> None:
    row = the_one(plan(status="draft", finalised_at=None, ready_at=None))
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


def parent(**known: Any) -> RecipientFacts:
    given = {"given_on": None, "is_excused": False, "has_answered": False}
    return RecipientFacts("seyi", "plan", "Priya Blackwood", **{**given, **known})


EARLY = date(2026, 10, 20)
"""Nothing else is due yet."""


def test_a_parent_without_a_copy_is_named_until_it_is_said_why_c3_2() -> None:
    row = the_one(plan(), recipients=(parent(),), today=EARLY)
    assert (row.name, row.task, row.about) == (DueList.NO_COPY, Task.GIVE_COPY, "plan")
    assert row.since == date(2026, 10, 5)
    assert due(plan(), recipients=(parent(is_excused=True),), today=EARLY) == []


def test_a_parent_with_a_copy_who_has_not_answered_is_named_c3_2() -> None:
    row = the_one(plan(), recipients=(parent(given_on=date(2026, 10, 8)),), today=EARLY)
    assert (row.name, row.task, row.since) == (
        DueList.NO_ANSWER,
        Task.RECORD_ANSWER,
        date(2026, 10, 8),
    )
    answered = parent(given_on=date(2026, 10, 8), has_answered=True)
    assert due(plan(), recipients=(answered,), today=EARLY) == []


def test_a_plan_that_nobody_may_receive_is_named_c3_2() -> None:
    row = the_one(plan(has_recipient=False), today=EARLY)
    assert (row.name, row.task, row.about) == (DueList.NO_COPY, Task.NAME_RECIPIENT, "seyi")


def test_two_weeks_of_open_days_without_an_entry_make_a_thin_record_c8() -> None:
    def thin(last: date | None, today: date) -> list[DueList]:
        quiet = plan(last_entry_on=last, opens_on=date(2027, 1, 1), due_on=date(2027, 1, 15))
        return [row.name for row in due(quiet, today=today)]

    assert thin(date(2026, 11, 10), TODAY) == []
    assert thin(date(2026, 11, 9), TODAY) == [DueList.THIN]
    assert thin(None, TODAY) == [DueList.THIN]


def test_days_on_which_the_setting_is_closed_make_no_record_thin_c8() -> None:
    quiet = plan(
        last_entry_on=date(2026, 11, 2),
        opens_on=TODAY.replace(year=2027),
        due_on=TODAY.replace(year=2027),
    )
    facts = Facts([child()], [quiet], [], [])
    closed = Calendar(frozenset(range(5)), ((date(2026, 11, 3), date(2026, 11, 20)),))
    assert everything_due(facts, TODAY, closed)[DueList.THIN] == []
    assert len(everything_due(facts, TODAY, WEEKDAYS)[DueList.THIN]) == 1
    assert everything_due(facts, TODAY, None)[DueList.THIN] == []


def test_advice_and_consent_that_end_soon_lead_to_where_they_are_renewed_c7() -> None:
    rows = due(
        plan(),
        ending=(
            EndingFacts("seyi", "advice", "Grace Tan, Area SENCO", date(2026, 11, 1)),
            EndingFacts("seyi", "consent", "Priya Blackwood: Portage", date(2026, 11, 2)),
        ),
        today=EARLY,
    )
    assert [(row.name, row.task) for row in rows] == [
        (DueList.ENDING, Task.RECORD_ADVICE),
        (DueList.ENDING, Task.ASK_CONSENT),
    ]


def test_what_belongs_to_a_child_who_is_not_listed_is_left_out() -> None:
    facts = Facts([], [plan()], [parent()], [EndingFacts("seyi", "advice", "", TODAY)])
    assert not any(everything_due(facts, TODAY, WEEKDAYS).values())


def test_the_longest_due_comes_first_and_other_orders_are_as_chosen() -> None:
    def row(name: str, room: str | None, since: date | None) -> ChildFacts:
        return child(pk=name, legal_name=name, room=room, decided_on=since)

    facts = Facts(
        [
            row("Bilal", None, date(2026, 11, 2)),
            row("Ada", "Meadow", date(2026, 11, 9)),
            row("Cai", "Birch", None),
        ],
        [],
        [],
        [],
    )
    rows = everything_due(facts, TODAY, WEEKDAYS)[DueList.NEEDS_PLAN]

    def names(sort: str) -> list[str]:
        return [due.child.legal_name for due in in_order(rows, sort)]

    assert names("since") == ["Bilal", "Ada", "Cai"]
    assert names("name") == ["Ada", "Bilal", "Cai"]
    assert names("room") == ["Cai", "Ada", "Bilal"]


def test_every_list_and_every_task_has_its_words() -> None:
    assert set(SAYS) == set(TITLES) == set(DueList)
    assert set(TAKES) == set(Task)
    assert all(takes.because for takes in TAKES.values())
