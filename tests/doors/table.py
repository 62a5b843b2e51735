"""The table of doors: which permission each address asks, and whose things it shows.

A route without a row fails, a row without a route fails. `permission` is the name of a
`Permission`, or "open" (nobody need sign in), "signed_in" (one's own account), "feed_link" (whoever
has the secret address), or the name of a kind of secret link ("…_link"): without one of those nobody
comes in, whoever is signed in.
"""

from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """Whose things an address shows. NOBODY: the visitor's own setting, or nothing personal."""

    NOBODY = "nobody"
    SETTING = "setting"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Door:
    name: str
    permission: str
    owner: Owner = Owner.NOBODY
    is_page: bool = True
    """A GET shows a page with 200 (False: it only takes POST, or leads on)."""
    methods: tuple[str, ...] = ("get", "post")
    """What is tried: a POST that needs a body of its own to come in is tested with its page."""
    shown_to: str = "sam"
    """Somebody who may see the page, for the test of the access log."""


N, S, C = Owner.NOBODY, Owner.SETTING, Owner.CHILD


def doors(permission: str, owner: Owner, names: str, **more: object) -> tuple[Door, ...]:
    """Rows that ask the same permission for the same owner's things."""
    return tuple(Door(name, permission, owner, **more) for name in names.split())  # type: ignore[arg-type]


