"""Who is invited to a review, how each can be reached, and what keeps one from it (C4.1)."""

from dataclasses import dataclass
from datetime import date

from accounts.rules.refusal import Refused
from agencies.models import ConsentPurpose, Involvement
from reviews.models import Participant, Review
from reviews.policies.people import check_can_invite
from reviews.rules.calendar_file import Meeting

from .review_people import Adult, adults_of


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody can be reached: empty where it is not known."""

    email: str = ""
    phone: str = ""
    prefers: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """One adult on the page of invitations. `refused` says what keeps them from being invited."""

    adult: Adult
    reach: Reach
    refused: str

    @property
    def participant(self) -> Participant:
        return self.adult.first

    @property
    def state(self) -> str:
        """ "not_invited", "invited", "old_date", or "closed" where they may not be invited."""
        if self.refused:
            return "closed"
        if self.participant.invited_on is None:
            return "not_invited"
        return "invited" if self.participant.knows_the_date else "old_date"

    @property
    def consent_purpose(self) -> str:
        """What an agency needs consent for; empty for everybody else."""
        return ConsentPurpose.INVITE.value if self.participant.agency_id else ""


def invitation_lines(review: Review, today: date) -> list[InvitationLine]:
    """Everybody on the list; nobody's address is shown who may not be invited."""
    lines = []
    for adult in adults_of(review):
        refused = _refusal(adult.first, today)
        reach = Reach() if refused else reach_of(adult.first)
        lines.append(InvitationLine(adult, reach, refused))
    return lines


def _refusal(participant: Participant, today: date) -> str:
    try:
        check_can_invite(participant, today)
    except Refused as refused:
        return refused.sentence
    return ""


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
        sequence=review.calendar_sequence,
        on=review.planned_on,
        at=review.planned_time,
        place=review.place,
        setting=setting.name,
        setting_email=setting.email or from_email,
    )
