"""Addresses of the team, the setting and one's own account. They begin with /account/."""

from django.urls import path

from accounts.views import calendar, calendar_link, invitations, mails, own, setting, team

app_name = "accounts"
urlpatterns = [
    path("me/", own.me, name="me"),
    path("my-hour/", own.my_hour, name="my_hour"),
    path("me/calendar/make/", calendar_link.calendar_link_make, name="calendar_link_make"),
    path("me/calendar/revoke/", calendar_link.calendar_link_revoke, name="calendar_link_revoke"),
    path("weekly-email/", own.weekly_email, name="weekly_email"),
    path("switch/", own.switch, name="switch"),
    path("lock/", own.lock, name="lock"),
    path("team/", team.team, name="team"),
    path("team/invite/", invitations.invite, name="invite"),
    path(
        "team/invitations/<uuid:invitation_id>/send-again/",
        invitations.send_again,
        name="invitation_send_again",
    ),
    path(
        "team/invitations/<uuid:invitation_id>/withdraw/",
        invitations.withdraw,
        name="invitation_withdraw",
    ),
    path("team/<uuid:membership_id>/", team.member, name="member"),
    path("team/<uuid:membership_id>/leaving/", team.leaving, name="leaving"),
    path("team/<uuid:membership_id>/come-back/", team.come_back, name="come_back"),
    path(
        "team/<uuid:membership_id>/forget-second-step/",
        team.forget_second_step,
        name="forget_second_step",
    ),
    path("team/<uuid:membership_id>/end-sessions/", team.end_sessions, name="end_sessions"),
    path("mails/", mails.mails, name="mails"),
    path("mails/<uuid:mail_id>/try-again/", mails.mail_try_again, name="mail_try_again"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
    path("invitation/<str:token>/accept/", invitations.invitation_accept, name="invitation_accept"),
    path("setting/", setting.setting, name="setting"),
    path("setting/calendar/", calendar.calendar, name="calendar"),
    path("setting/calendar/terms/", calendar.term_dates, name="term_dates"),
    path("setting/calendar/copy/", calendar.closures_copy, name="closures_copy"),
    path("setting/calendar/confirm/", calendar.closures_confirm, name="closures_confirm"),
    path("setting/calendar/bank-holidays/", calendar.bank_holidays_add, name="bank_holidays_add"),
    path("setting/closures/add/", setting.closure_add, name="closure_add"),
    path(
        "setting/closures/<uuid:closure_id>/remove/", setting.closure_remove, name="closure_remove"
    ),
]
