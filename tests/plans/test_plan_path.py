"""The path of a plan: draft, ready, finalised, superseded or closed."""

from datetime import date

import pytest

from accounts.rules.refusal import Refused
from children.actions import archive_child
from children.models import AreaOfNeed
from plans import actions
from plans.models import (
    Capacity,
    Cycle,
    PlanSignOff,
    RequirementDecision,
    Strategy,
    SupportPlan,
    TargetStrategy,
)
from plans.policies import check_cycle_can_follow
from plans.queries.content import plan_content, plan_gaps
from tests.people import STORY, Cast
from tests.plans.stories import agreed, complete, draft, finalised, strategy, target


def decided(people: Cast, outcome: str, required: bool | None) -> RequirementDecision:
    return RequirementDecision(
        child=people.seyi,
        decided_on=date(2026, 11, 23),
        outcome=outcome,
        is_required=required,
        ruleset_code="default",
        ruleset_version="2026-09",
        rules_version="1",
    ).record(by=STORY)


def test_a_plan_begins_as_a_draft_of_cycle_one_with_the_primary_area(people: Cast) -> None:
    plan = draft(people)
    assert (plan.cycle.number, plan.version, plan.status) == (1, 1, "draft")
    assert plan.primary_area == AreaOfNeed.COMMUNICATION
    assert plan.strengths == ""
    assert plan.history.get().actor_label == "Kemi Adebayo"


def test_a_plan_rests_on_the_latest_answer(people: Cast) -> None:
    answer = decided(people, "REQUIRED_STRATEGIES", True)
    assert draft(people).ground == answer


def test_not_required_never_bars_a_plan_but_asks_why(people: Cast) -> None:
    decided(people, "NOT_REQUIRED_AGE", False)
    with pytest.raises(Refused) as refused:
        draft(people)
    assert refused.value.field == "made_anyway_because"
    assert not Cycle.objects.exists()
    plan = actions.start_plan(
        child=people.seyi, made_anyway_because="His parents ask for one", by=STORY
    )
    assert plan.made_anyway_because == "His parents ask for one"


def test_while_nobody_has_been_asked_a_plan_is_started_only_with_a_reason(people: Cast) -> None:
    decided(people, "", None)
    with pytest.raises(Refused, match="Nobody has been asked yet"):
        draft(people)
    plan = actions.start_plan(child=people.seyi, made_anyway_because="He moves up", by=STORY)
    assert plan.made_anyway_because == "He moves up"


def test_one_plan_of_a_child_is_written_at_a_time(people: Cast) -> None:
    draft(people)
    with pytest.raises(Refused, match="Plan 1 of this child is being written already"):
        draft(people)
    assert Cycle.objects.count() == 1


def test_a_plan_with_gaps_is_not_ready_and_says_the_first(people: Cast) -> None:
    plan = draft(people, starts_on=None)
    with pytest.raises(Refused, match="does not say when it starts"):
        actions.mark_ready(plan=plan, by=STORY)


def test_a_plan_without_a_strategy_is_not_ready(people: Cast) -> None:
    plan = complete(people)
    actions.remove_line(line=Strategy.objects.get(plan=plan), by=STORY)
    with pytest.raises(Refused, match="The plan has no strategy yet"):
        actions.mark_ready(plan=plan, by=STORY)


def test_a_c2_ground_asks_what_is_additional_or_different(people: Cast) -> None:
    decided(people, "REQUIRED_EVIDENCE", True)
    plan = complete(people)
    assert [gap.field for gap in plan_gaps(plan)] == ["provision"]
    line = Strategy.objects.get(plan=plan)
    values = {"provision": "additional", "different_from_what": "the rest of the room"}
    actions.change_strategy(line=line, values=values, by=STORY)
    assert plan_gaps(plan) == ()


def test_a_plan_is_finalised_by_agreement_of_key_person_and_senco(people: Cast) -> None:
    plan = finalised(people)
    assert (plan.status, plan.finalised_by) == ("finalised", "Sam Whitlock")
    assert Strategy.objects.get(plan=plan).since_on == date(2026, 11, 23)


def test_a_draft_is_not_finalised(people: Cast) -> None:
    with pytest.raises(Refused, match="This plan is a draft"):
        actions.finalise_plan(plan=complete(people), by=STORY)


def test_a_plan_waits_for_whoever_has_not_agreed(people: Cast) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    with pytest.raises(Refused, match="The key person and the SENCO have not agreed"):
        actions.finalise_plan(plan=plan, by=STORY)
    sign = {"plan": plan, "capacity": Capacity.SENCO, "membership": people.sam, "by": STORY}
    actions.sign_plan(**sign, answer="not_agreed", comments="The start is wrong")
    with pytest.raises(Refused, match="have not agreed"):
        actions.finalise_plan(plan=plan, by=STORY)


def test_back_to_draft_takes_the_agreements_away_and_history_keeps_them(people: Cast) -> None:
    plan = agreed(people, complete(people))
    plan = actions.back_to_draft(plan=plan, by=people.kemi.as_actor())
    assert (plan.status, plan.ready_by) == ("draft", "")
    assert not PlanSignOff.objects.exists()
    kept = PlanSignOff.history.filter(history_type="-")
    assert {row.history_change_reason for row in kept} == {"The plan went back to draft"}


