"""Who came to a review, who could not, and who began it (C4.1)."""

from typing import Any

import pytest

from accounts.models import StaleVersion
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from plans.actions.merging import held
from reviews.actions.people import add_participant, mark_presence, remove_participant
from reviews.models import Participant, PresentAs, Review
from reviews.queries.review_people import Person, as_agency, as_member, as_parent
from tests.documents.plans import father, restrict
from tests.people import STORY, Cast

from .inviting import invite
from .reviews_given import begun, cycle, finalise, planned, row, who


def mark(people: Cast, participant: Participant, presence: str = "came", **values: Any) -> Any:
    given: dict[str, Any] = {"absent_because": "", "view_obtained_how": ""}
    return mark_presence(
        participant=participant,
        presence=presence,
        by=people.sam.as_actor(),
        **{**given, **values},
    )


def refused(action: Any) -> str:
    with pytest.raises(Refused) as said:
        action()
    return said.value.sentence


def test_absence_blocks_nothing_and_says_why_and_how_the_view_was_obtained_c4_1(
    people: Cast,
) -> None:
    review = begun(people, planned(people))
    priya = mark(people, row(review, "Priya Blackwood"), "absent")
    assert priya.presence == "absent"
    priya = mark(
        people, priya, "absent", absent_because="At work", view_obtained_how="By phone, 24 Nov"
    )
    assert (priya.absent_because, priya.view_obtained_how) == ("At work", "By phone, 24 Nov")


def test_somebody_who_came_after_all_has_no_reason_for_being_away_c4_1(people: Cast) -> None:
    review = begun(people, planned(people))
    priya = mark(people, row(review, "Priya Blackwood"), "absent", absent_because="Late bus")
    priya = mark(people, priya, "came", absent_because="Late bus")
    assert (priya.presence, priya.absent_because) == ("came", "")


def test_one_adult_in_two_capacities_comes_once_c4_1(people: Cast) -> None:
    people.kemi.roles = ["key_person", "senco"]
    people.kemi.record(by=STORY)
    review = begun(people, planned(people))
    mark(people, row(review, "Kemi Adebayo", "key_person"))
    assert row(review, "Kemi Adebayo", "senco").presence == "came"


def test_who_came_is_said_of_a_review_that_is_being_held_c4_1(people: Cast) -> None:
    review = planned(people)
    assert "Begin the review" in refused(lambda: mark(people, row(review, "Kemi Adebayo")))


def test_two_who_mark_the_same_person_both_hear_of_it(people: Cast) -> None:
    review = begun(people, planned(people))
    priya = row(review, "Priya Blackwood")
    mark(people, priya, "absent", seen_version=1)
    with pytest.raises(StaleVersion):
        mark(people, priya, "came", seen_version=1)


def test_finalised_minutes_keep_who_came_c8_1(people: Cast) -> None:
    review = begun(people, planned(people))
    finalise(review)
    assert "finalised" in refused(lambda: mark(people, row(review, "Kemi Adebayo")))


# The list ------------------------------------------------------------------------------------------


def test_anybody_may_be_added_by_name_and_somebody_on_the_list_is_not_doubled_c4_1(
    people: Cast,
) -> None:
    review = planned(people)
    by = people.sam.as_actor()
    add_participant(review=review, person=Person(PresentAs.OTHER, "Wale", "uncle"), by=by)
    for person in (
        as_parent(people.priya),
        as_member(people.kemi, PresentAs.KEY_PERSON),
        as_agency(people.speech, None),
        as_agency(people.speech, people.theo),
    ):
        add_participant(review=review, person=person, by=by)
    assert who(review) == [
        ("key_person", "Kemi Adebayo"),
        ("senco", "Sam Whitlock"),
        ("parent", "Priya Blackwood"),
        ("agency", "Harrowby Speech and Language"),
        ("other", "Wale"),
    ]


def test_a_restricted_contact_is_not_added_by_hand_either_c4_1(people: Cast) -> None:
    review = planned(people)
    tunde = father(people)
    restrict(tunde)
    sentence = refused(lambda: add_participant(review=review, person=as_parent(tunde), by=STORY))
    assert "restrict" not in sentence
    assert ("parent", "Tunde Adeyemi") not in who(review)


def test_a_restricted_contact_is_not_added_by_name_either_c4_1(people: Cast) -> None:
    review = planned(people)
    restrict(father(people))
    by_name = Person(PresentAs.OTHER, "tunde  Adeyemi", "father")
    sentence = refused(lambda: add_participant(review=review, person=by_name, by=STORY))
    assert "restrict" not in sentence
    assert [name for _, name in who(review)] == [
        "Kemi Adebayo",
        "Sam Whitlock",
        "Priya Blackwood",
    ]


def test_a_contact_of_another_child_is_not_added_c4_1(people: Cast) -> None:
    other = ParentCarer(child=people.zofia, name="Agnieszka", relationship="mother")
    other.record(by=STORY)
    review = planned(people)
    assert refused(lambda: add_participant(review=review, person=as_parent(other), by=STORY))


