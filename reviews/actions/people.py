"""The list of a review's people: put on, taken off, came or could not come (C4.1)."""

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.policies import check_is_nobody_restricted
from plans.actions.merging import held, write_part
from reviews.models import Participant, Presence, Review
from reviews.policies.people import (
    check_can_put_on_list,
    check_can_take_off_list,
)
from reviews.policies.planning import check_is_being_held
from reviews.queries.review_people import Person, other_capacities, usual_people


def put_on_list(*, review: Review, by: Actor) -> None:
    """The usual people of a new review. Inside the caller's transaction."""
    for person in usual_people(review.child, timezone.localdate()):
        _put(review, person, by)


@transaction.atomic
def add_participant(*, review: Review, person: Person, by: Actor) -> Participant:
    """Puts somebody on the list. On it already, in this capacity: that row is answered.

    `Refused` for a contact who may not take part, and for anybody of another setting.
    """
    review, today = held(review), timezone.localdate()
    check_can_put_on_list(review, person.membership, person.contact, person.agency, today)
    if not person.name.strip():
        raise Refused("Write the name.", "name")
    if not (person.membership or person.contact or person.agency):
        check_is_nobody_restricted(review.child, {"name": person.name}, today)
    return _on_list(review, person) or _put(review, person, by)


@transaction.atomic
def remove_participant(*, participant: Participant, by: Actor) -> None:
    """Takes off somebody who was wrongly put on the list. `Refused` once they were invited or came."""
    stored = Participant.objects.select_for_update().filter(pk=participant.pk).first()
    if stored is None:  # taken off already
        return
    check_can_take_off_list(stored, timezone.localdate())
    stored.remove(by=by, why="Wrongly on the list")


@transaction.atomic
def mark_presence(
    *,
    participant: Participant,
    presence: str,
    absent_because: str,
    view_obtained_how: str,
    by: Actor,
    seen_version: int | None = None,
) -> Participant:
    """Came, or could not come: why, and how their view was obtained (C4.1). Never blocks anything.

    One adult in several capacities is marked in all of them at once. `StaleVersion` when somebody
    else marked the same person meanwhile.
    """
    check_is_being_held(held(participant.review))
    absent = presence == Presence.ABSENT
    values = {
        "presence": presence,
        "absent_because": absent_because if absent else "",
        "view_obtained_how": view_obtained_how if absent else "",
    }
    for other in other_capacities(participant):
        write_part(other, values, by=by, seen_version=None, why="Presence")
    return write_part(participant, values, by=by, seen_version=seen_version, why="Presence")


def _on_list(review: Review, person: Person) -> Participant | None:
    """The row of this adult: members once in a capacity, contacts and agencies once in all."""
    rows = Participant.objects.filter(review=review)
    if person.membership:
        return rows.filter(capacity=person.capacity, membership=person.membership).first()
    if person.contact:
        return rows.filter(contact=person.contact).first()
    if person.agency:
        return rows.filter(agency=person.agency).first()
    return None


def _put(review: Review, person: Person, by: Actor) -> Participant:
    return Participant(
        review=review,
        capacity=person.capacity,
        membership=person.membership,
        contact=person.contact,
        agency=person.agency,
        name=person.name,
        says_what=person.says_what,
    ).record(by=by, why="Put on the list")
