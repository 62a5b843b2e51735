"""Issuing the parents' page (C3.2)."""

from dataclasses import replace

from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import ParentCarer
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.documents.models.recipients import barred
from isp_portal.documents.paper import PARENTS_PAGE_LOOK, draw_parents_page
from isp_portal.documents.policies import check_can_issue_plan, check_same_are_left_out
from isp_portal.documents.queries import parents_page_facts
from plans.models import SupportPlan

from .keeping import Paper, issue


def issue_parents_page(*, plan: SupportPlan, recipient: ParentCarer, by: Actor) -> IssuedDocument:
    """Freezes the page that goes with this plan for this parent and keeps the PDF.

    The same facts issued again give the page that was issued before. Raises `Refused` when the plan
    is not finalised or this person may not receive copies, `RenderFailed` when no PDF can be made.
    """
    today = timezone.localdate()
    check_can_issue_plan(plan, recipient, today)
    left_out = barred(plan.child_id, today)
    says = parents_page_facts(plan, recipient, today)

    def check() -> None:
        held = SupportPlan.objects.select_for_update().get(pk=plan.pk)
        check_can_issue_plan(held, recipient, today)
        check_same_are_left_out(held.child, left_out, today)

    paper = Paper(
        kind=DocumentKind.PARENTS_PAGE,
        plan=plan,
        recipient=recipient,
        version=plan.version,
        facts=says,
        look=PARENTS_PAGE_LOOK,
        draw=lambda: draw_parents_page(says),
        check=check,
        before=IssuedDocument.objects.pages_of(plan).for_recipient(recipient),
        as_on=lambda held: replace(says, issued_on=held.issued_on),
    )
    return issue(paper, by)
