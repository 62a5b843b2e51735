"""Addresses of the reading pages."""

from django.urls import path

from isp_portal.dashboards.views import (
    batches,
    calendar,
    child,
    children,
    due,
    feed,
    group,
    guidance,
    pictures,
    printing,
    several,
    story,
)

app_name = "dashboards"
urlpatterns = [
    path("", children.home, name="home"),
    path("due/", due.due, name="due"),
    path("due/file/<slug:file_kind>/", due.due_file, name="due_file"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/book/", calendar.calendar_book, name="calendar_book"),
    path("calendar/feed/<str:token>.ics", feed.feed, name="feed"),
    path("pictures/", pictures.pictures, name="pictures"),
    path("pictures/print/", pictures.pictures_print, name="pictures_print"),
    path("guidance/", guidance.guidance, name="guidance"),
    path("children/", children.children, name="children"),
    path("children/several/key-person/", several.key_person_several, name="key_person_several"),
    path("children/several/reviews/", several.reviews_several, name="reviews_several"),
    path("children/several/print/", printing.print_several, name="print_several"),
    path("children/several/", batches.batches, name="batches"),
    path("children/several/<uuid:batch_id>/", batches.batch, name="batch"),
    path("children/several/<uuid:batch_id>/stop/", batches.batch_stop, name="batch_stop"),
    path("children/several/<uuid:batch_id>/file/", batches.batch_file, name="batch_file"),
    path("groups/<uuid:group_id>/", group.group, name="group"),
    path("children/file/<slug:file_kind>/", children.children_file, name="children_file"),
    path("children/<uuid:child_id>/", child.child, name="child"),
    path("children/<uuid:child_id>/story/", story.story, name="story"),
    path("children/<uuid:child_id>/story/print/", story.story_print, name="story_print"),
]
