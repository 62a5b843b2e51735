"""The two support questions: what has been answered, a new answer, a withdrawal."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.support import SupportAnswerForm, WithdrawForm
from children.queries.record_pages import question_parts

from .answers import posted, to_child, to_page, today


@staff_with(Permission.ANSWER_SUPPORT_NEED)
def support_need(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/support-need/`: `?question=behaviour` comes with that question chosen."""
    child = child_or_404(request, child_id)
    form = SupportAnswerForm(
        posted(request),
        child=child,
        membership=request.membership,
        asked=request.GET.get("question", ""),
    )
    if form.is_valid() and form.saves(
        lambda: actions.record_support_answer(child=child, **form.values(), by=request.actor)
    ):
        return to_child(request, child, f"The answer for {child.called} is saved.")
    context = {"child": child, "form": form, "questions": question_parts(child, today())}
    return show(request, "children/support_need.html", context, children=[child])


@staff_with(Permission.ANSWER_SUPPORT_NEED)
def support_need_withdraw(request: StaffRequest, child_id: Any, need_id: Any) -> HttpResponse:
    """`children/…/support-need/…/withdraw/`: the answer stays on record and counts no longer."""
    child = child_or_404(request, child_id)
    answer = get_object_or_404(child.support_needs, pk=need_id)
    form = WithdrawForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.withdraw_support_answer(
            answer=answer, **form.cleaned_data, by=request.actor
        )
    ):
        return to_page(
            request, "children:support_need", "The answer is withdrawn.", child_id=child.pk
        )
    context = {"child": child, "answer": answer, "form": form}
    return show(request, "children/support_need_withdraw.html", context, children=[child])
