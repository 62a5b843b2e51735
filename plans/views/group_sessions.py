"""The groups that somebody runs: a session written down in a moment, and how it went at the end.

The door is the children's: whoever may see a child of the group may write down its sessions, and
is named only the children whom they may see.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from children.views.answers import said_or_refused
from plans.actions import group_sessions as actions
from plans.forms.group_sessions import HowItWentForm, SessionChangeForm, SessionForm
from plans.models import GroupProvisionRow, GroupSession
from plans.queries.group_sessions import groups_to_run, named_for, newest_sessions


@staff_with(Permission.RECORD_ENTRY)
def group_sessions(request: StaffRequest) -> HttpResponse:
    """`plans/group-sessions/`: the groups of the children whom this member sees."""
    groups = groups_to_run(request.membership, timezone.localdate())
    seen = {named.child for group in groups for named in group.named}
    return show(request, "plans/group_sessions.html", {"groups": groups}, children=seen)


def _row_behind(request: StaffRequest, row_id: UUID) -> GroupProvisionRow:
    rows = GroupProvisionRow.objects.visible_to(request.membership).run_by(request.membership)
    return get_object_or_404(rows.select_related("group_map"), pk=row_id)


def _back_from(request: StaffRequest, row: GroupProvisionRow) -> HttpResponse:
    """To the map, or to one's groups for who may not open maps."""
    if request.membership.may(Permission.VIEW_GROUP_MAPS):
        return redirect("plans:group_map", map_id=row.group_map_id)
    return redirect("plans:group_sessions")


def _session_behind(request: StaffRequest, session_id: UUID) -> GroupSession:
    sessions = GroupSession.objects.visible_to(request.membership)
    return get_object_or_404(sessions.select_related("row__group_map"), pk=session_id)


@staff_with(Permission.RECORD_ENTRY)
def group_session_add(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """`plans/group-rows/<id>/sessions/add/`: today, everybody came, unless one says otherwise."""
    row = _row_behind(request, row_id)
    offered = named_for(row, request.membership)
    posted = request.POST if request.method == "POST" else None
    form = SessionForm(posted, membership=request.membership, offered=offered)
    made = form.is_valid() and form.makes(
        lambda: actions.record_group_session(row=row, **form.session(), by=request.actor),
        request.actor,
    )
    if made:
        messages.success(request, f"The session of {row.intervention} is saved.")
        return redirect("plans:group_session", group_session_id=made)
    sessions = newest_sessions(row, request.membership)
    context = {"form": form, "row": row, "sessions": sessions}
    seen = [named.child for named in offered]
    return show(request, "plans/group_session_add.html", context, children=seen)


@staff_with(Permission.RECORD_ENTRY)
def group_session(request: StaffRequest, group_session_id: UUID) -> HttpResponse:
    """`plans/group-sessions/<id>/`: a session that is kept, to be changed or taken back."""
    session = _session_behind(request, group_session_id)
    offered = named_for(session.row, request.membership)
    form = SessionChangeForm(
        request.POST if request.method == "POST" else None,
        record=session,
        membership=request.membership,
        offered=offered,
    )
    if form.is_valid() and form.saves(
        lambda: actions.change_group_session(session=session, **form.session(), by=request.actor)
    ):
        messages.success(request, "The session is changed.")
        return redirect("plans:group_session", group_session_id=session.pk)
    context = {"form": form, "session": session, "row": session.row}
    seen = [named.child for named in offered]
    return show(request, "plans/group_session.html", context, children=seen)


@staff_with(Permission.RECORD_ENTRY)
@require_POST
def group_session_take_back(request: StaffRequest, group_session_id: UUID) -> HttpResponse:
    """`plans/group-sessions/<id>/take-back/`: out of the count, its words kept."""
    session = _session_behind(request, group_session_id)
    said = said_or_refused(
        lambda: actions.take_back_group_session(session=session, by=request.actor),
        "The session is taken back. Nothing is lost: you can put it back.",
    )
    messages.success(request, said)
    return redirect("plans:group_session", group_session_id=session.pk)


@staff_with(Permission.RECORD_ENTRY)
@require_POST
def group_session_put_back(request: StaffRequest, group_session_id: UUID) -> HttpResponse:
    """`plans/group-sessions/<id>/put-back/`: counted again."""
    session = _session_behind(request, group_session_id)
    said = said_or_refused(
        lambda: actions.put_back_group_session(session=session, by=request.actor),
        "The session counts again.",
    )
    messages.success(request, said)
    return redirect("plans:group_session", group_session_id=session.pk)


@staff_with(Permission.RECORD_ENTRY)
def group_went(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """`plans/group-rows/<id>/how-it-went/`: the measure at the end, and the effect per child."""
    row = _row_behind(request, row_id)
    offered = named_for(row, request.membership)
    form = HowItWentForm(
        request.POST if request.method == "POST" else None, record=row, offered=offered
    )
    if form.is_valid() and form.saves(
        lambda: actions.record_how_it_went(row=row, **form.went(), by=request.actor)
    ):
        messages.success(request, f"How {row.intervention} went is saved.")
        return _back_from(request, row)
    seen = [named.child for named in offered]
    return show(request, "plans/group_went.html", {"form": form, "row": row}, children=seen)
