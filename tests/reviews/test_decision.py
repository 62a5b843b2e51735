"""The decision of a review, and what follows when every target is achieved."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from agencies.models import (
    Agency,
    AgencyKind,
    Consent,
    ConsentAnswer,
    ConsentHow,
    ConsentPurpose,
    Involvement,
)
from plans.models import SupportPlan
from reviews.actions import decide
from reviews.actions.holding import write_review
from reviews.models import Review
from tests.people import STORY, Cast, seen_by_theo
from tests.plans import stories
from tests.reviews.review_pages import being_held, send, text, url
from tests.reviews.reviews_given import BEGAN, begun, planned
from tests.reviews.whole import NEXT_STEP, SMALLER, said

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")


def from_reports(people: Cast, *reports: Any) -> Review:
    """A review of a plan whose targets came from these reports, all of them achieved."""
    plan: SupportPlan = stories.draft(people, BEGAN)
    by = people.kemi.as_actor()
    plan = stories.actions.change_section(plan=plan, values=stories.WORDS, by=by)
    strategy = stories.strategy(plan, people)
    for report in reports:
        source = {"source_kind": "report", "source_report": report, "source_page": "4"}
        stories.target(plan, people, strategy, **source)
    stories.actions.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    review = begun(people, planned(people, cycle=plan.cycle))
    said(people, review, target_a=NEXT_STEP, target_b=NEXT_STEP)
    return review


def page_of(people: Cast, browse: Browse, review: Review) -> str:
    return text(browse(people.sam).get(url(review, "decision")))


def test_what_is_decided_is_kept_and_leads_on(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    words = {"decision": "adapt", "decision_words": "Shorter waits", "agency_comments": "Theo rang"}
    assert send(browse(people.kemi), url(review, "decision"), **words).url == url(review, "actions")
    review.refresh_from_db()
    assert {name: getattr(review, name) for name in words} == words


def test_a_draft_of_the_decision_may_lack_the_decision(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    words = {"attendance_effect": "He was ill for two weeks"}
    assert send(browse(people.kemi), url(review, "decision"), **words).status_code == 302


def test_stepping_up_names_the_agency_and_whether_consent_stands(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    words = {"decision": "step_up", "step_up_to": str(people.speech.pk)}
    send(browse(people.sam), url(review, "decision"), **words)
    review.refresh_from_db()
    assert review.step_up_to == people.speech
    assert "There is no consent to contact Harrowby Speech and Language yet" in page_of(
        people, browse, review
    )


def test_an_agency_of_another_setting_is_refused(people: Cast) -> None:
    foreign = Agency(setting=people.oaks, name="Owls team", kind=AgencyKind.SPEECH).record(
        by=STORY, why="Elsewhere"
    )
    for field in ("step_up_to", "observation_by"):
        with pytest.raises(Refused) as error:
            decide(review=being_held_once(people), values={field: foreign}, by=STORY)
        assert error.value.field == field


def being_held_once(people: Cast) -> Review:
    return Review.objects.first() or being_held(people)


def test_a_parent_may_ask_the_council_at_any_time(people: Cast, browse: Browse) -> None:
    page = page_of(people, browse, being_held(people))
    assert "A parent may ask the council for an assessment at any time." in page


def test_all_achieved_asks_the_agency_whose_report_gave_the_targets_c6_1(
    people: Cast, browse: Browse
) -> None:
    review = from_reports(people, stories.report(people))
    page = page_of(people, browse, review)
    assert "This is the only target. If it stays “Achieved”, every target is achieved." in page
    assert "A request to Harrowby Speech and Language for a new observation" in page
    assert "No report gave the targets" not in page
    assert 'name="after_all_achieved"' not in page


def test_the_consent_that_stands_is_said_with_its_end_c6_1(people: Cast, browse: Browse) -> None:
    Consent(
        child=people.seyi,
        agency=people.speech,
        contact=people.priya,
        purpose=ConsentPurpose.CONTACT,
        answer=ConsentAnswer.GIVEN,
        how=ConsentHow.IN_PERSON,
        given_on=date(2026, 10, 1),
        until_on=date(2027, 8, 31),
    ).record(by=STORY, why="Given")
    page = page_of(people, browse, from_reports(people, stories.report(people)))
    assert "Priya’s consent to contact them stands to Tue 31 Aug" in page


def test_an_agency_that_discharged_the_child_needs_a_referral_c6_1(
    people: Cast, browse: Browse
) -> None:
    path: Involvement = seen_by_theo(people)
    path.discharged_on = date(2026, 11, 2)
    path.record(by=STORY, why="Discharged")
    page = page_of(people, browse, from_reports(people, stories.report(people)))
    assert "has discharged Seyi: this is a new referral" in page


def test_of_several_agencies_one_is_chosen_c6_1(people: Cast, browse: Browse) -> None:
    other = Agency(
        setting=people.acorns, name="Harrowby Physio", kind=AgencyKind.PHYSIOTHERAPY
    ).record(by=STORY, why="Kept")
    second = stories.report(people)
    second.agency = other
    second.record(by=STORY, why="Of another agency")
    review = from_reports(people, stories.report(people), second)
    page = browse(people.sam).get(url(review, "decision"))
    offered = [words for _, words in page.context["form"].fields["observation_by"].choices]
    assert sorted(offered) == [
        "Choose an agency",
        "Harrowby Physio",
        "Harrowby Speech and Language",
    ]
    assert "Every target is achieved." in text(page)
    send(browse(people.sam), url(review, "decision"), observation_by=str(other.pk))
    review.refresh_from_db()
    assert review.observation_by == other


def test_targets_from_no_report_leave_the_senco_to_choose_c6_1(
    people: Cast, browse: Browse
) -> None:
    seen_by_theo(people)
    review = being_held(people)
    said(people, review, target_a=NEXT_STEP)
    page = page_of(people, browse, review)
    assert "No report gave the targets: choose what follows." in page
    words = {"after_all_achieved": "agency", "observation_by": str(people.speech.pk)}
    send(browse(people.sam), url(review, "decision"), **words)
    review.refresh_from_db()
    assert (review.after_all_achieved, review.observation_by) == ("agency", people.speech)


def test_a_target_not_achieved_asks_for_no_observation_c6_1(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    said(people, review, target_a=SMALLER)
    assert "target is achieved" not in page_of(people, browse, review)


def test_while_a_target_has_no_verdict_nothing_is_all_achieved_c6_1(
    people: Cast, browse: Browse
) -> None:
    report = stories.report(people)
    review = from_reports(people, report, report)
    review.verdicts.all()[0].remove(by=STORY, why="Put right")
    assert "target is achieved" not in page_of(people, browse, review)


def test_of_two_people_who_decide_the_second_keeps_every_word(people: Cast, browse: Browse) -> None:
    review, seen = being_held(people), Review.objects.get().row_version
    decide(review=review, values={"decision": "adapt"}, by=STORY, seen_version=seen)
    words = {"seen_version": str(seen), "decision": "close", "decision_words": "He is ahead"}
    answer = browse(people.sam).post(url(review, "decision"), words)
    assert "Somebody else saved this" in text(answer)
    assert "Adapt the plan" in text(answer)
    assert answer.context["form"]["decision_words"].value() == "He is ahead"


def test_words_of_the_child_written_meanwhile_are_no_conflict(people: Cast, browse: Browse) -> None:
    review, seen = being_held(people), Review.objects.get().row_version
    write_review(review=review, values={"child_view": "He laughed"}, by=STORY, seen_version=seen)
    words = {"seen_version": str(seen), "decision": "continue"}
    assert browse(people.sam).post(url(review, "decision"), words).status_code == 302


def test_nothing_is_decided_before_the_review_is_held(people: Cast) -> None:
    with pytest.raises(Refused, match="Begin the review first"):
        decide(review=planned(people), values={"decision": "close"}, by=STORY)


def test_what_is_not_of_the_decision_is_not_written_with_it(people: Cast) -> None:
    with pytest.raises(ValueError, match="child_view"):
        decide(review=being_held(people), values={"child_view": "He laughed"}, by=STORY)
