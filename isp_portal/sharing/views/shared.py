"""What a parent meets behind a link: the code, the copy to read, hear and keep, and their say."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_POST

from accounts.access import LinkRequest
from accounts.views.link_pages import DoorWords, code_page, leave_page, send_code_page
from isp_portal.documents.queries import FileDamaged, file_of
from isp_portal.documents.views.answers import download
from isp_portal.sharing import actions
from isp_portal.sharing.access import (
    DOOR,
    at_share_link,
    by_share_link,
    note_shared,
    show_shared,
)
from isp_portal.sharing.forms.say import FORMS, AnswerForm
from isp_portal.sharing.queries.shared_page import shared_page
from isp_portal.sharing.rules import ReplyKind

DOOR_WORDS = DoorWords(
    title=gettext_noop("A paper is shared with you"),
    lead=gettext_noop("Two steps keep it between us: this link, and a code."),
    code_goes_to=gettext_noop("The code goes to the email address that we have on file for you."),
    first_page="sharing:door",
    send_page="sharing:send_code",
    inside_page="sharing:copy",
    template="sharing/door.html",
)
HEADS = {
    ReplyKind.ANSWER: _("Your answer"),
    ReplyKind.VIEW: _("Your view, before we meet"),
    ReplyKind.FROM_HOME: _("Something from home"),
    ReplyKind.QUESTION: _("Ask the SENCO"),
    ReplyKind.COMING: _("Can you come?"),
}


@at_share_link
def door(request: LinkRequest, token: str) -> HttpResponse:
    """`shared/<token>/`: the code is asked for. Looking at it counts for nothing."""
    return code_page(request, token, DOOR, DOOR_WORDS)


@at_share_link
@require_POST
def send_a_code(request: LinkRequest, token: str) -> HttpResponse:
    """`shared/<token>/send-code/`: to the contact's own address on file."""
    return send_code_page(request, token, DOOR_WORDS)


@by_share_link
@require_POST
def leave(request: LinkRequest, token: str) -> HttpResponse:
    """`shared/<token>/leave/`: on a phone that others use too."""
    return leave_page(request, token, DOOR)


@by_share_link
@require_GET
def copy(request: LinkRequest, token: str) -> HttpResponse:
    """`shared/<token>/copy/`: the copy to read, as it was issued; `?text=large` in larger letters."""
    page = shared_page(request.link)
    context = {
        "token": token,
        "page": page,
        "form": AnswerForm(),
        "is_large": request.GET.get("text") == "large",
    }
    return show_shared(request, page.template, context)


@by_share_link
@require_GET
def file(request: LinkRequest, token: str) -> HttpResponseBase:
    """`shared/<token>/copy/file/`: the issued PDF, byte for byte, under a name that tells of nobody."""
    try:
        pdf = file_of(request.link.document)
    except FileDamaged:
        return show_shared(request, "sharing/no_file.html", {"token": token}, status=500)
    note_shared(request)
    return download(pdf, "shared-copy.pdf")


@by_share_link
def say(request: LinkRequest, token: str, kind: str) -> HttpResponse:
    """`shared/<token>/say/<kind>/`: one thing in their own words. Sent, it does not change."""
    if kind not in list(ReplyKind):
        raise Http404
    form = FORMS[ReplyKind(kind)](request.POST if request.method == "POST" else None)
    if form.is_valid() and form.makes(
        lambda: actions.reply_by_link(
            share=request.link, kind=kind, said=form.said(), by=request.actor
        ),
        request.actor,
    ):
        return redirect("sharing:said", token=token)
    context = {"token": token, "kind": kind, "form": form, "head": HEADS[ReplyKind(kind)]}
    return show_shared(request, "sharing/say.html", context)


@by_share_link
@require_GET
def said(request: LinkRequest, token: str) -> HttpResponse:
    """`shared/<token>/said/`: what they wrote, as it is kept, and what happens with it."""
    return show_shared(
        request, "sharing/said.html", {"token": token, "page": shared_page(request.link)}
    )
