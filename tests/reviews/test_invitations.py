"""Inviting people to a review: recorded one by one, and nobody who may not be told (C4.1)."""

from collections.abc import Callable
from datetime import date
from email.message import Message
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from icalendar import Calendar

from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail, StaleVersion
from children.models import RestrictionKind
from children.rules.initials import initials
from plans.actions.merging import held
from reviews.actions.planning import move_review
from reviews.forms.invitations import invitation_lines
from reviews.models import Review
from tests.documents.plans import restrict
from tests.people import STORY, Cast, seen_by_theo

from .inviting import ask, consent, invite, sent
from .review_pages import text
from .reviews_given import TODAY, planned, row

Browse = Callable[..., Client]
NAMES = ("Seyi", "Oluwaseyifunmi", "Adeyemi")


def move(people: Cast, review: Review) -> Review:
    return move_review(
        review=review,
        planned_on=date(2026, 11, 27),
        planned_time=None,
        place="Orchard room",
        outside_window_because="",
        by=people.sam.as_actor(),
    )


def whole(message: Message) -> str:
    """Every part as it is read, headers too."""
    parts = [f"{name}: {value}" for name, value in message.items()]
    for part in message.walk():
        parts.append(part.get_filename() or "")
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            parts.append(payload.decode())
    return "\n".join(parts)


# Recorded ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["in_person", "phone", "letter"])
def test_told_in_another_way_it_is_recorded_and_no_mail_goes_c4_1(people: Cast, how: str) -> None:
    priya = row(planned(people), "Priya Blackwood")
    told = invite(people, priya, how)
    assert (told.invited_on, told.invited_how, told.invited_sequence) == (TODAY, how, 0)
    assert told.knows_the_date
    assert not mail.outbox


def test_a_mail_is_sent_with_the_calendar_file_and_then_recorded_c4_1(people: Cast) -> None:
    review = planned(people)
    told = invite(people, row(review, "Priya Blackwood"))
    assert (told.invited_on, told.invited_how) == (TODAY, "email")
    message = sent()
    assert message.to == ["priya@family.example"]
    assert message.reply_to == ["hello@nursery.example"]
    (part,) = message.attachments
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == "REQUEST"
    assert part.get_filename() == "review.ics"
    event = Calendar.from_ical(part.get_payload(decode=True)).events[0]
    assert str(event["uid"]) == str(review.calendar_uid)
    assert str(event["attendee"]) == "mailto:priya@family.example"


def test_nobody_reads_anybody_elses_address_in_a_mail_c4_1(people: Cast) -> None:
    review = planned(people)
    invite(people, row(review, "Priya Blackwood"))
    words = whole(sent().message())
    assert "kemi@" not in words
    assert "sam@" not in words


@pytest.mark.parametrize("name", ["Priya Blackwood", "Kemi Adebayo", "Theo Marsh"])
def test_no_mail_names_the_child_anywhere_c4_1(people: Cast, name: str) -> None:
    seen_by_theo(people)
    consent(people)
    people.theo.email = "theo@speech.example"
    people.theo.record(by=STORY)
    invite(people, row(planned(people), name))
    words = whole(sent().message())
    assert not [called for called in NAMES if called in words]
    assert "26 November" in sent().subject


def test_a_parent_reads_your_child_and_staff_read_the_initials_c4_1(people: Cast) -> None:
    review = planned(people)
    invite(people, row(review, "Priya Blackwood"))
    invite(people, row(review, "Kemi Adebayo"))
    parent, member = mail.outbox
    assert "your child’s plan" in parent.body
    assert "O. A. B." not in parent.body
    assert "the plan of O. A. B." in member.body
    assert "O. A. B." not in member.subject
    assert all("O. A. B." not in str(message.attachments[0]) for message in mail.outbox)


def test_the_initials_of_a_double_name_are_all_there() -> None:
    assert initials("Oluwaseyifunmi Adeyemi-Blackwood") == "O. A. B."
    assert initials("élodie  d'Arcy") == "É. D."


def test_somebody_in_two_capacities_is_invited_once_for_both_c4_1(people: Cast) -> None:
    people.kemi.roles = ["key_person", "senco"]
    people.kemi.record(by=STORY)
    review = planned(people)
    invite(people, row(review, "Kemi Adebayo", "key_person"))
    assert row(review, "Kemi Adebayo", "senco").knows_the_date
    assert len(mail.outbox) == 1
    names = [line.participant.name for line in invitation_lines(review, TODAY)]
    assert names.count("Kemi Adebayo") == 1


# Sent first, then marked ------------------------------------------------------------------------------


def state(review: Review, name: str = "Priya Blackwood") -> str:
    lines = invitation_lines(review, TODAY)
    return next(line.state for line in lines if line.participant.name == name)


def test_nobody_counts_as_invited_before_the_mail_went_c4_1(people: Cast) -> None:
    review = planned(people)
    priya = row(review, "Priya Blackwood")
    ask(people, priya)
    assert held(priya).invited_on is None
    assert state(review) == "waiting"
    deliver_due()
    assert held(priya).invited_on == TODAY
    assert held(priya).history.latest().actor_label == "Sam Whitlock"
    assert state(review) == "invited"


