"""Counting a group's sessions, and what keeps the review of its map open."""

from datetime import date, timedelta

import pytest

from plans.rules.group_review import GapPlace, RowToReview, review_gaps
from plans.rules.group_sessions import GroupDays, GroupState, group_state, sessions_planned
from plans.rules.window import Calendar

HALF_TERM = (date(2026, 10, 26), date(2026, 10, 30))
WEEKDAYS = Calendar(frozenset(range(5)), (HALF_TERM,))
TWO_DAYS = Calendar(frozenset({0, 3}))
MONDAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("until", "planned"),
    [
        (MONDAY - timedelta(days=1), 0),
        (MONDAY, 0),
        (date(2026, 9, 8), 1),
        (date(2026, 9, 11), 3),
        (date(2026, 10, 23), 21),
        (date(2026, 10, 30), 21),
        (date(2026, 11, 6), 24),
        (date(2026, 12, 18), 30),
    ],
)
def test_sessions_are_planned_by_open_weeks_and_a_closure_plans_none(
    until: date, planned: int
) -> None:
    many = {"times_a_week": 3, "weeks": 10, "starts_on": MONDAY, "until": until}
    assert sessions_planned(**many, calendar=WEEKDAYS) == planned  # type: ignore[arg-type]


def test_a_setting_open_two_days_a_week_plans_a_whole_week_in_two_days() -> None:
    until = date(2026, 9, 10)
    planned = sessions_planned(
        times_a_week=2, weeks=10, starts_on=MONDAY, until=until, calendar=TWO_DAYS
    )
    assert planned == 2


def state(
    today: date,
    last: date | None = None,
    ends_on: date = date(2026, 12, 18),
    measured: bool = False,
) -> GroupState:
    return group_state(GroupDays(MONDAY, ends_on, last, measured), WEEKDAYS, today)


def test_a_group_is_silent_once_two_open_weeks_passed_since_it_met_or_began() -> None:
    assert state(date(2026, 9, 18)) is GroupState.RUNNING
    assert state(date(2026, 9, 21)) is GroupState.QUIET
    assert state(date(2026, 9, 21), last=date(2026, 9, 8)) is GroupState.RUNNING
    assert state(date(2026, 9, 22), last=date(2026, 9, 8)) is GroupState.QUIET


def test_a_holiday_makes_no_group_silent() -> None:
    assert state(date(2026, 11, 5), last=date(2026, 10, 16)) is GroupState.RUNNING
    assert state(date(2026, 11, 6), last=date(2026, 10, 16)) is GroupState.QUIET


def test_a_group_that_met_on_a_day_of_closure_is_counted_from_the_next_open_day() -> None:
    saturday = date(2026, 9, 12)
    assert state(date(2026, 9, 24), last=saturday) is GroupState.RUNNING
    assert state(date(2026, 9, 25), last=saturday) is GroupState.QUIET


def test_before_its_first_day_and_after_its_last_a_group_is_never_silent() -> None:
    assert state(date(2026, 9, 6)) is GroupState.TO_COME
    assert state(MONDAY) is GroupState.RUNNING
    ended = date(2026, 10, 1)
    assert state(ended, ends_on=ended, last=ended) is GroupState.RUNNING
    assert state(date(2026, 10, 2), ends_on=ended) is GroupState.TO_MEASURE
    assert state(date(2026, 10, 2), ends_on=ended, measured=True) is GroupState.DONE


def row(**more: object) -> RowToReview:
    values = {
        "key": "k",
        "name": "Talk group",
        "has_run": True,
        "exit_measure": "Two words",
        "decision": "stop",
        "effects": (("Seyi", "More words"),),
        **more,
    }
    return RowToReview(**values)  # type: ignore[arg-type]


def words_of(*rows: RowToReview, has_day: bool = True, has_people: bool = True) -> list[str]:
    gaps = review_gaps(has_day=has_day, has_people=has_people, rows=rows)
    return [gap.words for gap in gaps]


def test_a_review_in_which_all_is_said_has_no_gap() -> None:
    assert words_of(row()) == []
    assert words_of(row(has_run=False, exit_measure="", effects=(("Seyi", ""),))) == []


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"exit_measure": ""}, "Talk group has no measure at the end."),
        (
            {"effects": (("Seyi", "x"), ("Zofia", ""))},
            "Talk group: what changed for Zofia is not written.",
        ),
        ({"decision": ""}, "Talk group has no decision."),
        ({"decision": "", "has_run": False}, "Talk group has no decision."),
    ],
)
def test_each_gap_of_a_row_is_named_in_words(more: dict[str, object], sentence: str) -> None:
    assert words_of(row(**more)) == [sentence]


def test_the_review_itself_says_when_and_by_whom() -> None:
    assert words_of(row(), has_day=False, has_people=False) == [
        "The day of the review is not said.",
        "Who held the review is not said.",
    ]


def test_a_gap_knows_where_it_is_put_right() -> None:
    gaps = review_gaps(has_day=False, has_people=True, rows=[row(exit_measure="", decision="")])
    assert [(gap.place, gap.key) for gap in gaps] == [
        (GapPlace.REVIEW, ""),
        (GapPlace.ROW, "k"),
        (GapPlace.REVIEW, "k"),
    ]
