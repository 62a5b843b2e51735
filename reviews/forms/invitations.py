"""Inviting people: everybody with what keeps them from it, and the press of a button (C4.1)."""

from dataclasses import dataclass
from datetime import date

from accounts.forms.base import VersionedForm
from accounts.models import OutboxMail
from accounts.rules.outbox import Letter, MailState
from accounts.rules.refusal import Refused
from agencies.models import ConsentPurpose
from children.forms.fields import one_of
from reviews.actions.invitations import invitation_letter
from reviews.models import InvitedHow, Participant, Review
from reviews.policies.people import check_can_invite
from reviews.queries.invitations import Reach, latest_mails, reach_of
from reviews.queries.review_people import Adult, adults_of


class InviteForm(VersionedForm):
    """One press of a button: how somebody is invited."""

    how = one_of("How", InvitedHow.choices, needed="Say how they are invited")

    @property
    def outcome(self) -> str:
        by_email = self.cleaned_data["how"] == InvitedHow.EMAIL
        return "the mail waits to go" if by_email else "invited"


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """One adult on the page of invitations. `refused` says what keeps them from being invited."""

    adult: Adult
    reach: Reach
    refused: str
    mail: OutboxMail | None = None
    """The newest mail to them, whatever became of it."""
    letter: Letter | None = None
    """What a mail to them would say now, where one can go."""

    @property
    def participant(self) -> Participant:
        return self.adult.first

    @property
    def state(self) -> str:
        """ "closed" where they may not be invited; "waiting" and "failed" are of the mail; else
        "not_invited", "invited" or "old_date"."""
        if self.refused:
            return "closed"
        if self.mail and self.mail.state == MailState.WAITING:
            return "waiting"
        if self.did_not_go:
            return "failed"
        if self.participant.invited_on is None:
            return "not_invited"
        return "invited" if self.participant.knows_the_date else "old_date"

    @property
    def did_not_go(self) -> bool:
        """The mail was given up or stopped, and nobody has told them since."""
        ended = (MailState.FAILED, MailState.STOPPED)
        return bool(self.mail and self.mail.state in ended and not self.participant.knows_the_date)

    @property
    def consent_purpose(self) -> str:
        """What an agency needs consent for; empty for everybody else."""
        return ConsentPurpose.INVITE.value if self.participant.agency_id else ""


def invitation_lines(
    review: Review, today: date, asking: str = "the nursery"
) -> list[InvitationLine]:
    """Everybody on the list; nobody's address is shown who may not be invited. `asking` signs mails."""
    lines = []
    adults = adults_of(review)
    mails = latest_mails([adult.first for adult in adults])
    for adult in adults:
        refused = _refusal(adult.first, today)
        reach = Reach() if refused else reach_of(adult.first)
        can_mail = reach.email and review.planned_on
        letter = invitation_letter(adult.first, asking) if can_mail else None
        lines.append(InvitationLine(adult, reach, refused, mails.get(adult.first.pk), letter))
    return lines


def _refusal(participant: Participant, today: date) -> str:
    try:
        check_can_invite(participant, today)
    except Refused as refused:
        return refused.sentence
    return ""
