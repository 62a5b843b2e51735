"""Each row of the decision table, from the records of a child to the kept answer."""

from collections.abc import Callable
from datetime import date

import pytest

from agencies.actions import add_involvement, receive_report, record_advice
from agencies.models import AdviceUse, AdvisedBy, ReceivedFrom
from children.models import AreaOfNeed, Question, SupportNeed
from plans.actions.decision import decide_requirement
from plans.models import (
    GroupProvisionChild,
    GroupProvisionMap,
    GroupProvisionRow,
    RequirementDecision,
)
from tests.people import STORY, Cast


def say(people: Cast, question: Question, is_yes: bool) -> None:
    SupportNeed(
        child=people.seyi,
        question=question,
        is_yes=is_yes,
        said_by_member=people.kemi,
        said_on=date(2026, 10, 5),
    ).record(by=STORY)


def behaviour(people: Cast) -> None:
    say(people, Question.BEHAVIOUR, True)


def calm(people: Cast) -> None:
    say(people, Question.BEHAVIOUR, False)


def evidence(people: Cast) -> None:
    calm(people)
    say(people, Question.EVIDENCE, True)


def nothing_to_evidence(people: Cast) -> None:
    calm(people)
    say(people, Question.EVIDENCE, False)


def advise(people: Cast, use: AdviceUse) -> None:
    record_advice(
        child=people.seyi,
        values={
            "use": use,
            "advised_by": AdvisedBy.INCLUSION_TEAM,
            "person_name": "Grace Tan",
            "person_role": "Area SENCO",
            "given_on": date(2026, 11, 2),
        },
        by=STORY,
    )


def advised_to_use(people: Cast) -> None:
    calm(people)
    advise(people, AdviceUse.USE)


def advised_against(people: Cast) -> None:
    calm(people)
    advise(people, AdviceUse.DO_NOT_USE)


def in_reception(people: Cast) -> None:
    evidence(people)
    people.seyi.date_of_birth = date(2021, 11, 3)
    people.seyi.record(by=STORY)


def seen(people: Cast) -> None:
    calm(people)
    values = {"agency": people.speech, "first_seen_on": date(2026, 9, 15)}
    add_involvement(child=people.seyi, values=values, by=STORY)


def report(people: Cast, *, strategies: bool, targets: bool) -> None:
    receive_report(
        child=people.seyi,
        values={
            "agency": people.speech,
            "dated_on": date(2026, 9, 20),
            "received_on": date(2026, 9, 22),
            "received_from": ReceivedFrom.AGENCY,
            "holds_strategies": strategies,
            "holds_targets": targets,
        },
        by=STORY,
    )


def strategies_only(people: Cast) -> None:
    calm(people)
    report(people, strategies=True, targets=False)


def targets(people: Cast) -> None:
    calm(people)
    report(people, strategies=True, targets=True)


def neither(people: Cast) -> None:
    calm(people)
    report(people, strategies=False, targets=False)


def on_a_map(people: Cast, *areas: AreaOfNeed, ends_on: date = date(2026, 12, 18)) -> None:
    group_map = GroupProvisionMap(
        setting=people.acorns, title="Autumn", starts_on=date(2026, 9, 7), ends_on=ends_on
    ).record(by=STORY)
    for area in areas:
        row = GroupProvisionRow(
            group_map=group_map,
            area=area,
            intervention="Talk group",
            aim="Two-word phrases",
            lead="Kemi Adebayo",
            delivered_by="Kemi Adebayo",
            group_size=4,
            times_a_week=3,
            minutes=15,
            weeks=12,
            starts_on=date(2026, 9, 7),
            ends_on=ends_on,
            entry_measure="Band 3",
        ).record(by=STORY)
        GroupProvisionChild(row=row, child=people.seyi).record(by=STORY)


def covered_by_a_map(people: Cast) -> None:
    evidence(people)
    on_a_map(people, AreaOfNeed.COMMUNICATION)


