"""Lines of a plan that take up what a report recommends (C1, C5.1, C6)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.rules.refusal import Refused
from agencies.models import Recommendation, Report
from plans import actions
from plans.models import Strategy, SupportPlan, Target
from plans.queries.desk import desk_of
from plans.queries.recommendations import remaining_for, used_recommendations, where_used
from tests.people import STORY, Cast
from tests.plans import stories

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)


def recommends(report: Report, kind: str = "strategy", words: str = "Wait") -> Recommendation:
    return Recommendation(report=report, kind=kind, words=words, page="3").record(by=STORY)


def both(people: Cast) -> tuple[Recommendation, Recommendation]:
    report = stories.report(people)
    return recommends(report), recommends(report, "target", "Signs “more” at snack")


def taken_up(plan: SupportPlan, row: Recommendation, people: Cast) -> Strategy | Target:
    add = actions.add_strategy if row.kind == "strategy" else actions.add_target
    return add(plan=plan, line_key=uuid4(), recommendation=row, by=people.kemi.as_actor())


def press(people: Cast, browse: Browse, plan: SupportPlan, row: Recommendation) -> Any:
    kind = "strategies" if row.kind == "strategy" else "targets"
    page = reverse("plans:line_add", args=[plan.pk, kind])
    return browse(people.kemi).post(page, {"from_recommendation": str(row.pk)})


def test_the_editor_offers_what_remains_and_a_press_takes_it_up(
    people: Cast, browse: Browse
) -> None:
    """C6"""
    strategy, target = both(people)
    plan = stories.draft(people)
    page = browse(people.kemi).get(reverse("plans:edit", args=[plan.pk])).content.decode()
    assert page.count("From a report: 1 not in a plan yet") == 2
    for row in (strategy, target):
        assert press(people, browse, plan, row).status_code == 302
    line, step = Strategy.objects.get(plan=plan), Target.objects.get(plan=plan)
    assert (line.what_adults_do, step.small_step) == ("Wait", "Signs “more” at snack")
    for made, row in ((line, strategy), (step, target)):
        assert made.source_kind == "report"
        assert (made.source_report, made.source_page) == (row.report, "3")
        assert made.source_recommendation == row
    assert remaining_for(people.seyi, TODAY) == []


def test_two_presses_take_a_recommendation_up_once(people: Cast, browse: Browse) -> None:
    for row in both(people):
        plan = SupportPlan.objects.first() or stories.draft(people)
        for _ in range(2):
            assert press(people, browse, plan, row).status_code == 302
    assert (Strategy.objects.count(), Target.objects.count()) == (1, 1)


def test_a_line_taken_off_leaves_its_recommendation_to_be_taken_up_again(
    people: Cast, browse: Browse
) -> None:
    """C6"""
    strategy, target = both(people)
    plan = stories.draft(people)
    for row in (strategy, target):
        press(people, browse, plan, row)
        line = (Strategy if row == strategy else Target).objects.get(plan=plan)
        actions.remove_line(line=line, by=STORY)
        assert remaining_for(people.seyi, TODAY, row.kind) == [row]
        press(people, browse, plan, row)
        line.refresh_from_db()
        assert line.removed_at is None
        assert remaining_for(people.seyi, TODAY, row.kind) == []


def test_what_an_earlier_plan_took_up_does_not_remain(people: Cast) -> None:
    """C6"""
    strategy, target = both(people)
    plan = stories.complete(people)
    line = Strategy.objects.get(plan=plan)
    source = {
        "source_kind": "report",
        "source_report": strategy.report,
        "source_page": "3",
        "source_recommendation": strategy,
    }
    actions.change_strategy(line=line, values=source, by=STORY)
    stories.agreed(people, plan)
    assert used_recommendations(people.seyi) == {strategy.pk}
    assert remaining_for(people.seyi, TODAY) == [target]
    assert where_used([strategy.pk, target.pk]) == {strategy.pk: ["plan 1, strategy 1"]}


def test_the_reports_page_says_where_each_line_is_used(people: Cast, browse: Browse) -> None:
    strategy, target = both(people)
    plan = stories.draft(people)
    stories.strategy(plan, people)
    taken_up(plan, strategy, people)
    taken_up(plan, target, people)
    page = reverse("agencies:recommendations", args=[people.seyi.pk, strategy.report.pk])
    text = browse(people.kemi).get(page).content.decode()
    assert "used in plan 1, strategy 2" in text
    assert "used in plan 1, target A" in text


def test_a_correction_that_cites_the_same_line_is_named_once(people: Cast) -> None:
    strategy, _ = both(people)
    plan = stories.complete(people)
    taken_up(plan, strategy, people)
    line = Strategy.objects.get(source_recommendation=strategy)
    actions.change_strategy(
        line=line, values={"when_and_where": "Everywhere", "who": "Anybody"}, by=STORY
    )
    plan = actions.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    actions.correct_plan(plan=plan, because="A word", by=people.sam.as_actor())
    assert where_used([strategy.pk]) == {strategy.pk: ["plan 1, strategy 2"]}


def saved(people: Cast, browse: Browse, line: Strategy | Target, **words: Any) -> Strategy | Target:
    """The line as the editor's form saves it."""
    page = reverse("plans:line", args=[line.kind, line.pk])
    line.refresh_from_db()
    typed = {"seen_version": line.row_version, **words}
    answer = browse(people.kemi).post(page, typed, headers={"X-Autosave": "yes"})
    assert answer.status_code == 200, answer.content
    line.refresh_from_db()
    return line


