"""A restriction closes every link at once, and nothing on one parent's copy leads to the other (C3.2)."""

from datetime import date, timedelta
from unittest import mock

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from accounts.actions.links import give_code
from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail
from accounts.rules.outbox import MailState
from accounts.rules.refusal import Refused
from children import actions as children
from children.models import BARS_CONTACT, ParentCarer, RestrictionKind
from isp_portal.documents import actions as papers
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.queries import file_of
from isp_portal.documents.renderer import Drawn
from isp_portal.sharing.actions import attach_document
from isp_portal.sharing.models import Share
from tests.documents.plans import father, finalised_plan
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast

from .given import inside, link_to, mail_to, shared

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db
MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
FEW = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""Each example draws PDFs, so they are few and none is made smaller."""


def restrict(contact: ParentCarer, kind: str, from_on: date = TODAY) -> None:
    """By the action, as on the page: the floor above is told."""
    values = {
        "kind": kind,
        "evidence": "Court order seen",
        "court_order_on": None,
        "from_on": from_on,
        "review_on": from_on + timedelta(days=90),
    }
    children.set_restriction(contact=contact, values=values, by=STORY)


def live_links(contact: ParentCarer) -> int:
    return Share.objects.held_by(contact).standing(timezone.now()).count()


@pytest.mark.parametrize("kind", BARS_CONTACT)
def test_a_restriction_closes_links_codes_and_the_page_that_is_open(
    people: Cast, kind: str
) -> None:
    share, path = shared(people)
    phone = inside(people, share, path)
    restrict(people.priya, kind)
    assert live_links(people.priya) == 0
    for where in (path, f"{path}copy/", f"{path}copy/file/", f"{path}said/"):
        assert phone.get(where).status_code == 404
    assert phone.post(f"{path}send-code/").status_code == 404
    with pytest.raises(Refused):
        give_code(link=share, by=STORY)


@pytest.mark.parametrize("kind", [RestrictionKind.NO_ADDRESS, RestrictionKind.SUPERVISED])
def test_a_restriction_of_another_kind_closes_no_link(people: Cast, kind: str) -> None:
    shared(people)
    restrict(people.priya, kind)
    assert live_links(people.priya) == 1


def test_a_restriction_that_begins_later_closes_the_door_on_its_day(people: Cast) -> None:
    share, path = shared(people)
    phone = inside(people, share, path)
    restrict(people.priya, RestrictionKind.NO_CONTACT, TODAY + timedelta(days=1))
    assert phone.get(f"{path}copy/").status_code == 200
    restriction = people.priya.restrictions.get()
    restriction.from_on = TODAY
    restriction.record(by=STORY)
    assert phone.get(f"{path}copy/").status_code == 404


def test_a_mail_that_waits_does_not_go_to_somebody_restricted_meanwhile(people: Cast) -> None:
    shared(people)
    restrict(people.priya, RestrictionKind.NO_CONTACT)
    deliver_due()
    assert mail_to(people.priya).state == MailState.STOPPED


def test_a_changed_address_closes_what_was_mailed_to_the_old_one(people: Cast) -> None:
    shared(people)
    children.change_contact(
        contact=people.priya,
        values={"email": "priya@new.example"},
        seen_version=people.priya.row_version,
        by=STORY,
    )
    assert live_links(people.priya) == 0


def test_who_is_no_contact_any_more_and_who_receives_no_copies_hold_no_link(people: Cast) -> None:
    tunde = father(people)
    for contact in (people.priya, tunde):
        shared(people, contact)
    children.end_contact(contact=tunde, ended_on=TODAY, why="Moved", by=STORY)
    children.change_contact(
        contact=people.priya,
        values={"may_receive_copies": False},
        seen_version=people.priya.row_version,
        by=STORY,
    )
    assert live_links(tunde) == live_links(people.priya) == 0


def test_somebody_restricted_is_shared_with_only_when_two_people_said_so(people: Cast) -> None:
    document = papers.issue_plan(plan=finalised_plan(people).plan, recipient=people.priya, by=STORY)
    restrict(people.priya, RestrictionKind.NO_CONTACT)
    with pytest.raises(Refused, match="may not receive"):
        link_to(people, document)
    override = children.ask_for_override(
        contact=people.priya,
        because="Paragraph 4",
        until_on=TODAY + timedelta(days=30),
        member=people.ruth,
        by=people.ruth.as_actor(),
    )
    with pytest.raises(Refused):
        link_to(people, document)
    override = children.confirm_override(override=override, member=people.sam, by=STORY)
    share, path = link_to(people, document)
    assert inside(people, share, path).get(f"{path}copy/").status_code == 200
    children.end_override(override=override, by=STORY)
    assert live_links(people.priya) == 0


@MANY
@given(
    steps=st.lists(
        st.sampled_from(["share", "attach", "restrict", "lift", "end"]), min_size=4, max_size=8
    )
)
def test_whatever_happens_a_restriction_means_no_live_link(people: Cast, steps: list[str]) -> None:
    """Sharing, attaching, restricting, lifting and ending in any order; nor does a mail wait to go."""
    people.acorns.may_email_copies = True
    people.acorns.record(by=STORY)
    with mock.patch("isp_portal.documents.actions.plan.draw_plan", return_value=Drawn(b"%PDF-", 1)):
        _tell(people, steps)


def _tell(people: Cast, steps: list[str]) -> None:
    contact = father(people)
    contact.name = f"Tunde {contact.pk.hex[:6]}"  # each example has a father of its own
    contact.record(by=STORY)
    document = None
    for step in steps:
        if step in ("share", "attach"):
            document = document or _copy(people, contact)
            if document is not None and _may(contact):
                _send(people, document, step)
        elif step == "restrict" and not contact.restrictions.in_force(TODAY).exists():
            restrict(contact, RestrictionKind.NO_INFORMATION)
        elif step == "lift":
            for one in contact.restrictions.in_force(TODAY):
                children.lift_restriction(
                    restriction=one, lifted_on=TODAY, because="Order ended", by=STORY
                )
        elif step == "end" and contact.ended_on is None:
            children.end_contact(contact=contact, ended_on=TODAY, why="Moved", by=STORY)
        if not _may(contact):
            assert live_links(contact) == 0
            assert not _mails_that_wait(document)


def _send(people: Cast, document: IssuedDocument, step: str) -> None:
    if step == "share":
        link_to(people, document)
    else:
        attach_document(document=document, by=STORY)


def _mails_that_wait(document: IssuedDocument | None) -> bool:
    """With a link to this copy, or with the copy itself."""
    if document is None:
        return False
    about = [document.pk, *document.shares.values_list("pk", flat=True)]
    return OutboxMail.objects.waiting().filter(about_id__in=about).exists()


def _may(contact: ParentCarer) -> bool:
    return ParentCarer.objects.filter(pk=contact.pk).may_receive(TODAY).exists()


def _copy(people: Cast, contact: ParentCarer) -> IssuedDocument | None:
    if not _may(contact):
        return None
    plan = people.seyi.plans.finalised().first() or finalised_plan(people).plan
    return papers.issue_plan(plan=plan, recipient=contact, by=STORY)


SAFE = st.text("ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=9, max_size=14)


@FEW
@given(street=SAFE, number=st.integers(10**9, 10**10 - 1), mailbox=SAFE)
def test_no_copy_of_one_parent_holds_how_to_reach_the_other(
    people: Cast, street: str, number: int, mailbox: str
) -> None:
    """Read out of the PDF, for whatever the other parent's address, phone and email are."""
    tunde = father(people)
    tunde.address, tunde.phone = f"7 {street} Road, Harrowby", f"0{number}"
    tunde.email = f"{mailbox.lower()}@family.example"
    tunde.record(by=STORY)
    plan = people.seyi.plans.finalised().first() or finalised_plan(people).plan
    hers = papers.issue_plan(plan=plan, recipient=people.priya, by=STORY)
    text = text_of(file_of(hers))
    assert squeezed("Priya Blackwood") in text
    share, path = link_to(people, hers)
    page = inside(people, share, path).get(f"{path}copy/").content.decode()
    for secret in (street, str(number), mailbox.lower()):
        assert secret not in text
        assert secret not in page
