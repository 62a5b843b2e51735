"""A childminder alone: manager, SENCO and key person in one, from the record to the next plan (C4.1)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from children.models import ParentCarer, Room, YesNoUnknown
from isp_portal.documents.queries import minutes_facts
from plans.rules.lifecycle import PlanStatus
from reviews.actions.finalise import finalise_review
from reviews.models import Participant, Review
from tests.people import STORY, Cast, child
from tests.plans import stories
from tests.reviews.given import entry
from tests.reviews.review_pages import text, url
from tests.reviews.reviews_given import planned, who
from tests.reviews.whole import SMALLER, next_plan, whole

Browse = Callable[..., Client]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def alone(people: Cast) -> Cast:
    """Mo in every part: Lila is his key child, and Achieng is her mother."""
    home = Room(setting=people.mo.setting, name="Home").record(by=STORY)
    lila = child(home, "Delilah Onyango", "Lila", date(2023, 8, 19), people.mo)
    achieng = ParentCarer(
        child=lila,
        name="Achieng Onyango",
        relationship="mother",
        parental_responsibility=YesNoUnknown.YES,
        may_receive_copies=True,
    ).record(by=STORY)
    return replace(
        people,
        acorns=people.mo.setting,
        orchard=home,
        kemi=people.mo,
        sam=people.mo,
        seyi=lila,
        priya=achieng,
    )


def test_a_childminder_alone_takes_a_cycle_from_the_record_to_the_next_plan_c4_1(
    alone: Cast, browse: Browse
) -> None:
    review = planned(alone)
    entry(alone)
    assert who(review)[:2] == [("key_person", "Mo Rahman"), ("senco", "Mo Rahman")]
    review = whole(alone, target=SMALLER, review=review)
    page = browse(alone.mo).get(url(review, "finish"))
    assert "Nothing is missing." in text(page)
    assert browse(alone.mo).post(url(review, "finalise")).status_code == 302
    review = Review.objects.get(pk=review.pk)
    assert review.is_finalised
    following = stories.agreed(alone, next_plan(review))
    following = stories.actions.finalise_plan(plan=following, by=alone.mo.as_actor())
    assert following.state is PlanStatus.FINALISED
    assert following.cycle.starts_on == review.held_on


def test_the_minutes_name_one_adult_once_with_every_capacity_c8_1(alone: Cast) -> None:
    review = finalise_review(
        review=whole(alone, target=SMALLER, review=planned(alone)), by=alone.mo.as_actor()
    )
    paper = minutes_facts(review, None, timezone.localdate())
    assert [(one.name, one.capacity) for one in paper.came if one.name == "Mo Rahman"] == [
        ("Mo Rahman", "key person and SENCO")
    ]
    assert Participant.objects.filter(review=review, name="Mo Rahman").count() == 2
