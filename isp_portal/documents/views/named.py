"""What pages call an issued copy, where its fellows are listed, and its file name."""

from django.urls import reverse

from isp_portal.documents.models import DocumentKind, IssuedDocument


def words_of(document: IssuedDocument) -> str:
    """Plan 2, version 1; Parents' page …; Minutes of the review of plan 2, version 1; Invitation …, letter 1."""
    plan = document.plan.cycle.number
    if document.kind == DocumentKind.PARENTS_PAGE:
        return f"Parents’ page with plan {plan}, version {document.version}"
    if document.kind == DocumentKind.MINUTES:
        return f"Minutes of the review of plan {plan}, version {document.version}"
    if document.kind == DocumentKind.REVIEW_LETTER:
        return f"Invitation to the review of plan {plan}, letter {document.version}"
    return f"Plan {plan}, version {document.plan.version}"


def listed_at(document: IssuedDocument) -> str:
    """The page of all copies of this paper."""
    if document.kind == DocumentKind.PARENTS_PAGE:
        return reverse("documents:parents_page", args=[document.plan_id])
    if document.kind == DocumentKind.MINUTES:
        return reverse("documents:minutes", args=[document.review_id])
    if document.kind == DocumentKind.REVIEW_LETTER:
        return reverse("documents:review_letter", args=[document.review_id])
    return reverse("documents:copies", args=[document.plan_id])


def file_name(document: IssuedDocument) -> str:
    """No name of a child in it."""
    plan = document.plan.cycle.number
    if document.kind == DocumentKind.PARENTS_PAGE:
        return f"parents-page-{plan}-version-{document.version}.pdf"
    if document.kind == DocumentKind.MINUTES:
        return f"minutes-of-plan-{plan}-version-{document.version}.pdf"
    if document.kind == DocumentKind.REVIEW_LETTER:
        return f"review-of-plan-{plan}-letter-{document.version}.pdf"
    return f"plan-{plan}-version-{document.plan.version}.pdf"
