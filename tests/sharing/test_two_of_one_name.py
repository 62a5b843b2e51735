"""Two contacts of one child with the same name and relationship: each holds a copy of their own (C3.2)."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership
from children.models import ParentCarer
from isp_portal.documents import actions as papers
from isp_portal.documents.models import CopyGiven, IssuedDocument
from isp_portal.documents.queries import copies_due
from isp_portal.sharing import actions
from tests.documents.plans import finalised_plan
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned

from .given import inside, link_to, mail_to, page_of, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(people: Cast) -> ParentCarer:
    """Another Priya Blackwood, mother of Seyi: two mothers who carry one name."""
    return ParentCarer(
        child=people.seyi,
        name=people.priya.name,
        relationship=people.priya.relationship,
        parental_responsibility="yes",
        may_receive_copies=True,
        email="other.priya@family.example",
        address="7 Quarry Street, Harrowby",
        phone="01632 960 555",
    ).record(by=STORY)


def test_each_is_issued_the_plan_and_the_same_copy_when_asked_again(
    people: Cast, other: ParentCarer
) -> None:
    plan = finalised_plan(people).plan
    hers, others = (
        papers.issue_plan(plan=plan, recipient=one, by=STORY) for one in (people.priya, other)
    )
    assert hers != others
    assert hers.facts == others.facts, "the paper says a name, and the name is the same"
    assert (hers.recipient, others.recipient) == (people.priya, other)
    assert papers.issue_plan(plan=plan, recipient=other, by=STORY) == others
    assert IssuedDocument.objects.count() == 2


def test_each_is_issued_the_parents_page_and_the_minutes(people: Cast, other: ParentCarer) -> None:
    review = whole.finalised(people)
    plan = review.plan
    assert plan is not None
    both = (people.priya, other)
    pages = [papers.issue_parents_page(plan=plan, recipient=one, by=STORY) for one in both]
    minutes = [papers.issue_minutes(review=review, recipient=one, by=STORY) for one in both]
    for copies in (pages, minutes):
        assert [one.recipient for one in copies] == list(both)


def test_each_is_issued_the_invitation(people: Cast, other: ParentCarer) -> None:
    review = planned(people)
    invited = review.participants.filter(contact__in=(people.priya, other))
    letters = [papers.issue_review_letter(participant=one, by=STORY) for one in invited]
    assert {one.recipient for one in letters} == {people.priya, other}


def test_each_opens_signs_and_holds_their_own_and_nothing_is_mixed(
    people: Cast, other: ParentCarer
) -> None:
    plan = finalised_plan(people).plan
    hers, others = (
        papers.issue_plan(plan=plan, recipient=one, by=STORY) for one in (people.priya, other)
    )
    her_share, her_path = link_to(people, hers)
    other_share, other_path = link_to(people, others)
    assert mail_to(other).about_id == other_share.pk
    phone = inside(people, other_share, other_path, Client())
    say(phone, other_path, "answer", answer="with_comments", words="Only the other one says this.")
    assert [one.document for one in CopyGiven.objects.all()] == [others]
    assert {one.contact for one in copies_due(people.sam, timezone.localdate())} == {people.priya}
    assert [one.contact for one in plan.sign_offs.filter(capacity="parent")] == [other]
    her_phone = inside(people, her_share, her_path)
    assert "Only the other one says this." not in page_of(her_phone, f"{her_path}copy/")
    assert "Only the other one says this." not in page_of(her_phone, f"{her_path}said/")
    assert her_phone.get(f"{other_path}copy/").status_code == 302
    actions.take_back_share(share=other_share, because="Sent too early", by=STORY)
    assert her_phone.get(f"{her_path}copy/").status_code == 200


def test_staff_tell_them_apart_by_how_to_reach_them(
    people: Cast, other: ParentCarer, browse: Callable[[Membership], Client]
) -> None:
    plan = finalised_plan(people).plan
    page = page_of(browse(people.sam), reverse("documents:copies", args=[plan.pk]))
    assert "Priya Blackwood, mother (priya@family.example)" in page
    assert "Priya Blackwood, mother (other.priya@family.example)" in page
    other.name = "Priya Brown"
    other.record(by=STORY)
    page = page_of(browse(people.sam), reverse("documents:copies", args=[plan.pk]))
    assert "Priya Blackwood, mother (" not in page


def test_the_copy_of_the_file_is_still_kept_once(people: Cast) -> None:
    plan = finalised_plan(people).plan
    filed = papers.issue_plan(plan=plan, recipient=None, by=STORY)
    assert papers.issue_plan(plan=plan, recipient=None, by=STORY) == filed
    again = IssuedDocument.objects.get(pk=filed.pk)
    again.pk, again._state.adding = None, True  # the row that two presses at once would make
    again.stored_as = "issued/again.pdf"
    with pytest.raises(IntegrityError), transaction.atomic():
        again.record(by=STORY)
    assert IssuedDocument.objects.get() == filed


def test_tables_of_copies_tell_them_apart_and_so_does_writing_down_what_they_said(
    people: Cast, other: ParentCarer, browse: Callable[[Membership], Client]
) -> None:
    plan = finalised_plan(people).plan
    both = (people.priya, other)
    copies = [papers.issue_plan(plan=plan, recipient=one, by=STORY) for one in both]
    sam = browse(people.sam)
    table, _, _ = page_of(sam, reverse("documents:copies", args=[plan.pk])).partition(
        "Issue a copy"
    )
    form = page_of(sam, reverse("sharing:write_down", args=[people.seyi.pk]))
    for one, copy in zip(both, copies, strict=True):
        assert f"Priya Blackwood (mother), {one.email}</a>" in table
        assert f"Priya Blackwood, mother ({one.email})" in table, "who waits"
        assert f"Priya Blackwood, mother ({one.email})</option>" in form
        assert f"for Priya Blackwood (mother), {one.email}</option>" in form
        for name in ("documents:document", "sharing:share"):
            assert f"{one.email}</h1>" in page_of(sam, reverse(name, args=[copy.pk]))


def test_tables_of_pages_minutes_and_letters_tell_them_apart(
    people: Cast, other: ParentCarer, browse: Callable[[Membership], Client]
) -> None:
    review = whole.finalised(people)
    plan = review.plan
    assert plan is not None
    for one in (people.priya, other):
        papers.issue_parents_page(plan=plan, recipient=one, by=STORY)
        papers.issue_minutes(review=review, recipient=one, by=STORY)
    sam = browse(people.sam)
    for name, key in (("documents:parents_page", plan.pk), ("documents:minutes", review.pk)):
        page = page_of(sam, reverse(name, args=[key]))
        for one in (people.priya, other):
            assert f"Priya Blackwood (mother), {one.email}</a>" in page
    waits, _, _ = page.partition(">Issued")
    assert f"Priya Blackwood, mother ({other.email})" in waits


def test_one_of_her_name_is_named_alone(
    people: Cast, browse: Callable[[Membership], Client]
) -> None:
    plan = finalised_plan(people).plan
    papers.issue_plan(plan=plan, recipient=people.priya, by=STORY)
    sam = browse(people.sam)
    assert "Priya Blackwood (mother)</a>" in page_of(
        sam, reverse("documents:copies", args=[plan.pk])
    )
    assert "Priya Blackwood, mother</option>" in page_of(
        sam, reverse("sharing:write_down", args=[people.seyi.pk])
    )