def test_a_ready_plan_does_not_change_until_it_is_a_draft_again(people: Cast) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    with pytest.raises(Refused, match="Put it back to draft"):
        actions.change_section(plan=plan, values={"strengths": "More"}, by=STORY)


def test_plan_two_waits_for_the_review_of_plan_one(people: Cast) -> None:
    first = finalised(people, date(2026, 9, 7))
    second = agreed(people, complete(people))
    with pytest.raises(Refused, match=r"Plan 1's review comes first \(C4\)"):
        actions.finalise_plan(plan=second, by=STORY)
    cycle = first.cycle
    cycle.closed_on = date(2026, 11, 20)
    cycle.record(by=STORY)
    check_cycle_can_follow(second)
    second = actions.finalise_plan(plan=second, by=STORY)
    first.refresh_from_db()
    assert (second.cycle.number, first.status) == (2, "superseded")


def test_a_correction_copies_words_lines_and_what_serves_what(people: Cast) -> None:
    plan = finalised(people)
    correction = actions.correct_plan(plan=plan, because="A wrong name", by=people.sam.as_actor())
    assert (correction.version, correction.status, correction.cycle) == (2, "draft", plan.cycle)
    assert plan_content(correction) == plan_content(plan)
    assert correction.corrects == plan
    assert TargetStrategy.objects.count() == 2
    plan.refresh_from_db()
    assert plan.status == "finalised"


def test_a_chain_of_corrections_keeps_each_version_and_one_in_force(people: Cast) -> None:
    plan = finalised(people)
    for words in ("Towers", "Towers and trains"):
        correction = actions.correct_plan(plan=plan, because="A word", by=STORY)
        actions.change_section(plan=correction, values={"strengths": words}, by=STORY)
        agreed(people, correction)
        plan = actions.finalise_plan(plan=correction, by=STORY)
    versions = SupportPlan.objects.order_by("version").values_list("version", "status")
    assert list(versions) == [(1, "superseded"), (2, "superseded"), (3, "finalised")]
    assert set(Cycle.objects.values_list("starts_on", "due_on")) == {
        (date(2026, 11, 23), plan.cycle.due_on)
    }


def test_a_correction_says_what_it_corrects_and_is_one_at_a_time(people: Cast) -> None:
    plan = finalised(people)
    with pytest.raises(Refused) as refused:
        actions.correct_plan(plan=plan, because=" ", by=STORY)
    assert refused.value.field == "because"
    actions.correct_plan(plan=plan, because="A wrong name", by=STORY)
    with pytest.raises(Refused, match="is being written already"):
        actions.correct_plan(plan=plan, because="Again", by=STORY)


def test_a_line_that_a_correction_adds_stands_since_that_day(people: Cast) -> None:
    plan = finalised(people, date(2026, 11, 2))
    correction = actions.correct_plan(plan=plan, because="One more", by=STORY)
    strategy(correction, people, what_adults_do="Sing the tidy-up song")
    actions.finalise_plan(plan=agreed(people, correction), by=STORY)
    since = Strategy.objects.filter(plan=correction).values_list("since_on", flat=True)
    assert list(since) == [date(2026, 11, 2), date(2026, 11, 23)]


def test_closing_the_plan_in_force_closes_its_cycle_and_a_draft_correction(people: Cast) -> None:
    plan = finalised(people)
    actions.correct_plan(plan=plan, because="A wrong name", by=STORY)
    closed = actions.close_plan(plan=plan, because="He moves away", by=people.sam.as_actor())
    assert (closed.status, closed.closed_by) == ("closed", "Sam Whitlock")
    assert Cycle.objects.get().closed_on == date(2026, 11, 23)
    assert set(SupportPlan.objects.values_list("status", flat=True)) == {"closed"}


def test_closing_a_correction_leaves_the_version_in_force(people: Cast) -> None:
    plan = finalised(people)
    correction = actions.correct_plan(plan=plan, because="A wrong name", by=STORY)
    actions.close_plan(plan=correction, because="The name was right", by=STORY)
    plan.refresh_from_db()
    assert plan.status == "finalised"
    assert Cycle.objects.get().closed_on is None


def test_a_plan_is_not_closed_without_a_reason(people: Cast) -> None:
    with pytest.raises(Refused) as refused:
        actions.close_plan(plan=draft(people), because="", by=STORY)
    assert refused.value.field == "because"


def test_after_a_closed_plan_the_next_has_the_next_number(people: Cast) -> None:
    actions.close_plan(plan=draft(people), because="Begun by mistake", by=STORY)
    plan = draft(people)
    assert plan.cycle.number == 2
    target(plan, people, strategy(plan, people))


def test_the_plan_of_an_archived_child_is_not_signed_or_moved(people: Cast) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    archive_child(child=people.seyi, left_on=date(2026, 11, 20), because="Moved", by=STORY)
    plan = SupportPlan.objects.get(pk=plan.pk)
    with pytest.raises(Refused, match="archived"):
        actions.sign_plan(
            plan=plan, capacity="senco", answer="agreed", membership=people.sam, by=STORY
        )
    with pytest.raises(Refused, match="archived"):
        actions.back_to_draft(plan=plan, by=STORY)
    with pytest.raises(Refused, match="archived"):
        actions.agree_due_date(
            cycle=plan.cycle, due_on=date(2027, 1, 12), because="INSET", by=STORY
        )