@pytest.mark.parametrize("error", [SMTPServerDisconnected("gone"), ConnectionRefusedError()])
def test_a_mail_that_the_server_does_not_take_is_not_called_sent_c4_1(
    people: Cast, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(self: EmailBackend, messages: Any) -> int:
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", fails)
    review = planned(people)
    told = invite(people, row(review, "Priya Blackwood"))
    assert told.invited_on is None
    assert told.history.count() == 1
    assert state(review) == "waiting"


def test_the_page_says_what_waits_what_went_and_what_did_not(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = planned(people)
    client, address = browse(people.sam), f"/reviews/{review.pk}/invitations/"
    ask(people, row(review, "Priya Blackwood"))
    assert "Waiting to go" in text(client.get(address))
    deliver_due()
    assert "sent 10:00" in text(client.get(address))

    def refuses(self: EmailBackend, messages: Any) -> int:
        raise SMTPRecipientsRefused({"kemi@acorns.example": (550, b"No such person")})

    monkeypatch.setattr(EmailBackend, "send_messages", refuses)
    invite(people, row(review, "Kemi Adebayo"))
    page = text(client.get(address))
    assert "Did not go" in page
    assert "The mail server does not accept this address." in page
    assert "Try again" in page


@pytest.mark.parametrize("times", [1, 2])
def test_pressed_twice_on_one_page_one_mail_goes_c4_1(people: Cast, times: int) -> None:
    priya = row(planned(people), "Priya Blackwood")
    for _ in range(times):
        ask(people, priya, seen_version=1)
        ask(people, priya, seen_version=1)
        deliver_due()
    assert len(mail.outbox) == 1


# May it still go? ---------------------------------------------------------------------------------------


def stopped(people: Cast, review: Review, name: str = "Priya Blackwood") -> str:
    """Why the mail to them was stopped when the worker took it up."""
    deliver_due()
    assert not mail.outbox
    assert held(row(review, name)).invited_on is None
    found = OutboxMail.objects.get()
    assert (found.state, found.text, found.html, found.files) == ("stopped", "", "", [])
    return found.last_error


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_a_restriction_set_while_the_mail_waits_stops_it(people: Cast, kind: str) -> None:
    review = planned(people)
    ask(people, row(review, "Priya Blackwood"))
    restrict(people.priya, kind)
    assert "restrict" not in stopped(people, review)


def test_a_consent_withdrawn_while_the_mail_waits_stops_it_c7(people: Cast) -> None:
    seen_by_theo(people)
    given = consent(people)
    people.speech.email = "hello@speech.example"
    people.speech.record(by=STORY)
    review = planned(people)
    ask(people, row(review, "Theo Marsh"))
    given.withdrawn_on = TODAY
    given.record(by=STORY)
    assert "consent" in stopped(people, review, "Theo Marsh")


def test_a_review_moved_while_the_mail_waits_stops_the_old_date(people: Cast) -> None:
    review = planned(people)
    ask(people, row(review, "Priya Blackwood"))
    move(people, review)
    assert stopped(people, review) == "The review was moved before it could go."
    assert state(Review.objects.get()) == "failed"


def test_an_address_changed_while_the_mail_waits_stops_it(people: Cast) -> None:
    review = planned(people)
    ask(people, row(review, "Priya Blackwood"))
    people.priya.email = "new@family.example"
    people.priya.record(by=STORY)
    assert stopped(people, review) == "Their address was changed before it could go."


def test_told_by_phone_while_the_mail_waits_no_mail_goes(people: Cast) -> None:
    priya = row(planned(people), "Priya Blackwood")
    ask(people, priya)
    told = invite(people, held(priya), "phone")
    assert told.invited_how == "phone"
    assert not mail.outbox


def test_sent_again_on_purpose_it_goes_again(people: Cast) -> None:
    priya = row(planned(people), "Priya Blackwood")
    invite(people, priya, seen_version=1)
    invite(people, priya, seen_version=held(priya).row_version)
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]


def test_a_row_that_somebody_else_changed_is_looked_at_again_first(people: Cast) -> None:
    priya = row(planned(people), "Priya Blackwood")
    invite(people, priya, "phone", seen_version=1)
    with pytest.raises(StaleVersion):
        invite(people, priya, "email", seen_version=1)
    assert not mail.outbox


# Moved -------------------------------------------------------------------------------------------------


def test_after_a_move_everybody_invited_was_told_of_the_old_date_c4_1(people: Cast) -> None:
    review = planned(people)
    invite(people, row(review, "Priya Blackwood"))
    review = move(people, review)
    states = {line.participant.name: line.state for line in invitation_lines(review, TODAY)}
    assert states["Priya Blackwood"] == "old_date"
    assert states["Kemi Adebayo"] == "not_invited"


def test_invited_again_the_mail_says_new_date_and_has_a_higher_sequence_c4_1(people: Cast) -> None:
    review = planned(people)
    invite(people, row(review, "Priya Blackwood"))
    move(people, review)
    told = invite(people, row(review, "Priya Blackwood"))
    assert told.knows_the_date
    first, second = [
        Calendar.from_ical(message.attachments[0].get_payload(decode=True)).events[0]
        for message in mail.outbox
    ]
    assert first["uid"] == second["uid"]
    assert second["sequence"] > first["sequence"]
    assert mail.outbox[1].subject.startswith("New date")
