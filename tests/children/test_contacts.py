"""Parents and carers: what is known, what they may receive, and restrictions."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children import actions
from children.models import ContactRestriction, ParentCarer, RestrictionKind
from children.policies import check_may_receive_copy, may_receive_copy
from tests.children.given import form_of, page, text_of
from tests.people import Cast

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)
ADA = {
    "name": "Ada Blackwood",
    "relationship": "grandmother",
    "parental_responsibility": "unknown",
    "phone": "01632 960 119",
    "preferred_channel": "phone",
}
ORDER = {
    "kind": "no_information",
    "evidence": "Court order HB/114, seen in the original",
    "court_order_on": "20 8 26",
    "from_on": "1 9 26",
    "review_on": "1 3 27",
}


def restrict(people: Cast, kind: RestrictionKind, **values: Any) -> ContactRestriction:
    return actions.set_restriction(
        contact=people.priya,
        values={
            "kind": kind,
            "evidence": "Court order HB/114",
            "court_order_on": None,
            "from_on": date(2026, 9, 1),
            "review_on": date(2027, 3, 1),
            **values,
        },
        by=people.sam.as_actor(),
    )


def test_a_contact_is_added_once_however_often_the_form_is_sent(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    assert kemi.post(page("contact_add", people.seyi), ADA).status_code == 302
    again = kemi.post(page("contact_add", people.seyi), ADA)
    assert "is a contact of this child already" in text_of(again)
    assert ParentCarer.objects.filter(name="Ada Blackwood").count() == 1
    assert "Parental responsibility not known" in text_of(kemi.get(page("contacts", people.seyi)))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"parental_responsibility": "yes"}, "responsibility_evidence"),
        ({"preferred_channel": "email"}, "email"),
        ({"phone": ""}, "phone"),
        ({"email": "not an address"}, "email"),
        ({"parental_responsibility": ""}, "parental_responsibility"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(
    people: Cast, browse: Browse, words: dict[str, str], field: str
) -> None:
    answer = browse(people.kemi).post(page("contact_add", people.seyi), {**ADA, **words})
    assert field in answer.context["form"].errors
    assert "Ada Blackwood" in answer.content.decode()


def test_of_two_who_change_a_contact_the_second_sees_both(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    address = page("contact_edit", people.seyi, people.priya)
    opened = {**form_of(kemi.get(address)), "responsibility_evidence": "Birth certificate"}
    people.priya.language = "Yoruba"
    people.priya.record(by=people.sam.as_actor())
    met = kemi.post(address, {**opened, "language": "Igbo"})
    assert "Yoruba" in text_of(met)
    assert 'value="Igbo"' in met.content.decode()
    assert ParentCarer.objects.get(pk=people.priya.pk).language == "Yoruba"
    kemi.post(address, form_of(met))
    assert ParentCarer.objects.get(pk=people.priya.pk).language == "Igbo"


def test_ending_a_contact_keeps_the_record_and_can_be_undone(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    ids = (people.seyi, people.priya)
    kemi.post(page("contact_end", *ids), {"ended_on": "today", "why": "Moved abroad"})
    people.priya.refresh_from_db()
    assert people.priya.ended_on == TODAY
    assert people.priya.history.first().history_change_reason == "Moved abroad"
    with pytest.raises(Refused, match="no longer a contact"):
        check_may_receive_copy(people.priya, TODAY)
    kemi.post(page("contact_bring_back", *ids))
    people.priya.refresh_from_db()
    assert people.priya.ended_on is None


def test_a_contact_of_another_child_is_not_there(people: Cast, browse: Browse) -> None:
    for name in ("contact_edit", "contact_end", "restriction_add"):
        answer = browse(people.sam).get(page(name, people.zofia, people.priya))
        assert answer.status_code == 404


def test_a_restriction_is_kept_with_its_evidence_and_who_set_it(
    people: Cast, browse: Browse
) -> None:
    sam = browse(people.sam)
    assert sam.post(page("restriction_add", people.seyi, people.priya), ORDER).status_code == 302
    kept = ContactRestriction.objects.get().history.get()
    assert kept.actor_label == "Sam Whitlock"
    assert "Court order HB/114" in kept.history_change_reason


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"evidence": " "}, "evidence"),
        ({"review_on": "1 8 26"}, "review_on"),
        ({"court_order_on": "1 8 27"}, "court_order_on"),
        ({"kind": "gossip"}, "kind"),
    ],
)
def test_a_restriction_without_what_it_rests_on_is_refused(
    people: Cast, browse: Browse, words: dict[str, str], field: str
) -> None:
    address = page("restriction_add", people.seyi, people.priya)
    answer = browse(people.sam).post(address, {**ORDER, **words})
    assert field in answer.context["form"].errors
    assert not ContactRestriction.objects.exists()


def test_a_restriction_is_a_badge_to_all_and_its_text_only_for_some(
    people: Cast, browse: Browse
) -> None:
    restrict(people, RestrictionKind.NO_INFORMATION)
    to_kemi = text_of(browse(people.kemi).get(page("contacts", people.seyi)))
    to_sam = text_of(browse(people.sam).get(page("contacts", people.seyi)))
    assert "Contact restriction on record" in to_kemi
    assert "copies" not in to_kemi.partition("Contact restriction on record")[2], "which kind it is"
    assert "HB/114" not in to_kemi
    assert "No information about the child" not in to_kemi
    assert "HB/114" in to_sam


def test_a_key_person_may_neither_set_nor_lift_a_restriction(people: Cast, browse: Browse) -> None:
    row = restrict(people, RestrictionKind.NO_CONTACT)
    kemi = browse(people.kemi)
    assert kemi.post(page("restriction_lift", people.seyi, row), {}).status_code == 403
    assert kemi.post(page("restriction_add", people.seyi, people.priya), {}).status_code == 403


def test_a_restriction_is_lifted_with_a_reason_and_stays_on_record(
    people: Cast, browse: Browse
) -> None:
    row = restrict(people, RestrictionKind.NO_CONTACT)
    sam = browse(people.sam)
    assert not may_receive_copy(people.priya, TODAY)
    early = sam.post(
        page("restriction_lift", people.seyi, row),
        {"lifted_on": "1 8 26", "because": "Order ended"},
    )
    assert "lifted_on" in early.context["form"].errors
    sam.post(
        page("restriction_lift", people.seyi, row), {"lifted_on": "today", "because": "Order ended"}
    )
    assert may_receive_copy(people.priya, TODAY)
    assert not may_receive_copy(people.priya, date(2026, 11, 22))
    assert row.history.count() == 2


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_a_restricted_contact_may_not_be_given_copies_and_is_not_told_why(
    people: Cast, kind: RestrictionKind
) -> None:
    check_may_receive_copy(people.priya, TODAY)
    restrict(people, kind)
    with pytest.raises(Refused) as refused:
        check_may_receive_copy(people.priya, TODAY)
    assert kind.label not in refused.value.sentence


@pytest.mark.parametrize("kind", [RestrictionKind.NO_ADDRESS, RestrictionKind.SUPERVISED])
def test_other_restrictions_do_not_stop_copies(people: Cast, kind: RestrictionKind) -> None:
    restrict(people, kind)
    check_may_receive_copy(people.priya, TODAY)


def test_a_contact_who_is_not_marked_for_copies_gets_none(people: Cast) -> None:
    people.priya.may_receive_copies = False
    with pytest.raises(Refused, match="not marked"):
        check_may_receive_copy(people.priya, TODAY)


def test_a_review_day_that_has_passed_does_not_end_a_restriction(people: Cast) -> None:
    restrict(people, RestrictionKind.NO_CONTACT, review_on=date(2026, 10, 1))
    assert not may_receive_copy(people.priya, TODAY)
