"""Staff share a copy by link, see what became of it, give a code in person, and take it back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.actions.links import give_code
from accounts.forms.base import OnceForm, PortalForm
from accounts.rules.actor import Actor
from accounts.rules.roles import Permission
from children.access import show
from children.views.answers import posted, to_page
from isp_portal.documents.access import document_or_404
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.views.named import words_of
from isp_portal.sharing import actions
from isp_portal.sharing.access import share_or_404
from isp_portal.sharing.actions.attaching import FILE_NAME, attached_letter
from isp_portal.sharing.actions.sharing import BY_HAND, letters_of
from isp_portal.sharing.forms.staff import ShareForm, TakeBackForm
from isp_portal.sharing.models import Share
from isp_portal.sharing.policies import why_not_attached, why_not_shared
from isp_portal.sharing.queries.shares import attached_of, shares_of

SHOWN_WHEN_SENT = "…/shared/(the secret part of the link)"
"""What stands in the preview: the link is made when the mail goes into the outbox."""


@staff_with(Permission.ISSUE_DOCUMENT)
def share(request: StaffRequest, document_id: UUID) -> HttpResponse:
    """`sharing/papers/<document>/`: its links and what became of them, and a new one with its preview."""
    document = document_or_404(request, document_id)
    form, addresses = ShareForm(posted(request)), list[str]()
    made = form.is_valid() and form.makes(
        lambda: _made(addresses, document, form.cleaned_data["how"], request.actor), request.actor
    )
    if made and not addresses:
        words = "The link is made. The email goes in a moment."
        return to_page(request, "sharing:share", words, document_id=document.pk)
    page: dict[str, Any] = {
        "document": document,
        "child": document.child,
        "called": words_of(document),
        "form": form,
        "why_not": why_not_shared(document, timezone.localdate()),
        "letters": letters_of(document, SHOWN_WHEN_SENT, request.actor.label),
        "rows": shares_of(document, timezone.now()),
        "attached": attached_of(document),
        "may_attach": document.setting.may_email_copies,
        "address": addresses[0] if addresses else "",
    }
    return show(request, "sharing/share.html", page, children=[document.child])


def _made(addresses: list[str], document: IssuedDocument, how: str, by: Actor) -> Share:
    """Keeps the address of a link that is handed over, for this one answer: it is stored nowhere."""
    share, address = actions.share_document(document=document, how=how, by=by)
    if how == BY_HAND:
        addresses.append(address)
    return share


@staff_with(Permission.ISSUE_DOCUMENT)
def attach(request: StaffRequest, document_id: UUID) -> HttpResponse:
    """`sharing/papers/<document>/attach/`: the copy as a file by email, read before it goes."""
    document = document_or_404(request, document_id)
    form = OnceForm(posted(request))
    if form.is_valid() and form.makes(
        lambda: actions.attach_document(document=document, by=request.actor), request.actor
    ):
        words = "The email goes in a moment, with the file."
        return to_page(request, "sharing:share", words, document_id=document.pk)
    page = {
        "document": document,
        "child": document.child,
        "called": words_of(document),
        "form": form,
        "why_not": why_not_attached(document, timezone.localdate()),
        "letter": attached_letter(document, request.actor.label),
        "file_name": FILE_NAME,
    }
    return show(request, "sharing/attach.html", page, children=[document.child])


@staff_with(Permission.ISSUE_DOCUMENT)
def take_back(request: StaffRequest, share_id: UUID) -> HttpResponse:
    """`sharing/links/<link>/take-back/`: the link opens to nobody from now on."""
    found = share_or_404(request, share_id)
    form = TakeBackForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.take_back_share(share=found, **form.cleaned_data, by=request.actor)
    ):
        words = "The link opens no more."
        return to_page(request, "sharing:share", words, document_id=found.document_id)
    page = {"share": found, "child": found.document.child, "form": form}
    return show(request, "sharing/take_back.html", page, children=[found.document.child])


@staff_with(Permission.ISSUE_DOCUMENT)
def code(request: StaffRequest, share_id: UUID) -> HttpResponse:
    """`sharing/links/<link>/code-to-read-out/`: a code to read out to the person themselves, shown once."""
    found = share_or_404(request, share_id)
    form, codes = PortalForm(posted(request)), list[str]()
    if form.is_valid():
        form.saves(lambda: codes.append(give_code(link=found, by=request.actor)))
    page = {
        "share": found,
        "child": found.document.child,
        "form": form,
        "code": codes[0] if codes else "",
    }
    return show(request, "sharing/code.html", page, children=[found.document.child])
