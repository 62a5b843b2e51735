"""The recipients' door: a link to one copy, inside it a code, and every fixed word in their language."""

from functools import wraps
from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from accounts.access import LinkDoor
from accounts.access.marks import View
from children.actions.access_log import log_access
from isp_portal.languages import ENGLISH, language_of, speaking
from isp_portal.sharing.actions.opening import SHARE_LINK
from isp_portal.sharing.models import Reply, ReplyFile, Share

DOOR = LinkDoor(SHARE_LINK, "sharing:door")


def at_share_link(view: View) -> View:
    """Whoever has a link that opens, asked for the code in their language."""
    return DOOR.outside(_spoken(view))


def by_share_link(view: View) -> View:
    """The parent whose copy it is, once the code was shown, in their language."""
    return DOOR.inside(_spoken(view))


def _spoken(view: View) -> View:
    """`?in=english` says the same page in English. The page is made before the language ends."""

    @wraps(view)
    def spoken(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.own_language = language_of(request.link.contact)
        asked = request.GET.get("in") == "english"
        with speaking(ENGLISH if asked else request.own_language):
            return view(request, *args, **kwargs)

    return spoken


def show_shared(
    request: Any, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Renders a page behind the link, then logs that its holder looked."""
    share: Share = request.link
    known = {"share": share, "setting": share.setting}
    response = render(request, template, {**known, **context}, status=status)
    note_shared(request)
    return response


def note_shared(request: Any) -> None:
    share: Share = request.link
    log_access(
        setting=share.setting,
        children=[share.document.child],
        page=request.resolver_match.view_name,
        under_right=share.right_words,
        from_address=get_adapter(request).get_client_ip(request),
        by=request.actor,
    )


def share_or_404(request: Any, share_id: UUID) -> Share:
    """A link to a paper about a child whom this member sees."""
    shares = Share.objects.visible_to(request.membership)
    found: Share = get_object_or_404(
        shares.select_related("document__child", "document__recipient", "document__setting"),
        pk=share_id,
    )
    return found


def reply_or_404(request: Any, reply_id: UUID) -> Reply:
    replies = Reply.objects.visible_to(request.membership)
    return get_object_or_404(
        replies.select_related("child", "contact", "document__plan__cycle"), pk=reply_id
    )


def paper_or_404(request: Any, reply_id: UUID) -> ReplyFile:
    """The signed paper of a reply about a child whom this member sees."""
    replies = Reply.objects.visible_to(request.membership)
    files = ReplyFile._default_manager.filter(reply__in=replies).select_related("reply__child")
    return get_object_or_404(files, reply=reply_id)
