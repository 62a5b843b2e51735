"""Addresses of plans. They begin with /plans/."""

from django.urls import path

from plans.views import (
    bank,
    bank_shelf,
    compare,
    decision,
    edit,
    finish,
    group_maps,
    group_review,
    group_rows,
    group_sessions,
    lines,
    plan,
    steps,
)

app_name = "plans"
urlpatterns = [
    path("group-maps/", group_maps.group_map_list, name="group_map_list"),
    path("group-maps/add/", group_maps.group_map_add, name="group_map_add"),
    path("group-maps/<uuid:map_id>/", group_maps.group_map, name="group_map"),
    path("group-maps/<uuid:map_id>/edit/", group_maps.group_map_edit, name="group_map_edit"),
    path("group-maps/<uuid:map_id>/end/", group_maps.group_map_end, name="group_map_end"),
    path("group-maps/<uuid:map_id>/rows/add/", group_rows.group_row_add, name="group_row_add"),
    path("group-rows/<uuid:row_id>/edit/", group_rows.group_row_edit, name="group_row_edit"),
    path("group-rows/<uuid:row_id>/remove/", group_rows.group_row_remove, name="group_row_remove"),
    path(
        "group-maps/<uuid:map_id>/review/", group_review.group_map_review, name="group_map_review"
    ),
    path(
        "group-maps/<uuid:map_id>/review/finish/",
        group_review.group_map_review_finish,
        name="group_map_review_finish",
    ),
    path("group-maps/<uuid:map_id>/next/", group_review.group_map_copy, name="group_map_copy"),
    path("group-rows/<uuid:row_id>/how-it-went/", group_sessions.group_went, name="group_went"),
    path(
        "group-rows/<uuid:row_id>/sessions/add/",
        group_sessions.group_session_add,
        name="group_session_add",
    ),
    path("group-sessions/", group_sessions.group_sessions, name="group_sessions"),
    path(
        "group-sessions/<uuid:group_session_id>/",
        group_sessions.group_session,
        name="group_session",
    ),
    path(
        "group-sessions/<uuid:group_session_id>/take-back/",
        group_sessions.group_session_take_back,
        name="group_session_take_back",
    ),
    path(
        "group-sessions/<uuid:group_session_id>/put-back/",
        group_sessions.group_session_put_back,
        name="group_session_put_back",
    ),
    path("strategy-bank/", bank.bank, name="bank"),
    path("strategy-bank/add/", bank.bank_add, name="bank_add"),
    path("strategy-bank/<slug:bank_key>/", bank.bank_edit, name="bank_edit"),
    path("strategy-bank/<slug:bank_key>/hide/", bank.bank_hide, name="bank_hide"),
    path("strategy-bank/<slug:bank_key>/show/", bank.bank_show, name="bank_show"),
    path("children/<uuid:child_id>/answers/", decision.decisions, name="decisions"),
    path(
        "children/<uuid:child_id>/answers/<uuid:decision_id>/acknowledge/",
        decision.decision_acknowledge,
        name="decision_acknowledge",
    ),
    path("children/<uuid:child_id>/start/", plan.start, name="start"),
    path("<uuid:plan_id>/", plan.plan, name="plan"),
    path("<uuid:plan_id>/write/", edit.edit, name="edit"),
    path("<uuid:plan_id>/bank/", bank_shelf.bank_shelf, name="bank_shelf"),
    path("<uuid:plan_id>/write/<slug:part>/", edit.section, name="section"),
    path("<uuid:plan_id>/finish/", finish.finish, name="finish"),
    path("<uuid:plan_id>/ready/", finish.mark_ready, name="mark_ready"),
    path("<uuid:plan_id>/back-to-draft/", finish.back_to_draft, name="back_to_draft"),
    path("<uuid:plan_id>/finalise/", finish.finalise, name="finalise"),
    path("<uuid:plan_id>/sign/<slug:capacity>/", finish.sign, name="sign"),
    path("<uuid:plan_id>/parents/", finish.parent_answer, name="parent_answer"),
    path("<uuid:plan_id>/correct/", steps.correct, name="correct"),
    path("<uuid:plan_id>/close/", steps.close, name="close"),
    path("<uuid:plan_id>/due-date/", steps.due_date, name="due_date"),
    path("<uuid:plan_id>/compare/", compare.compare, name="compare"),
    path("<uuid:plan_id>/lines/<slug:kind>/add/", lines.line_add, name="line_add"),
    path("lines/<slug:kind>/<uuid:line_id>/", lines.line, name="line"),
    path("lines/<slug:kind>/<uuid:line_id>/move/<slug:way>/", lines.line_move, name="line_move"),
    path("lines/<slug:kind>/<uuid:line_id>/take-off/", lines.line_remove, name="line_remove"),
    path("lines/<slug:kind>/<uuid:line_id>/put-back/", lines.line_put_back, name="line_put_back"),
]
