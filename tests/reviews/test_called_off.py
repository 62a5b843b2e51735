"""A meeting that will not take place is called off by mail, in the calendars that were told of it (C4.1)."""

from datetime import date
from typing import Any

import pytest
from django.core import mail
from icalendar import Calendar, Event

from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail
from children.actions import archive_child, bring_back_child, facts_changed
from children.models import RestrictionKind
from plans.actions import close_plan
from plans.actions.merging import held
from plans.models import SupportPlan
from reviews.models import Review
from tests.documents.plans import restrict
from tests.people import STORY, Cast, seen_by_theo

from .inviting import ask, consent, invite
from .reviews_given import begun, planned, row

pytestmark = pytest.mark.usefixtures("monday")
CALLED_OFF = "review_cancellation"


def leaves(people: Cast) -> None:
    people.seyi.refresh_from_db()
    archive_child(
        child=people.seyi, left_on=date(2026, 11, 23), because="Moved", by=people.sam.as_actor()
    )


def comes_back(people: Cast) -> None:
    people.seyi.refresh_from_db()
    bring_back_child(child=people.seyi, by=people.sam.as_actor())


def told() -> list[Any]:
    """The mails that went since the last look."""
    deliver_due()
    went = list(mail.outbox)
    mail.outbox.clear()
    return went


def invited(people: Cast, *names: str) -> Review:
    review = planned(people)
    for name in names:
        invite(people, row(review, name))
    assert len(told()) == len(names)
    return review


def event_of(message: Any) -> Event:
    (part,) = message.attachments
    return Calendar.from_ical(part.get_payload(decode=True)).events[0]


def test_whoever_was_mailed_is_mailed_once_that_it_is_off_when_the_child_leaves_c4_1(
    people: Cast,
) -> None:
    review = invited(people, "Priya Blackwood", "Kemi Adebayo")
    leaves(people)
    went = told()
    assert sorted(message.to[0] for message in went) == [
        people.kemi.user.email,
        "priya@family.example",
    ]
    for message in went:
        (part,) = message.attachments
        assert (part.get_content_type(), part.get_param("method")) == ("text/calendar", "CANCEL")
        event = event_of(message)
        assert (event["uid"], event["status"]) == (str(review.calendar_uid), "CANCELLED")
        assert event["sequence"] == 1
        assert event.start.date() == review.planned_on
    facts_changed(held(people.seyi), STORY)
    assert told() == []


def test_nobody_is_named_in_it_c4_1(people: Cast) -> None:
    invited(people, "Priya Blackwood", "Kemi Adebayo")
    leaves(people)
    parent, member = sorted(told(), key=lambda message: message.to[0], reverse=True)
    assert "our meeting about your child’s plan does not take place" in parent.body
    assert "The review meeting of Thursday 26 November" in member.body
    assert "O. A. B." in member.body
    for message in (parent, member):
        everything = f"{message.subject} {message.body} {message.attachments}"
        assert not [name for name in ("Seyi", "Oluwaseyifunmi", "Adeyemi-B") if name in everything]


def test_who_was_told_by_word_of_mouth_or_not_at_all_gets_no_mail(people: Cast) -> None:
    review = planned(people)
    invite(people, row(review, "Priya Blackwood"), "phone")
    leaves(people)
    assert told() == []


def test_a_contact_who_is_restricted_meanwhile_gets_none(people: Cast) -> None:
    invited(people, "Priya Blackwood")
    restrict(people.priya, RestrictionKind.NO_CONTACT)
    leaves(people)
    assert not OutboxMail.objects.filter(kind=CALLED_OFF).exists()


def test_one_who_is_restricted_while_it_waits_gets_none(people: Cast) -> None:
    invited(people, "Priya Blackwood")
    leaves(people)
    restrict(people.priya, RestrictionKind.NO_CONTACT)
    assert told() == []


def test_an_agency_whose_consent_has_ended_gets_none_c7(people: Cast) -> None:
    seen_by_theo(people)
    given = consent(people)
    people.theo.email = "theo@speech.example"
    people.theo.record(by=STORY)
    invited(people, "Theo Marsh")
    given.remove(by=STORY, why="As if nobody had answered")
    leaves(people)
    assert told() == []


def test_an_address_that_was_changed_since_is_not_written_to(people: Cast) -> None:
    invited(people, "Priya Blackwood")
    people.priya.email = "new@family.example"
    people.priya.record(by=STORY)
    leaves(people)
    assert told() == []


def test_an_invitation_that_still_waits_does_not_go_and_nothing_is_called_off(
    people: Cast,
) -> None:
    ask(people, row(planned(people), "Priya Blackwood"))
    leaves(people)
    assert told() == []


def test_a_review_that_was_held_took_place(people: Cast) -> None:
    begun(people, invited(people, "Priya Blackwood"))
    leaves(people)
    assert not OutboxMail.objects.filter(kind=CALLED_OFF).exists()


def test_brought_back_before_the_mail_went_it_stands_and_nobody_is_told(people: Cast) -> None:
    review = invited(people, "Priya Blackwood")
    leaves(people)
    comes_back(people)
    assert told() == []
    assert row(review, "Priya Blackwood").knows_the_date


def test_brought_back_afterwards_they_are_invited_anew_with_a_later_word_c4_1(
    people: Cast,
) -> None:
    review = invited(people, "Priya Blackwood")
    leaves(people)
    (off,) = told()
    comes_back(people)
    assert not row(review, "Priya Blackwood").knows_the_date
    ask(people, row(review, "Priya Blackwood"))
    (again,) = told()
    assert event_of(again)["status"] == "CONFIRMED"
    assert event_of(again)["sequence"] > event_of(off)["sequence"]
    leaves(people)
    (off_again,) = told()
    assert event_of(off_again)["sequence"] > event_of(again)["sequence"]


def test_a_plan_that_is_closed_takes_its_review_with_it(people: Cast) -> None:
    review = invited(people, "Priya Blackwood")
    plan = SupportPlan.objects.get(cycle=review.cycle_id)
    close_plan(plan=plan, because="Reports set the targets", by=people.sam.as_actor())
    (off,) = told()
    assert (event_of(off)["status"], event_of(off)["sequence"]) == ("CANCELLED", 1)
