"""What parents said, as staff read it, and what staff decide to do with it beside their words."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies.intake.store import FileDamaged, read
from children.access import child_or_404, note_seen, show
from children.views.answers import NotDone, posted, said_or_refused, to_page
from isp_portal.documents.views.answers import download
from isp_portal.sharing import actions, queries
from isp_portal.sharing.access import paper_or_404, reply_or_404
from isp_portal.sharing.forms.staff import ReadForm, WriteDownForm
from isp_portal.sharing.models import Reply

LIST = "sharing:replies"


@staff_with(Permission.VIEW_PLANS)
@require_GET
def replies(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`sharing/children/<child>/`: everything that parents said, what waits for somebody first."""
    child = child_or_404(request, child_id)
    page = {
        "child": child,
        "page": queries.replies_page(child),
        "may_write_down": request.membership.may(Permission.HOLD_REVIEW),
    }
    return show(request, "sharing/replies.html", page, children=[child])


@staff_with(Permission.HOLD_REVIEW)
def write_down(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`sharing/children/<child>/write-down/`: what a parent said on the phone or on paper."""
    child = child_or_404(request, child_id)
    form = WriteDownForm(
        posted(request),
        request.FILES or None,
        parents=queries.may_speak(child, timezone.localdate()),
        documents=queries.copies_answered(child),
    )
    if form.is_valid() and form.makes(
        lambda: actions.write_down_reply(child=child, **form.what_was_said(), by=request.actor),
        request.actor,
    ):
        return to_page(request, LIST, "Their words are kept.", child_id=child.pk)
    page = {"child": child, "form": form}
    return show(request, "sharing/write_down.html", page, children=[child])


@staff_with(Permission.VIEW_PLANS)
@require_GET
def reply(request: StaffRequest, reply_id: UUID) -> HttpResponse:
    """`sharing/replies/<reply>/`: their words, and what may be done with them."""
    return _reply_page(request, reply_or_404(request, reply_id), ReadForm())


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def reply_read(request: StaffRequest, reply_id: UUID) -> HttpResponse:
    """`sharing/replies/<reply>/read/`: a note beside their words: what was answered, what is next."""
    found, form = reply_or_404(request, reply_id), ReadForm(request.POST)
    if form.is_valid() and form.saves(
        lambda: actions.note_reply_as_read(reply=found, **form.cleaned_data, by=request.actor)
    ):
        return to_page(request, LIST, "It is noted as read.", child_id=found.child_id)
    return _reply_page(request, found, form)


def _reply_page(request: StaffRequest, found: Reply, form: ReadForm) -> HttpResponse:
    page = {
        "reply": found,
        "child": found.child,
        "form": form,
        "review": queries.review_open_to(found),
        "is_late": queries.came_late(found),
        "may_decide": request.membership.may(Permission.HOLD_REVIEW),
    }
    return show(request, "sharing/reply.html", page, children=[found.child])


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def into_review(request: StaffRequest, reply_id: UUID) -> HttpResponse:
    """`sharing/replies/<reply>/into-review/`: their words become their view in the open review."""
    found = reply_or_404(request, reply_id)
    words = said_or_refused(
        lambda: actions.take_into_review(
            reply=found, review=queries.review_open_to(found), by=request.actor
        ),
        "Their words stand in the review.",
    )
    return to_page(request, LIST, words, child_id=found.child_id)


@staff_with(Permission.HOLD_REVIEW)
@require_POST
def into_record(request: StaffRequest, reply_id: UUID) -> HttpResponse:
    """`sharing/replies/<reply>/into-record/`: what they saw at home becomes a note from home."""
    found = reply_or_404(request, reply_id)
    words = said_or_refused(
        lambda: actions.take_into_record(reply=found, member=request.membership, by=request.actor),
        "It stands in the record as a note from home.",
    )
    return to_page(request, LIST, words, child_id=found.child_id)


@staff_with(Permission.VIEW_PLANS)
@require_GET
def signed_paper(request: StaffRequest, reply_id: UUID) -> HttpResponseBase:
    """`sharing/replies/<reply>/paper/`: the signed paper, to be saved and opened elsewhere."""
    paper = paper_or_404(request, reply_id)
    try:
        content = read(paper.kept)
    except FileDamaged as damaged:
        return to_page(request, LIST, NotDone(damaged), child_id=paper.reply.child_id)
    note_seen(request, [paper.reply.child])
    return download(content, paper.neutral_name, paper.content_type)
