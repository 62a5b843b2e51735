"""Issuing papers, and recording to whom a copy was given or why not."""

from .agency_letter import issue_agency_letter
from .copies import record_copy_given, record_copy_not_given, record_minutes_not_given
from .letter import issue_review_letter
from .minutes import issue_minutes
from .parents_page import issue_parents_page
from .plan import issue_plan

__all__ = [
    "issue_agency_letter",
    "issue_minutes",
    "issue_parents_page",
    "issue_plan",
    "issue_review_letter",
    "record_copy_given",
    "record_copy_not_given",
    "record_minutes_not_given",
]
