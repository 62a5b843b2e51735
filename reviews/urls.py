"""Addresses of the record of intervention. They begin with /reviews/."""

from django.urls import path

from reviews.views import (
    agreed,
    day,
    decision,
    family,
    finishing,
    kept,
    line,
    listing,
    overview,
    people,
    planning,
    recording,
    sheet,
    since,
)

app_name = "reviews"
urlpatterns = [
    path("", listing.reviews, name="reviews"),
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
    # The review: planned, and the people of it
    path("children/<uuid:child_id>/review/plan/", planning.review_plan, name="review_plan"),
    path("children/<uuid:child_id>/review/hold/", people.review_hold, name="review_hold"),
    path("<uuid:review_id>/move/", planning.review_move, name="review_move"),
    path("<uuid:review_id>/invitations/", planning.review_invitations, name="review_invitations"),
    path(
        "<uuid:review_id>/invitations/<uuid:participant_id>/",
        planning.review_invite,
        name="review_invite",
    ),
    path(
        "<uuid:review_id>/calendar-file/",
        planning.review_calendar_file,
        name="review_calendar_file",
    ),
    path("<uuid:review_id>/held/", people.review_held, name="review_held"),
    path("<uuid:review_id>/who/", people.review_who, name="review_who"),
    path("<uuid:review_id>/who/add/", people.review_person_add, name="review_person_add"),
    path(
        "<uuid:review_id>/who/<uuid:participant_id>/",
        people.review_presence,
        name="review_presence",
    ),
    path(
        "<uuid:review_id>/who/<uuid:participant_id>/take-off/",
        people.review_person_remove,
        name="review_person_remove",
    ),
    path("<uuid:review_id>/family/", family.review_family, name="review_family"),
    path(
        "<uuid:review_id>/family/<uuid:contact_id>/add/",
        family.review_family_add,
        name="review_family_add",
    ),
    path("<uuid:review_id>/child/", family.review_child, name="review_child"),
    path("actions/<uuid:action_id>/change/", agreed.action_change, name="action_change"),
    path("actions/<uuid:action_id>/take-off/", agreed.action_take_off, name="action_take_off"),
    path("<uuid:review_id>/", overview.review, name="review"),
    path("<uuid:review_id>/since/", since.since, name="review_since"),
    path("<uuid:review_id>/lines/<uuid:line_key>/", line.line, name="review_line"),
    path("<uuid:review_id>/decision/", decision.decision, name="review_decision"),
    path("<uuid:review_id>/actions/", agreed.review_actions, name="review_actions"),
    path("<uuid:review_id>/next/", decision.next_review, name="review_next"),
    path("<uuid:review_id>/finish/", finishing.finish, name="review_finish"),
    path("<uuid:review_id>/finalise/", finishing.finalise, name="review_finalise"),
]
