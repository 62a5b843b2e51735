"""The SENCO's hour: what fits, what slips, what can wait, and what a key person could do."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from isp_portal.dashboards.rules.due import Due, DueList
from isp_portal.dashboards.rules.hour import MOST_BLOCKS, MOST_TOGETHER, SPARE, the_hour
from isp_portal.dashboards.rules.tasks import TAKES, Task
from tests.rules.facts_due import TODAY, child

SAM = frozenset({"sam"})


def row(task: Task, by: date = TODAY, name: str = "Seyi", key_person: str | None = "kemi") -> Due:
    who = child(pk=name, legal_name=name, key_person_id=key_person)
    return Due(DueList.OVERDUE, who, by, task, "x", by)


def test_minutes_are_filled_and_five_stay_free() -> None:
    hour = the_hour([row(Task.FINISH_MINUTES, name=str(n)) for n in range(9)], 60, SAM, TODAY)
    assert [(block.task, block.minutes) for block in hour.blocks] == [(Task.FINISH_MINUTES, 45)]
    assert hour.spare == 15
    assert len(hour.slips) == 6


def test_what_is_of_one_kind_is_done_together() -> None:
    rows = [row(Task.SIGN_PLAN, name="a"), row(Task.FINALISE_PLAN), row(Task.SIGN_PLAN, name="b")]
    hour = the_hour(rows, 60, SAM, TODAY)
    assert [(block.number, block.task, block.starts) for block in hour.blocks] == [
        (1, Task.SIGN_PLAN, 0),
        (2, Task.FINALISE_PLAN, 10),
    ]


def test_what_only_she_can_do_comes_before_what_a_key_person_could() -> None:
    rows = [row(Task.PLAN_REVIEW, TODAY - timedelta(days=40)), row(Task.SIGN_PLAN)]
    first, second = the_hour(rows, 60, SAM, TODAY).blocks
    assert (first.task, second.task) == (Task.SIGN_PLAN, Task.PLAN_REVIEW)


def test_what_does_not_fit_slips_or_waits() -> None:
    rows = [
        row(Task.BEGIN_REVIEW, name="now"),
        row(Task.BEGIN_REVIEW, TODAY + timedelta(days=3), "soon"),
        row(Task.BEGIN_REVIEW, TODAY + timedelta(days=20), "later"),
        row(Task.BEGIN_REVIEW, TODAY + timedelta(days=9), "next week"),
    ]
    hour = the_hour(rows, 40, SAM, TODAY)
    assert [due.child.legal_name for due in hour.slips] == ["soon"]
    assert (hour.waits, hour.wait_until) == (2, TODAY + timedelta(days=9))


def test_what_does_not_fit_is_offered_to_the_key_persons_who_could() -> None:
    rows = [row(Task.START_PLAN, name=str(n), key_person="dele" if n else "kemi") for n in range(4)]
    hour = the_hour(rows, 10, SAM, TODAY)
    assert [(over.member, over.things) for over in hour.hand_over] == [("dele", 3), ("kemi", 1)]


def test_nobody_hands_work_over_to_herself_or_to_nobody() -> None:
    rows = [row(Task.START_PLAN, key_person="sam"), row(Task.START_PLAN, key_person=None)]
    assert the_hour(rows, 10, SAM, TODAY).hand_over == ()


def test_an_hour_with_nothing_to_do_is_empty() -> None:
    hour = the_hour([], 60, SAM, TODAY)
    assert (hour.blocks, hour.spare, hour.wait_until) == ((), 60, None)


@given(
    st.lists(st.tuples(st.sampled_from(Task), st.integers(-90, 90)), max_size=60),
    st.integers(10, 600),
)
def test_nothing_is_lost_and_the_hour_is_never_full(
    things: list[tuple[Task, int]], minutes: int
) -> None:
    rows = [row(task, TODAY + timedelta(days=days)) for task, days in things]
    hour = the_hour(rows, minutes, SAM, TODAY)
    placed = sum(len(block.rows) for block in hour.blocks)
    assert placed + len(hour.slips) + hour.waits == len(rows)
    assert hour.spare >= SPARE
    assert len(hour.blocks) <= MOST_BLOCKS
    for block in hour.blocks:
        assert len(block.rows) <= MOST_TOGETHER
        assert block.minutes == TAKES[block.task].minutes * len(block.rows)
