"""The doors to papers: whose they are, and who may read which kind."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from accounts.rules.roles import Permission
from isp_portal.documents.models import DocumentKind, IssuedDocument
from reviews.models import Review


def document_or_404(request: Any, document_id: UUID) -> IssuedDocument:
    """An issued copy about a child whom this member sees.

    What belongs to a review is for those who may read plans: others are answered with 403.
    """
    documents = IssuedDocument.objects.visible_to(request.membership).told_apart()
    found = get_object_or_404(
        documents.select_related("child", "plan__cycle", "review__cycle"), pk=document_id
    )
    if found.kind != DocumentKind.SUPPORT_PLAN and not request.membership.may(
        Permission.VIEW_PLANS
    ):
        raise PermissionDenied
    return found


def review_or_404(request: Any, review_id: UUID, *, finalised: bool = False) -> Review:
    """A review of a child whom this member sees; `finalised`: only once it is its minutes."""
    reviews = Review.objects.visible_to(request.membership)
    reviews = reviews.finalised() if finalised else reviews
    found: Review = get_object_or_404(
        reviews.select_related("child__setting", "cycle", "plan__cycle", "plan__child"),
        pk=review_id,
    )
    return found
