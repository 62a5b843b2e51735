"""What came and waits for somebody: reports by link, parents' words; minutes to give, weeks to confirm."""

from datetime import date

import pytest

from isp_portal.dashboards.rules.due import DueList
from isp_portal.dashboards.rules.facts import CameInFacts
from isp_portal.dashboards.rules.said import ANSWERS, REPLIES
from isp_portal.dashboards.rules.tasks import Task
from isp_portal.sharing.rules import Agreement, ReplyKind
from plans.rules.window import ReviewRules
from tests.rules.facts_due import BEGAN, TODAY, due, minutes, plan, reply, the_one

EARLY = date(2026, 10, 20)
"""Nothing else is due yet."""


def test_a_report_that_came_by_link_waits_for_a_look_c1() -> None:
    row = CameInFacts("seyi", "report", "Portage", date(2026, 9, 28), date(2026, 10, 12))
    told = the_one(plan(), came_in=(row,), today=EARLY)
    assert (told.name, told.task) == (DueList.CAME_IN, Task.LOOK_AT_REPORT)
    assert told.since == date(2026, 10, 12)
    assert told.why == (
        "It came Mon 12 Oct, dated Mon 28 Sep. Until somebody looks, it counts for nothing."
    )


@pytest.mark.parametrize(
    ("known", "task", "why"),
    [
        ({}, Task.READ_REPLY, "sent what they want to say at the review."),
        ({"kind": "from_home"}, Task.READ_REPLY, "wrote what they saw at home."),
        (
            {"kind": "question"},
            Task.ANSWER_QUESTION,
            "asks a question, and nobody has answered it.",
        ),
        (
            {"kind": "answer", "answer": "not_agreed"},
            Task.READ_REPLY,
            "does not agree, and says why.",
        ),
        (
            {"kind": "question", "wants_call": True, "call_times": "after four"},
            Task.RING_PARENT,
            "asks a question, and nobody has answered it. They ask to be rung: after four.",
        ),
        (
            {"kind": "coming", "answer": "can_come", "wants_call": True},
            Task.RING_PARENT,
            "can come to the review. They ask to be rung.",
        ),
        ({"kind": "answer"}, Task.READ_REPLY, "has answered."),
    ],
)
def test_what_a_parent_said_waits_for_a_person_whatever_it_is_c4_1(
    known: dict[str, object], task: Task, why: str
) -> None:
    told = the_one(plan(), replies=(reply(**known),), today=EARLY)
    assert (told.name, told.task, told.about) == (DueList.SAID, task, "reply")
    assert told.since == date(2026, 11, 19)
    assert told.why == f"Priya Blackwood {why}"


def test_every_kind_of_reply_and_every_answer_has_its_words() -> None:
    assert set(REPLIES) == set(ReplyKind)
    assert set(ANSWERS) == set(Agreement)


def test_a_parent_without_the_minutes_is_named_until_they_hold_the_version_that_stands_c8_1() -> (
    None
):
    told = the_one(plan(), minutes=(minutes(),), today=EARLY)
    assert (told.name, told.task, told.about) == (
        DueList.NO_MINUTES,
        Task.GIVE_MINUTES,
        "review",
    )
    assert told.since == date(2026, 10, 5)
    assert told.why == "Priya Blackwood has no copy of these minutes, and it is not said why."
    old = the_one(plan(), minutes=(minutes(version=2, held=1),), today=EARLY)
    assert old.why == "Priya Blackwood holds version 1. Version 2 corrects it."
    sent = the_one(plan(), minutes=(minutes(shared_on=BEGAN),), today=EARLY)
    assert "has the link of Mon 5 Oct and has not opened it" in sent.why


def outside(**known: object) -> list[DueList]:
    """Begun on Mon 2 Nov and due before Christmas, 46 days later, unless said otherwise."""
    given = {
        "starts_on": date(2026, 11, 2),
        "opens_on": date(2026, 12, 4),
        "due_on": date(2026, 12, 18),
    }
    return [row.name for row in due(plan(**{**given, **known}), today=TODAY)]


def test_a_review_outside_six_to_eight_weeks_is_confirmed_or_another_day_agreed_c4() -> None:
    assert outside() == []
    assert outside(due_on=date(2026, 12, 14)) == []
    assert outside(due_on=date(2026, 12, 13)) == [DueList.CONFIRM]
    assert outside(due_on=date(2026, 12, 28)) == []
    assert outside(due_on=date(2026, 12, 29)) == [DueList.CONFIRM]


def test_weeks_that_were_agreed_or_reviewed_wait_for_nobody_c4() -> None:
    late = date(2027, 1, 8)
    assert outside(due_on=late, agreed_because="After the holiday") == []
    assert DueList.CONFIRM not in outside(due_on=late, review="review", held_on=TODAY)


def test_elapsed_and_open_weeks_are_both_said_c4() -> None:
    late = plan(starts_on=date(2026, 11, 2), opens_on=date(2026, 12, 25), due_on=date(2027, 1, 8))
    told = the_one(late, today=TODAY)
    assert (told.name, told.task, told.about) == (DueList.CONFIRM, Task.CONFIRM_DATE, "plan")
    assert told.since == date(2026, 10, 5)
    assert told.why == ("The review falls 9.6 weeks after the start, with 10 weeks of open days.")


def test_the_weeks_are_those_of_the_ruleset_that_the_setting_follows_c4() -> None:
    ten = ReviewRules(due_after_days=70)
    usual = plan(last_entry_on=TODAY)
    assert [row.name for row in due(usual, today=EARLY, rules_on=lambda _: ten)] == []
    twelve = ReviewRules(due_after_days=84)
    rows = due(usual, today=EARLY, rules_on=lambda _: twelve)
    assert [row.name for row in rows] == [DueList.CONFIRM]
