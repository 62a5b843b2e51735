"""Gathers the letter that invites somebody to a review: their own address, nobody else's (C4.1)."""

from datetime import date

from agencies.models import Consent, ConsentPurpose
from isp_portal.documents import facts, words
from isp_portal.documents.facts.letter import ReviewLetter
from isp_portal.documents.facts.minutes import Came
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.models.recipients import barred
from isp_portal.documents.queries.gather import child_facts, recipient_facts, setting_facts
from isp_portal.documents.queries.minutes_people import capacity_words
from plans.models import SupportPlan
from plans.queries.calendar import ruleset_of
from reviews.models import Participant, PresentAs


def letter_facts(
    participant: Participant, plan: SupportPlan, last: IssuedDocument | None, on: date
) -> ReviewLetter:
    """What the letter says on the day. `last` is this reader's letter before it, if there was one.

    The review has a day.
    """
    review = participant.review
    assert review.planned_on is not None
    return ReviewLetter(
        setting=setting_facts(review.child.setting),
        child=child_facts(review.child, on),
        recipient=_recipient(participant),
        address=tuple(part for line in _address(participant).split(",") if (part := line.strip())),
        number=1 + (last.version or 1) if last else 1,
        issued_on=on,
        plan_title=ruleset_of(review.child.setting, on).title("support_plan"),
        plan_number=plan.cycle.number,
        planned_on=review.planned_on,
        planned_time=review.planned_time,
        place=review.place,
        invited=_invited(participant, on),
        interpreter=review.interpreter,
        signed_by=_signed_by(participant),
        follows=last.issued_on if last else None,
        reader=_reader(participant),
        consented=_consented(participant, on),
    )


def name_on_letter(participant: Participant) -> str:
    """Who it goes to, as lists and buttons name them: "Theo Marsh, speech and language therapist"."""
    if participant.contact:
        return str(participant.contact)
    return f"{participant.name}, {capacity_words(participant)}"


def _reader(participant: Participant) -> str:
    if participant.contact:
        return "parent"
    return "agency" if participant.agency else "colleague"


def _recipient(participant: Participant) -> facts.Recipient:
    if participant.contact:
        return recipient_facts(participant.contact)
    return facts.Recipient(name=participant.name, relationship=capacity_words(participant))


def _address(participant: Participant) -> str:
    """As it is on file; a colleague is handed the letter."""
    if participant.contact:
        return participant.contact.address
    if participant.agency is None:
        return ""
    of = "" if participant.agency.name == participant.name else participant.agency.name
    return ", ".join(filter(None, [of, participant.agency.address]))


def _consented(participant: Participant, on: date) -> str:
    """Priya Blackwood, on 12 Oct 2026 (C7)"""
    if participant.agency is None:
        return ""
    standing = Consent.objects.standing_of(participant.review.child, on)
    answer = standing[participant.agency.pk, ConsentPurpose.INVITE].answer
    return f"{answer.who}, on {words.dated(answer.given_on)}" if answer else ""


def _invited(participant: Participant, on: date) -> tuple[Came, ...]:
    """Everybody else who is down; somebody barred by a restriction is named to nobody."""
    hidden = barred(participant.review.child_id, on)
    held: dict[str, list[str]] = {}
    for row in _others(participant):
        if row.contact_id not in hidden:
            held.setdefault(row.name, []).append(capacity_words(row))
    return tuple(
        Came(name=name, capacity=" and ".join(dict.fromkeys(filter(None, said))))
        for name, said in held.items()
    )


def _others(participant: Participant) -> list[Participant]:
    """Everybody else who is down; one adult in two capacities is one reader."""
    rows = participant.review.participants.exclude(pk=participant.pk)
    own = participant.membership_id
    return [row for row in rows if own is None or row.membership_id != own]


def _signed_by(participant: Participant) -> Came:
    """The SENCO of the review, else its key person, else the setting; nobody writes to themselves."""
    rows = _others(participant)
    for capacity in (PresentAs.SENCO, PresentAs.KEY_PERSON):
        for row in rows:
            if row.capacity == capacity:
                return Came(name=row.name, capacity=capacity_words(row))
    return Came(name=participant.review.child.setting.name, capacity="")
