"""Somebody on the staff who sides with one parent cannot get a paper to a restricted one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from children.models import ParentCarer, RestrictionKind
from isp_portal.documents import actions, queries
from isp_portal.documents.models import CopyGiven, IssuedDocument
from tests.documents.plans import father, finalised_plan, restrict
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast

from .nonsense import send
from .page_forms import forms_on

Browse = Callable[..., Client]
BARS = [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION]


def contact_words(client: Client, people: Cast, **words: str) -> tuple[str, dict[str, Any]]:
    (form,) = forms_on(client, reverse("children:contact_add", args=[people.seyi.pk]))
    typed = {"name": "Jo Lund", "relationship": "uncle", "email": "", "phone": "", **words}
    return form.action, {**form.filled(), "parental_responsibility": "unknown", **typed}


SAME_PERSON = {
    "the name": {"name": "Tunde Adeyemi"},
    "the name in other letters": {"name": " tunde  ADEYEMI "},
    "the name with a character nobody sees": {"name": "Tunde\u200b Adeyemi"},
    "the email": {"email": "TUNDE@family.example"},
    "the phone": {"phone": "01632960555"},
}


@pytest.mark.parametrize("kind", BARS)
@pytest.mark.parametrize("same", SAME_PERSON)
@pytest.mark.parametrize("has_ended", [True, False], ids=["ended", "standing"])
def test_a_restricted_parent_is_not_recorded_a_second_time(
    people: Cast, browse: Browse, kind: str, same: str, has_ended: bool
) -> None:
    tunde = father(people, ended_on=date(2026, 11, 2) if has_ended else None)
    restrict(tunde, kind)
    client, before = browse(people.kemi), ParentCarer.objects.count()
    address, words = contact_words(client, people, **SAME_PERSON[same])
    answer = send(client, address, words)
    assert "Ask the SENCO or the manager" in answer.content.decode()
    assert "restrict" not in answer.content.decode().lower()
    assert ParentCarer.objects.count() == before


@pytest.mark.parametrize("same", SAME_PERSON)
def test_nobody_elses_record_takes_on_who_a_restricted_parent_is(
    people: Cast, browse: Browse, same: str
) -> None:
    restrict(father(people))
    client = browse(people.kemi)
    (form,) = forms_on(
        client, reverse("children:contact_edit", args=[people.seyi.pk, people.priya.pk])
    )
    known = {"responsibility_evidence": "Birth certificate", "phone": "", "preferred_channel": ""}
    answer = send(client, form.action, {**form.filled(), **known, **SAME_PERSON[same]})
    assert "Ask the SENCO or the manager" in answer.content.decode()
    people.priya.refresh_from_db()
    assert (people.priya.name, people.priya.email) == ("Priya Blackwood", "priya@family.example")


@pytest.mark.parametrize("kind", [RestrictionKind.NO_ADDRESS, RestrictionKind.SUPERVISED])
def test_a_parent_who_may_read_may_share_a_phone_with_another(
    people: Cast, browse: Browse, kind: str
) -> None:
    """The control: only a bar on papers is guarded in this way."""
    restrict(father(people), kind)
    client = browse(people.kemi)
    address, words = contact_words(client, people, phone="01632 960 555")
    assert send(client, address, words).status_code == 302


def test_a_restricted_parent_may_be_corrected_under_the_same_name(
    people: Cast, browse: Browse
) -> None:
    tunde = father(people)
    restrict(tunde)
    client = browse(people.kemi)
    (form,) = forms_on(client, reverse("children:contact_edit", args=[people.seyi.pk, tunde.pk]))
    words = {**form.filled(), "preferred_times": "After 6", "preferred_channel": "phone"}
    words["responsibility_evidence"] = "Birth certificate"
    assert send(client, form.action, words).status_code == 302


@pytest.mark.parametrize("kind", BARS)
def test_no_way_of_sending_reaches_a_restricted_parent(
    people: Cast, browse: Browse, kind: str
) -> None:
    plan, tunde = finalised_plan(people).plan, father(people)
    issued_before = actions.issue_plan(plan=plan, recipient=tunde, by=STORY)
    restrict(tunde, kind)
    client, before = browse(people.kemi), IssuedDocument.objects.count()
    page = client.get(reverse("documents:copies", args=[plan.pk]))
    assert f'value="{tunde.pk}"' not in page.content.decode()
    send(client, reverse("documents:copies", args=[plan.pk]), {"recipient": str(tunde.pk)})
    given = {"channel": "email", "language": "English", "given_on": "today"}
    refused = send(client, reverse("documents:document", args=[issued_before.pk]), given)
    assert "may not receive copies" in refused.content.decode()
    assert not CopyGiven.objects.exists()
    assert IssuedDocument.objects.count() == before


def test_nothing_about_where_the_other_parent_lives_is_on_any_copy(people: Cast) -> None:
    plan, tunde = finalised_plan(people).plan, father(people)
    people.priya.address, people.priya.phone = "3 Hidden Row, Harrowby", "01632 960 777"
    people.priya.record(by=STORY)
    for recipient in (tunde, people.priya, None):
        paper = actions.issue_plan(plan=plan, recipient=recipient, by=STORY)
        text = text_of(queries.file_of(paper))
        assert squeezed("Plan 1") in text
        for secret in ("Hidden Row", "960 777", "Quarry Street", "960 555", "family.example"):
            assert squeezed(secret) not in text, (recipient, secret)
