"""Issued copies, how they were given, and who may receive one."""

from .copies import CopyChannel, CopyGiven, CopyNotGiven
from .issued import (
    OF_A_PLAN,
    DocumentKind,
    IssuedDocument,
    IssuedDocumentQuerySet,
    IssuedPaper,
    Unchangeable,
)
from .pack import PackOf
from .recipients import recipients_of
from .request_letter import RequestLetter

__all__ = [
    "OF_A_PLAN",
    "CopyChannel",
    "CopyGiven",
    "CopyNotGiven",
    "DocumentKind",
    "IssuedDocument",
    "IssuedDocumentQuerySet",
    "IssuedPaper",
    "PackOf",
    "RequestLetter",
    "Unchangeable",
    "recipients_of",
]
