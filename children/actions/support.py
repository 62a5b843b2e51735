"""Answers to the two support questions: said by somebody, on a day, in their words (C2, C3)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child, ParentCarer, Question, SupportNeed
from children.policies import (
    check_can_change,
    check_can_withdraw,
    check_contact_is_current,
    check_works_here,
)

from .facts import facts_changed


@transaction.atomic
def record_support_answer(
    *,
    child: Child,
    question: Question,
    is_yes: bool,
    said_by: Membership | ParentCarer,
    said_on: date,
    until_on: date | None,
    words: str,
    by: Actor,
) -> SupportNeed:
    """Keeps an answer and works the decision out afresh. Older answers stay on record.

    `Refused` for a day still to come, a last day before the first, and for an adult who neither
    works here nor is a contact of this child. The same answer sent twice is kept once.
    """
    if said_on > timezone.localdate():
        raise Refused("That day is still to come.", "said_on")
    if until_on and until_on < said_on:
        raise Refused("The last day is before the day it was said.", "until_on")
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    answer = SupportNeed(
        child=child,
        question=question,
        is_yes=is_yes,
        said_on=said_on,
        until_on=until_on,
        words=words,
        **_said_by(child, said_by, said_on),
    )
    if same := _sent_before(answer):
        return same
    answer.record(by=by, why="Answered")
    facts_changed(child, by)
    return answer


def _said_by(
    child: Child, adult: Membership | ParentCarer, on: date
) -> dict[str, Membership | ParentCarer]:
    if isinstance(adult, Membership):
        check_works_here(child.setting_id, adult, on, "said_by")
        return {"said_by_member": adult}
    if adult.child_id != child.pk:
        raise Refused("Choose somebody who works here or a contact of this child.", "said_by")
    check_contact_is_current(adult)
    return {"said_by_contact": adult}


def _sent_before(answer: SupportNeed) -> SupportNeed | None:
    """This adult's newest answer to the question, when it says the very same."""
    newest = SupportNeed.objects.filter(
        child=answer.child,
        question=answer.question,
        said_by_member=answer.said_by_member,
        said_by_contact=answer.said_by_contact,
        withdrawn_on__isnull=True,
    ).first()
    says = ("is_yes", "said_on", "until_on", "words")
    if newest and all(getattr(newest, name) == getattr(answer, name) for name in says):
        return newest
    return None


@transaction.atomic
def withdraw_support_answer(*, answer: SupportNeed, why: str, by: Actor) -> SupportNeed:
    """From today the answer counts no longer; it stays on record with the reason."""
    check_can_change(answer.child)
    check_can_withdraw(answer)
    answer.withdrawn_on = timezone.localdate()
    answer.record(by=by, why=f"Withdrawn: {why}")
    facts_changed(answer.child, by)
    return answer
