"""Issuing a plan."""

from dataclasses import replace

from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import ParentCarer
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.documents.models.recipients import barred
from isp_portal.documents.paper import PLAN_LOOK, draw_plan
from isp_portal.documents.policies import check_can_issue_plan, check_same_are_left_out
from isp_portal.documents.queries import plan_facts
from plans.models import SupportPlan

from .keeping import Paper, issue


def issue_plan(*, plan: SupportPlan, recipient: ParentCarer | None, by: Actor) -> IssuedDocument:
    """Freezes the plan's facts for this recipient (None: the child's file) and keeps the PDF.

    The same facts issued again, today or later, give the copy that was issued before. Raises
    `Refused`, or `RenderFailed` when no PDF can be made; then nothing is kept.
    """
    today = timezone.localdate()
    check_can_issue_plan(plan, recipient, today)
    left_out = barred(plan.child_id, today)
    says = plan_facts(plan, recipient, today)

    def check() -> None:
        held = SupportPlan.objects.select_for_update().get(pk=plan.pk)
        check_can_issue_plan(held, recipient, today)
        check_same_are_left_out(held.child, left_out, today)

    paper = Paper(
        kind=DocumentKind.SUPPORT_PLAN,
        plan=plan,
        recipient=recipient,
        facts=says,
        look=PLAN_LOOK,
        draw=lambda: draw_plan(says),
        check=check,
        before=IssuedDocument.objects.of_plan(plan).for_recipient(recipient),
        as_on=lambda held: replace(says, issued_on=held.issued_on),
    )
    return issue(paper, by)
