"""Addresses about one child, and about rooms and attendance. They begin with /children/."""

from django.urls import include, path

from children.views import (
    attendance,
    child,
    contacts,
    key_people,
    needs,
    overrides,
    record_log,
    register,
    restrictions,
    rooms,
    support,
)
from children.views import (
    path as way,
)

app_name = "children"

of_a_child = [
    path("edit/", child.edit, name="edit"),
    path("archive/", child.archive, name="archive"),
    path("bring-back/", child.bring_back, name="bring_back"),
    path("needs/", needs.needs, name="needs"),
    path("sessions/", needs.sessions, name="sessions"),
    path("profile/", needs.profile, name="profile"),
    path("level/add/", way.level_add, name="level_add"),
    path("stage/", way.stage_override, name="stage_override"),
    path("stage/<uuid:override_id>/end/", way.stage_override_end, name="stage_override_end"),
    path("key-person/", key_people.key_person, name="key_person"),
    path("key-person/<uuid:assignment_id>/end/", key_people.key_person_end, name="key_person_end"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/add/", contacts.contact_add, name="contact_add"),
    path("contacts/<uuid:contact_id>/edit/", contacts.contact_edit, name="contact_edit"),
    path("contacts/<uuid:contact_id>/end/", contacts.contact_end, name="contact_end"),
    path(
        "contacts/<uuid:contact_id>/bring-back/",
        contacts.contact_bring_back,
        name="contact_bring_back",
    ),
    path(
        "contacts/<uuid:contact_id>/restriction/add/",
        restrictions.restriction_add,
        name="restriction_add",
    ),
    path(
        "restrictions/<uuid:restriction_id>/lift/",
        restrictions.restriction_lift,
        name="restriction_lift",
    ),
    path(
        "contacts/<uuid:contact_id>/papers-all-the-same/",
        overrides.override_ask,
        name="override_ask",
    ),
    path(
        "papers-all-the-same/<uuid:allowed_id>/confirm/",
        overrides.override_confirm,
        name="override_confirm",
    ),
    path("papers-all-the-same/<uuid:allowed_id>/end/", overrides.override_end, name="override_end"),
    path("support-need/", support.support_need, name="support_need"),
    path(
        "support-need/<uuid:need_id>/withdraw/",
        support.support_need_withdraw,
        name="support_need_withdraw",
    ),
    path("access-log/", record_log.access_log, name="access_log"),
    path("history/", record_log.history, name="history"),
]

urlpatterns = [
    path("add/", child.add, name="add"),
    path("import/", register.imports, name="imports"),
    path("import/<uuid:import_id>/", register.import_check, name="import_check"),
    path("import/<uuid:import_id>/columns/", register.import_columns, name="import_columns"),
    path("import/<uuid:import_id>/undo/", register.import_undo, name="import_undo"),
    path("import/<uuid:import_id>/give-up/", register.import_give_up, name="import_give_up"),
    path("attendance/", attendance.attendance, name="attendance"),
    path("rooms/", rooms.rooms, name="rooms"),
    path("rooms/<uuid:room_id>/rename/", rooms.room_rename, name="room_rename"),
    path("rooms/<uuid:room_id>/close/", rooms.room_close, name="room_close"),
    path("rooms/<uuid:room_id>/open/", rooms.room_open, name="room_open"),
    path("rooms/<uuid:room_id>/staff/", rooms.room_staff_page, name="room_staff"),
    path(
        "rooms/<uuid:room_id>/staff/<uuid:staff_id>/end/",
        rooms.room_staff_end,
        name="room_staff_end",
    ),
    path("<uuid:child_id>/", include(of_a_child)),
]
