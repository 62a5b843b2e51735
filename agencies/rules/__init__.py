"""What agencies' records mean: their days, consent to contact, and requests. No Django, no clock."""

from .consent import Answer, Standing, Verdict, consent_on
from .days import InvolvementDays, Lifetime, advice_problems, consent_problems, report_problems
from .requests import RequestState, request_state, request_words

__all__ = [
    "Answer",
    "InvolvementDays",
    "Lifetime",
    "RequestState",
    "Standing",
    "Verdict",
    "advice_problems",
    "consent_on",
    "consent_problems",
    "report_problems",
    "request_state",
    "request_words",
]
