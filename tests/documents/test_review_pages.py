"""Pages about a review's papers: letters before it, minutes after it, one press for each reader."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from children.models import AccessEvent
from isp_portal.documents import actions, queries
from isp_portal.documents.models import CopyGiven, CopyNotGiven, DocumentKind, IssuedDocument
from isp_portal.documents.renderer import TookTooLong
from reviews.models import MinutesCorrection, Participant, Review
from tests.abuse.page_forms import forms_on
from tests.documents.plans import father, restrict
from tests.people import Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]
TODAY = date(2026, 11, 23)


@pytest.fixture
def review(people: Cast) -> Review:
    return whole.finalised(people)


def at(name: str, review: Review) -> str:
    return reverse(f"documents:{name}", args=[review.pk])


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_one_press_makes_the_minutes_for_the_file_and_for_each_parent(
    people: Cast, review: Review, browse: Browse
) -> None:
    father(people)
    client = browse(people.sam)
    page = text(client, at("minutes", review))
    for words in ("the child’s file", "Priya Blackwood, mother", "Tunde Adeyemi, father"):
        assert f"Minutes for {words}" in page
    answer = client.post(at("minutes", review), {"recipient": str(people.priya.pk)})
    issued = IssuedDocument.objects.get()
    assert issued.kind == DocumentKind.MINUTES
    assert answer["Location"] == reverse("documents:document", args=[issued.pk])
    assert "Minutes of the review of plan 1, version 1" in text(client, answer["Location"])


def test_the_page_says_who_still_waits_until_each_parent_holds_them_or_it_is_said_why(
    people: Cast, review: Review, browse: Browse
) -> None:
    tunde = father(people)
    client = browse(people.sam)
    issued = actions.issue_minutes(review=review, recipient=people.priya, by=people.sam.as_actor())
    assert "Priya Blackwood, mother; Tunde Adeyemi, father" in text(client, at("minutes", review))
    given = {"channel": "handed_over", "given_on": "today", "language": "English"}
    answer = client.post(reverse("documents:document", args=[issued.pk]), given)
    assert answer["Location"] == at("minutes", review)
    assert CopyGiven.objects.get().document == issued
    why = {"contact": str(tunde.pk), "because": "Abroad until January."}
    client.post(at("minutes_not_given", review), why)
    assert CopyNotGiven.objects.get().review == review
    page = text(client, at("minutes", review))
    assert "Every parent who may receive copies holds this version" in page
    assert "Abroad until January." in page


def test_minutes_given_are_no_copy_of_the_plan_and_the_other_way_round(
    people: Cast, review: Review
) -> None:
    plan = review.plan
    assert plan is not None
    by = people.sam.as_actor()
    actions.record_minutes_not_given(
        review=review, contact=people.priya, because="No address", by=by
    )
    assert not queries.minutes_standing(review, TODAY).waiting
    assert queries.waiting_for_a_copy(plan, TODAY) == [people.priya]
    actions.record_copy_not_given(plan=plan, contact=people.priya, because="Asked", by=by)
    assert CopyNotGiven.objects.count() == 2


def test_a_correction_makes_everybody_wait_for_the_new_version(
    people: Cast, review: Review, browse: Browse
) -> None:
    issued = actions.issue_minutes(review=review, recipient=people.priya, by=people.sam.as_actor())
    actions.record_copy_given(
        document=issued,
        channel="post",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=people.sam.as_actor(),
    )
    assert queries.minutes_standing(review, TODAY).is_shared
    client = browse(people.sam)
    (form,) = forms_on(client, at("minutes_correct", review))
    words = {**form.filled(), "words": "The day was Tuesday."}
    for _ in ("pressed", "pressed again"):
        assert client.post(form.action, words)["Location"] == at("minutes", review)
    assert MinutesCorrection.objects.get().words == "The day was Tuesday."
    standing = queries.minutes_standing(review, TODAY)
    assert (standing.version, standing.waiting) == (2, (people.priya,))


def test_a_note_without_words_is_asked_for_again(
    people: Cast, review: Review, browse: Browse
) -> None:
    answer = browse(people.sam).post(at("minutes_correct", review), {"words": "  "})
    assert "Say what is wrong, and how it should read" in answer.content.decode()
    assert not MinutesCorrection.objects.exists()


def test_a_key_person_issues_minutes_but_does_not_correct_them(
    people: Cast, review: Review, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    page = text(kemi, at("minutes", review))
    assert "Minutes for Priya Blackwood" in page
    assert "Correct the minutes" not in page
    assert kemi.get(at("minutes_correct", review)).status_code == 403


def test_before_the_review_is_finalised_nothing_can_be_pressed(
    people: Cast, browse: Browse
) -> None:
    review = planned(people)
    client = browse(people.sam)
    page = text(client, at("minutes", review))
    assert "once the review is finalised" in page
    assert "Minutes for" not in page
    answer = client.post(at("minutes", review), {"recipient": "file"})
    assert "The review is not finalised yet" in answer.content.decode()
    for name in ("minutes_print", "minutes_not_given", "minutes_correct"):
        assert client.get(at(name, review)).status_code == 404


def test_a_practitioner_who_reads_no_plans_opens_no_minutes(
    people: Cast, review: Review, browse: Browse
) -> None:
    issued = actions.issue_minutes(review=review, recipient=None, by=people.sam.as_actor())
    address = reverse("documents:file", args=[issued.pk])
    assert browse(people.hannah).get(address).status_code == 403
    assert browse(people.olga).get(address).status_code == 404
    answer = browse(people.kemi).get(address)
    assert answer.content == queries.file_of(issued)
    assert 'filename="minutes-of-plan-1-version-1.pdf"' in answer["Content-Disposition"]


def test_a_restricted_parent_is_neither_listed_nor_accepted_nor_given(
    people: Cast, review: Review, browse: Browse
) -> None:
    tunde = father(people)
    before = actions.issue_minutes(review=review, recipient=tunde, by=people.sam.as_actor())
    restrict(tunde)
    client = browse(people.kemi)
    assert f'value="{tunde.pk}"' not in text(client, at("minutes", review))
    answer = client.post(at("minutes", review), {"recipient": str(tunde.pk)})
    assert "Choose one of the people listed" in answer.content.decode()
    given = {"channel": "email", "language": "English", "given_on": "today"}
    answer = client.post(reverse("documents:document", args=[before.pk]), given)
    assert "may not receive copies" in answer.content.decode()
    assert not CopyGiven.objects.exists()


def test_when_no_pdf_can_be_made_the_page_offers_the_print_view(
    people: Cast, review: Review, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(_: object) -> None:
        raise TookTooLong("This paper was not ready after 20 seconds.")

    monkeypatch.setattr("isp_portal.documents.actions.minutes.draw_minutes", too_slow)
    client = browse(people.sam)
    page = client.post(at("minutes", review), {"recipient": "file"}).content.decode()
    assert "not ready after 20 seconds" in page
    assert at("minutes_print", review) in page
    view = client.get(at("minutes_print", review))
    assert "It works in every room" in view.content.decode()
    assert "unsafe-inline" not in view["Content-Security-Policy"]
    assert not IssuedDocument.objects.exists()


def test_every_page_and_paper_of_a_review_records_who_looked(
    people: Cast, review: Review, browse: Browse
) -> None:
    names = ("minutes", "minutes_print", "minutes_not_given", "minutes_correct", "review_letter")
    for number, name in enumerate(names, start=1):
        assert browse(people.sam).get(at(name, review)).status_code == 200, name
        assert AccessEvent.objects.of_child(people.seyi).count() == number, name
        assert browse(people.olga).get(at(name, review)).status_code == 404, name


def test_a_letter_is_made_for_a_parent_on_the_list_and_marks_nobody_as_invited(
    people: Cast, browse: Browse
) -> None:
    review = planned(people)
    client = browse(people.kemi)
    row = Participant.objects.get(review=review, contact=people.priya)
    assert "Letter for Priya Blackwood" in text(client, at("review_letter", review))
    answer = client.post(at("review_letter", review), {"participant": str(row.pk)})
    issued = IssuedDocument.objects.get()
    assert (issued.kind, issued.version) == (DocumentKind.REVIEW_LETTER, 1)
    page = text(client, answer["Location"])
    assert "Invitation to the review of plan 1, letter 1" in page
    assert "Record that it was given" not in page
    row.refresh_from_db()
    assert row.invited_on is None
    file = client.get(reverse("documents:file", args=[issued.pk]))
    assert 'filename="review-of-plan-1-letter-1.pdf"' in file["Content-Disposition"]


def test_once_the_review_is_held_no_letter_can_be_pressed(
    people: Cast, review: Review, browse: Browse
) -> None:
    page = text(browse(people.sam), at("review_letter", review))
    assert "Nobody is invited any more." in page
    assert "Letter for" not in page