@pytest.mark.parametrize(
    ("records", "outcome", "clauses", "is_required"),
    [
        (behaviour, "REQUIRED_BEHAVIOUR", ["C3"], True),
        (advised_to_use, "REQUIRED_ADVISED", ["C1", "C2"], True),
        (advised_against, "NOT_REQUIRED_ADVISED", ["C1", "C2"], False),
        (in_reception, "NOT_REQUIRED_AGE", ["C1", "C2"], False),
        (targets, "NOT_REQUIRED_TARGETS", ["C1"], False),
        (strategies_only, "REQUIRED_STRATEGIES", ["C1"], True),
        (seen, "AWAITING_REPORT", ["C7"], None),
        (neither, "AWAITING_REPORT", ["C7"], None),
        (nothing_to_evidence, "NOT_REQUIRED_NO_NEED", ["C2"], False),
        (covered_by_a_map, "NOT_REQUIRED_GROUP_MAP", ["C2.1"], False),
        (evidence, "REQUIRED_EVIDENCE", ["C2"], True),
    ],
)
def test_the_records_lead_to_the_answer_of_their_row(
    people: Cast,
    records: Callable[[Cast], None],
    outcome: str,
    clauses: list[str],
    is_required: bool | None,
) -> None:
    records(people)
    decision = decide_requirement(child=people.seyi, by=STORY)
    assert (decision.outcome, decision.clauses) == (outcome, clauses)
    assert decision.is_required is is_required


def test_nobody_asked_is_no_answer_and_names_both_questions(people: Cast) -> None:
    decision = decide_requirement(child=people.seyi, by=STORY)
    assert decision.outcome == ""
    assert decision.is_required is None
    assert decision.open_questions == ["behaviour", "must_evidence"]


def test_a_referral_is_not_yet_an_involvement(people: Cast) -> None:
    evidence(people)
    values = {"agency": people.speech, "waiting_since": date(2026, 9, 15)}
    add_involvement(child=people.seyi, values=values, by=STORY)
    assert latest(people).outcome == "REQUIRED_EVIDENCE"


def test_a_discharged_agency_without_a_report_is_no_longer_involved(people: Cast) -> None:
    evidence(people)
    values = {
        "agency": people.speech,
        "first_seen_on": date(2026, 9, 15),
        "discharged_on": date(2026, 11, 20),
    }
    add_involvement(child=people.seyi, values=values, by=STORY)
    assert latest(people).outcome == "REQUIRED_EVIDENCE"


def test_the_latest_report_of_an_agency_is_the_one_that_counts(people: Cast) -> None:
    targets(people)
    receive_report(
        child=people.seyi,
        values={
            "agency": people.speech,
            "dated_on": date(2026, 11, 1),
            "received_on": date(2026, 11, 9),
            "received_from": ReceivedFrom.PARENT,
            "holds_strategies": True,
            "holds_targets": False,
        },
        by=STORY,
    )
    assert latest(people).outcome == "REQUIRED_STRATEGIES"


def test_a_map_that_covers_one_need_of_two_exempts_nothing_and_warns(people: Cast) -> None:
    from children.models import ChildNeed

    covered_by_a_map(people)
    ChildNeed(child=people.seyi, area=AreaOfNeed.SEMH, from_on=date(2026, 9, 1)).record(by=STORY)
    decision = decide_requirement(child=people.seyi, by=STORY)
    assert decision.outcome == "REQUIRED_EVIDENCE"
    assert decision.warnings == ["group_map_partial"]


def test_a_map_that_has_ended_exempts_nothing_and_warns(people: Cast) -> None:
    evidence(people)
    on_a_map(people, AreaOfNeed.COMMUNICATION, ends_on=date(2026, 11, 20))
    decision = decide_requirement(child=people.seyi, by=STORY)
    assert decision.outcome == "REQUIRED_EVIDENCE"
    assert decision.warnings == ["group_map_ended"]


def latest(people: Cast) -> RequirementDecision:
    return RequirementDecision.objects.latest_per_child().get(child=people.seyi)
