"""Every write about agencies. Each says who (`by`), is one transaction, and keeps history."""

from .advice import confirm_advice, record_advice, withdraw_advice
from .agency import (
    add_agency,
    add_professional,
    bring_back_agency,
    change_agency,
    change_professional,
    end_agency,
)
from .consent import record_consent, set_aside_objection, withdraw_consent
from .consent_file import add_consent_file, take_off_consent_file
from .contact import record_contact
from .door import answer_request, send_report
from .involvement import add_involvement, change_involvement
from .letter import email_letter
from .recommendation import (
    add_recommendation,
    change_recommendation,
    put_back_recommendation,
    take_off_recommendation,
)
from .report import change_report, look_at_report, receive_report, set_report_holds, withdraw_report
from .report_file import add_report_file, take_off_report_file
from .request import ask_parents, close_request, mark_asked, mark_chased, request_report
from .request_link import revoke_request_link, send_request_link

__all__ = [
    "add_agency",
    "add_consent_file",
    "add_involvement",
    "add_professional",
    "add_recommendation",
    "add_report_file",
    "answer_request",
    "ask_parents",
    "bring_back_agency",
    "change_agency",
    "change_involvement",
    "change_professional",
    "change_recommendation",
    "change_report",
    "close_request",
    "confirm_advice",
    "email_letter",
    "end_agency",
    "look_at_report",
    "mark_asked",
    "mark_chased",
    "put_back_recommendation",
    "receive_report",
    "record_advice",
    "record_consent",
    "record_contact",
    "request_report",
    "revoke_request_link",
    "send_report",
    "send_request_link",
    "set_aside_objection",
    "set_report_holds",
    "take_off_consent_file",
    "take_off_recommendation",
    "take_off_report_file",
    "withdraw_advice",
    "withdraw_consent",
    "withdraw_report",
]