def test_somebody_of_another_setting_is_not_added(people: Cast) -> None:
    review = planned(people)
    olga = as_member(people.olga, PresentAs.OTHER)
    assert "works here" in refused(lambda: add_participant(review=review, person=olga, by=STORY))


def test_an_agency_of_another_setting_is_not_added(people: Cast) -> None:
    review = planned(people)
    people.speech.setting = people.oaks
    people.speech.record(by=STORY)
    theirs = as_agency(people.speech, None)
    assert "agencies" in refused(lambda: add_participant(review=review, person=theirs, by=STORY))


def test_somebody_wrongly_put_is_taken_off_and_twice_is_once_c4_1(people: Cast) -> None:
    review = planned(people)
    sam = row(review, "Sam Whitlock")
    for _ in range(2):
        remove_participant(participant=sam, by=people.kemi.as_actor())
    assert ("senco", "Sam Whitlock") not in who(review)


def test_who_was_invited_stays_on_the_record_c4_1(people: Cast) -> None:
    priya = invite(people, row(planned(people), "Priya Blackwood"), "phone")
    assert "was invited" in refused(lambda: remove_participant(participant=priya, by=STORY))


def test_who_came_stays_on_the_record_c4_1(people: Cast) -> None:
    review = begun(people, planned(people))
    kemi = mark(people, row(review, "Kemi Adebayo"))
    assert "having come" in refused(lambda: remove_participant(participant=kemi, by=STORY))


# The pages -------------------------------------------------------------------------------------------


def held_sent(people: Cast, **values: str) -> dict[str, str]:
    given = {"held_on": "today", "how_held": "phone", "minute_taker": str(people.sam.pk)}
    return {**given, **values}


def test_kemi_begins_and_sam_who_comes_second_reads_who_began_c4_1(
    people: Cast, browse: Any
) -> None:
    review = planned(people)
    address = f"/reviews/{review.pk}/who/"
    assert "Begin the review" in browse(people.kemi).get(address).content.decode()
    began = held_sent(people, minute_taker=str(people.kemi.pk))
    assert browse(people.kemi).post(address, began).status_code == 302
    page = browse(people.sam).post(address, held_sent(people, how_held="video"), follow=True)
    words = page.content.decode()
    assert "Kemi Adebayo began this review, today 10:00." in words
    assert held(review).how_held == "phone"


def test_a_review_nobody_planned_is_begun_from_the_childs_own_address_c4_1(
    people: Cast, browse: Any
) -> None:
    cycle(people)
    address = f"/reviews/children/{people.seyi.pk}/review/hold/"
    page = browse(people.kemi).post(address, held_sent(people))
    review = Review.objects.get()
    assert page.headers["Location"] == f"/reviews/{review.pk}/who/"
    assert review.interpreter == ""


def test_one_press_says_came_and_two_words_say_why_not_c4_1(people: Cast, browse: Any) -> None:
    review = begun(people, planned(people))
    client = browse(people.sam)
    sent = {"Kemi Adebayo": {"presence": "came"}, "Priya Blackwood": {"presence": "absent"}}
    sent["Priya Blackwood"] |= {"absent_because": "At work", "view_obtained_how": "By phone"}
    for name, values in sent.items():
        one = row(review, name)
        prefixed = {f"p-{one.pk}-{key}": value for key, value in values.items()}
        prefixed[f"p-{one.pk}-seen_version"] = "1"
        assert client.post(f"/reviews/{review.pk}/who/{one.pk}/", prefixed).status_code == 302
    words = client.get(f"/reviews/{review.pk}/who/").content.decode()
    assert "At work. Their view: By phone." in words
    assert row(review, "Kemi Adebayo").presence == "came"


def test_what_was_typed_about_one_person_comes_back_when_it_is_too_long(
    people: Cast, browse: Any
) -> None:
    review = begun(people, planned(people))
    priya = row(review, "Priya Blackwood")
    long = "Away " * 80
    sent = {
        f"p-{priya.pk}-presence": "absent",
        f"p-{priya.pk}-absent_because": long,
        f"p-{priya.pk}-seen_version": "1",
    }
    page = browse(people.sam).post(f"/reviews/{review.pk}/who/{priya.pk}/", sent)
    assert page.status_code == 200
    assert long.strip() in page.content.decode()


def test_the_form_offers_no_restricted_contact_and_takes_one_person_c4_1(
    people: Cast, browse: Any
) -> None:
    review = planned(people)
    tunde = father(people)
    restrict(tunde)
    client = browse(people.sam)
    address = f"/reviews/{review.pk}/who/add/"
    assert "Tunde" not in client.get(address).content.decode()
    both = {"name": "Wale", "membership": str(people.hannah.pk), "capacity": "other"}
    assert "Choose one person, or write a name" in client.post(address, both).content.decode()
    assert client.post(address, {"contact": str(tunde.pk)}).status_code == 200
    assert client.post(address, {"name": "Wale", "says_what": "uncle"}).status_code == 302
    assert ("other", "Wale") in who(review)
