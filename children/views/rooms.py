"""The rooms of the setting, and who works in which."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.forms.people import LastDayForm, RoomForm, RoomNameForm, RoomStaffForm
from children.models import Room
from children.queries.record_pages import room_rows, room_staff

from .answers import posted, said_or_refused, to_page, today


def room_or_404(request: StaffRequest, room_id: Any) -> Room:
    return get_object_or_404(Room.objects.visible_to(request.membership), pk=room_id)


@staff_with(Permission.MANAGE_SETTING)
def rooms(request: StaffRequest) -> HttpResponse:
    """`children/rooms/`: every room, and a new one."""
    form = RoomForm(posted(request))
    setting = request.membership.setting
    if form.is_valid() and form.saves(
        lambda: actions.add_room(setting=setting, **form.cleaned_data, by=request.actor)
    ):
        return to_page(request, "children:rooms", f"{form.cleaned_data['name']} is added.")
    context = {"form": form, "rooms": room_rows(setting.pk, today())}
    return render(request, "children/rooms.html", context)


@staff_with(Permission.MANAGE_SETTING)
def room_rename(request: StaffRequest, room_id: Any) -> HttpResponse:
    """`children/rooms/…/rename/`."""
    room = room_or_404(request, room_id)
    form = RoomNameForm(posted(request), record=room)
    if form.is_valid() and form.saves(
        lambda: actions.rename_room(
            room=room_or_404(request, room_id), **form.cleaned_data, by=request.actor
        )
    ):
        return to_page(request, "children:rooms", f"{room} is now {form.cleaned_data['name']}.")
    return render(request, "children/room_rename.html", {"room": room, "form": form})


@staff_with(Permission.MANAGE_SETTING)
@require_POST
def room_close(request: StaffRequest, room_id: Any) -> HttpResponse:
    """`children/rooms/…/close/`: off every list to choose from."""
    room = room_or_404(request, room_id)
    said = said_or_refused(
        lambda: actions.close_room(room=room, by=request.actor), f"{room} is closed."
    )
    undo = reverse("children:room_open", args=[room.pk]) if room.closed_on else ""
    return to_page(request, "children:rooms", said, undo)


@staff_with(Permission.MANAGE_SETTING)
@require_POST
def room_open(request: StaffRequest, room_id: Any) -> HttpResponse:
    """`children/rooms/…/open/`: undoes a close."""
    room = room_or_404(request, room_id)
    said = said_or_refused(
        lambda: actions.open_room_again(room=room, by=request.actor), f"{room} is open again."
    )
    return to_page(request, "children:rooms", said)


@staff_with(Permission.MANAGE_SETTING)
def room_staff_page(request: StaffRequest, room_id: Any) -> HttpResponse:
    """`children/rooms/…/staff/`: who works in the room, and one more."""
    room = room_or_404(request, room_id)
    form = RoomStaffForm(posted(request), membership=request.membership)
    if form.is_valid() and form.saves(
        lambda: actions.add_room_staff(room=room, **form.cleaned_data, by=request.actor)
    ):
        words = f"{form.cleaned_data['member']} works in {room}."
        return to_page(request, "children:room_staff", words, room_id=room.pk)
    context = {"room": room, "form": form, "staff": room_staff([room])}
    return render(request, "children/room_staff.html", context)


@staff_with(Permission.MANAGE_SETTING)
def room_staff_end(request: StaffRequest, room_id: Any, staff_id: Any) -> HttpResponse:
    """`children/rooms/…/staff/…/end/`: the last day in the room."""
    room = room_or_404(request, room_id)
    staff = get_object_or_404(room.staff, pk=staff_id)
    form = LastDayForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.end_room_staff(staff=staff, **form.cleaned_data, by=request.actor)
    ):
        return to_page(request, "children:room_staff", "The last day is saved.", room_id=room.pk)
    return render(
        request, "children/room_staff_end.html", {"room": room, "staff": staff, "form": form}
    )
