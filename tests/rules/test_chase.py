"""Where a report stands on its way, and what to do next (C6.1, C7, C7.1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.rules.chase import (
    Answered,
    AskFacts,
    ChaseRules,
    ChaseState,
    ChaseStep,
    HeldFacts,
    asking,
    held,
)
from agencies.rules.chase_words import ACTS, asking_known, asking_pill, held_known
from agencies.rules.consent import Standing

TODAY = date(2026, 11, 23)
RAISED = AskFacts(standing=Standing.GIVEN, raised_on=date(2026, 10, 1))
ASKED = replace(RAISED, asked_on=date(2026, 10, 5))
REPORT = HeldFacts(
    dated_on=date(2026, 9, 10), is_parents_copy=False, holds_anything=True, marked=3, used_in=()
)
State, Step = ChaseState, ChaseStep


@pytest.mark.parametrize(
    ("facts", "state", "step"),
    [
        (AskFacts(standing=Standing.NONE), State.NEEDS_CONSENT, Step.RECORD_CONSENT),
        (AskFacts(standing=Standing.WITHDRAWN), State.NEEDS_CONSENT, Step.RECORD_CONSENT),
        (AskFacts(standing=Standing.ENDED), State.NEEDS_CONSENT, Step.RECORD_CONSENT),
        (AskFacts(standing=Standing.PAUSED), State.NEEDS_CONSENT, Step.DECIDE),
        (AskFacts(standing=Standing.REFUSED), State.NEEDS_CONSENT, Step.RAISE),
        (AskFacts(standing=Standing.GIVEN), State.READY, Step.RAISE),
        (replace(RAISED, standing=Standing.REFUSED), State.NEEDS_CONSENT, Step.ASK_PARENTS),
        (RAISED, State.READY, Step.ASK),
        (replace(RAISED, is_on_its_way=True), State.ASKED, Step.WAIT),
        (ASKED, State.CHASE, Step.CHASE),
        (replace(ASKED, is_on_its_way=True), State.ASKED, Step.WAIT),
        (replace(ASKED, chased_on=(date(2026, 11, 2),)), State.CHASE, Step.CHASE),
        (replace(ASKED, chased_on=(date(2026, 11, 3),)), State.ASKED, Step.WAIT),
    ],
)
def test_a_report_that_has_not_come(facts: AskFacts, state: State, step: Step) -> None:
    """C7"""
    chase = asking(facts, TODAY)
    assert (chase.state, chase.step) == (state, step)


def test_a_refusal_leaves_the_parents_copy_and_then_a_new_answer() -> None:
    """C7.1: the parents' copy needs no contact with the agency."""
    refused = replace(RAISED, standing=Standing.REFUSED)
    assert asking(refused, TODAY).step is Step.ASK_PARENTS
    told = replace(refused, parents_asked_on=(TODAY,))
    assert asking(told, TODAY).step is Step.RECORD_CONSENT


NOT_THEIRS = Answered(date(2026, 11, 20), "This child is not with us", is_no=True)
PROMISED = Answered(
    date(2026, 11, 20), "We will send a report", is_no=False, sends_by=date(2026, 12, 4)
)
LATE = replace(ASKED, asked_on=date(2026, 11, 16))


def test_an_agency_that_will_send_none_waits_for_somebody_to_see_that() -> None:
    """C7: the day after a letter too, when no chase is due yet, and whatever became of consent."""
    for facts in (ASKED, LATE, replace(LATE, standing=Standing.WITHDRAWN)):
        chase = asking(replace(facts, answered=NOT_THEIRS), TODAY)
        assert (chase.state, chase.step) == (State.CHASE, Step.SEE_ANSWER)
    assert asking(LATE, TODAY).step is Step.WAIT


def test_an_answer_is_done_with_once_somebody_asks_again_or_asks_the_parents() -> None:
    """C7.1"""
    answered = replace(ASKED, answered=NOT_THEIRS)
    again = replace(answered, chased_on=(date(2026, 11, 21),))
    assert asking(again, TODAY).step is Step.WAIT
    before = replace(answered, chased_on=(date(2026, 11, 20),))
    assert asking(before, TODAY).step is Step.SEE_ANSWER
    parents = replace(answered, parents_asked_on=(date(2026, 11, 20),))
    assert asking(parents, TODAY).step is Step.CHASE
    asked_before = replace(answered, parents_asked_on=(date(2026, 11, 19),))
    assert asking(asked_before, TODAY).step is Step.SEE_ANSWER


