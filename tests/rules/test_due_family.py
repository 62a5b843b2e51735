"""What is due for a family and a record: copies, answers, thin records, consent; and orders of lists."""

from datetime import date

from isp_portal.dashboards.rules.due import DueList, everything_due, in_order
from isp_portal.dashboards.rules.facts import (
    CameInFacts,
    ChildFacts,
    EndingFacts,
    Facts,
)
from isp_portal.dashboards.rules.said import SAYS
from isp_portal.dashboards.rules.tasks import TAKES, Task
from isp_portal.dashboards.rules.titles import TITLES
from plans.rules.window import Calendar
from tests.rules.facts_due import (
    BEGAN,
    TODAY,
    WEEKDAYS,
    all_facts,
    child,
    due,
    minutes,
    parent,
    plan,
    reply,
    report,
    the_one,
)

EARLY = date(2026, 10, 20)
"""Nothing else is due yet."""


def test_a_parent_without_a_copy_is_named_until_it_is_said_why_c3_2() -> None:
    row = the_one(plan(), recipients=(parent(),), today=EARLY)
    assert (row.name, row.task, row.about) == (DueList.NO_COPY, Task.GIVE_COPY, "plan")
    assert row.since == date(2026, 10, 5)
    assert due(plan(), recipients=(parent(is_excused=True),), today=EARLY) == []


def test_a_link_that_was_not_opened_is_no_copy_yet_c3_2() -> None:
    row = the_one(plan(), recipients=(parent(shared_on=BEGAN),), today=EARLY)
    assert (row.name, row.task) == (DueList.NO_COPY, Task.GIVE_COPY)
    assert "has the link of Mon 5 Oct and has not opened it" in row.why


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
        days = {"opens_on": date(2027, 1, 1), "due_on": date(2027, 1, 15)}
        quiet = plan(last_entry_on=last, agreed_because="After the move", **days)
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
    facts = all_facts(children=[child()], plans=[quiet])
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
    of_seyi = {
        "plans": [plan()],
        "recipients": [parent()],
        "ending": [EndingFacts("seyi", "advice", "", TODAY)],
        "reports": [report("ready")],
        "came_in": [CameInFacts("seyi", "report", "Portage", TODAY, TODAY)],
        "minutes": [minutes()],
        "replies": [reply()],
    }
    assert set(of_seyi) == set(Facts._fields) - {"children"}
    facts = all_facts(**of_seyi)
    assert not any(everything_due(facts, TODAY, WEEKDAYS).values())


def test_the_longest_due_comes_first_and_other_orders_are_as_chosen() -> None:
    def row(name: str, room: str | None, since: date | None) -> ChildFacts:
        return child(pk=name, legal_name=name, room=room, decided_on=since)

    children = [
        row("Bilal", None, date(2026, 11, 2)),
        row("Ada", "Meadow", date(2026, 11, 9)),
        row("Cai", "Birch", None),
    ]
    facts = all_facts(children=children)
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


def test_a_report_is_due_until_it_has_been_asked_for_and_again_when_it_is_old_c7() -> None:
    def task(state: str) -> Task:
        return the_one(plan(), reports=(report(state),), today=EARLY).task

    assert task("ready") is Task.ASK_REPORT
    assert task("needs_consent") is Task.ASK_CONSENT
    assert task("chase") is Task.CHASE_REPORT
    assert task("out_of_date") is Task.RENEW_REPORT
