"""Who agreed a plan, in which capacity, when and how."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from plans.models import Capacity, PlanSignOff, SignOffAnswer, SignOffMethod, SupportPlan
from plans.policies import check_can_record_parent_answer, check_can_sign_as

from .merging import held


@transaction.atomic
def sign_plan(
    *,
    plan: SupportPlan,
    capacity: str,
    answer: str,
    membership: Membership,
    by: Actor,
    comments: str = "",
) -> PlanSignOff:
    """A member of staff answers a ready plan as key person or SENCO; a second answer replaces it.

    One adult may hold several capacities, and answers once in each. `Refused` for a capacity that
    the adult does not hold, and for "not agreed" or "with comments" without a word.
    """
    plan = held(plan)
    check_can_sign_as(plan, capacity, membership)
    _check_said(answer, comments)
    row = PlanSignOff.objects.filter(plan=plan, capacity=capacity).first()
    row = row or PlanSignOff(plan=plan, capacity=capacity)
    row.membership, row.person_name = membership, membership.user.full_name
    row.answer, row.comments = answer, comments
    row.answered_on, row.method = timezone.localdate(), SignOffMethod.PORTAL
    return row.record(by=by, why=f"As {Capacity(capacity).label}")


@transaction.atomic
def record_parent_answer(
    *,
    plan: SupportPlan,
    contact: ParentCarer,
    answer: str,
    answered_on: date,
    method: str,
    by: Actor,
    comments: str = "",
) -> PlanSignOff:
    """Keeps what a parent answered, as staff heard it. Changes no version of the plan (C3.2).

    `Refused` for somebody who is not a contact of the child, or a day that has not come.
    """
    plan = held(plan)
    check_can_record_parent_answer(plan, contact)
    _check_said(answer, comments)
    if answered_on > timezone.localdate():
        raise Refused("This day has not come yet.", "answered_on")
    row = PlanSignOff.objects.filter(plan=plan, contact=contact).first()
    row = row or PlanSignOff(plan=plan, capacity=Capacity.PARENT, contact=contact)
    row.person_name, row.answer, row.comments = contact.name, answer, comments
    row.answered_on, row.method = answered_on, method
    return row.record(by=by, why="A parent's answer")


def _check_said(answer: str, comments: str) -> None:
    words_wanted = (SignOffAnswer.WITH_COMMENTS.value, SignOffAnswer.NOT_AGREED.value)
    if answer in words_wanted and not comments.strip():
        raise Refused("Write the comments, or what is not agreed.", "comments")
