"""The pages about papers: who may come in, what they show, and that looking is recorded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from children.models import AccessEvent
from isp_portal.documents import actions, queries
from isp_portal.documents.models import CopyGiven, CopyNotGiven, IssuedDocument
from isp_portal.documents.renderer import TookTooLong
from plans.models import SupportPlan
from plans.rules.lifecycle import PlanStatus
from tests.documents.plans import father, finalised_plan, restrict
from tests.people import Cast

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]


@pytest.fixture
def plan(people: Cast) -> SupportPlan:
    return finalised_plan(people).plan


@pytest.fixture
def issued(people: Cast, plan: SupportPlan) -> IssuedDocument:
    return actions.issue_plan(plan=plan, recipient=people.priya, by=people.sam.as_actor())


def addresses(plan: SupportPlan, issued: IssuedDocument) -> list[str]:
    return [
        *(reverse(f"documents:{name}", args=[plan.pk]) for name in ("copies", "not_given")),
        reverse("documents:print_view", args=[plan.pk]),
        *(reverse(f"documents:{name}", args=[issued.pk]) for name in ("document", "file")),
    ]


def test_another_settings_senco_finds_nothing(
    people: Cast, plan: SupportPlan, issued: IssuedDocument, browse: Browse
) -> None:
    for address in addresses(plan, issued):
        answer = browse(people.olga).get(address)
        assert answer.status_code == 404, address
        assert b"Seyi" not in answer.content


def test_another_key_person_finds_nothing(
    people: Cast, plan: SupportPlan, issued: IssuedDocument, browse: Browse
) -> None:
    for address in addresses(plan, issued):
        assert browse(people.dele).get(address).status_code == 404, address


def test_a_practitioner_of_the_room_opens_the_copy_but_issues_none(
    people: Cast, plan: SupportPlan, issued: IssuedDocument, browse: Browse
) -> None:
    assert browse(people.hannah).get(reverse("documents:file", args=[issued.pk])).status_code == 200
    answer = browse(people.hannah).get(reverse("documents:copies", args=[plan.pk]))
    assert answer.status_code == 403


def test_every_page_and_paper_records_who_looked(
    people: Cast, plan: SupportPlan, issued: IssuedDocument, browse: Browse
) -> None:
    for number, address in enumerate(addresses(plan, issued), start=1):
        assert browse(people.sam).get(address).status_code == 200, address
        assert AccessEvent.objects.of_child(people.seyi).count() == number, address


def test_the_issued_file_is_sealed_and_its_name_tells_of_nobody(
    people: Cast, issued: IssuedDocument, browse: Browse
) -> None:
    answer = browse(people.kemi).get(reverse("documents:file", args=[issued.pk]))
    assert answer.content == queries.file_of(issued)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="plan-1-version-1.pdf"'
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


def test_a_damaged_file_is_answered_in_words(
    people: Cast, issued: IssuedDocument, browse: Browse
) -> None:
    path = Path(settings.PRIVATE_FILES_DIR) / issued.stored_as
    path.write_bytes(b"%PDF-1.7 something else")
    answer = browse(people.sam).get(reverse("documents:file", args=[issued.pk]))
    assert answer.status_code == 500
    assert "not as issued" in answer.content.decode()


def test_the_senco_issues_a_copy_and_records_that_it_was_given(
    people: Cast, plan: SupportPlan, browse: Browse
) -> None:
    sam = browse(people.sam)
    answer = sam.post(
        reverse("documents:copies", args=[plan.pk]), {"recipient": str(people.priya.pk)}
    )
    issued = IssuedDocument.objects.get()
    assert answer["Location"] == reverse("documents:document", args=[issued.pk])
    answer = sam.post(
        answer["Location"],
        {"channel": "handed_over", "given_on": "today", "language": "English"},
    )
    assert answer["Location"] == reverse("documents:copies", args=[plan.pk])
    assert CopyGiven.objects.get().document == issued
    page = sam.get(answer["Location"]).content.decode()
    assert "Every parent who may receive copies holds this version" in page


def test_a_restricted_parent_is_neither_listed_nor_accepted(
    people: Cast, plan: SupportPlan, browse: Browse
) -> None:
    tunde = father(people)
    restrict(tunde)
    address = reverse("documents:copies", args=[plan.pk])
    page = browse(people.sam).get(address).content.decode()
    assert "Priya" in page
    assert "Tunde" not in page
    page = browse(people.sam).post(address, {"recipient": str(tunde.pk)}).content.decode()
    assert "Choose one of the people listed" in page
    assert not IssuedDocument.objects.exists()


def test_when_no_pdf_can_be_made_the_page_offers_the_print_view(
    people: Cast, plan: SupportPlan, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(_: object) -> None:
        raise TookTooLong("This paper was not ready after 20 seconds.")

    monkeypatch.setattr("isp_portal.documents.actions.plan.draw_plan", too_slow)
    answer = browse(people.sam).post(
        reverse("documents:copies", args=[plan.pk]), {"recipient": "file"}
    )
    page = answer.content.decode()
    assert "not ready after 20 seconds" in page
    assert reverse("documents:print_view", args=[plan.pk]) in page


def test_the_print_view_needs_no_worker_and_allows_only_linked_styles(
    people: Cast, plan: SupportPlan, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isp_portal.documents.renderer.Renderer.render", None)
    answer = browse(people.sam).get(reverse("documents:print_view", args=[plan.pk]))
    assert "Say his name and wait until he looks" in answer.content.decode()
    assert "style-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe-inline" not in answer["Content-Security-Policy"]


def test_a_draft_has_no_print_view(people: Cast, browse: Browse) -> None:
    draft = finalised_plan(people, PlanStatus.DRAFT).plan
    address = reverse("documents:print_view", args=[draft.pk])
    assert browse(people.sam).get(address).status_code == 404


def test_the_reason_for_no_copy_is_recorded(
    people: Cast, plan: SupportPlan, browse: Browse
) -> None:
    address = reverse("documents:not_given", args=[plan.pk])
    assert "Say why" in browse(people.sam).post(address, {}).content.decode()
    browse(people.sam).post(address, {"contact": str(people.priya.pk), "because": "No address yet"})
    assert CopyNotGiven.objects.get().because == "No address yet"


def test_reading_a_page_changes_nothing(
    people: Cast, plan: SupportPlan, issued: IssuedDocument, browse: Browse
) -> None:
    for address in addresses(plan, issued):
        browse(people.sam).get(address)
    assert IssuedDocument.objects.count() == 1
    assert not CopyGiven.objects.exists()
