"""The evidence of a consent: kept by the one door, read as a sealed attachment, logged, taken off (C7)."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from agencies.models import ConsentFile
from children.models import AccessEvent
from tests.agencies.consents import answers
from tests.agencies.intake.good_files import pdf
from tests.people import Cast

Browse = Callable[..., Client]


def keep(people: Cast, browse: Browse, content: bytes, name: str = "Priya's consent.pdf") -> str:
    """Kemi sends a file to Priya's answer; what the page answers."""
    consent = people.seyi.consents.first() or answers(people)
    page = reverse("agencies:consent_files", args=[people.seyi.pk, consent.pk])
    sent = SimpleUploadedFile(name, content, "application/pdf")
    return browse(people.kemi).post(page, {"file": sent}, follow=True).content.decode()


def test_c7_the_signed_form_is_kept_with_the_answer_once(people: Cast, browse: Browse) -> None:
    for _ in range(2):
        assert "The evidence is kept." in keep(people, browse, pdf())
    assert ConsentFile.objects.get().added_by == "Kemi Adebayo"


def test_what_is_no_document_stays_out(people: Cast, browse: Browse) -> None:
    said = keep(people, browse, b"<html><script>alert(1)</script></html>")
    assert "The evidence is kept." not in said
    assert not ConsentFile.objects.exists()


def test_it_is_read_as_a_sealed_attachment_and_the_reading_is_logged(
    people: Cast, browse: Browse
) -> None:
    keep(people, browse, pdf())
    page = reverse("agencies:consent_file", args=[people.seyi.pk, ConsentFile.objects.get().pk])
    before = AccessEvent.objects.of_child(people.seyi).count()
    file = browse(people.sam).get(page)
    assert file.content == pdf()
    assert file["Content-Disposition"] == 'attachment; filename="consent-2026-11-02.pdf"'
    assert file["Content-Security-Policy"].startswith("sandbox")
    assert AccessEvent.objects.of_child(people.seyi).count() == before + 1


def test_a_file_that_was_taken_off_is_not_handed_out_any_more(people: Cast, browse: Browse) -> None:
    keep(people, browse, pdf())
    file, sam = ConsentFile.objects.get(), browse(people.sam)
    ids = [people.seyi.pk, file.pk]
    page = reverse("agencies:consent_file_take_off", args=ids)
    answer = sam.post(page, {"because": "It is another child's"}, follow=True).content.decode()
    assert "Taken off Mon 23 Nov by Sam Whitlock: It is another child&#x27;s" in answer
    assert sam.get(reverse("agencies:consent_file", args=ids)).status_code == 404