def test_a_promised_report_is_chased_the_day_after_it_was_promised_for() -> None:
    """C7: neither while they write it, nor weeks after."""
    facts = replace(ASKED, answered=PROMISED)
    assert asking(facts, date(2026, 12, 4)) == asking(LATE, TODAY)
    assert asking(facts, date(2026, 12, 5)).state is State.CHASE
    soon = replace(LATE, answered=replace(PROMISED, sends_by=date(2026, 11, 21)))
    assert asking(soon, TODAY).state is State.CHASE
    chased = replace(facts, chased_on=(date(2026, 12, 5),))
    assert chased.chase_due_on == date(2026, 12, 26)


@pytest.mark.parametrize(("days", "is_due"), [(27, False), (28, True), (29, True)])
def test_the_first_chase_falls_due_four_weeks_after_asking(days: int, is_due: bool) -> None:
    facts = replace(RAISED, asked_on=TODAY - timedelta(days=days))
    assert facts.is_due(TODAY) is is_due
    assert (asking(facts, TODAY).state is State.CHASE) is is_due


@pytest.mark.parametrize(("days", "is_due"), [(20, False), (21, True)])
def test_the_next_chase_falls_due_three_weeks_after_the_last(days: int, is_due: bool) -> None:
    chased = (TODAY - timedelta(days=60), TODAY - timedelta(days=days))
    facts = replace(RAISED, asked_on=TODAY - timedelta(days=90), chased_on=chased)
    assert facts.is_due(TODAY) is is_due


def test_when_to_chase_is_a_rule_of_the_setting() -> None:
    rules = ChaseRules(first_after_days=14, then_every_days=7)
    facts = replace(RAISED, asked_on=TODAY - timedelta(days=14), rules=rules)
    assert facts.is_due(TODAY)
    assert not replace(facts, chased_on=(TODAY - timedelta(days=6),)).is_due(TODAY)


def test_after_two_chases_the_parents_are_asked_once() -> None:
    """C7.1"""
    chased = replace(ASKED, chased_on=(date(2026, 10, 12), date(2026, 11, 2)))
    assert asking(chased, TODAY).step is Step.ASK_PARENTS
    told = replace(chased, parents_asked_on=(date(2026, 11, 20),))
    assert asking(told, TODAY).step is Step.CHASE


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.GIVEN])
def test_a_chase_that_is_due_waits_for_consent_like_the_first_letter(standing: Standing) -> None:
    """C7: every contact is gated, at once."""
    chase = asking(replace(ASKED, standing=standing), TODAY)
    assert chase.state is State.NEEDS_CONSENT
    assert chase.step not in (Step.ASK, Step.CHASE, Step.WAIT)


@given(
    st.sampled_from(Standing),
    st.none() | st.dates(date(2026, 1, 1), TODAY),
    st.lists(st.dates(date(2026, 1, 1), TODAY), max_size=4),
    st.booleans(),
)
def test_no_facts_lead_to_a_letter_without_consent(
    standing: Standing, asked: date | None, chased: list[date], on_its_way: bool
) -> None:
    facts = AskFacts(
        standing=standing,
        raised_on=date(2026, 1, 1),
        asked_on=asked,
        chased_on=tuple(chased) if asked else (),
        is_on_its_way=on_its_way,
    )
    if asking(facts, TODAY).step in (Step.ASK, Step.CHASE):
        assert standing is Standing.GIVEN


