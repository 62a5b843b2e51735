"""What a plan rests on: the ground that asks for evidence, earlier targets, the family's words."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.models import Closure
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from plans import actions
from plans.models import RequirementDecision, Strategy, SupportPlan, Target
from plans.queries.content import plan_gaps
from tests.people import STORY, Cast
from tests.plans.addresses import by_script, line_path, path
from tests.plans.stories import A_STRATEGY, A_TARGET, draft, finalised, strategy, target

Browse = Callable[..., Client]


@pytest.fixture
def evidence_wanted(people: Cast) -> None:
    RequirementDecision(
        child=people.seyi,
        decided_on=date(2026, 11, 23),
        outcome="REQUIRED_EVIDENCE",
        is_required=True,
        clauses=["C2"],
        ruleset_code="default",
        ruleset_version="2026-09",
        rules_version="1",
    ).record(by=STORY)


def test_on_a_c2_ground_the_form_asks_for_the_evidence(
    people: Cast, browse: Browse, evidence_wanted: None
) -> None:
    plan = draft(people)
    line = strategy(plan, people)
    page = browse(people.kemi).get(path("edit", plan)).content.decode()
    assert "does not say whether it is ordinary, additional or different" in page
    words = {**A_STRATEGY, "provision": "different", "seen_version": line.row_version}
    words["different_from_what"] = "Tidy-up time for all"
    assert by_script(browse(people.kemi), line_path(line), words)[0] == 200
    assert [gap for gap in plan_gaps(plan) if gap.line_key] == []


def test_on_another_ground_nobody_is_asked_for_it(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    line = strategy(plan, people, who="")
    assert 'name="provision"' not in browse(people.kemi).get(path("edit", plan)).content.decode()
    words = {**A_STRATEGY, "provision": "different", "seen_version": line.row_version}
    by_script(browse(people.kemi), line_path(line), words)
    assert Strategy.objects.get().provision == ""


def test_a_target_adapts_one_of_an_earlier_plan(people: Cast, browse: Browse) -> None:
    earlier = Target.objects.get(plan=finalised(people, date(2026, 9, 7)))
    plan = draft(people)
    line = target(plan, people, strategy(plan, people), know_when="")
    assert (
        "Adapts an earlier target" in browse(people.kemi).get(path("edit", plan)).content.decode()
    )
    words = {**A_TARGET, "adapts": str(earlier.pk), "seen_version": line.row_version}
    assert by_script(browse(people.kemi), line_path(line), words)[0] == 200
    line.refresh_from_db()
    assert (line.adapts, line.is_adapted) == (earlier, True)


def test_a_target_does_not_adapt_another_childs_nor_its_own_plans(people: Cast) -> None:
    plan = draft(people)
    line, beside = target(plan, people), target(plan, people)
    foreign = target(actions.start_plan(child=people.zofia, by=STORY), people)
    for wrong in (foreign, beside):
        with pytest.raises(Refused, match="Choose a target of this child's earlier plans"):
            actions.change_target(line=line, values={"adapts": wrong}, served_by=[], by=STORY)


def test_a_target_is_not_served_by_another_plans_strategy(people: Cast) -> None:
    line = target(draft(people), people)
    foreign = strategy(actions.start_plan(child=people.zofia, by=STORY), people)
    with pytest.raises(Refused, match="Choose strategies of this plan"):
        actions.change_target(line=line, values={}, served_by=[foreign], by=STORY)


def test_a_strategy_taken_off_serves_no_target_until_it_is_back(people: Cast) -> None:
    plan = draft(people)
    serves = strategy(plan, people)
    target(plan, people, serves)
    actions.remove_line(line=serves, by=STORY)
    assert "served_by" in {gap.field for gap in plan_gaps(plan)}
    actions.put_back_line(line=serves, by=STORY)
    assert "served_by" not in {gap.field for gap in plan_gaps(plan)}


def test_the_parents_words_are_kept_with_who_when_and_how(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    words = {"parents_view": "He is\r\nhappy.", "parents_view_by": people.priya.pk}
    words |= {"parents_view_on": "19 Nov", "parents_view_how": "phone"}
    words["seen_version"] = plan.row_version
    assert by_script(browse(people.kemi), path("section", plan, "parents-view"), words)[0] == 200
    plan = SupportPlan.objects.get()
    assert (plan.parents_view, plan.parents_view_by) == ("He is\nhappy.", people.priya)
    assert (plan.parents_view_on, plan.parents_view_how) == (date(2026, 11, 19), "phone")


def test_a_starting_point_is_read_whatever_part_of_it_is_known(
    people: Cast, browse: Browse
) -> None:
    plan = draft(people)
    values = {"starting_point_tracker": "Early Support"}
    actions.change_section(plan=plan, values=values, by=people.kemi.as_actor())
    assert (
        "Starting point: Early Support"
        in browse(people.kemi).get(path("plan", plan)).content.decode()
    )


@pytest.mark.parametrize("field", ["parents_view_by", "parents_view_on"])
def test_words_of_somebody_elses_parent_or_of_tomorrow_are_refused(
    people: Cast, browse: Browse, field: str
) -> None:
    other = ParentCarer(child=people.zofia, name="Marek", relationship="father").record(by=STORY)
    plan = draft(people)
    wrong = {"parents_view_by": str(other.pk), "parents_view_on": "tomorrow"}[field]
    words = {"parents_view": "He is happy", field: wrong, "seen_version": plan.row_version}
    url = path("section", plan, "parents-view")
    status, told = by_script(browse(people.kemi), url, words)
    assert (status, list(told["errors"])) == (422, [field])
    assert SupportPlan.objects.get().parents_view == ""
    with pytest.raises(Refused, match="Choose one of this child's contacts"):
        actions.change_section(plan=plan, values={"parents_view_by": other}, by=STORY)


def test_a_window_outside_six_to_eight_weeks_asks_the_senco(people: Cast, browse: Browse) -> None:
    Closure(
        setting=people.acorns, first_on=date(2026, 12, 7), last_on=date(2027, 1, 8), name="Works"
    ).record(by=STORY)
    plan = draft(people, date(2026, 11, 2))
    page = browse(people.sam).get(path("plan", plan)).content.decode()
    assert "Six to eight weeks do not fit here." in page
    actions.agree_due_date(
        cycle=plan.cycle, due_on=date(2027, 1, 11), because="First day back", by=STORY
    )
    page = browse(people.sam).get(path("plan", plan)).content.decode()
    assert "Six to eight weeks do not fit here." not in page
