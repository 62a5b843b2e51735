"""Agencies, their professionals, whom they have seen, what they sent and what they advised."""

from .agency import Agency, AgencyKind, Involvement, Professional
from .report import Advice, AdviceUse, AdvisedBy, ReceivedFrom, Report

__all__ = [
    "Advice",
    "AdviceUse",
    "AdvisedBy",
    "Agency",
    "AgencyKind",
    "Involvement",
    "Professional",
    "ReceivedFrom",
    "Report",
]
