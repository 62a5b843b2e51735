"""Issuing copies of a plan, opening them as issued, and recording that they were given."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import note_seen, show
from isp_portal.documents import actions, queries
from isp_portal.documents.access import document_or_404
from isp_portal.documents.forms import CopyGivenForm, CopyNotGivenForm, RecipientForm, named_apart
from isp_portal.documents.models import DocumentKind, recipients_of
from isp_portal.documents.paper import plan_print_view
from isp_portal.documents.policies import can_issue_plan
from isp_portal.languages import language_of
from plans.models import SupportPlan

from .answers import download, issued_by, print_page
from .named import file_name, listed_at, words_of


def _plan(request: StaffRequest, plan_id: UUID) -> SupportPlan:
    plans = SupportPlan.objects.visible_to(request.membership)
    return get_object_or_404(plans.select_related("child__setting", "cycle"), pk=plan_id)


@staff_with(Permission.ISSUE_DOCUMENT)
def copies(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`papers/plans/<plan>/`: whose copies there are, and a form to issue another."""
    plan = _plan(request, plan_id)
    today = timezone.localdate()
    recipients = recipients_of(plan.child, today)
    form = RecipientForm(request.POST if request.method == "POST" else None, recipients=recipients)
    document, failed = issued_by(
        form,
        lambda: actions.issue_plan(
            plan=plan, recipient=form.cleaned_data["recipient"], by=request.actor
        ),
    )
    if document:
        return redirect("documents:document", document_id=document.pk)
    page: dict[str, Any] = {
        "plan": plan,
        "child": plan.child,
        "form": form,
        "failed": failed,
        "may_issue": can_issue_plan(plan),
        "documents": queries.copies_of(plan),
        "readers": queries.readers(recipients),
        "waiting": [name for _, name in named_apart(queries.waiting_for_a_copy(plan, today))],
        "is_finished": queries.is_finished(plan, today),
        "nobody": queries.has_nobody_to_share_with(plan, today),
    }
    return show(request, "documents/copies.html", page, children=[plan.child])


@staff_with(Permission.ISSUE_DOCUMENT)
@require_GET
def print_view(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`papers/plans/<plan>/print/`: the file's copy as a page, for when no PDF can be made."""
    plan = get_object_or_404(
        SupportPlan.objects.visible_to(request.membership).finalised(), pk=plan_id
    )
    html = plan_print_view(queries.plan_facts(plan, None, timezone.localdate()))
    note_seen(request, [plan.child])
    return print_page(html)


@staff_with(Permission.VIEW_CHILDREN)
@require_GET
def file(request: StaffRequest, document_id: UUID) -> HttpResponseBase:
    """`papers/<document>/file/`: the issued PDF, byte for byte. No name of a child in its name."""
    document = document_or_404(request, document_id)
    try:
        pdf = queries.file_of(document)
    except queries.FileDamaged as damaged:
        page = {"document": document, "child": document.child, "words": str(damaged)}
        return show(request, "documents/damaged.html", page, children=[document.child], status=500)
    note_seen(request, [document.child])
    return download(pdf, file_name(document))


@staff_with(Permission.ISSUE_DOCUMENT)
def document(request: StaffRequest, document_id: UUID) -> HttpResponse:
    """`papers/<document>/`: one issued copy, and a form to record that it was given."""
    issued = document_or_404(request, document_id)
    form = CopyGivenForm(
        request.POST if request.method == "POST" else None,
        initial={"language": language_of(issued.recipient).called_on_paper},
    )
    if form.is_valid() and form.makes(
        lambda: actions.record_copy_given(document=issued, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return redirect(listed_at(issued))
    page = {
        "document": issued,
        "called": words_of(issued),
        "listed_at": listed_at(issued),
        "is_given_here": issued.recipient_id and issued.kind != DocumentKind.REVIEW_LETTER,
        "child": issued.child,
        "given": issued.copies_given.all(),
        "form": form,
    }
    return show(request, "documents/document.html", page, children=[issued.child])


@staff_with(Permission.ISSUE_DOCUMENT)
def not_given(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`papers/plans/<plan>/not-given/`: why a parent holds no copy of this version."""
    plan = _plan(request, plan_id)
    form = CopyNotGivenForm(
        request.POST if request.method == "POST" else None,
        waiting=queries.waiting_for_a_copy(plan, timezone.localdate()),
    )
    if form.is_valid() and form.saves(
        lambda: actions.record_copy_not_given(plan=plan, **form.cleaned_data, by=request.actor)
    ):
        return redirect("documents:copies", plan_id=plan.pk)
    page = {"plan": plan, "child": plan.child, "form": form}
    return show(request, "documents/not_given.html", page, children=[plan.child])
