"""What changed since your copy: against the last copy that this parent was given, of any plan."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from isp_portal.documents import actions, facts, queries
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.paper import draw_plan, plan_html, plan_print_view
from plans import actions as plans
from plans.models import Strategy, SupportPlan
from reviews.models import Review
from reviews.rules.verdicts import NextStepSource, StrategyVerdict
from tests.documents.plans import father
from tests.documents.reading import pages_of, squeezed, text_of
from tests.documents.review_samples import CHANGED_PLAN
from tests.documents.samples import PLAN
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews import whole
from tests.reviews.reviews_given import planned

TODAY = date(2026, 11, 23)
PHOTOGRAPHS: dict[str, Any] = {
    "verdict": StrategyVerdict.CHANGE,
    "why": "He points at photographs",
    "next_words": "Say his name and show a photograph",
    "next_step_source": NextStepSource.PARENT,
    "next_detail": "Priya, 23 Nov",
}


def give(people: Cast, document: IssuedDocument) -> None:
    actions.record_copy_given(
        document=document,
        channel="handed_over",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=people.kemi.as_actor(),
    )


def issue(people: Cast, plan: SupportPlan, to: object) -> IssuedDocument:
    return actions.issue_plan(plan=plan, recipient=to, by=people.sam.as_actor())  # type: ignore[arg-type]


def next_plan(people: Cast, review: Review, **how: Any) -> SupportPlan:
    """Plan 2, as the review of plan 1 left it."""
    return whole.next_plan(whole.finalised(people, review=review, **how))


def changed(people: Cast, plan: SupportPlan) -> facts.ChangedSince:
    found = queries.plan_facts(plan, people.priya, TODAY).changed
    assert found is not None
    return found


@pytest.fixture
def review(people: Cast) -> Review:
    return planned(people)


@pytest.fixture
def hers(people: Cast, review: Review) -> IssuedDocument:
    """Priya was given plan 1."""
    document = issue(people, SupportPlan.objects.get(cycle=review.cycle), people.priya)
    give(people, document)
    return document


@pytest.mark.django_db
def test_a_copy_of_the_next_plan_compares_with_the_plan_that_the_parent_holds(
    people: Cast, review: Review, hers: IssuedDocument
) -> None:
    new = next_plan(people, review, strategy=PHOTOGRAPHS, target=whole.SMALLER)
    found = changed(people, new)
    strategy, target = (row for row in found.rows if row.about != "First part")
    assert (strategy.about, strategy.tag) == ("Strategy 1", "Changed")
    assert strategy.now.startswith("Say his name and show a photograph")
    assert strategy.before.startswith("Say his name, wait five seconds")
    assert strategy.why == "He points at photographs"
    assert strategy.source == facts.Source(kind="parent", words="Priya, 23 Nov")
    assert (target.about, target.tag) == ("Target A", "Smaller step")
    assert (target.now, target.before) == ("Copies the sign for help", "Asks for help with a sign")
    assert target.why == "He signs only when Kemi signs first"
    assert (found.held, found.same, found.sign_again) == ("plan 1, version 1", (), True)


@pytest.mark.django_db
def test_an_achieved_target_leads_to_the_next_step_and_a_kept_strategy_is_the_same(
    people: Cast, review: Review, hers: IssuedDocument
) -> None:
    found = changed(people, next_plan(people, review))
    (target,) = (row for row in found.rows if row.about != "First part")
    assert (target.tag, target.words) == ("Next step", "Target A: the next step.")
    assert found.same == ("Strategy 1",)


@pytest.mark.django_db
def test_what_was_taken_out_and_what_is_new_are_named(
    people: Cast, review: Review, hers: IssuedDocument
) -> None:
    plan = next_plan(people, review)
    (line,) = Strategy.objects.filter(plan=plan)
    plans.remove_line(line=line, by=STORY)
    stories.strategy(plan, people, what_adults_do="Copy his play")
    rows = {row.tag: row for row in changed(people, plan).rows}
    assert rows["New"].now == "Copy his play"
    assert rows["Removed"].before.startswith("Say his name, wait five seconds")
    assert rows["Removed"].why == "It works in every room"


@pytest.mark.django_db
def test_a_copy_that_was_issued_and_never_given_is_no_copy_of_hers(
    people: Cast, review: Review
) -> None:
    old = SupportPlan.objects.get(cycle=review.cycle)
    issue(people, old, people.priya)
    issue(people, old, None)
    new = next_plan(people, review)
    assert queries.plan_facts(new, people.priya, TODAY).changed is None
    in_the_file = queries.plan_facts(new, None, TODAY).changed
    assert in_the_file
    assert in_the_file.held == "plan 1, version 1"


@pytest.mark.django_db
def test_another_parent_who_holds_nothing_reads_no_box(
    people: Cast, review: Review, hers: IssuedDocument
) -> None:
    tunde = father(people)
    new = next_plan(people, review)
    assert queries.plan_facts(new, tunde, TODAY).changed is None


@pytest.mark.django_db
def test_the_minutes_she_was_given_are_not_a_copy_of_the_plan(people: Cast, review: Review) -> None:
    new = next_plan(people, review)
    minutes = actions.issue_minutes(
        review=Review.objects.get(pk=review.pk), recipient=people.priya, by=STORY
    )
    give(people, minutes)
    assert queries.plan_facts(new, people.priya, TODAY).changed is None


def test_the_box_says_now_before_why_and_where_from() -> None:
    words = text_of(draw_plan(CHANGED_PLAN).pdf)
    for said in (
        "What changed since your copy",
        "Yours, Grażyna Wójcik, is plan 3, version 2, a copy of Mon 16 Nov 2026.",
        "This is plan 4, version 1 of Mon 16 Nov 2026.",
        "Smaller step",
        "Now: With the strip and one reminder, at 4 of 6 changes.",
        "Before: Moves to lunch when the strip is shown. Why: Full help on 4 November. Setting",
        "Signature",
        "We ask you to sign the new plan.",
        "Your answer to plan 3, version 2 stays on file.",
        "The same: strategies 1 and 3.",
    ):
        assert squeezed(said) in words, said


def test_a_box_that_would_take_a_further_page_is_one_row_in_short() -> None:
    drawn = draw_plan(replace(CHANGED_PLAN, strategies=PLAN.strategies))
    front = squeezed(pages_of(drawn.pdf)[0])
    said = "Target A: a smaller step. Why: Full help on 4 November."
    assert {
        "pages": drawn.pages,
        "box": squeezed("What changed since your copy") in front,
        "row": squeezed("Changed since your copy of plan 3, 16 Nov") in front,
        "said": squeezed(said) in front,
    } == {"pages": 2, "box": False, "row": True, "said": True}


def test_the_print_view_always_has_the_box() -> None:
    assert "What changed since your copy" in plan_print_view(CHANGED_PLAN)
    assert "What changed since your copy" not in plan_html(PLAN)
