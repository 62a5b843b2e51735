"""Addresses about agencies. They begin with /agencies/; what is about one child names the child."""

from django.urls import path

from agencies.views import (
    advice,
    agency,
    chase,
    consent,
    consent_file,
    contact,
    door,
    involvement,
    recommendation,
    report,
    report_file,
    request,
    request_link,
    visit,
)

CHILD = "children/<uuid:child_id>/"

app_name = "agencies"
urlpatterns = [
    path("", agency.agency_list, name="list"),
    path("add/", agency.add, name="add"),
    path("chase/", chase.chase, name="chase"),
    path("waiting/", chase.waiting, name="waiting"),
    path("<uuid:agency_id>/edit/", agency.edit, name="edit"),
    path("<uuid:agency_id>/end/", agency.end, name="end"),
    path("<uuid:agency_id>/bring-back/", agency.bring_back, name="bring_back"),
    path("<uuid:agency_id>/professionals/add/", agency.professional_add, name="professional_add"),
    path(
        "professionals/<uuid:professional_id>/edit/",
        agency.professional_edit,
        name="professional_edit",
    ),
    path("door/<str:token>/", door.door, name="door"),
    path("door/<str:token>/code/", door.door_code, name="door_code"),
    path("door/<str:token>/request/", door.door_request, name="door_request"),
    path("door/<str:token>/answer/", door.door_answer, name="door_answer"),
    path("door/<str:token>/leave/", door.door_leave, name="door_leave"),
    path("door-thanks/", door.door_thanks, name="door_thanks"),
    path(CHILD + "involvements/add/", involvement.involvement_add, name="involvement_add"),
    path(
        CHILD + "involvements/<uuid:involvement_id>/edit/",
        involvement.involvement_edit,
        name="involvement_edit",
    ),
    path(CHILD + "reports/add/", report.report_add, name="report_add"),
    path(CHILD + "reports/<uuid:report_id>/edit/", report.report_edit, name="report_edit"),
    path(CHILD + "reports/<uuid:report_id>/holds/", report.report_holds, name="report_holds"),
    path(CHILD + "reports/<uuid:report_id>/look/", report.report_look, name="report_look"),
    path(
        CHILD + "reports/<uuid:report_id>/withdraw/",
        report.report_withdraw,
        name="report_withdraw",
    ),
    path(CHILD + "reports/<uuid:report_id>/files/", report_file.report_files, name="report_files"),
    path(
        CHILD + "reports/<uuid:report_id>/files/add/",
        report_file.report_file_add,
        name="report_file_add",
    ),
    path(CHILD + "report-files/<uuid:file_id>/", report_file.report_file, name="report_file"),
    path(
        CHILD + "report-files/<uuid:file_id>/take-off/",
        report_file.report_file_take_off,
        name="report_file_take_off",
    ),
    path(
        CHILD + "reports/<uuid:report_id>/recommendations/",
        recommendation.recommendations,
        name="recommendations",
    ),
    path(
        CHILD + "recommendations/<uuid:recommendation_id>/edit/",
        recommendation.recommendation_edit,
        name="recommendation_edit",
    ),
    path(
        CHILD + "recommendations/<uuid:recommendation_id>/take-off/",
        recommendation.recommendation_take_off,
        name="recommendation_take_off",
    ),
    path(
        CHILD + "recommendations/<uuid:recommendation_id>/put-back/",
        recommendation.recommendation_put_back,
        name="recommendation_put_back",
    ),
    path(CHILD + "consent/", consent.consent, name="consent"),
    path(
        CHILD + "consent/<uuid:consent_id>/withdraw/",
        consent.consent_withdraw,
        name="consent_withdraw",
    ),
    path(
        CHILD + "consent/<uuid:consent_id>/set-aside/",
        consent.consent_set_aside,
        name="consent_set_aside",
    ),
    path(
        CHILD + "consent/<uuid:consent_id>/evidence/",
        consent_file.consent_files,
        name="consent_files",
    ),
    path(CHILD + "evidence/<uuid:evidence_id>/", consent_file.consent_file, name="consent_file"),
    path(
        CHILD + "evidence/<uuid:evidence_id>/take-off/",
        consent_file.consent_file_take_off,
        name="consent_file_take_off",
    ),
    path(CHILD + "requests/", request.requests, name="requests"),
    path(CHILD + "requests/add/", request.request_add, name="request_add"),
    path(CHILD + "requests/<uuid:request_id>/asked/", request.request_asked, name="request_asked"),
    path(CHILD + "contacts/add/", contact.contact_add, name="contact_add"),
    path(CHILD + "requests/<uuid:request_id>/email/", contact.request_email, name="request_email"),
    path(
        CHILD + "requests/<uuid:request_id>/chased/", request.request_chased, name="request_chased"
    ),
    path(
        CHILD + "requests/<uuid:request_id>/parents-asked/",
        request.request_parents_asked,
        name="request_parents_asked",
    ),
    path(
        CHILD + "requests/<uuid:request_id>/links/",
        request_link.request_links,
        name="request_links",
    ),
    path(
        CHILD + "request-links/<uuid:link_id>/code/",
        request_link.request_link_code,
        name="request_link_code",
    ),
    path(
        CHILD + "request-links/<uuid:link_id>/withdraw/",
        request_link.request_link_revoke,
        name="request_link_revoke",
    ),
    path(CHILD + "requests/<uuid:request_id>/close/", request.request_close, name="request_close"),
    path(CHILD + "visits/add/", visit.visit_add, name="visit_add"),
    path(CHILD + "visits/<uuid:visit_id>/edit/", visit.visit_edit, name="visit_edit"),
    path(CHILD + "visits/<uuid:visit_id>/call-off/", visit.visit_call_off, name="visit_call_off"),
    path(CHILD + "advice/add/", advice.advice_add, name="advice_add"),
    path(CHILD + "advice/<uuid:advice_id>/confirm/", advice.advice_confirm, name="advice_confirm"),
    path(
        CHILD + "advice/<uuid:advice_id>/withdraw/",
        advice.advice_withdraw,
        name="advice_withdraw",
    ),
]
