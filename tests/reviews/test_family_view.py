"""Parents' words and the child's own view: kept word for word (C4.1, C8.1)."""

from datetime import date
from typing import Any

import pytest

from accounts.models import Membership
from accounts.rules.refusal import Refused
from children.models import ParentCarer, RestrictionKind, YesNoUnknown
from reviews.actions.family import add_family_view
from reviews.actions.people import add_participant
from reviews.models import FamilyView, Review, UnchangeableReview
from reviews.queries.family_words import family_page
from reviews.queries.review_people import as_parent
from tests.documents.plans import father, restrict
from tests.people import STORY, Cast

from .reviews_given import TODAY, begun, finalise, planned

WORDS = "He signs “more” at home now, to his nana as well.\nMornings are still hard."


def says(people: Cast, review: Review, contact: ParentCarer | None = None, **values: Any) -> Any:
    """Priya says her words to Sam today, unless `values` say otherwise."""
    given: dict[str, Any] = {
        "answer": "given",
        "words": WORDS,
        "said_on": TODAY,
        "by": people.sam.as_actor(),
    }
    return add_family_view(review=review, contact=contact or people.priya, **{**given, **values})


def refusal(action: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        action()
    return refused.value


def test_a_parents_words_are_kept_word_for_word_with_how_and_through_whom_c4_1(
    people: Cast,
) -> None:
    review = begun(people, planned(people))
    says(people, review, how="phone", language="Yoruba", through="Amira Saleh")
    kept = FamilyView.objects.get()
    assert kept.words == WORDS
    assert (kept.get_how_display(), kept.language, kept.through) == (
        "Phone",
        "Yoruba",
        "Amira Saleh",
    )
    assert (kept.said_on, kept.written_down_by) == (TODAY, "Sam Whitlock")


def test_what_a_parent_said_does_not_change_and_is_not_taken_away_c8_1(people: Cast) -> None:
    kept = says(people, begun(people, planned(people)))
    kept.words = "Nicer words"
    with pytest.raises(UnchangeableReview):
        kept.record(by=STORY, why="Tidied")
    with pytest.raises(UnchangeableReview):
        kept.remove(by=STORY, why="Tidied")
    assert FamilyView.objects.get().words == WORDS


def test_what_a_parent_says_later_is_added_and_replaces_nothing_c8_1(people: Cast) -> None:
    review = begun(people, planned(people))
    says(people, review)
    says(people, review, words="I would like the cards at home too.")
    (priya,) = family_page(review, TODAY).parents
    assert [view.words for view in priya.views] == [WORDS, "I would like the cards at home too."]


def test_a_view_may_come_before_the_review_is_held_c4_1(people: Cast) -> None:
    review = planned(people)
    says(people, review, said_on=date(2026, 11, 21))
    assert FamilyView.objects.get().review == review


def test_who_declined_has_said_no_words_c4_1(people: Cast) -> None:
    kept = says(people, begun(people, planned(people)), answer="declined", how="phone")
    assert (kept.words, kept.get_answer_display()) == ("", "Did not wish to give one")


def test_not_reached_says_when_and_how_they_were_tried_c4_1(people: Cast) -> None:
    review = begun(people, planned(people))
    refused = refusal(lambda: says(people, review, answer="not_reached", words=""))
    assert refused.field == "attempts"
    kept = says(people, review, answer="not_reached", words="", attempts="Called 19 and 20 Nov")
    assert kept.attempts == "Called 19 and 20 Nov"


@pytest.mark.parametrize("words", ["", "  \n "])
def test_a_view_has_words_c4_1(people: Cast, words: str) -> None:
    review = begun(people, planned(people))
    assert refusal(lambda: says(people, review, words=words)).field == "words"


@pytest.mark.parametrize("said_on", [date(2026, 11, 24), date(2026, 10, 4)])
def test_words_are_of_this_cycle_and_not_of_a_day_to_come_c4_1(people: Cast, said_on: date) -> None:
    review = begun(people, planned(people))
    assert refusal(lambda: says(people, review, said_on=said_on)).field == "said_on"


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_a_contact_who_may_not_take_part_is_not_asked_c4_1(people: Cast, kind: str) -> None:
    review = begun(people, planned(people))
    restrict(people.priya, kind)
    refused = refusal(lambda: says(people, review))
    assert "restrict" not in refused.sentence
    page = family_page(review, TODAY)
    assert (page.parents, page.others) == ((), ())


def test_words_said_before_a_restriction_stay_and_no_more_are_added_c4_1(people: Cast) -> None:
    review = begun(people, planned(people))
    says(people, review)
    restrict(people.priya)
    (priya,) = family_page(review, TODAY).parents
    assert (len(priya.views), priya.may_add) == (1, False)


def test_a_contact_of_another_child_is_not_asked_c4_1(people: Cast) -> None:
    other = ParentCarer(child=people.zofia, name="Agnieszka Dąbrowska", relationship="mother")
    other.record(by=STORY)
    review = begun(people, planned(people))
    assert refusal(lambda: says(people, review, other)).field == "contact"


def test_everybody_on_the_list_has_a_place_and_others_at_home_may_be_heard_c4_1(
    people: Cast,
) -> None:
    review = planned(people)
    tunde = father(people, parental_responsibility=YesNoUnknown.NO)
    before = family_page(review, TODAY)
    assert [one.contact.name for one in before.parents] == ["Priya Blackwood"]
    assert [contact.name for contact in before.others] == ["Tunde Adeyemi"]
    add_participant(review=review, person=as_parent(tunde), by=people.sam.as_actor())
    after = family_page(review, TODAY)
    assert [one.contact.name for one in after.parents] == ["Priya Blackwood", "Tunde Adeyemi"]


def test_finalised_minutes_take_no_more_words_c8_1(people: Cast) -> None:
    review = begun(people, planned(people))
    finalise(review)
    assert "finalised" in refusal(lambda: says(people, review)).sentence


# The pages ---------------------------------------------------------------------------------------------


def test_sam_adds_what_priya_says_and_reads_that_nobody_can_change_it_c8_1(
    people: Cast, browse: Any
) -> None:
    review = begun(people, planned(people))
    client = browse(people.sam)
    add = f"/reviews/{review.pk}/family/{people.priya.pk}/add/"
    page = client.get(add)
    sent = {
        "answer": "given",
        "words": WORDS,
        "said_on": "21 Nov",
        "how": "phone",
        "once": str(page.context["form"].initial["once"]),
    }
    for _ in range(2):
        assert client.post(add, sent).status_code == 302
    assert FamilyView.objects.count() == 1
    page = client.get(f"/reviews/{review.pk}/family/")
    assert "Staff cannot change them." in page.content.decode()
    assert "Said Sat 21 Nov, phone" in page.content.decode()
    assert "Added to, never replaced." in page.content.decode()


def test_words_with_something_missing_come_back_whole_c8_1(people: Cast, browse: Any) -> None:
    review = begun(people, planned(people))
    add = f"/reviews/{review.pk}/family/{people.priya.pk}/add/"
    page = browse(people.kemi).post(add, {"answer": "given", "words": WORDS, "said_on": ""})
    assert page.status_code == 200
    assert "Mornings are still hard." in page.content.decode()


def test_the_childs_view_is_kept_with_how_it_was_shown_c8_1(people: Cast, browse: Any) -> None:
    review = begun(people, planned(people))
    page = write_child(people.kemi, browse, review, child_view="Put the bubbles card on the table.")
    assert page.status_code == 302
    review.refresh_from_db()
    assert (review.child_view, review.child_view_how) == (
        "Put the bubbles card on the table.",
        "Four pictures",
    )


def test_two_who_write_the_childs_view_lose_nothing_c8_1(people: Cast, browse: Any) -> None:
    review = begun(people, planned(people))
    write_child(people.kemi, browse, review, child_view="Kemi's words")
    page = write_child(people.sam, browse, review, child_view="Sam's words")
    assert page.status_code == 200
    words = page.content.decode()
    assert "Sam&#x27;s words" in words
    assert "Kemi&#x27;s words" in words


def write_child(member: Membership, browse: Any, review: Review, **values: str) -> Any:
    """The version is that of the review as it was begun."""
    sent = {"child_view_how": "Four pictures", "why_no_child_view": "", "seen_version": "2"}
    return browse(member).post(f"/reviews/{review.pk}/child/", {**sent, **values})
