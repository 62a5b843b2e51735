"""How answers are kept: with their inputs, only when they change, until somebody has seen them."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.rules.refusal import Refused
from agencies.actions import (
    add_involvement,
    change_involvement,
    change_report,
    confirm_advice,
    record_advice,
    withdraw_advice,
    withdraw_report,
)
from agencies.models import AdviceUse, AdvisedBy, Report
from children.actions import archive_child, change_child
from children.models import Child, Question, SupportNeed
from plans.actions.decision import acknowledge_decision, decide_requirement, decide_requirements
from plans.models import RequirementDecision
from plans.queries.facts import requirement_facts_of
from tests.people import STORY, Cast, child
from tests.plans.test_decision_rows import (
    advise,
    behaviour,
    calm,
    evidence,
    latest,
    nothing_to_evidence,
    report,
    say,
    strategies_only,
)


def test_an_answer_is_kept_with_its_inputs_its_basis_and_the_rules(people: Cast) -> None:
    strategies_only(people)
    decision = latest(people)
    assert decision.inputs == {
        "behaviour": False,
        "advice": "none",
        "preschool_or_below": True,
        "agency_involved": True,
        "received": "strategies",
        "must_evidence": None,
        "group_map_covers": False,
    }
    assert {
        "title": "Received",
        "words": "strategies only",
        "source": "Harrowby Speech and Language, report of",
        "on": "2026-09-20",
    } in decision.rests_on
    assert (decision.ruleset_code, decision.ruleset_version) == ("default", "2026-09")
    assert decision.rules_version == "2026-09"
    assert decision.history.get().actor_label == STORY.label


def test_an_unchanged_answer_is_kept_once(people: Cast) -> None:
    evidence(people)
    first = decide_requirement(child=people.seyi, by=STORY)
    assert decide_requirement(child=people.seyi, by=STORY) == first
    assert RequirementDecision.objects.filter(child=people.seyi).count() == 1


def test_the_first_answer_waits_for_nobody(people: Cast) -> None:
    decide_requirement(child=people.seyi, by=STORY)
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    assert not RequirementDecision.objects.unacknowledged_changes().exists()


def test_a_changed_answer_waits_until_somebody_has_seen_it(people: Cast) -> None:
    nothing_to_evidence(people)
    before = decide_requirement(child=people.seyi, by=STORY)
    report(people, strategies=True, targets=False)
    changed = RequirementDecision.objects.unacknowledged_changes().get()
    assert (changed.outcome, changed.replaces) == ("REQUIRED_STRATEGIES", before)
    acknowledge_decision(decision=changed, by=people.sam.as_actor())
    assert not RequirementDecision.objects.unacknowledged_changes().exists()
    assert changed.acknowledged_by == "Sam Whitlock"


def test_a_change_that_nobody_has_seen_still_waits_when_only_its_inputs_change(
    people: Cast,
) -> None:
    nothing_to_evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    report(people, strategies=True, targets=False)
    say(people, Question.EVIDENCE, True)
    decide_requirement(child=people.seyi, by=STORY)
    assert RequirementDecision.objects.unacknowledged_changes().get() == latest(people)


def test_an_answer_is_acknowledged_once_and_only_when_it_waits(people: Cast) -> None:
    evidence(people)
    first = decide_requirement(child=people.seyi, by=STORY)
    with pytest.raises(Refused, match="replaced no other"):
        acknowledge_decision(decision=first, by=STORY)
    report(people, strategies=True, targets=True)
    changed = latest(people)
    acknowledge_decision(decision=changed, by=STORY)
    with pytest.raises(Refused, match="acknowledged this already"):
        acknowledge_decision(decision=changed, by=STORY)


def test_advice_against_a_behaviour_need_is_required_with_the_conflict_shown(people: Cast) -> None:
    behaviour(people)
    advise(people, AdviceUse.DO_NOT_USE)
    assert latest(people).outcome == "REQUIRED_BEHAVIOUR"
    assert latest(people).warnings == ["advice_against_behaviour_need"]


def test_a_professionals_advice_counts_without_an_agency_once_confirmed(people: Cast) -> None:
    calm(people)
    advice = record_advice(
        child=people.seyi,
        values={
            "use": AdviceUse.USE,
            "advised_by": AdvisedBy.PROFESSIONAL,
            "person_name": "Farah Malik",
            "person_role": "Physiotherapist",
            "given_on": date(2026, 11, 2),
        },
        by=STORY,
    )
    assert latest(people).outcome == ""
    confirm_advice(advice=advice, by=STORY)
    assert latest(people).outcome == "REQUIRED_ADVISED"
    withdraw_advice(advice=advice, because="Changed her mind", by=STORY)
    assert latest(people).outcome == ""


def test_every_change_to_a_report_works_the_answer_out_afresh(people: Cast) -> None:
    strategies_only(people)
    row = Report.objects.get()
    change_report(
        report=row,
        values={"agency": people.speech, "holds_targets": True},
        seen_version=1,
        by=STORY,
    )
    assert latest(people).outcome == "NOT_REQUIRED_TARGETS"
    withdraw_report(report=row, because="About his sister", by=STORY)
    assert latest(people).outcome == ""


def test_every_change_to_an_involvement_works_the_answer_out_afresh(people: Cast) -> None:
    calm(people)
    values = {"agency": people.speech, "first_seen_on": date(2026, 9, 15)}
    row = add_involvement(child=people.seyi, values=values, by=STORY)
    assert latest(people).outcome == "AWAITING_REPORT"
    change_involvement(
        involvement=row, values={"discharged_on": date(2026, 11, 20)}, seen_version=1, by=STORY
    )
    assert latest(people).outcome == ""


def test_a_corrected_birthday_works_the_answer_out_afresh(people: Cast) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    values = {"date_of_birth": date(2021, 11, 3)}
    change_child(child=people.seyi, values=values, seen_version=1, by=STORY)
    assert latest(people).outcome == "NOT_REQUIRED_AGE"


def test_the_school_year_turns_in_the_night_and_only_changed_answers_are_written(
    people: Cast,
) -> None:
    evidence(people)
    assert decide_requirements(by=STORY).changed == 3
    assert decide_requirements(by=STORY).changed == 0
    swept = decide_requirements(on=date(2027, 9, 1), by=STORY)
    assert (swept.checked, latest(people).outcome) == (3, "NOT_REQUIRED_AGE")


def test_a_day_before_a_birth_decides_for_the_others(people: Cast) -> None:
    child(people.meadow, "Nia Hopkins", "Nia", date(2026, 11, 16), people.dele)
    assert decide_requirements(on=date(2026, 11, 9), by=STORY).checked == 3
    assert decide_requirements(by=STORY).checked == 4


def test_an_archived_childs_answer_rests_until_the_record_is_back(people: Cast) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    archive_child(child=people.seyi, left_on=date(2026, 11, 20), because="Moved", by=STORY)
    assert decide_requirements(on=date(2027, 9, 1), by=STORY).checked == 2
    assert latest(people).outcome == "REQUIRED_EVIDENCE"


def test_the_basis_names_an_adult_who_still_says_so(people: Cast) -> None:
    behaviour(people)
    for on, is_yes in ((date(2026, 11, 18), True), (date(2026, 11, 20), False)):
        SupportNeed(
            child=people.seyi,
            question=Question.BEHAVIOUR,
            is_yes=is_yes,
            said_by_contact=people.priya,
            said_on=on,
        ).record(by=STORY)
    basis = decide_requirement(child=people.seyi, by=STORY).rests_on
    said = next(row for row in basis if row["title"] == "Behaviour strategies")
    assert (said["words"], said["source"], said["on"]) == ("needed", "Kemi Adebayo,", "2026-10-05")


def test_the_nightly_command_says_what_it_did(
    people: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("decide_requirements")
    assert "3 children checked, 3 answers changed." in capsys.readouterr().out


def test_twelve_children_cost_as_many_queries_as_two(people: Cast) -> None:
    def queries() -> int:
        children = list(Child.objects.all())
        with CaptureQueriesContext(connection) as seen:
            requirement_facts_of(children, date(2026, 11, 23))
        return len(seen)

    evidence(people)
    few = queries()
    for number in range(10):
        child(people.meadow, f"Child Number{number}", "", date(2023, 3, 1), people.dele)
    assert queries() == few