DOORS: tuple[Door, ...] = (
    *doors("open", N, "demo:gallery dashboards:guidance"),
    *doors("open", N, "accounts:invitation"),
    *doors("signed_in", N, "accounts:invitation_accept"),
    *doors("signed_in", N, "accounts:me accounts:lock"),
    *doors("signed_in", N, "dashboards:group"),
    *doors("VIEW_PLANS", N, "accounts:weekly_email", is_page=False),
    *doors("signed_in", N, "accounts:switch", methods=("get",)),
    # The team and the setting
    *doors("VIEW_TEAM", N, "accounts:team"),
    *doors("MANAGE_TEAM", N, "accounts:invite"),
    *doors("VIEW_MAILS", N, "accounts:mails"),
    *doors("VIEW_MAILS", S, "accounts:mail_try_again", is_page=False),
    *doors("MANAGE_TEAM", S, "accounts:invitation_send_again accounts:invitation_withdraw"),
    *doors("MANAGE_TEAM", S, "accounts:member accounts:leaving accounts:come_back"),
    *doors("MANAGE_TEAM", S, "accounts:end_sessions accounts:forget_second_step"),
    *doors("MANAGE_SETTING", N, "accounts:setting accounts:closure_add children:rooms"),
    *doors("MANAGE_SETTING", N, "accounts:calendar accounts:term_dates accounts:closures_copy"),
    *doors(
        "MANAGE_SETTING", N, "accounts:bank_holidays_add accounts:closures_confirm", is_page=False
    ),
    *doors("MANAGE_SETTING", S, "accounts:closure_remove children:room_rename"),
    *doors("MANAGE_SETTING", S, "children:room_close children:room_open"),
    *doors("MANAGE_SETTING", S, "children:room_staff children:room_staff_end"),
    # What is due
    *doors("VIEW_ALL_CHILDREN", N, "dashboards:due dashboards:due_file", methods=("get",)),
    *doors("FINALISE_REVIEW", N, "accounts:my_hour"),
    # Several children at a time
    *doors("ASSIGN_KEY_PERSON", N, "dashboards:key_person_several"),
    *doors("HOLD_REVIEW", N, "dashboards:reviews_several"),
    *doors("ISSUE_DOCUMENT", N, "dashboards:print_several"),
    *doors("VIEW_CHILDREN", N, "dashboards:batches"),
    *doors("VIEW_CHILDREN", S, "dashboards:batch"),
    *doors("VIEW_CHILDREN", S, "dashboards:batch_stop", is_page=False),
    *doors("ISSUE_DOCUMENT", C, "dashboards:batch_file"),
    # The child and the family
    *doors("VIEW_CHILDREN", C, "dashboards:child dashboards:story dashboards:story_print"),
    *doors("VIEW_CHILDREN", N, "dashboards:home dashboards:children dashboards:children_file"),
    *doors("ADD_CHILD", N, "children:add"),
    *doors("IMPORT_REGISTER", N, "children:imports"),
    *doors("IMPORT_REGISTER", S, "children:import_columns children:import_check"),
    *doors("IMPORT_REGISTER", S, "children:import_undo children:import_give_up", is_page=False),
    *doors("MARK_ATTENDANCE", N, "children:attendance"),
    *doors("EDIT_CHILD", C, "children:edit children:needs children:sessions children:profile"),
    *doors("EDIT_CHILD", C, "children:level_add children:stage_override children:history"),
    *doors("EDIT_CHILD", C, "children:stage_override_end", is_page=False),
    *doors("EDIT_CHILD", C, "children:contacts children:contact_add children:contact_edit"),
    *doors("EDIT_CHILD", C, "children:contact_end"),
    *doors("EDIT_CHILD", C, "children:contact_bring_back", is_page=False),
    *doors("ARCHIVE_CHILD", C, "children:archive"),
    *doors("ARCHIVE_CHILD", C, "children:bring_back", is_page=False),
    *doors("ASSIGN_KEY_PERSON", C, "children:key_person"),
    *doors("ASSIGN_KEY_PERSON", C, "children:key_person_end", is_page=False),
    *doors("SET_RESTRICTION", C, "children:restriction_add children:restriction_lift"),
    *doors("SET_RESTRICTION", C, "children:override_ask"),
    *doors("SET_RESTRICTION", C, "children:override_confirm children:override_end", is_page=False),
    *doors("ANSWER_SUPPORT_NEED", C, "children:support_need"),
    *doors("ANSWER_SUPPORT_NEED", C, "children:support_need_withdraw", is_page=False),
    *doors("VIEW_ACCESS_LOG", C, "children:access_log"),
    # Agencies
    *doors("VIEW_AGENCIES", N, "agencies:list"),
    *doors("MANAGE_AGENCIES", N, "agencies:add"),
    *doors("MANAGE_AGENCIES", S, "agencies:edit agencies:end agencies:bring_back"),
    *doors("MANAGE_AGENCIES", S, "agencies:professional_add agencies:professional_edit"),
    *doors("MANAGE_AGENCIES", C, "agencies:involvement_add agencies:involvement_edit"),
    *doors("RECORD_REPORT", C, "agencies:report_add agencies:report_edit"),
    *doors("RECORD_REPORT", C, "agencies:report_withdraw agencies:report_holds"),
    *doors("RECORD_REPORT", C, "agencies:report_look", is_page=False),
    *doors("VIEW_AGENCIES", C, "agencies:report_files agencies:report_file"),
    *doors("RECORD_REPORT", C, "agencies:report_file_add agencies:report_file_take_off"),
    *doors("RECORD_REPORT", C, "agencies:recommendations agencies:recommendation_edit"),
    *doors("RECORD_REPORT", C, "agencies:recommendation_take_off", is_page=False),
    *doors("RECORD_REPORT", C, "agencies:recommendation_put_back", is_page=False),
    *doors("RECORD_CONSENT", C, "agencies:consent agencies:consent_withdraw"),
    *doors("RECORD_CONSENT", C, "agencies:consent_files agencies:consent_file"),
    *doors("RECORD_CONSENT", C, "agencies:consent_file_take_off"),
    *doors("MANAGE_AGENCIES", C, "agencies:consent_set_aside"),
    *doors("VIEW_AGENCIES", C, "agencies:requests"),
    *doors("MANAGE_AGENCIES", C, "agencies:request_add agencies:request_asked"),
    *doors("MANAGE_AGENCIES", C, "agencies:request_close agencies:request_chased"),
    *doors("MANAGE_AGENCIES", C, "agencies:request_parents_asked agencies:request_email"),
    *doors("MANAGE_AGENCIES", C, "agencies:contact_add"),
    *doors("VIEW_AGENCIES", N, "agencies:chase agencies:waiting"),
    *doors("MANAGE_AGENCIES", C, "agencies:visit_add agencies:visit_edit agencies:visit_call_off"),
    *doors("RECORD_ADVICE", C, "agencies:advice_add agencies:advice_withdraw"),
    *doors("CONFIRM_ADVICE", C, "agencies:advice_confirm", is_page=False),
    *doors("MANAGE_AGENCIES", C, "agencies:request_links agencies:request_link_revoke"),
    *doors("MANAGE_AGENCIES", C, "agencies:request_link_code", is_page=False),
    *doors("open", N, "agencies:door_thanks"),
    *doors("request_link", N, "agencies:door agencies:door_code", is_page=False),
    *doors("request_link", N, "agencies:door_request agencies:door_answer", is_page=False),
    *doors("request_link", N, "agencies:door_leave", is_page=False),
    # Plans
    *doors("VIEW_AGENCIES", C, "plans:decisions"),
    *doors("ACKNOWLEDGE_DECISION", C, "plans:decision_acknowledge", is_page=False),
    *doors("WRITE_PLAN", C, "plans:start plans:edit plans:correct"),
    *doors("WRITE_PLAN", C, "plans:parent_answer", is_page=False),
    *doors("VIEW_PLANS", C, "plans:plan plans:finish plans:compare"),
    *doors("WRITE_PLAN", C, "plans:section plans:mark_ready plans:back_to_draft", is_page=False),
    *doors("WRITE_PLAN", C, "plans:line_add plans:line plans:line_move", is_page=False),
    *doors("WRITE_PLAN", C, "plans:line_remove plans:line_put_back", is_page=False),
    *doors("SIGN_PLAN", C, "plans:sign", is_page=False),
    *doors("FINALISE_PLAN", C, "plans:finalise", is_page=False),
    *doors("FINALISE_PLAN", C, "plans:close plans:due_date"),
    *doors("VIEW_GROUP_MAPS", N, "plans:group_map_list"),
    *doors("VIEW_GROUP_MAPS", S, "plans:group_map"),
    *doors("MANAGE_GROUP_MAPS", N, "plans:group_map_add"),
    *doors("MANAGE_GROUP_MAPS", S, "plans:group_map_edit plans:group_map_end"),
    *doors("MANAGE_GROUP_MAPS", S, "plans:group_row_add plans:group_row_edit"),
    *doors("MANAGE_GROUP_MAPS", S, "plans:group_row_remove"),
    *doors("MANAGE_GROUP_MAPS", S, "plans:group_map_review plans:group_map_copy"),
    *doors("MANAGE_GROUP_MAPS", S, "plans:group_map_review_finish", is_page=False),
    *doors("RECORD_ENTRY", N, "plans:group_sessions"),
    *doors("RECORD_ENTRY", C, "plans:group_session_add plans:group_session plans:group_went"),
    *doors("RECORD_ENTRY", C, "plans:group_session_take_back", is_page=False),
    *doors("RECORD_ENTRY", C, "plans:group_session_put_back", is_page=False),
    *doors("WRITE_PLAN", C, "plans:bank_shelf"),
    *doors("WRITE_PLAN", N, "plans:bank"),
    *doors("MANAGE_STRATEGY_BANK", N, "plans:bank_add"),
    *doors("MANAGE_STRATEGY_BANK", S, "plans:bank_edit"),
    *doors("MANAGE_STRATEGY_BANK", S, "plans:bank_hide plans:bank_show", is_page=False),
    # The record of intervention
    *doors("RECORD_ENTRY", N, "reviews:my_day reviews:entry_add_several"),
    *doors("RECORD_ENTRY", C, "reviews:entry_add reviews:not_delivered"),
    *doors("RECORD_ENTRY", C, "reviews:sheet reviews:sheet_saved"),
    *doors("RECORD_ENTRY", C, "reviews:entry reviews:entry_change"),
    *doors("RECORD_ENTRY", C, "reviews:entry_take_back reviews:entry_put_back", is_page=False),
    *doors("VIEW_CHILDREN", C, "reviews:record"),
    # The review, line by line
    *doors("VIEW_PLANS", N, "reviews:reviews dashboards:calendar"),
    *doors("HOLD_REVIEW", N, "dashboards:calendar_book"),
    *doors("VIEW_ALL_CHILDREN", N, "dashboards:pictures dashboards:pictures_print"),
    *doors("feed_link", N, "dashboards:feed"),
    *doors(
        "VIEW_PLANS",
        N,
        "accounts:calendar_link_make accounts:calendar_link_revoke",
        is_page=False,
    ),
    *doors("VIEW_PLANS", C, "reviews:review"),
    *doors("HOLD_REVIEW", C, "reviews:review_since reviews:review_line reviews:review_decision"),
    *doors("HOLD_REVIEW", C, "reviews:review_actions reviews:action_change"),
    *doors("HOLD_REVIEW", C, "reviews:review_next reviews:review_finish"),
    *doors("HOLD_REVIEW", C, "reviews:action_take_off", is_page=False),
    *doors("FINALISE_REVIEW", C, "reviews:review_finalise", is_page=False),
    # The review: planned, and the people of it
    *doors("HOLD_REVIEW", C, "reviews:review_plan reviews:review_hold reviews:review_move"),
    *doors("HOLD_REVIEW", C, "reviews:review_invitations reviews:review_calendar_file"),
    *doors("HOLD_REVIEW", C, "reviews:review_who reviews:review_held reviews:review_person_add"),
    *doors("HOLD_REVIEW", C, "reviews:review_family reviews:review_family_add"),
    *doors("HOLD_REVIEW", C, "reviews:review_child"),
    *doors("HOLD_REVIEW", C, "reviews:review_invite reviews:review_presence", is_page=False),
    *doors("HOLD_REVIEW", C, "reviews:review_person_remove", is_page=False),
    # Papers
    *doors("ISSUE_DOCUMENT", C, "documents:copies documents:print_view documents:not_given"),
    *doors("ISSUE_DOCUMENT", C, "documents:document"),
    *doors("ISSUE_DOCUMENT", C, "documents:parents_page documents:parents_page_print"),
    *doors("ISSUE_DOCUMENT", N, "documents:language"),
    *doors("ISSUE_DOCUMENT", C, "documents:minutes documents:minutes_print"),
    *doors("ISSUE_DOCUMENT", C, "documents:minutes_not_given documents:review_letter"),
    *doors("MANAGE_AGENCIES", C, "documents:agency_letter"),
    *doors("VIEW_AGENCIES", C, "documents:agency_letter_file"),
    *doors("FINALISE_REVIEW", C, "documents:minutes_correct"),
    *doors("HOLD_REVIEW", C, "documents:minutes_answer"),
    *doors("VIEW_CHILDREN", C, "documents:file"),
    *doors("RECORD_ENTRY", C, "documents:record_sheet documents:record_sheet_print"),
    # Copies shared by link, and what parents say
    *doors("ISSUE_DOCUMENT", C, "sharing:share sharing:take_back sharing:code"),
    *doors("ISSUE_DOCUMENT", C, "sharing:attach"),
    *doors("VIEW_PLANS", C, "sharing:replies sharing:reply"),
    *doors("VIEW_PLANS", C, "sharing:signed_paper"),
    *doors("HOLD_REVIEW", C, "sharing:write_down"),
    *doors("HOLD_REVIEW", C, "sharing:reply_read sharing:into_review", is_page=False),
    *doors("HOLD_REVIEW", C, "sharing:into_record", is_page=False),
    # The parents' door: who comes in by link and code stands in tests/sharing
    *doors(
        "share_link", N, "sharing:door sharing:send_code sharing:leave sharing:copy", is_page=False
    ),
    *doors("share_link", N, "sharing:file sharing:say sharing:said", is_page=False),
    *doors("VIEW_GROUP_MAPS", S, "documents:group_map documents:group_map_print"),
)
