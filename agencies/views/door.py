"""The agency door: one professional, one request. No sign-in: a link, and a code (C7)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.access import LinkRequest, open_to_all
from accounts.views.link_pages import DoorWords, code_page, leave_page, send_code_page
from agencies import actions
from agencies.access import DOOR, at_request_link, by_request_link
from agencies.forms.door import AnswerForm, SendReportForm
from agencies.queries.door import door_page
from children.access import show
from children.views.answers import posted


def words_for(request: LinkRequest) -> DoorWords:
    """Nothing of a child: whoever has the link alone may be anybody."""
    setting = request.link.setting.name
    return DoorWords(
        title=f"A request from {setting}",
        lead=f"{setting} asks you for a report about a child. To see which child, show a code.",
        code_goes_to=f"We send the code to the email address that {setting} has for you.",
        first_page="agencies:door",
        send_page="agencies:door_code",
        inside_page="agencies:door_request",
    )


@at_request_link
def door(request: LinkRequest, token: str) -> HttpResponse:
    """`agencies/door/<secret>/`: reading it sends nothing and uses nothing up."""
    return code_page(request, token, DOOR, words_for(request))


@at_request_link
@require_POST
def door_code(request: LinkRequest, token: str) -> HttpResponse:
    """`agencies/door/<secret>/code/`"""
    return send_code_page(request, token, words_for(request))


@by_request_link
def door_request(request: LinkRequest, token: str) -> HttpResponse:
    """`agencies/door/<secret>/request/`: what is asked, and the report sent in answer."""
    form = SendReportForm(
        posted(request), request.FILES or None, born=request.link.request.child.date_of_birth
    )
    if form.is_valid() and form.makes(
        lambda: actions.send_report(link=request.link, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return DOOR.go_out(redirect("agencies:door_thanks"), token)
    return inside(request, token, "agencies/door_request.html", {"form": form})


@by_request_link
def door_answer(request: LinkRequest, token: str) -> HttpResponse:
    """`agencies/door/<secret>/answer/`: in words, in place of a report."""
    form = AnswerForm(posted(request))
    if form.is_valid() and form.makes(
        lambda: actions.answer_request(
            link=request.link, values=form.cleaned_data, by=request.actor
        ),
        request.actor,
    ):
        return redirect("agencies:door_request", token=token)
    return inside(request, token, "agencies/door_answer.html", {"form": form})


@by_request_link
@require_POST
def door_leave(request: LinkRequest, token: str) -> HttpResponse:
    """`agencies/door/<secret>/leave/`"""
    return leave_page(request, token, DOOR)


@open_to_all
def door_thanks(request: Any) -> HttpResponse:
    """`agencies/door-thanks/`: the report came, and with it the link has done its work."""
    return render(request, "agencies/door_thanks.html")


def inside(
    request: LinkRequest, token: str, template: str, context: dict[str, Any]
) -> HttpResponse:
    """A page behind the code; who looked is noted as on every page that shows a child."""
    page = door_page(request.link)
    context = {**context, "page": page, "token": token, "link": request.link}
    return show(request, template, context, children=[page.request.child])
