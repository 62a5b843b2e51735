"""The page on which consent is recorded, withdrawn and decided about (C7)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rules.refusal import Refused
from agencies.models import Consent, ConsentPurpose
from agencies.policies import may_contact
from children.models import RestrictionKind
from tests.agencies.consents import ASK, answers, father, refuses, restrict
from tests.people import Cast

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_a_restricted_parent_is_not_asked_and_the_restriction_is_not_told(
    people: Cast, browse: Browse, kind: str
) -> None:
    tunde = father(people)
    restrict(tunde, kind)
    with pytest.raises(Refused) as refused:
        answers(people, tunde)
    assert "restrict" not in refused.value.sentence.lower()
    page = browse(people.kemi).get(reverse("agencies:consent", args=[people.seyi.pk]))
    assert f'value="{tunde.pk}"' not in page.content.decode()
    assert f'value="{people.priya.pk}"' in page.content.decode()


def posted(people: Cast, **more: str) -> dict[str, str]:
    return {
        "agency": str(people.speech.pk),
        "purpose": "ask_report",
        "contact": str(people.priya.pk),
        "basis": "Birth certificate seen",
        "answer": "given",
        "what_may_be_shared": "The plan",
        "how": "paper",
        "given_on": "23 11 26",
        **more,
    }


def test_a_key_person_records_consent_on_the_childs_page(people: Cast, browse: Browse) -> None:
    page = reverse("agencies:consent", args=[people.seyi.pk])
    assert browse(people.kemi).post(page, posted(people)).status_code == 302
    kept = Consent.objects.get()
    assert (kept.contact, kept.basis) == (people.priya, "Birth certificate seen")
    text = browse(people.kemi).get(page).content.decode()
    assert "Priya Blackwood consented on Mon 23 Nov" in text
    assert "Nobody has answered yet" in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"basis": ""}, "Say what was seen"),
        ({"what_may_be_shared": ""}, "Say what may be shared"),
        ({"answer": "refused"}, "Say why they refuse"),
        ({"given_on": "24 11 26"}, "still to come"),
        ({"until_on": "22 11 26"}, "ends before the day"),
        ({"contact": ""}, "Say who answers"),
    ],
)
def test_what_is_missing_in_an_answer_is_said(
    people: Cast, browse: Browse, words: dict[str, str], says: str
) -> None:
    page = reverse("agencies:consent", args=[people.seyi.pk])
    assert says in browse(people.kemi).post(page, posted(people, **words)).content.decode()
    assert not Consent.objects.exists()


def test_only_the_senco_decides_about_an_objection(people: Cast, browse: Browse) -> None:
    answers(people)
    objection = refuses(people, father(people))
    page = reverse("agencies:consent_set_aside", args=[people.seyi.pk, objection.pk])
    assert browse(people.kemi).post(page, {"because": "No"}).status_code == 403
    assert browse(people.sam).post(page, {"because": "Best for Seyi"}).status_code == 302
    objection.refresh_from_db()
    assert objection.withdrawn_by == "Sam Whitlock"
    assert may_contact(people.seyi, people.speech, ASK, TODAY)


def test_the_page_of_consents_asks_the_same_number_of_queries_for_many_answers(
    people: Cast, browse: Browse
) -> None:
    page = reverse("agencies:consent", args=[people.seyi.pk])
    answers(people)
    client = browse(people.kemi)
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for number, purpose in enumerate(ConsentPurpose):
        answers(people, purpose=purpose, given_on=TODAY - timedelta(days=number))
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) == len(few)
