"""Issuing papers, and recording to whom a copy was given or why not."""

import hashlib
import uuid
from dataclasses import replace
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from isp_portal.documents import facts
from isp_portal.documents.models import CopyGiven, CopyNotGiven, DocumentKind, IssuedDocument
from isp_portal.documents.paper import PLAN_LOOK, draw_plan, template_hash
from isp_portal.documents.policies import (
    check_can_give_copy,
    check_can_issue_plan,
    check_can_receive,
)
from isp_portal.documents.queries import plan_facts
from isp_portal.documents.renderer import Drawn
from plans.models import SupportPlan


def issue_plan(*, plan: SupportPlan, recipient: ParentCarer | None, by: Actor) -> IssuedDocument:
    """Freezes the plan's facts for this recipient (None: the child's file) and keeps the PDF.

    The same facts issued again, today or later, give the copy that was issued before. Raises
    `Refused`, or `RenderFailed` when no PDF can be made; then nothing is kept. The drawing stands
    outside the transaction, so that nobody waits for it.
    """
    today = timezone.localdate()
    check_can_issue_plan(plan, recipient, today)
    paper = plan_facts(plan, recipient, today)
    if before := _issued_before(plan, recipient, paper):
        return before
    drawn = draw_plan(paper)
    try:
        return _keep(plan, recipient, paper, drawn, by)
    except IntegrityError:  # somebody issued the same facts in the meantime
        same = _issued_before(plan, recipient, paper)
        if same is None:
            raise
        return same


def _issued_before(
    plan: SupportPlan, recipient: ParentCarer | None, paper: facts.PlanPaper
) -> IssuedDocument | None:
    """An issued copy that says the same but for the day of issue.

    Facts are compared as facts: those of an older copy may lack a key that has come since.
    """
    for document in IssuedDocument.objects.of_plan(plan).for_recipient(recipient):
        held = facts.from_json(facts.PlanPaper, document.facts)
        if held == replace(paper, issued_on=held.issued_on):
            return document
    return None


def _keep(
    plan: SupportPlan,
    recipient: ParentCarer | None,
    paper: facts.PlanPaper,
    drawn: Drawn,
    by: Actor,
) -> IssuedDocument:
    """The file first, then the row; a row that cannot be written takes its file with it."""
    stored_as = default_storage.save(f"issued/{uuid.uuid4().hex}.pdf", ContentFile(drawn.pdf))
    try:
        with transaction.atomic():
            check_can_issue_plan(
                SupportPlan.objects.select_for_update().get(pk=plan.pk), recipient, paper.issued_on
            )
            return IssuedDocument(
                setting=plan.child.setting,
                child=plan.child,
                plan=plan,
                kind=DocumentKind.SUPPORT_PLAN,
                recipient=recipient,
                recipient_name=str(recipient) if recipient else "the child’s file",
                facts=facts.to_json(paper),
                facts_sha256=facts.fingerprint(paper),
                stored_as=stored_as,
                pdf_sha256=hashlib.sha256(drawn.pdf).hexdigest(),
                page_count=drawn.pages,
                template_hash=template_hash(PLAN_LOOK),
                issued_on=paper.issued_on,
                issued_by=by.label,
            ).record(by=by, why="Issued")
    except BaseException:
        default_storage.delete(stored_as)
        raise


@transaction.atomic
def record_copy_given(
    *,
    document: IssuedDocument,
    channel: str,
    language: str,
    given_on: date,
    acknowledged_on: date | None,
    by: Actor,
) -> CopyGiven:
    """This copy reached its recipient (C3.2). Raises `Refused`."""
    check_can_give_copy(document, given_on, timezone.localdate())
    if acknowledged_on and acknowledged_on < given_on:
        raise Refused("This is before the copy was given.", "acknowledged_on")
    return CopyGiven(
        document=document,
        channel=channel,
        language=language,
        given_on=given_on,
        acknowledged_on=acknowledged_on,
    ).record(by=by, why="Copy given")


@transaction.atomic
def record_copy_not_given(
    *, plan: SupportPlan, contact: ParentCarer, because: str, by: Actor
) -> CopyNotGiven:
    """Why this parent does not hold this version (C3.2); a newer reason replaces the older one."""
    today = timezone.localdate()
    check_can_receive(plan, contact, today)
    row = CopyNotGiven.objects.filter(plan=plan, contact=contact).first()
    row = row or CopyNotGiven(plan=plan, contact=contact)
    row.because, row.recorded_on = because, today
    return row.record(by=by, why="Copy not given")