@pytest.mark.parametrize(
    ("facts", "state", "step"),
    [
        (replace(REPORT, marked=0), State.RECEIVED, Step.READ),
        (REPORT, State.RECEIVED, Step.USE),
        (replace(REPORT, is_parents_copy=True), State.PARENTS_COPY, Step.USE),
        (replace(REPORT, used_in=("plan 2, version 1",)), State.RECEIVED, Step.NOTHING),
        (
            replace(REPORT, holds_anything=False, marked=0),
            State.RECEIVED,
            Step.ASK_STRATEGIES,
        ),
        (
            replace(REPORT, holds_anything=False, marked=0, is_renewed=True),
            State.RECEIVED,
            Step.NOTHING,
        ),
        (replace(REPORT, dated_on=date(2025, 11, 22)), State.OUT_OF_DATE, Step.RENEW),
        (replace(REPORT, dated_on=date(2025, 11, 23)), State.RECEIVED, Step.USE),
        (
            replace(REPORT, dated_on=date(2025, 11, 22), is_renewed=True),
            State.OUT_OF_DATE,
            Step.NOTHING,
        ),
    ],
)
def test_a_report_that_came(facts: HeldFacts, state: State, step: Step) -> None:
    chase = held(facts, TODAY)
    assert (chase.state, chase.step) == (state, step)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (RAISED, ""),
        (ASKED, "Chase: 7 weeks"),
        (replace(RAISED, asked_on=TODAY), "Asked today"),
        (replace(RAISED, asked_on=date(2026, 11, 14)), "Asked, 9 days"),
        (replace(RAISED, asked_on=date(2026, 11, 22)), "Asked, 1 day"),
        (replace(ASKED, is_on_its_way=True), "Letter waits to go"),
        (replace(ASKED, standing=Standing.WITHDRAWN), ""),
    ],
)
def test_the_pill_of_what_was_asked(facts: AskFacts, words: str) -> None:
    assert asking_pill(asking(facts, TODAY), facts, TODAY) == words


def test_what_they_answered_stands_in_the_row() -> None:
    answered = replace(ASKED, answered=NOT_THEIRS)
    assert asking_pill(asking(answered, TODAY), answered, TODAY) == "They answered"
    assert asking_known(answered, None, "", TODAY) == (
        "Asked Mon 5 Oct. They answered Fri 20 Nov: “This child is not with us”."
    )
    promised = replace(LATE, answered=PROMISED)
    assert asking_known(promised, None, "", TODAY) == (
        "Asked Mon 16 Nov. Next chase Sat 5 Dec. "
        "They answered Fri 20 Nov: “We will send a report”, by Fri 4 Dec."
    )


def test_what_is_known_of_what_was_asked() -> None:
    facts = replace(ASKED, chased_on=(date(2026, 11, 9), date(2026, 11, 2)))
    assert asking_known(facts, None, "", TODAY) == (
        "Asked Mon 5 Oct, chased Mon 2 Nov and Mon 9 Nov. Next chase Mon 30 Nov. "
        "Parents can bring a copy."
    )
    told = replace(facts, parents_asked_on=(date(2026, 11, 16),))
    assert asking_known(told, None, "", TODAY).endswith("Parents asked for their copy Mon 16 Nov.")
    assert asking_known(AskFacts(standing=Standing.NONE), date(2026, 11, 4), "", TODAY) == (
        "Seen Wed 4 Nov, and no report has come."
    )
    assert asking_known(RAISED, None, "No report has come.", TODAY) == (
        "Raised Thu 1 Oct: No report has come."
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (REPORT, "Dated Thu 10 Sep. Three recommendations marked, not in a plan yet."),
        (replace(REPORT, marked=0), "Dated Thu 10 Sep. Nothing is marked in it yet."),
        (
            replace(REPORT, marked=1, used_in=("plan 1, version 2", "plan 2, version 1")),
            "Dated Thu 10 Sep. One recommendation marked, "
            "used in plan 1, version 2 and plan 2, version 1.",
        ),
        (
            replace(REPORT, holds_anything=False),
            "Dated Thu 10 Sep. It holds neither strategies nor targets.",
        ),
        (
            replace(REPORT, dated_on=date(2025, 11, 3)),
            "Dated Mon 3 Nov 2025, more than 12 months ago. "
            "Three recommendations marked, not in a plan yet.",
        ),
    ],
)
def test_what_is_known_of_a_report_that_came(facts: HeldFacts, words: str) -> None:
    assert held_known(held(facts, TODAY), facts, TODAY) == words


def test_every_step_has_a_button() -> None:
    assert set(ACTS) == set(ChaseStep)
