"""My day: who is in, what to do with whom, and one tap to record."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from children.actions import press_mark
from children.forms.attendance import PressForm
from reviews.queries.my_day import my_day as read_my_day
from reviews.rules.words import session_at

from .answers import posted


@staff_with(Permission.RECORD_ENTRY)
def my_day(request: StaffRequest) -> HttpResponse:
    """`reviews/my-day/`: the cards; a tap on In, Away or Unwell marks this session."""
    today, now = timezone.localdate(), timezone.localtime().time()
    form = PressForm(posted(request), membership=request.membership)
    if form.is_valid() and form.saves(lambda: press_mark(**form.values(), by=request.actor)):
        return redirect(f"{reverse('reviews:my_day')}#child-{form.cleaned_data['child'].pk}")
    day = read_my_day(request.membership, today, session_at(now))
    may_hold = request.membership.may(Permission.HOLD_REVIEW)
    context = {"day": day, "today": today, "form": form, "may_hold": may_hold}
    return show(request, "reviews/my_day.html", context, children=day.children)
