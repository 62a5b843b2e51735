"""Addresses about agencies. They begin with /agencies/; what is about one child names the child."""

from django.urls import path

from agencies.views import advice, agency, involvement, report

CHILD = "children/<uuid:child_id>/"

app_name = "agencies"
urlpatterns = [
    path("", agency.agency_list, name="list"),
    path("add/", agency.add, name="add"),
    path("<uuid:agency_id>/edit/", agency.edit, name="edit"),
    path("<uuid:agency_id>/end/", agency.end, name="end"),
    path("<uuid:agency_id>/bring-back/", agency.bring_back, name="bring_back"),
    path("<uuid:agency_id>/professionals/add/", agency.professional_add, name="professional_add"),
    path(
        "professionals/<uuid:professional_id>/edit/",
        agency.professional_edit,
        name="professional_edit",
    ),
    path(CHILD + "involvements/add/", involvement.involvement_add, name="involvement_add"),
    path(
        CHILD + "involvements/<uuid:involvement_id>/edit/",
        involvement.involvement_edit,
        name="involvement_edit",
    ),
    path(CHILD + "reports/add/", report.report_add, name="report_add"),
    path(CHILD + "reports/<uuid:report_id>/edit/", report.report_edit, name="report_edit"),
    path(
        CHILD + "reports/<uuid:report_id>/withdraw/",
        report.report_withdraw,
        name="report_withdraw",
    ),
    path(CHILD + "advice/add/", advice.advice_add, name="advice_add"),
    path(CHILD + "advice/<uuid:advice_id>/confirm/", advice.advice_confirm, name="advice_confirm"),
    path(
        CHILD + "advice/<uuid:advice_id>/withdraw/",
        advice.advice_withdraw,
        name="advice_withdraw",
    ),
]
