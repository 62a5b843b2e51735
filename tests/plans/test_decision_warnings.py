"""Each warning beside the answer, raised by what the records hold."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from agencies.actions import add_involvement, receive_report, record_advice
from agencies.models import AdviceUse, AdvisedBy, Agency, AgencyKind, ReceivedFrom
from children.actions import record_level
from children.models import AreaOfNeed, ChildNeed
from plans.actions.decision import decide_requirement
from plans.rules.warnings import AnswerWarning
from tests.people import STORY, Cast
from tests.plans.test_decision_rows import (
    advise,
    advised_against,
    behaviour,
    calm,
    evidence,
    latest,
    neither,
    on_a_map,
    report,
    seen,
)

TODAY = date(2026, 11, 23)


def at(level: str, people: Cast) -> None:
    record_level(child=people.seyi, level=level, from_on=date(2026, 9, 7), because="", by=STORY)


def at_gr1_with_an_agency(people: Cast) -> None:
    at("GR1", people)
    seen(people)


def at_gr2_without_one(people: Cast) -> None:
    at("GR2", people)


def last_years_report(people: Cast) -> None:
    send(people, people.speech, dated_on=date(2025, 11, 22))


def a_map_that_ended_yesterday(people: Cast) -> None:
    evidence(people)
    on_a_map(people, AreaOfNeed.COMMUNICATION, ends_on=TODAY - timedelta(days=1))


def a_map_of_one_need_in_two(people: Cast) -> None:
    evidence(people)
    on_a_map(people, AreaOfNeed.COMMUNICATION)
    ChildNeed(child=people.seyi, area=AreaOfNeed.SEMH, from_on=date(2026, 9, 1)).record(by=STORY)


def advice_against_what_the_adults_say(people: Cast) -> None:
    behaviour(people)
    advise(people, AdviceUse.DO_NOT_USE)


def discharged_today(people: Cast) -> None:
    report(people, strategies=True, targets=False)
    days = {"first_seen_on": date(2026, 9, 15), "discharged_on": TODAY}
    add_involvement(child=people.seyi, values={"agency": people.speech, **days}, by=STORY)


def two_who_advise_differently(people: Cast) -> None:
    advised_against(people)
    seen(people)
    record_advice(
        child=people.seyi,
        values={
            "use": AdviceUse.USE,
            "advised_by": AdvisedBy.PROFESSIONAL,
            "person_name": "Theo Marsh",
            "person_role": "Therapist",
            "given_on": TODAY,
        },
        by=STORY,
    )


def send(people: Cast, agency: Agency, dated_on: date = TODAY, *, targets: bool = False) -> None:
    values = {
        "agency": agency,
        "dated_on": dated_on,
        "received_on": TODAY,
        "received_from": ReceivedFrom.AGENCY,
        "holds_strategies": not targets,
        "holds_targets": targets,
    }
    receive_report(child=people.seyi, values=values, by=STORY)


RAISED_BY: dict[AnswerWarning, Callable[[Cast], None]] = {
    AnswerWarning.AGENCY_BUT_LEVEL_EXPECTS_NONE: at_gr1_with_an_agency,
    AnswerWarning.LEVEL_EXPECTS_AGENCY_BUT_NONE: at_gr2_without_one,
    AnswerWarning.REPORT_OUT_OF_DATE: last_years_report,
    AnswerWarning.GROUP_MAP_ENDED: a_map_that_ended_yesterday,
    AnswerWarning.GROUP_MAP_PARTIAL: a_map_of_one_need_in_two,
    AnswerWarning.ADVICE_AGAINST_BEHAVIOUR_NEED: advice_against_what_the_adults_say,
    AnswerWarning.REPORT_OF_DISCHARGED_AGENCY: discharged_today,
    AnswerWarning.ADVICE_DISAGREES: two_who_advise_differently,
    AnswerWarning.REPORT_HOLDS_NEITHER: neither,
}


@pytest.mark.parametrize("warning", AnswerWarning, ids=lambda warning: warning.value)
def test_what_looks_wrong_in_the_records_is_warned_of(people: Cast, warning: AnswerWarning) -> None:
    RAISED_BY[warning](people)
    assert decide_requirement(child=people.seyi, by=STORY).warnings == [warning.value]


def test_targets_of_one_agency_decide_beside_the_strategies_of_another(people: Cast) -> None:
    calm(people)
    physio = Agency(
        setting=people.acorns, name="Harrowby Physiotherapy", kind=AgencyKind.PHYSIOTHERAPY
    ).record(by=STORY)
    send(people, physio, targets=True)
    send(people, people.speech)
    assert latest(people).outcome == "NOT_REQUIRED_TARGETS"


def test_an_agency_is_not_involved_on_the_day_it_discharges(people: Cast) -> None:
    evidence(people)
    days = {"first_seen_on": date(2026, 9, 15), "discharged_on": TODAY}
    add_involvement(child=people.seyi, values={"agency": people.speech, **days}, by=STORY)
    assert latest(people).outcome == "REQUIRED_EVIDENCE"


def test_a_child_without_a_recorded_need_is_covered_by_no_map(people: Cast) -> None:
    evidence(people)
    on_a_map(people, AreaOfNeed.COMMUNICATION)
    ChildNeed.objects.get(child=people.seyi).remove(by=STORY)
    decision = decide_requirement(child=people.seyi, by=STORY)
    assert (decision.outcome, decision.inputs["group_map_covers"]) == ("REQUIRED_EVIDENCE", False)
