"""Addresses of the record of intervention. They begin with /reviews/."""

from django.urls import path

from reviews.views import day, kept, recording, sheet

app_name = "reviews"
urlpatterns = [
    path("my-day/", day.my_day, name="my_day"),
    path("entries/several/", recording.entry_add_several, name="entry_add_several"),
    path("entries/<uuid:entry_id>/", kept.entry, name="entry"),
    path("entries/<uuid:entry_id>/change/", kept.entry_change, name="entry_change"),
    path("entries/<uuid:entry_id>/take-back/", kept.entry_take_back, name="entry_take_back"),
    path("entries/<uuid:entry_id>/put-back/", kept.entry_put_back, name="entry_put_back"),
    path("children/<uuid:child_id>/entries/add/", recording.entry_add, name="entry_add"),
    path("children/<uuid:child_id>/not-today/", recording.not_delivered, name="not_delivered"),
    path("children/<uuid:child_id>/sheet/", sheet.sheet, name="sheet"),
    path(
        "children/<uuid:child_id>/sheet/<uuid:form_token>/", sheet.sheet_saved, name="sheet_saved"
    ),
    path("children/<uuid:child_id>/record/", kept.record, name="record"),
]
