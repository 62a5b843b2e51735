"""Sam invites somebody to Seyi's review; Priya consents; the mail that went."""

from datetime import date
from typing import Any

from django.core import mail

from agencies.models import Consent, ConsentAnswer, ConsentHow, ConsentPurpose
from reviews.actions.invitations import invite_participant
from reviews.models import Participant
from tests.people import STORY, Cast


def invite(
    people: Cast, participant: Participant, how: str = "email", **values: Any
) -> Participant:
    given: dict[str, Any] = {"seen_version": participant.row_version, "by": people.sam.as_actor()}
    return invite_participant(participant=participant, how=how, **{**given, **values})


def consent(people: Cast, **values: Any) -> Consent:
    given: dict[str, Any] = {
        "child": people.seyi,
        "agency": people.speech,
        "contact": people.priya,
        "purpose": ConsentPurpose.INVITE,
        "answer": ConsentAnswer.GIVEN,
        "how": ConsentHow.IN_PERSON,
        "given_on": date(2026, 11, 2),
    }
    return Consent(**{**given, **values}).record(by=STORY)


def sent() -> Any:
    (message,) = mail.outbox
    return message
