"""What keeps the minutes from being finalised, in words (C8.1)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reviews.rules.minutes_gaps import (
    LineSaid,
    ParentSaid,
    PersonSaid,
    ReviewContent,
    minutes_gaps,
)
from reviews.rules.verdicts import (
    MAY_FOLLOW,
    AfterAllAchieved,
    Decision,
    NextStepSource,
    StrategyVerdict,
    TargetVerdict,
    WhatNext,
    all_achieved,
    asks_for_advice,
)

KEPT = LineSaid("s1", "Strategy 1", StrategyVerdict.KEEP, why="Works in every room")
NEXT = LineSaid(
    "tA",
    "Target A",
    TargetVerdict.ACHIEVED,
    what_next=WhatNext.NEXT_STEP,
    next_words="Asks for help with a card",
    next_know_when="With two adults",
    source=NextStepSource.REPORT,
    report="Speech report",
    page="4",
)
SMALLER = replace(
    NEXT,
    key="tB",
    name="Target B",
    verdict=TargetVerdict.NOT_YET,
    what_next=WhatNext.ADAPTED_STEP,
)
WHOLE = ReviewContent(
    held_on=date(2026, 11, 26),
    how_held="in_person",
    has_minute_taker=True,
    lines=(KEPT, NEXT, SMALLER),
    people=(
        PersonSaid("Kemi", "key_person", came=True),
        PersonSaid("Sam", "senco", came=True),
        PersonSaid("Priya", "parent", came=True),
    ),
    parents=(ParentSaid("Priya", has_view=True),),
    child_called="Seyi",
    child_view="He chose the train card.",
    child_view_how="Two cards",
    decision=Decision.CONTINUE,
    target_agencies=("Speech and language therapy",),
    next_review_on=date(2027, 1, 18),
)


def said(review: ReviewContent) -> list[str]:
    return [gap.sentence for gap in minutes_gaps(review)]


def with_line(**values: Any) -> ReviewContent:
    line = replace(SMALLER, **values)
    return replace(WHOLE, lines=(KEPT, NEXT, line))


def test_whole_minutes_have_no_gap() -> None:
    assert minutes_gaps(WHOLE) == ()


def test_a_review_that_was_not_held_asks_for_nothing_else() -> None:
    assert said(ReviewContent()) == ["The review has not been held yet."]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"how_held": ""}, "The minutes do not say how the review was held."),
        ({"has_minute_taker": False}, "The minutes do not say who took them."),
        ({"next_review_on": None}, "The minutes do not say when the next review is."),
        ({"decision": None}, "Nothing is decided yet."),
        ({"decision": Decision.ADAPT}, "The decision does not say why."),
        ({"child_view": ""}, "Seyi’s view is missing, and why there is none."),
        ({"child_view_how": " "}, "The minutes do not say how Seyi showed their view."),
        (
            {"parents": (ParentSaid("Priya", has_view=False),)},
            "Priya’s view is missing, and why there is none.",
        ),
        ({"parents": ()}, "There is no parent’s view, and no reason why."),
        (
            {"unsettled_actions": ("Hearing check",)},
            "Nobody has said what became of “Hearing check”.",
        ),
        (
            {"decision": Decision.STEP_UP, "decision_words": "Needs more"},
            "The decision does not say which agency is to be asked.",
        ),
    ],
)
def test_what_is_missing_is_named(values: dict[str, Any], sentence: str) -> None:
    assert said(replace(WHOLE, **values)) == [sentence]


def test_a_reason_stands_in_for_each_view_c4_1() -> None:
    quiet = replace(
        WHOLE,
        parents=(),
        why_no_parents_view="Nobody could be reached in four weeks",
        child_view="",
        why_no_child_view="Unwell on the day",
    )
    assert minutes_gaps(quiet) == ()


@pytest.mark.parametrize(
    ("values", "said_of_it"),
    [
        ({"verdict": None}, "has no verdict yet."),
        ({"what_next": None}, "does not say what comes next."),
        ({"next_words": ""}, "does not say what the next step is."),
        (
            {"next_know_when": ""},
            "does not say how we will know when the next step is reached.",
        ),
        ({"what_next": WhatNext.HOLD}, "does not say why."),
    ],
)
def test_a_target_needs_its_verdict_and_what_comes_next_c5(
    values: dict[str, Any], said_of_it: str
) -> None:
    (gap,) = minutes_gaps(with_line(**values))
    assert (gap.step, gap.line_key, gap.sentence) == ("line", "tB", f"Target B {said_of_it}")


@pytest.mark.parametrize(
    ("values", "said_of_it"),
    [
        ({"source": None}, "does not say where the next step came from."),
        ({"page": ""}, "does not say which page of which report the next step came from."),
        ({"report": ""}, "does not say which page of which report the next step came from."),
        (
            {"source": NextStepSource.TRACKER},
            "does not say which band of the tracker the next step came from.",
        ),
        ({"source": NextStepSource.JUDGEMENT}, "does not say what the judgement rests on."),
    ],
)
def test_each_next_step_says_where_it_came_from_c5_1(
    values: dict[str, Any], said_of_it: str
) -> None:
    assert said(with_line(**values)) == [f"Target B {said_of_it}"]


def test_a_parents_idea_needs_no_page() -> None:
    assert minutes_gaps(with_line(source=NextStepSource.PARENT)) == ()


def test_a_strategy_says_why_it_is_kept_and_what_changes() -> None:
    changed = replace(KEPT, verdict=StrategyVerdict.CHANGE)
    assert said(replace(WHOLE, lines=(replace(KEPT, why=" "),))) == ["Strategy 1 does not say why."]
    assert said(replace(WHOLE, lines=(changed,))) == ["Strategy 1 does not say what changes."]
    unsourced = replace(changed, next_words="Use photographs")
    sentence = "Strategy 1 does not say where the next step came from."
    assert said(replace(WHOLE, lines=(unsourced,))) == [sentence]
    instead = replace(unsourced, verdict=StrategyVerdict.STOP)
    assert said(replace(WHOLE, lines=(instead,))) == [sentence]
    stopped = replace(instead, next_words="")
    assert minutes_gaps(replace(WHOLE, lines=(stopped,))) == ()


@pytest.mark.parametrize("decision", [Decision.CLOSE, Decision.STEP_DOWN])
def test_a_decision_that_ends_support_asks_for_no_next_step_and_no_next_review(
    decision: Decision,
) -> None:
    ending = replace(
        with_line(what_next=None, next_words="", source=None),
        decision=decision,
        decision_words="He needs no more than the others",
        next_review_on=None,
    )
    assert minutes_gaps(ending) == ()


def test_nobodys_absence_blocks_once_it_says_how_they_were_heard_c4_1() -> None:
    away = PersonSaid("Priya", "parent", came=False, absent_because="At work")
    people = (*WHOLE.people[:2], away)
    assert said(replace(WHOLE, people=people)) == ["The minutes do not say how Priya was heard."]
    for heard in (
        replace(away, view_obtained_how="By phone on Monday"),
        replace(away, has_view=True),
    ):
        assert minutes_gaps(replace(WHOLE, people=(*WHOLE.people[:2], heard))) == ()
    silent = replace(away, absent_because="")
    sentence = "The minutes do not say why Priya could not come."
    assert said(replace(WHOLE, people=(*WHOLE.people[:2], silent))) == [sentence]


def test_key_person_and_senco_are_down_for_the_review_c4_1() -> None:
    assert said(replace(WHOLE, people=WHOLE.people[2:])) == [
        "Nobody is down as key person.",
        "Nobody is down as SENCO.",
    ]
    unmarked = (*WHOLE.people[:2], PersonSaid("Theo", "agency"))
    sentence = "The minutes do not say whether Theo came."
    assert said(replace(WHOLE, people=unmarked)) == [sentence]


A, P, N, S = (
    TargetVerdict.ACHIEVED,
    TargetVerdict.PARTLY,
    TargetVerdict.NOT_YET,
    TargetVerdict.STOPPED,
)


@pytest.mark.parametrize(
    ("verdicts", "is_all"),
    [
        ((), False),
        ((S,), False),
        ((A,), True),
        ((A, S), True),
        ((A, P), False),
        ((A, N), False),
        ((P,), False),
    ],
)
def test_all_achieved_leaves_stopped_targets_out_c6_1(
    verdicts: tuple[TargetVerdict, ...], is_all: bool
) -> None:
    assert all_achieved(verdicts) is is_all


def test_all_achieved_without_a_report_asks_the_senco_to_choose_c6_1() -> None:
    done = replace(WHOLE, lines=(KEPT, NEXT))
    assert minutes_gaps(done) == ()
    no_agency = replace(done, target_agencies=())
    assert said(no_agency) == ["Every target is achieved. Choose what follows."]
    asked = replace(no_agency, after_all_achieved=AfterAllAchieved.AGENCY)
    assert said(asked) == [
        "Every target is achieved. Choose which agency is asked to see the child again."
    ]
    assert minutes_gaps(replace(asked, has_observation_agency=True)) == ()
    tracker = replace(no_agency, after_all_achieved=AfterAllAchieved.TRACKER)
    assert minutes_gaps(tracker) == ()
    closing = replace(no_agency, after_all_achieved=AfterAllAchieved.CLOSE)
    assert said(closing) == ["“Close the plan” is chosen, and the decision says something else."]
    closed = replace(closing, decision=Decision.CLOSE, decision_words="All is well")
    assert minutes_gaps(closed) == ()


def test_not_achieved_leads_to_an_adapted_step_or_is_held_never_to_nothing_c5() -> None:
    for verdict in (TargetVerdict.PARTLY, TargetVerdict.NOT_YET):
        assert MAY_FOLLOW[verdict] == (WhatNext.ADAPTED_STEP, WhatNext.HOLD)
    assert WhatNext.NEXT_STEP in MAY_FOLLOW[TargetVerdict.ACHIEVED]
    assert set(MAY_FOLLOW) == set(TargetVerdict)


def test_after_two_cycles_not_achieved_advice_is_suggested_c5() -> None:
    assert [asks_for_advice(cycles) for cycles in (0, 1, 2, 3)] == [False, False, True, True]
