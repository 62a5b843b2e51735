"""Gathers the letter that invites one parent to a review: their own address, nobody else's (C4.1)."""

from datetime import date

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
    """What the letter says on the day. `last` is this parent's letter before it, if there was one.

    The review has a day, and the participant is a contact.
    """
    review, contact = participant.review, participant.contact
    assert contact is not None
    assert review.planned_on is not None
    return ReviewLetter(
        setting=setting_facts(review.child.setting),
        child=child_facts(review.child, on),
        recipient=recipient_facts(contact),
        address=tuple(part for line in contact.address.split(",") if (part := line.strip())),
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
    )


def _invited(participant: Participant, on: date) -> tuple[Came, ...]:
    """Everybody else who is down; somebody barred by a restriction is named to nobody."""
    hidden = barred(participant.review.child_id, on)
    held: dict[str, list[str]] = {}
    for row in participant.review.participants.exclude(pk=participant.pk):
        if row.contact_id not in hidden:
            held.setdefault(row.name, []).append(capacity_words(row))
    return tuple(
        Came(name=name, capacity=" and ".join(dict.fromkeys(filter(None, said))))
        for name, said in held.items()
    )


def _signed_by(participant: Participant) -> Came:
    """The SENCO of the review, else its key person, else the setting."""
    rows = list(participant.review.participants.all())
    for capacity in (PresentAs.SENCO, PresentAs.KEY_PERSON):
        for row in rows:
            if row.capacity == capacity:
                return Came(name=row.name, capacity=capacity_words(row))
    return Came(name=participant.review.child.setting.name, capacity="")
