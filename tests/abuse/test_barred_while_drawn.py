"""A restriction set while a paper is being drawn keeps that paper from being issued to anybody."""

from collections.abc import Callable
from typing import Any

import pytest

from accounts.rules.refusal import Refused
from isp_portal.documents import actions
from isp_portal.documents.actions import letter, minutes, parents_page, plan
from isp_portal.documents.models import IssuedDocument
from tests.documents.plans import father, finalised_plan, restrict
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned, row


def a_plan(people: Cast) -> Callable[[], Any]:
    found = finalised_plan(people).plan
    return lambda: actions.issue_plan(plan=found, recipient=people.priya, by=STORY)


def a_parents_page(people: Cast) -> Callable[[], Any]:
    found = finalised_plan(people).plan
    return lambda: actions.issue_parents_page(plan=found, recipient=people.priya, by=STORY)


def minutes_of_a_review(people: Cast) -> Callable[[], Any]:
    review = whole.finalised(people)
    return lambda: actions.issue_minutes(review=review, recipient=people.priya, by=STORY)


def a_letter(people: Cast) -> Callable[[], Any]:
    priya = row(planned(people), "Priya Blackwood")
    return lambda: actions.issue_review_letter(participant=priya, by=STORY)


PAPERS = {
    "a plan": (a_plan, plan, "draw_plan"),
    "a parents' page": (a_parents_page, parents_page, "draw_parents_page"),
    "minutes": (minutes_of_a_review, minutes, "draw_minutes"),
    "a letter": (a_letter, letter, "draw_letter"),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_during_which_somebody_was_barred_is_not_kept(
    people: Cast, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tunde = father(people, parental_responsibility="yes")
    begin, where, name = PAPERS[kind]
    issue, draw = begin(people), getattr(where, name)

    def slowly(facts: Any) -> Any:
        restrict(tunde)
        return draw(facts)

    monkeypatch.setattr(where, name, slowly)
    with pytest.raises(Refused, match="while this paper was being drawn") as refused:
        issue()
    assert "restrict" not in refused.value.sentence
    assert not IssuedDocument.objects.exists()
    monkeypatch.setattr(where, name, draw)
    assert issue()
