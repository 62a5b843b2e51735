"""The letter that asks an agency, and the one that chases: what it says, and when none is made (C6.1, C7)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.rules.refusal import Refused
from agencies.actions import mark_asked, mark_chased, withdraw_consent
from agencies.models import ConsentPurpose, ReportRequest
from isp_portal.documents import actions, queries
from isp_portal.documents.facts.agency_letter import AgencyLetter
from isp_portal.documents.models import RequestLetter
from isp_portal.documents.models.issued import Unchangeable
from isp_portal.documents.queries import agency_letter as gathering
from tests.agencies.consents import answers
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast, seen_by_theo

pytestmark = pytest.mark.django_db
Browse = Callable[..., Client]


def raised(people: Cast, **more: Any) -> ReportRequest:
    values = {"kind": "report", "because": "No report has come", "raised_on": date(2026, 10, 1)}
    return ReportRequest(child=people.seyi, agency=people.speech, **{**values, **more}).record(
        by=STORY
    )


def letter(people: Cast, request: ReportRequest) -> RequestLetter:
    stored = ReportRequest.objects.get(pk=request.pk)
    return actions.issue_agency_letter(
        request=stored, to=people.theo, capacity="SENCO", by=people.sam.as_actor()
    )


def words_of(found: RequestLetter) -> str:
    return text_of(queries.file_of(found))


def test_c7_the_letter_says_who_asks_for_what_and_with_whose_consent(people: Cast) -> None:
    people.speech.address = "Harrowby Health Centre, 2 Station Road, Harrowby HB1 3NR"
    people.speech.record(by=STORY)
    seen_by_theo(people)
    answers(people)
    words = words_of(letter(people, raised(people)))
    for said in (
        "Theo Marsh Harrowby Speech and Language Harrowby Health Centre",
        "Oluwaseyifunmi Adeyemi-Blackwood, known as Seyi, born 14 February 2023: request for a "
        "copy of your report",
        "You first saw Seyi on 15 September 2026.",
        "by Monday 14 December 2026",
        "a copy of your report, or the date on which to expect it;",
        "Priya Blackwood, mother, who holds parental responsibility",
        "The plan.",
        "Mon 2 November 2026, in person; until it is withdrawn",
        "Letter 1 of Mon 23 Nov 2026",
        "replaces nothing: first request",
        "Sam Whitlock, SENCO, Acorns Nursery",
        "Do not send the report by ordinary email.",
    ):
        assert squeezed(said) in words, said


def test_a_chaser_follows_the_letter_before_it(people: Cast) -> None:
    answers(people)
    request = raised(people)
    mark_asked(request=request, asked_on=date(2026, 10, 5), asked_how="Letter", by=STORY)
    words = words_of(letter(people, request))
    for said in (
        "We asked you on 5 October 2026, and nothing has reached us since.",
        "replaces nothing: follows letter 1 of 5 Oct 2026",
        "request for a copy of your report, letter 2",
    ):
        assert squeezed(said) in words, said
    request.refresh_from_db()
    mark_chased(request=request, chased_on=date(2026, 11, 2), how="Letter 2 by post", by=STORY)
    assert squeezed("follows letter 2 of 2 Nov 2026") in words_of(letter(people, request))


def test_c6_1_a_new_observation_says_why_and_a_referral_needs_consent_to_refer(
    people: Cast,
) -> None:
    answers(people)
    because = "Every target of plan 2 was achieved"
    observation = raised(people, kind="observation", because=because)
    words = words_of(letter(people, observation))
    assert squeezed("request for a new observation and report") in words
    assert squeezed(f"Why we ask now: {because}.") in words
    seen = seen_by_theo(people)
    seen.discharged_on = date(2026, 11, 2)
    seen.record(by=STORY, why="Discharged")
    referral = raised(people, kind="report", needs_referral=True)
    with pytest.raises(Refused, match="a referral to"):
        letter(people, referral)
    answers(people, purpose=ConsentPurpose.REFER)
    words = words_of(letter(people, referral))
    assert squeezed("new referral, with a request to see the child again") in words
    assert squeezed("You discharged Seyi on 2 November 2026.") in words


def test_the_letter_stays_the_same_until_it_says_something_else(people: Cast) -> None:
    consent = answers(people)
    request = raised(people)
    first = letter(people, request)
    with time_machine.travel(date(2026, 11, 24)):
        assert letter(people, request) == first
        answers(
            people, what_may_be_shared="Name and date of birth only", given_on=date(2026, 11, 24)
        )
        second = letter(people, request)
    assert second != first
    assert (second.number, second.request) == (1, request)
    assert squeezed("replaces letter 1 of 23 Nov 2026") in words_of(second)
    consent.refresh_from_db()
    with pytest.raises(Unchangeable):
        first.record(by=STORY, why="Changed")


def test_without_consent_no_letter_is_made(people: Cast) -> None:
    request = raised(people)
    with pytest.raises(Refused, match="Record consent first"):
        letter(people, request)
    assert not RequestLetter.objects.exists()


def test_consent_withdrawn_while_the_letter_is_drawn_keeps_it_from_being_made(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C7: asked again inside the transaction that keeps the letter."""
    consent, request = answers(people), raised(people)
    drawn = actions.agency_letter.draw_agency_letter

    def draw(says: AgencyLetter) -> Any:
        withdraw_consent(consent=consent, because="Changed her mind", by=STORY)
        return drawn(says)

    monkeypatch.setattr(actions.agency_letter, "draw_agency_letter", draw)
    with pytest.raises(Refused, match="withdrew consent"):
        letter(people, request)
    assert gathering.letters_about(request) == []


def test_the_page_makes_the_letter_and_hands_it_out_under_a_name_that_tells_of_nobody(
    people: Cast, browse: Browse
) -> None:
    request, sam = raised(people), browse(people.sam)
    page = reverse("documents:agency_letter", args=[request.pk])
    for answer in (sam.get(page), sam.post(page, {"to": people.theo.pk})):
        assert "Record consent first (C7)." in answer.content.decode()
    answers(people)
    assert "Make the PDF" in sam.get(page).content.decode()
    assert sam.post(page, {"to": people.theo.pk}).status_code == 302
    found = RequestLetter.objects.get()
    file = sam.get(reverse("documents:agency_letter_file", args=[found.pk]))
    assert file["Content-Disposition"] == 'attachment; filename="request-letter-1.pdf"'
    assert file["Content-Security-Policy"].startswith("sandbox")
    assert b"%PDF-" in file.content[:8]


def test_a_request_that_is_raised_leads_to_its_letter(people: Cast, browse: Browse) -> None:
    answers(people)
    sam = browse(people.sam)
    page = reverse("agencies:request_add", args=[people.seyi.pk])
    words = {"agency": people.speech.pk, "kind": "report", "because": "No report has come"}
    answer = sam.post(page, words)
    request = ReportRequest.objects.get()
    assert answer["Location"] == reverse("documents:agency_letter", args=[request.pk])
