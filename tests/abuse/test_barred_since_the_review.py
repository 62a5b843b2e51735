"""A parent who is barred after a review is neither quoted nor named on the other parent's copies."""

import json
from datetime import date
from typing import Any

import pytest

from children.models import ParentCarer, RestrictionKind
from isp_portal.documents import facts, queries
from isp_portal.documents.actions import issue_minutes, issue_plan
from plans.models import SupportPlan
from plans.queries.content import lines_of
from reviews.actions.agreed import agree_action
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.models import Review
from reviews.queries.carried import view_carried
from reviews.rules.verdicts import NextStepSource, StrategyVerdict
from tests.documents.plans import father, finalised_plan, restrict
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.review_pages import being_held

TODAY = date(2026, 11, 23)
HIS_WORDS = "He counts the buses with me."
AS_HE_SAID: dict[str, Any] = {
    "verdict": StrategyVerdict.CHANGE,
    "why": "He looks up when it is sung",
    "next_words": "Sing his name and wait",
    "next_step_source": NextStepSource.PARENT,
    "next_detail": "Tunde Adeyemi, 20 Nov",
}
BARS = [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION]


def reviewed(people: Cast, kind: str | None) -> Review:
    """Tunde speaks last at the review, and a strategy changes as he said. Then `kind` bars him."""
    tunde = father(people, parental_responsibility="yes")
    review = whole.whole(people, strategy=AS_HE_SAID)
    add_family_view(
        review=review, contact=tunde, answer="given", words=HIS_WORDS, said_on=TODAY, by=STORY
    )
    if kind:
        restrict(tunde, kind)
    return finalise_review(review=review, by=people.sam.as_actor())


def says(paper: Any) -> str:
    return json.dumps(facts.to_json(paper), ensure_ascii=False)


@pytest.mark.parametrize("kind", BARS)
def test_the_next_plan_starts_from_the_words_of_a_parent_who_may_take_part(
    people: Cast, kind: str
) -> None:
    plan = whole.next_plan(reviewed(people, kind))
    assert plan.parents_view_by == people.priya
    assert HIS_WORDS not in plan.parents_view


def test_while_nothing_bars_him_the_next_plan_starts_from_his_words(people: Cast) -> None:
    """The control."""
    plan = whole.next_plan(reviewed(people, None))
    assert plan.parents_view_by == ParentCarer.objects.get(name="Tunde Adeyemi")
    assert HIS_WORDS in plan.parents_view


@pytest.mark.parametrize("kind", BARS)
def test_who_could_not_be_reached_is_not_named_in_the_next_plan(people: Cast, kind: str) -> None:
    tunde = father(people, parental_responsibility="yes")
    review = being_held(people)
    for contact, answer in ((tunde, "not_reached"), (people.priya, "declined")):
        add_family_view(
            review=review,
            contact=contact,
            answer=answer,
            words="",
            attempts="Rang twice",
            said_on=TODAY,
            by=STORY,
        )
    restrict(tunde, kind)
    said = "Priya Blackwood: did not wish to give one"
    assert view_carried(review) == {"why_no_parents_view": said}


def his_plan(people: Cast, **words: Any) -> SupportPlan:
    plan = finalised_plan(people).plan
    stored: Any = SupportPlan.objects.filter(pk=plan.pk)
    stored.update(**{"parents_view": HIS_WORDS, "parents_view_by": father(people), **words})
    return SupportPlan.objects.get(pk=plan.pk)


@pytest.mark.parametrize("kind", BARS)
def test_a_plan_that_quotes_him_quotes_him_on_the_childs_file_alone(
    people: Cast, kind: str
) -> None:
    plan = his_plan(people)
    line = lines_of(plan).targets[0]
    type(line)._base_manager.filter(pk=line.pk).update(source_detail="Tunde told us")
    assert HIS_WORDS in says(queries.plan_facts(plan, people.priya, TODAY))
    assert "Tunde told us" in says(queries.plan_facts(plan, people.priya, TODAY))
    restrict(ParentCarer.objects.get(name="Tunde Adeyemi"), kind)
    copy = says(queries.plan_facts(plan, people.priya, TODAY))
    assert HIS_WORDS not in copy
    assert "Tunde" not in copy
    assert HIS_WORDS in says(queries.plan_facts(plan, None, TODAY))
    assert issue_plan(plan=plan, recipient=people.priya, by=STORY)


def test_why_there_is_no_view_is_left_to_the_file_while_somebody_is_barred(people: Cast) -> None:
    why = "Tunde may not be asked: the court order"
    plan = his_plan(people, parents_view="", parents_view_by=None, why_no_parents_view=why)
    assert why in says(queries.plan_facts(plan, people.priya, TODAY))
    restrict(ParentCarer.objects.get(name="Tunde Adeyemi"))
    assert why not in says(queries.plan_facts(plan, people.priya, TODAY))
    assert why in says(queries.plan_facts(plan, None, TODAY))


@pytest.mark.parametrize("kind", BARS)
def test_minutes_and_the_next_plan_do_not_name_him_as_the_source_of_a_step(
    people: Cast, kind: str
) -> None:
    review = reviewed(people, kind)
    for recipient, is_named in ((people.priya, False), (None, True)):
        issue_minutes(review=review, recipient=recipient, by=STORY)
        minutes = says(queries.minutes_facts(review, recipient, TODAY))
        assert ("Tunde" in minutes) is is_named
        plan = says(queries.plan_facts(whole.next_plan(review), recipient, TODAY))
        assert ("Tunde" in plan) is is_named


def test_an_action_that_he_was_to_do_does_not_name_him_on_her_copy(people: Cast) -> None:
    review = whole.whole(people)
    agree_action(review=review, what="Lend the strip", who="Tunde Adeyemi", by_on=TODAY, by=STORY)
    restrict(father(people, parental_responsibility="yes"))
    review = finalise_review(review=review, by=people.sam.as_actor())
    assert "Tunde" not in says(queries.minutes_facts(review, people.priya, TODAY))
    assert "Tunde Adeyemi" in says(queries.minutes_facts(review, None, TODAY))
