"""Sam invites somebody to Seyi's review and the mail goes; Priya consents; the mail that went."""

from datetime import date
from typing import Any

from django.core import mail

from accounts.actions.outbox import deliver_due
from agencies.models import Consent, ConsentAnswer, ConsentHow, ConsentPurpose
from plans.actions.merging import held
from reviews.actions.invitations import invite_participant
from reviews.models import Participant
from tests.people import STORY, Cast


def ask(people: Cast, participant: Participant, how: str = "email", **values: Any) -> Participant:
    """The press of the button: by email, the mail then waits for the worker."""
    given: dict[str, Any] = {"seen_version": participant.row_version, "by": people.sam.as_actor()}
    return invite_participant(participant=participant, how=how, **{**given, **values})


def invite(
    people: Cast, participant: Participant, how: str = "email", **values: Any
) -> Participant:
    """The press, and then the worker: the row as it stands after both."""
    ask(people, participant, how, **values)
    deliver_due()
    return held(participant)


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
