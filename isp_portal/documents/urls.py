"""Addresses of papers. They begin with /papers/."""

from django.urls import path

from isp_portal.documents import views

app_name = "documents"
urlpatterns = [
    path("plans/<uuid:plan_id>/", views.copies, name="copies"),
    path("plans/<uuid:plan_id>/print/", views.print_view, name="print_view"),
    path("plans/<uuid:plan_id>/not-given/", views.not_given, name="not_given"),
    path("<uuid:document_id>/", views.document, name="document"),
    path("<uuid:document_id>/file/", views.file, name="file"),
]