@pytest.mark.parametrize("kind", ["", "report"])
def test_a_line_that_names_a_recommendation_has_its_report_and_its_page(
    people: Cast, browse: Browse, kind: str
) -> None:
    """C5.1"""
    for row in both(people):
        plan = SupportPlan.objects.first() or stories.draft(people)
        line = (stories.strategy if row.kind == "strategy" else stories.target)(plan, people)
        for _ in range(2):  # the page still shows the fields as they were when it saves again
            saved(people, browse, line, source_kind=kind, source_recommendation=str(row.pk))
            assert (line.source_kind, line.source_page) == ("report", "3")
            assert (line.source_report, line.source_recommendation) == (row.report, row)


def test_a_line_that_came_from_somewhere_else_names_no_recommendation(
    people: Cast, browse: Browse
) -> None:
    strategy, _ = both(people)
    plan = stories.draft(people)
    line = taken_up(plan, strategy, people)
    saved(people, browse, line, source_kind="parent", source_recommendation=str(strategy.pk))
    assert line.source_recommendation is None
    assert remaining_for(people.seyi, TODAY, "strategy") == [strategy]


def test_another_childs_recommendation_is_neither_offered_nor_taken(
    people: Cast, browse: Browse
) -> None:
    theirs = recommends(stories.report(people, people.zofia))
    plan = stories.draft(people)
    assert desk_of(plan).offered.recommendations == ()
    assert press(people, browse, plan, theirs).status_code == 404
    with pytest.raises(Refused):
        taken_up(plan, theirs, people)
    assert not Strategy.objects.exists()


def test_a_strategy_takes_up_no_target(people: Cast, browse: Browse) -> None:
    _, target = both(people)
    plan = stories.draft(people)
    page = reverse("plans:line_add", args=[plan.pk, "strategies"])
    answer = browse(people.kemi).post(page, {"from_recommendation": str(target.pk)})
    assert answer.status_code == 404


def test_a_recommendation_comes_from_the_report_that_is_named(people: Cast) -> None:
    strategy, _ = both(people)
    other = stories.report(people)
    line = stories.strategy(stories.draft(people), people)
    values = {"source_report": other, "source_recommendation": strategy}
    with pytest.raises(Refused) as refused:
        actions.change_strategy(line=line, values=values, by=STORY)
    assert refused.value.field == "source_recommendation"


def test_the_desk_asks_the_same_number_of_queries_for_two_and_for_twelve_recommendations(
    people: Cast, django_assert_num_queries: Any
) -> None:
    report = stories.report(people)
    plan = stories.draft(people)
    for number in range(2):
        recommends(report, words=f"Wait {number}")
    with django_assert_num_queries(8):
        desk_of(plan)
    for number in range(10):
        recommends(report, words=f"Show {number}")
    with django_assert_num_queries(8):
        desk_of(plan)
