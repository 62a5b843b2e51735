"""Who is in: one room, one day, one press per child and session."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import show
from children.forms.attendance import PressForm, WhichDayForm
from children.queries.attendance import attendance_page

from .answers import posted, today


@staff_with(Permission.MARK_ATTENDANCE)
def attendance(request: StaffRequest) -> HttpResponse:
    """`children/attendance/?room=…&on=…`: today and the first room when none is asked for."""
    which = WhichDayForm(request.GET, membership=request.membership)
    form = PressForm(posted(request), membership=request.membership)
    if form.is_valid() and form.saves(
        lambda: actions.press_mark(**form.values(), by=request.actor)
    ):
        return HttpResponseRedirect(back_to(request, form))
    page = attendance_page(request.membership, **which.values())
    context = {"page": page, "form": form, "which": which, "today": today()}
    return show(request, "children/attendance.html", context, children=page.children)


def back_to(request: StaffRequest, form: PressForm) -> str:
    """The same room and day, at the child that was pressed."""
    query = request.GET.urlencode()
    child = form.cleaned_data["child"]
    return f"{reverse('children:attendance')}?{query}#child-{child.pk}"
