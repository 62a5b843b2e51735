"""The parents' page that goes with a plan, and the words that other languages have for papers."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import note_seen, show
from children.models import ParentCarer
from isp_portal.documents import actions, queries
from isp_portal.documents.forms import ParentForm
from isp_portal.documents.models import recipients_of
from isp_portal.documents.paper import parents_page_print_view
from isp_portal.documents.policies import can_issue_plan
from isp_portal.languages import languages, words_in
from plans.models import SupportPlan

from .answers import issued_by, print_page


@staff_with(Permission.ISSUE_DOCUMENT)
def parents_page(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`papers/plans/<plan>/parents-page/`: one side of plain words, for each parent, kept as issued."""
    plans = SupportPlan.objects.visible_to(request.membership)
    plan = get_object_or_404(plans.select_related("child__setting", "cycle"), pk=plan_id)
    today = timezone.localdate()
    recipients = recipients_of(plan.child, today)
    form = ParentForm(request.POST if request.method == "POST" else None, recipients=recipients)
    document, failed = issued_by(
        form,
        lambda: actions.issue_parents_page(
            plan=plan, recipient=form.cleaned_data["recipient"], by=request.actor
        ),
    )
    if document:
        return redirect("documents:document", document_id=document.pk)
    page = {
        "plan": plan,
        "child": plan.child,
        "form": form,
        "failed": failed,
        "may_issue": can_issue_plan(plan),
        "recipients": recipients,
        "readers": queries.readers(recipients),
        "standing": queries.pages_standing(plan, today),
    }
    return show(request, "documents/parents_page.html", page, children=[plan.child])


@staff_with(Permission.ISSUE_DOCUMENT)
@require_GET
def parents_page_print(request: StaffRequest, plan_id: UUID, contact_id: UUID) -> HttpResponse:
    """`papers/plans/<plan>/parents-page/<contact>/print/`: the page, for when no PDF can be made."""
    plans = SupportPlan.objects.visible_to(request.membership).finalised()
    plan = get_object_or_404(plans.select_related("child__setting", "cycle"), pk=plan_id)
    today = timezone.localdate()
    contact = get_object_or_404(
        ParentCarer.objects.visible_to(request.membership), pk=contact_id, child=plan.child
    )
    if contact not in recipients_of(plan.child, today):
        raise Http404
    html = parents_page_print_view(queries.parents_page_facts(plan, contact, today))
    note_seen(request, [plan.child])
    return print_page(html)


@staff_with(Permission.ISSUE_DOCUMENT)
@require_GET
def language(request: StaffRequest, code: str) -> HttpResponse:
    """`papers/languages/<code>/`: every fixed word of a language beside the English, to be checked."""
    found = next((one for one in languages() if one.code == code and not one.is_english), None)
    if found is None:
        raise Http404
    page = {"language": found, "others": languages()[1:], "words": words_in(found)}
    return render(request, "documents/language.html", page)
