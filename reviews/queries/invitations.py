"""How the people of a review can be reached, and the review as calendars know it (C4.1)."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import OutboxMail
from agencies.models import Involvement
from reviews.models import Participant, Review
from reviews.rules.calendar_file import Meeting

from .calendar_place import place_in_calendars
from .calendar_sequence import sequence_of

INVITATION_MAIL = "review_invitation"
"""The kind of the mails that invite to a review; they tell of a participant."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody can be reached: empty where it is not known."""

    email: str = ""
    phone: str = ""
    prefers: str = ""
    language: str = ""


def reach_of(participant: Participant) -> Reach:
    """The address that an invitation goes to: as it is on file at this moment."""
    if participant.membership:
        return Reach(email=participant.membership.user.email)
    if participant.contact:
        contact = participant.contact
        prefers = ", ".join(
            part
            for part in (contact.get_preferred_channel_display(), contact.preferred_times)
            if part
        )
        return Reach(contact.email, contact.phone, prefers, contact.language)
    if participant.agency:
        return _reach_of_agency(participant)
    return Reach()


def _reach_of_agency(participant: Participant) -> Reach:
    """The professional who sees the child, where the agency names one; else the agency itself."""
    agency = participant.agency
    assert agency is not None  # the caller has asked
    seeing = Involvement.objects.filter(child=participant.review.child_id, agency=agency)
    found = seeing.select_related("professional").filter(
        professional__name=participant.name, professional__ended_on__isnull=True
    )
    person = next((row.professional for row in found if row.professional), None)
    email = (person.email if person else "") or agency.email
    return Reach(email, (person.phone if person else "") or agency.phone)


def meeting_of(review: Review, from_email: str) -> Meeting:
    """The review as calendars know it: the setting asks, from its own address if it has one."""
    assert review.planned_on is not None  # what is not planned has no calendar file
    setting = review.child.setting
    return Meeting(
        uid=review.calendar_uid,
        sequence=sequence_of(review),
        on=review.planned_on,
        at=review.planned_time,
        place=place_in_calendars(review.place, review.child),
        setting=setting.name,
        setting_email=setting.email or from_email,
    )


def is_on_its_way(participant: Participant) -> bool:
    """Does a mail with the present date wait to go to them?"""
    mails = OutboxMail.objects.waiting().filter(kind=INVITATION_MAIL, about_id=participant.pk)
    sequence = participant.review.calendar_sequence
    return any(mail.told["sequence"] == sequence for mail in mails)


def latest_mails(participants: list[Participant]) -> dict[UUID, OutboxMail]:
    """The newest mail to each, by the participant's id. One query."""
    ids = [participant.pk for participant in participants]
    mails = OutboxMail.objects.filter(kind=INVITATION_MAIL, about_id__in=ids)
    return {mail.about_id: mail for mail in mails.order_by("queued_at", "pk")}
