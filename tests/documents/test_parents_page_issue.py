"""A parents' page is issued as the plan is: frozen for one parent, kept, listed, given."""

from datetime import date, time

import pytest
from django.urls import reverse

from accounts.rules.refusal import Refused
from children.models import RestrictionKind
from isp_portal.documents import actions, queries
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.documents.renderer import TookTooLong
from plans.rules.lifecycle import PlanStatus
from tests.documents.plans import Written, corrected, father, finalised_plan, restrict
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast
from tests.reviews.reviews_given import planned

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def written(people: Cast) -> Written:
    return finalised_plan(people)


def issue(people: Cast, written: Written, recipient: object = None) -> IssuedDocument:
    return actions.issue_parents_page(
        plan=written.plan,
        recipient=recipient or people.priya,  # type: ignore[arg-type]
        by=people.sam.as_actor(),
    )


def test_the_page_holds_what_we_do_and_what_to_try_under_the_numbers_of_the_plan(
    people: Cast, written: Written
) -> None:
    words = text_of(queries.file_of(issue(people, written)))
    for said in (
        "1. Say his name and wait until he looks",
        "2. Show the now and next strip",
        "2. Strip on the fridge",
        "Between 4 and 18 December 2026",
        "Sam Whitlock, SENCO",
        "copy for Priya Blackwood, issued Mon 23 Nov 2026",
    ):
        assert squeezed(said) in words, said


def test_it_is_an_issued_copy_of_its_own_kind_and_no_copy_of_the_plan(
    people: Cast, written: Written
) -> None:
    document = issue(people, written)
    assert (document.kind, document.version) == (DocumentKind.PARENTS_PAGE, 1)
    assert document.page_count == 1
    assert issue(people, written) == document
    actions.record_copy_given(
        document=document,
        channel="handed_over",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=STORY,
    )
    assert queries.waiting_for_a_copy(written.plan, TODAY) == [people.priya]


def test_the_day_of_the_review_is_on_it_once_it_is_planned(people: Cast) -> None:
    review = planned(people)
    review.planned_time, review.interpreter = time(15, 30), "Farah Aziz"
    review.record(by=STORY)
    page = queries.parents_page_facts(review.cycle.plans.get(), people.priya, TODAY)
    assert (page.meets_on, page.meets_at) == (review.planned_on, time(15, 30))
    assert (page.place, page.interpreter) == (review.place, "Farah Aziz")


def test_a_new_version_says_what_changed_since_the_page_this_parent_was_given(
    people: Cast, written: Written
) -> None:
    first = issue(people, written)
    actions.record_copy_given(
        document=first,
        channel="post",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=STORY,
    )
    new = corrected(written)
    tunde = father(people)
    said = text_of(queries.file_of(issue(people, new)))
    assert squeezed("Changed since your copy Yours is of 23 November 2026") in said
    assert squeezed("Strategy 2. Changed: what adults do. Strategy 3: new.") in said
    assert squeezed("Changed since your copy") not in text_of(
        queries.file_of(issue(people, new, tunde))
    )


def test_no_page_holds_another_contact_of_the_child(people: Cast, written: Written) -> None:
    tunde = father(people)
    document = issue(people, written)
    for secret in (tunde.name, tunde.address, tunde.phone, tunde.email):
        assert secret not in document.facts


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_somebody_barred_gets_no_page(people: Cast, written: Written, kind: str) -> None:
    restrict(people.priya, kind)
    with pytest.raises(Refused):
        issue(people, written)
    assert not IssuedDocument.objects.exists()


def test_only_a_finalised_plan_has_a_page(people: Cast) -> None:
    with pytest.raises(Refused, match="so no copy can be issued"):
        issue(people, finalised_plan(people, PlanStatus.DRAFT))


def test_the_page_is_in_the_language_and_size_that_the_contact_asks_for(
    people: Cast, written: Written
) -> None:
    people.priya.language, people.priya.wants_large_print = "Urdu, some English", True
    people.priya.record(by=STORY)
    document = issue(people, written)
    assert "Parents’page,Urdu,version1,largeprint" in text_of(queries.file_of(document))
    assert '"language":"ur"' in document.facts


def test_staff_see_who_reads_what_and_that_nobody_checked_the_words(
    people: Cast, written: Written, browse: object
) -> None:
    people.priya.language = "Romanian"
    people.priya.record(by=STORY)
    client = browse(people.sam)  # type: ignore[operator]
    page = client.get(reverse("documents:parents_page", args=[written.plan.pk])).content.decode()
    assert "in Romanian and English." in page
    assert "not yet checked by a native speaker" in page
    words = client.get(reverse("documents:language", args=["ro"])).content.decode()
    assert "Ce facem la grădiniță" in words
    assert client.get(reverse("documents:language", args=["en-gb"])).status_code == 404


def test_a_language_without_words_is_said_to_be_without_words(people: Cast) -> None:
    people.priya.language = "Tigrinya"
    (reader,) = queries.readers([people.priya])
    assert (reader.no_words_in, reader.how) == ("Tigrinya", "in English")
    people.priya.language, people.priya.wants_clear_letters = "", True
    (reader,) = queries.readers([people.priya])
    assert reader.how == "in English, in letters easier with dyslexia"
    people.priya.wants_clear_letters = False
    assert queries.readers([people.priya]) == []


def test_the_page_is_issued_and_given_in_the_portal(
    people: Cast, written: Written, browse: object
) -> None:
    client = browse(people.sam)  # type: ignore[operator]
    address = reverse("documents:parents_page", args=[written.plan.pk])
    answer = client.post(address, {"recipient": str(people.priya.pk)})
    document = IssuedDocument.objects.get()
    assert answer.url == reverse("documents:document", args=[document.pk])
    assert "Parents’ page with plan 1, version 1" in client.get(answer.url).content.decode()
    assert "Priya Blackwood" in client.get(address).content.decode()
    file = client.get(reverse("documents:file", args=[document.pk]))
    assert 'filename="parents-page-1-version-1.pdf"' in file["Content-Disposition"]


def test_without_a_pdf_the_page_can_be_printed_from_the_browser(
    people: Cast, written: Written, browse: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(facts: object) -> None:
        raise TookTooLong("This paper was not ready.")

    monkeypatch.setattr("isp_portal.documents.actions.parents_page.draw_parents_page", late)
    client = browse(people.sam)  # type: ignore[operator]
    address = reverse("documents:parents_page", args=[written.plan.pk])
    page = client.post(address, {"recipient": str(people.priya.pk)}).content.decode()
    assert "No PDF was made." in page
    link = reverse("documents:parents_page_print", args=[written.plan.pk, people.priya.pk])
    assert link in page
    assert "What we do at nursery" in client.get(link).content.decode()
    restrict(people.priya)
    assert client.get(link).status_code == 404
