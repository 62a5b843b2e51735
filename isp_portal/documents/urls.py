"""Addresses of papers. They begin with /papers/."""

from django.urls import path

from isp_portal.documents.views import copies, pages, prints, requests, reviews

app_name = "documents"
urlpatterns = [
    path("plans/<uuid:plan_id>/", copies.copies, name="copies"),
    path("plans/<uuid:plan_id>/print/", copies.print_view, name="print_view"),
    path("plans/<uuid:plan_id>/not-given/", copies.not_given, name="not_given"),
    path("children/<uuid:child_id>/record-sheet/", prints.record_sheet, name="record_sheet"),
    path("plans/<uuid:plan_id>/parents-page/", pages.parents_page, name="parents_page"),
    path(
        "plans/<uuid:plan_id>/parents-page/<uuid:contact_id>/print/",
        pages.parents_page_print,
        name="parents_page_print",
    ),
    path("languages/<slug:code>/", pages.language, name="language"),
    path(
        "children/<uuid:child_id>/record-sheet/print/",
        prints.record_sheet_print,
        name="record_sheet_print",
    ),
    path("group-maps/<uuid:map_id>/", prints.group_map, name="group_map"),
    path("group-maps/<uuid:map_id>/print/", prints.group_map_print, name="group_map_print"),
    path("reviews/<uuid:review_id>/", reviews.minutes, name="minutes"),
    path("reviews/<uuid:review_id>/print/", reviews.minutes_print, name="minutes_print"),
    path(
        "reviews/<uuid:review_id>/not-given/", reviews.minutes_not_given, name="minutes_not_given"
    ),
    path("reviews/<uuid:review_id>/correct/", reviews.minutes_correct, name="minutes_correct"),
    path("reviews/<uuid:review_id>/answer/", reviews.minutes_answer, name="minutes_answer"),
    path("reviews/<uuid:review_id>/letter/", reviews.review_letter, name="review_letter"),
    path("requests/<uuid:request_id>/letter/", requests.agency_letter, name="agency_letter"),
    path("letters/<uuid:letter_id>/file/", requests.agency_letter_file, name="agency_letter_file"),
    path("<uuid:document_id>/", copies.document, name="document"),
    path("<uuid:document_id>/file/", copies.file, name="file"),
]
