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
from .involvement import add_involvement, change_involvement
from .report import change_report, receive_report, withdraw_report
from .request import close_request, mark_asked, request_report

__all__ = [
    "add_agency",
    "add_involvement",
    "add_professional",
    "bring_back_agency",
    "change_agency",
    "change_involvement",
    "change_professional",
    "change_report",
    "close_request",
    "confirm_advice",
    "end_agency",
    "mark_asked",
    "receive_report",
    "record_advice",
    "request_report",
    "withdraw_advice",
    "withdraw_report",
]
