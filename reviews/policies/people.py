"""Who may take part in a review, who may be invited, and who may say what (C4.1)."""

from datetime import date

from accounts.models import Membership
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.models import Agency, ConsentPurpose
from agencies.policies import check_may_contact
from children.models import Child, ParentCarer
from children.policies import check_works_here
from plans.policies.plans import allowed
from reviews.models import Participant, Presence, Review

from .planning import check_can_write_review, check_cycle_runs


def check_may_take_part(child: Child, contact: ParentCarer, on: date) -> None:
    """A present contact of this child whom no restriction keeps away.

    Asked at the moment of the press, not only of the page. The sentence says no restriction.
    """
    if contact.child_id != child.pk:
        raise Refused("Choose one of this child's contacts.", "contact")
    stored = ParentCarer.objects.filter(pk=contact.pk)
    if not stored.current().exists():
        raise Refused(f"{contact.name} is no longer a contact of this child.", "contact")
    if not stored.to_be_asked(on).exists():
        raise Refused(f"{contact.name} may not take part. Ask the SENCO or the manager.", "contact")


def check_can_put_on_list(
    review: Review,
    membership: Membership | None,
    contact: ParentCarer | None,
    agency: Agency | None,
    on: date,
) -> None:
    """Somebody of this setting, a contact who may take part, an agency in use, or anybody by name."""
    check_can_write_review(review)
    if membership is not None:
        check_works_here(review.child.setting_id, membership, on, "membership")
    if contact is not None:
        check_may_take_part(review.child, contact, on)
    if agency is not None and (agency.setting_id != review.child.setting_id or agency.ended_on):
        raise Refused("Choose one of the agencies that you work with.", "agency")


def check_can_take_off_list(participant: Participant, today: date) -> None:
    """Wrongly put is taken off; who was invited, or came, stays on the record."""
    check_can_write_review(participant.review)
    if participant.invited_on:
        raise Refused(
            f"{participant.name} was invited on {say_day(participant.invited_on, today)}, "
            "so the record keeps that. Mark that they could not come."
        )
    if participant.presence == Presence.CAME:
        raise Refused(f"{participant.name} is marked as having come. Change that first.")


def can_take_off_list(participant: Participant, today: date) -> bool:
    return allowed(check_can_take_off_list, participant, today)


def check_can_invite(participant: Participant, today: date) -> None:
    """Somebody of a planned review who may be told of it at this very moment (C4.1, C7).

    A contact may have been restricted, a member may have left, a consent may have ended and the
    plan may have been closed since the list was made; the sentence about a contact says no restriction.
    """
    review = participant.review
    check_can_write_review(review)
    if review.held_on:
        raise Refused(
            f"This review was held on {say_day(review.held_on, today)}. Nobody is invited any more."
        )
    if review.planned_on is None:
        raise Refused("Plan the day first.")
    check_cycle_runs(review.cycle, today)
    check_may_be_told(participant, today)


def check_may_be_told(participant: Participant, today: date) -> None:
    """A member who works here, a contact who may take part, an agency that consent covers (C7)."""
    child = participant.review.child
    if participant.membership:
        check_works_here(child.setting_id, participant.membership, today, "membership")
    if participant.contact:
        check_may_take_part(child, participant.contact, today)
    if participant.agency:
        check_may_contact(child, participant.agency, ConsentPurpose.INVITE, today)


def can_be_told(participant: Participant, today: date) -> bool:
    return allowed(check_may_be_told, participant, today)


def check_can_email(email: str, name: str) -> None:
    if not email:
        raise Refused(f"There is no email for {name}. Invite them another way.")


def check_view_says_something(answer: str, words: str, attempts: str) -> None:
    """A view has words, and "not reached" says how they were tried (C4.1)."""
    if answer == "given" and not words.strip():
        raise Refused("Write what they said, in their own words.", "words")
    if answer == "not_reached" and not attempts.strip():
        raise Refused("Say when and how they were tried.", "attempts")


def check_was_said(review: Review, said_on: date, today: date) -> None:
    """In this cycle, up to today."""
    if said_on > today:
        raise Refused("This day has not come yet.", "said_on")
    starts_on = review.cycle.starts_on
    if starts_on and said_on < starts_on:
        raise Refused(
            f"This is before plan {review.cycle.number} started, on {say_day(starts_on, today)}.",
            "said_on",
        )
