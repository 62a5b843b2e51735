"""Agencies, their professionals, whom they have seen, what they sent and what they advised, and consent."""

from .agency import Agency, AgencyKind, Involvement, Professional
from .consent import Consent, ConsentAnswer, ConsentHow, ConsentPurpose
from .consent_file import ConsentFile
from .contact import OTHER_PURPOSES, AgencyContact
from .file_text import FileText
from .kept_file import KeptFile
from .recommendation import Recommendation, RecommendationKind
from .report import Advice, AdviceUse, AdvisedBy, ReceivedFrom, Report
from .report_file import ReportFile
from .request import ReportRequest, RequestKind, RequestStep, StepKind
from .request_answer import AnswerKind, RequestAnswer
from .request_link import ReportRequestLink
from .visit import AgencyVisit

__all__ = [
    "OTHER_PURPOSES",
    "Advice",
    "AdviceUse",
    "AdvisedBy",
    "Agency",
    "AgencyContact",
    "AgencyKind",
    "AgencyVisit",
    "AnswerKind",
    "Consent",
    "ConsentAnswer",
    "ConsentFile",
    "ConsentHow",
    "ConsentPurpose",
    "FileText",
    "Involvement",
    "KeptFile",
    "Professional",
    "ReceivedFrom",
    "Recommendation",
    "RecommendationKind",
    "Report",
    "ReportFile",
    "ReportRequest",
    "ReportRequestLink",
    "RequestAnswer",
    "RequestKind",
    "RequestStep",
    "StepKind",
]
